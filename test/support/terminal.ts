import { spawn } from 'node:child_process';

/** A word in single quotes for a shell. */
export const inQuotes = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

export interface Session {
  /** What the terminal showed, without carriage returns. */
  readonly shown: string;
  readonly code: number;
}

/**
 * A command line on a terminal of its own (util-linux `script`). What is typed is sent once the terminal has shown
 * `prompt`; the session ends when the command does.
 */
export function onTerminal(
  line: string,
  options: {
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    readonly prompt?: string;
    readonly typed?: string;
  },
): Promise<Session> {
  return new Promise((done, fail) => {
    const child = spawn('script', ['-qec', line, '/dev/null'], {
      cwd: options.cwd,
      env: options.env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let shown = '';
    let sent = false;
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`nothing more came after:\n${shown}`));
    }, 20_000);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text.replaceAll('\r', '');
      if (!sent && options.prompt !== undefined && shown.includes(options.prompt)) {
        sent = true;
        child.stdin.write(options.typed ?? '');
      }
    });
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(limit);
      done({ shown, code: code ?? 0 });
    });
  });
}
