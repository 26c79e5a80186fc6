import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Watch } from '../ports.ts';

/** How long nothing may have changed before a change counts as done: editors write in several steps. */
const restMs = 120;
const leastPauseMs = 200;
/** Looking takes no more than this part of the time. */
const share = 5;

/** What lies below a folder: names, sizes, times. Looked at again and again: that works on every file system. */
async function stampOf(dir: string, wanted: (path: string) => boolean): Promise<string> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const lines: string[] = [];
  for (const entry of found) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isDirectory() || !wanted(path.slice(dir.length).replace(/^[\\/]+/, ''))) continue;
    const { mtimeMs, size, ino } = await stat(path).catch(() => ({ mtimeMs: 0, size: 0, ino: 0 }));
    lines.push(`${path} ${mtimeMs} ${size} ${ino}`);
  }
  return lines.sort().join('\n');
}

/** Watches the files of a folder until the user asks to stop (SIGINT, SIGTERM); begins at once. */
export async function watchFolder(dir: string, wanted: (path: string) => boolean): Promise<Watch> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  const rest = (ms: number): Promise<unknown> => pause(ms, undefined, { signal: stop.signal }).catch(() => undefined);
  let seen = await stampOf(dir, wanted);
  return {
    next: async () => {
      let last = seen;
      while (!stop.signal.aborted) {
        const began = performance.now();
        const now = await stampOf(dir, wanted);
        if (now !== last) {
          let settled = now;
          do {
            last = settled;
            await rest(restMs);
            settled = await stampOf(dir, wanted);
          } while (settled !== last && !stop.signal.aborted);
          seen = settled;
          return !stop.signal.aborted;
        }
        await rest(Math.max(leastPauseMs, (performance.now() - began) * share));
      }
      return false;
    },
    close: () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
      stop.abort();
    },
  };
}
