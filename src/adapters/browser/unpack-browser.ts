import { randomBytes } from 'node:crypto';
import { access, chmod, constants, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sweepLeftovers } from '../leftovers.ts';
import type { FoundBrowser } from './found-browser.ts';

type Env = Readonly<Record<string, string | undefined>>;

const packageName = '@sparticuz/chromium';

/** Version of the installed package, or undefined when it is not installed (it is optional). */
async function installedVersion(): Promise<string | undefined> {
  try {
    for (let at = dirname(createRequire(import.meta.url).resolve(packageName)); ; at = dirname(at)) {
      const text = await readFile(join(at, 'package.json'), 'utf8').catch(() => '{}');
      const { name, version } = JSON.parse(text) as { name?: string; version?: string };
      if (name === packageName && version !== undefined) return version;
      if (dirname(at) === at) return undefined;
    }
  } catch {
    return undefined;
  }
}

/** Folders that may hold the unpacked browser, best first: a home that is read-only is usual on rescue systems. */
function cacheFolders(env: Env): readonly string[] {
  const folders = env['XDG_CACHE_HOME'] ? [join(env['XDG_CACHE_HOME'], 'drplan')] : [];
  try {
    folders.push(join(homedir(), '.cache', 'drplan'));
  } catch {
    // A user without a home: containers run under numbers that nobody has entered.
  }
  return [...folders, join(tmpdir(), `drplan-${process.getuid?.() ?? 'user'}`)];
}

/** Makes a folder that only this user can enter, or answers false: nobody else may plant a program there. */
async function isPrivate(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const info = await lstat(folder);
    if (!info.isDirectory() || info.uid !== (process.getuid?.() ?? info.uid)) return false;
    if ((info.mode & 0o077) !== 0) await chmod(folder, 0o700);
    return true;
  } catch {
    return false;
  }
}

/** Runs `work` with some variables of the environment set, and puts the environment back as it was. */
async function withEnvironment<T>(set: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, set);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/**
 * Unpacks into a folder of its own and moves it to its place when it is complete: a killed run or a second one at the
 * same time leaves no half browser. The package unpacks below `TMPDIR`, and brings the libraries that a bare machine
 * lacks only when it believes to run on one, which it reads from the environment.
 */
async function unpackInto(cache: string, place: string): Promise<void> {
  await sweepLeftovers(cache, /^\.unpack-(\d+)-/);
  const making = join(cache, `.unpack-${process.pid}-${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(making, { mode: 0o700 });
    await withEnvironment({ AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', TMPDIR: making }, async () => {
      const { default: chromium } = await import('@sparticuz/chromium');
      await chromium.executablePath();
    });
    await rename(making, place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true }).catch(() => undefined);
  }
}

const canStart = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** The unpacked browser with its libraries and fonts as part of its environment. */
function unpacked(place: string, env: Env): FoundBrowser {
  const libraries = join(place, 'al2023', 'lib');
  const known = env['LD_LIBRARY_PATH'];
  return {
    path: join(place, 'chromium'),
    origin: `the package ${packageName}`,
    env: {
      LD_LIBRARY_PATH: known ? `${libraries}:${known}` : libraries,
      FONTCONFIG_PATH: env['FONTCONFIG_PATH'] ?? join(place, 'fonts'),
    },
  };
}

/** The browser that came through the package registry (Linux x64), unpacked once for each user; or why there is none. */
export async function unpackBrowser(env: Env): Promise<FoundBrowser | { readonly reason: string }> {
  const version = await installedVersion();
  if (version === undefined) return { reason: 'it is not installed' };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { reason: 'it is for Linux on x64' };
  const reasons: string[] = [];
  for (const cache of cacheFolders(env)) {
    const place = join(cache, `chromium-${version}`);
    const found = unpacked(place, env);
    if (!(await isPrivate(cache))) {
      reasons.push(`${cache} is no private folder that can be written`);
      continue;
    }
    if (await canStart(found.path)) return found;
    try {
      await unpackInto(cache, place);
    } catch (error) {
      reasons.push(`it could not be unpacked into ${cache}: ${(error as Error).message}`);
      continue;
    }
    if (await canStart(found.path)) return found;
    reasons.push(`programs in ${cache} cannot be started`);
  }
  return { reason: reasons.join('; ') };
}
