import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
export const hasShared = existsSync(shared);

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A program to its end, through real pipes. */
export function exec(
  file: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  return new Promise((done) => {
    const settings = {
      maxBuffer: 256 * 1024 * 1024,
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
    };
    execFile(file, [...args], settings, (error, out, err) => {
      done({ code: error ? ((error as { code?: number }).code ?? 1) : 0, out, err });
    });
  });
}

/** The real binary, as it was built. */
export const drplan = (
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> => exec(process.execPath, [`${root}bin/drplan.js`, '--today', '2026-11-23', ...args], options);
