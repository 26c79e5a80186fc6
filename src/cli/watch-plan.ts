import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fingerprints } from '../diagnostics/fingerprint.ts';
import { type ExitCode, exitCode, UserError } from '../errors.ts';
import type { KnownFiles } from '../pipeline.ts';
import { type Checked, type CheckOptions, checkPlan } from './check-plan.ts';
import type { Context } from './command.ts';
import { hashOf } from './hash.ts';
import { isPlanFile } from './load.ts';
import { report } from './report.ts';
import type { Output } from './report-outputs.ts';

const clock = (now: Date): string => now.toTimeString().slice(0, 8);

/** What one of two runs found and the other did not, by what findings are known by. */
function only(some: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set(fingerprints(others, hashOf).values());
  return [...fingerprints(some, hashOf)].filter(([, name]) => !known.has(name)).map(([d]) => d);
}

/** What is new and what is gone since the last run, a line each, and how many there are now. */
async function sayChanges(before: readonly Diagnostic[], checked: Checked, { ports }: Context): Promise<void> {
  const [{ reporters, summaryLine }, { rules }] = await Promise.all([
    import('../reporters/index.ts'),
    import('../rules/index.ts'),
  ]);
  const { diagnostics, baselined, first, loaded } = checked;
  const { reading, header } = loaded;
  const rest = { files: reading.files, elements: reading.elements, prefix: '', paths: reading.paths, hash: hashOf };
  const whole = { header, baselined, first, rules, diagnostics, ...rest };
  const concise = reporters.find((r) => r.name === 'concise');
  const lines = (sign: string, found: readonly Diagnostic[]): string =>
    (concise?.render({ ...whole, diagnostics: found }) ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `${sign} ${line}\n`)
      .join('');
  const fresh = only(diagnostics, before);
  const gone = only(before, diagnostics);
  await ports.out.write(`${lines('-', gone)}${lines('+', fresh)}`);
  const said = fresh.length + gone.length === 0 ? 'nothing new' : `${fresh.length} new, ${gone.length} gone`;
  await ports.err.write(`${clock(ports.now())} ${said}; ${summaryLine(whole)}\n`);
}

/**
 * Checks a plan again and again: after the first report only what changed. A plan that cannot be read for a while, or
 * a folder that is gone, ends nothing. Ends when the user asks for it.
 * @throws UserError (usage) where the first run cannot be done, or its output would be many documents
 */
export async function watchPlan(
  options: CheckOptions,
  outputs: readonly Output[],
  context: Context,
): Promise<ExitCode> {
  const { ports, global } = context;
  const machine = outputs.find((o) => o.file === undefined && o.format !== 'text' && o.format !== 'concise');
  if (machine) {
    const message = `--watch writes lines for people to standard output, not ${machine.format}`;
    throw new UserError(message, exitCode.usage, `give --format ${machine.format} a file with --output-file FILE`);
  }
  const known: KnownFiles = new Map();
  const watching = await ports.watch(global.plan, isPlanFile);
  const files = outputs.filter((o) => o.file !== undefined);
  try {
    let last = await checkPlan(options, context, known);
    await report(last, outputs, context);
    await ports.err.write(`${clock(ports.now())} watching ${global.plan}; end with Ctrl-C\n`);
    while (await watching.next()) {
      try {
        const now = await checkPlan(options, context, known);
        if (files.length > 0) await report(now, files, context);
        await sayChanges(last.diagnostics, now, context);
        last = now;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        await ports.err.write(`${clock(ports.now())} ${error.message}\n`);
      }
    }
    return exitCode.interrupted;
  } finally {
    watching.close();
  }
}
