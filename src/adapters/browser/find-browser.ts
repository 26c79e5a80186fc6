import { access, constants, mkdir, stat } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { exitCode, UserError } from '../../errors.ts';

/** A browser that may be started. */
export interface FoundBrowser {
  readonly path: string;
  /** Switches it needs beyond the usual ones. */
  readonly args: readonly string[];
  /** Where it came from, for messages. */
  readonly origin: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const names = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];

/** Where browsers live that are not on the path. */
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  linux: ['/snap/bin/chromium', '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome'],
};

const isExecutable = (path: string): Promise<boolean> =>
  Promise.all([access(path, constants.X_OK), stat(path)]).then(
    ([, info]) => info.isFile(),
    () => false,
  );

/** A folder that only this user can write to: nobody else may plant a program there. */
async function privateFolder(): Promise<string> {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const uid = userInfo().uid;
  for (const folder of [join(cache, 'drplan'), join(tmpdir(), `drplan-${uid}`)]) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const info = await stat(folder);
      if (process.platform === 'win32' || (info.uid === uid && (info.mode & 0o022) === 0)) return folder;
    } catch {
      // The next place may do: a home that is read-only is usual on rescue systems.
    }
  }
  throw new UserError('there is no folder to unpack a browser into', exitCode.browser, 'set XDG_CACHE_HOME');
}

/**
 * The browser that comes through the package registry (Linux x64), unpacked once. It brings its own libraries when it
 * believes to run on a bare machine, which it reads from an environment variable while it is loaded.
 */
async function bundledBrowser(): Promise<FoundBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const known = { AWS_EXECUTION_ENV: process.env['AWS_EXECUTION_ENV'], TMPDIR: process.env['TMPDIR'] };
  try {
    process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x';
    process.env['TMPDIR'] = await privateFolder();
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    return { path, args: ['--no-zygote', '--disable-dev-shm-usage'], origin: 'the browser that comes with drplan' };
  } catch (error) {
    if (error instanceof UserError) throw error;
    return undefined;
  } finally {
    for (const [name, value] of Object.entries(known)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/**
 * The browser to print with: the one that was named, else one of the system, else the one that came with drplan.
 * @throws UserError (browser) that says where it was looked for and how to get one.
 */
export async function findBrowser(named: string | undefined, env: Env): Promise<FoundBrowser> {
  const said: readonly (readonly [origin: string, path: string | undefined])[] = [
    ['--browser', named],
    ['DRPLAN_BROWSER', env['DRPLAN_BROWSER']],
    ['PUPPETEER_EXECUTABLE_PATH', env['PUPPETEER_EXECUTABLE_PATH']],
  ];
  for (const [origin, path] of said) {
    if (!path) continue;
    if (await isExecutable(path)) return { path, args: [], origin };
    throw new UserError(
      `${origin} names ${path}, which is no program that can be started`,
      exitCode.browser,
      'correct it, or leave it out: a browser is looked for',
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((f) => f !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))),
    ...(places[process.platform] ?? []),
  ];
  for (const path of candidates) if (await isExecutable(path)) return { path, args: [], origin: path };
  const bundled = await bundledBrowser();
  if (bundled) return bundled;
  throw new UserError(
    `no browser was found: looked for ${names.slice(0, 6).join(', ')} and others on the path`,
    exitCode.browser,
    'install one (Debian: apt-get install chromium-headless-shell), or name one with --browser PATH',
  );
}
