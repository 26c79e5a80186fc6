import { jsonText } from '../diagnostics/json-text.ts';
import { type ExitCode, exitCode, UserError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { FailureDocument } from '../views/failure.ts';
import { version } from './version.ts';

/** Whether the caller is a program that reads JSON: then failures are JSON too. */
export function wantsJson(args: readonly string[]): boolean {
  return args.includes('--format=json') || args.some((a, i) => a === '--format' && args[i + 1] === 'json');
}

/**
 * Says what went wrong, in words on stderr or as one JSON document on stdout, and answers the exit code. Anything that
 * is no {@link UserError} is a bug of ours and says so, with the stack only on request.
 */
export async function reportFailure(
  error: unknown,
  ports: Ports,
  { json, debug }: { readonly json: boolean; readonly debug: boolean },
): Promise<ExitCode> {
  const bug = !(error instanceof UserError);
  const code = bug ? exitCode.bug : error.code;
  const text = error instanceof Error ? error.message : String(error);
  const message = bug ? `this is a bug in drplan: ${text}` : text.replace(/^error: /, '');
  const hint = bug ? 'please report it with the output of the same command and --debug' : error.hint;
  if (json) {
    const document: FailureDocument = {
      schema: 'drplan/error/1',
      tool: { name: 'drplan', version },
      error: { code, message, ...(hint ? { hint } : {}) },
    };
    await ports.out.write(jsonText(document)).catch(() => undefined);
  }
  const lines = [`drplan: ${message}`, ...(hint ? [`help: ${hint}`] : [])];
  if (bug && debug && error instanceof Error) lines.push(error.stack ?? '');
  // The message is the last thing we can do; a closed stderr must not turn the exit code into another one.
  await ports.err.write(`${lines.join('\n')}\n`).catch(() => undefined);
  return code;
}
