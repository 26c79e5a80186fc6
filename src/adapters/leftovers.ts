import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Nothing of ours takes as long: what is older and whose process is gone was left behind by a killed run. */
const leftAfter = 3_600_000;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Removes what killed runs of ours left in a folder: names that `pattern` knows, whose first group is the process id,
 * of this user, whose process is gone and which are older than an hour. The age guards runs in other process
 * namespaces (containers that share the folder), whose processes cannot be seen. Never throws: it is housekeeping.
 */
export async function sweepLeftovers(folder: string, pattern: RegExp, now: number = Date.now()): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = pattern.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const path = join(folder, name);
    const info = await lstat(path).catch(() => undefined);
    if (!info || now - info.mtimeMs < leftAfter || info.uid !== (process.getuid?.() ?? info.uid)) continue;
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
