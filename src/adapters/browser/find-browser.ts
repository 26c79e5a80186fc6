import { access, constants, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { exitCode, UserError } from '../../errors.ts';
import { type FoundBrowser, howToGetOne } from './found-browser.ts';
import { unpackBrowser } from './unpack-browser.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Headless shells first: they start four times as fast and print the same. */
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
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  ],
  linux: ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
};

const isExecutable = (path: string): Promise<boolean> =>
  Promise.all([access(path, constants.X_OK), stat(path)]).then(
    ([, info]) => info.isFile(),
    () => false,
  );

/** What somebody asked for is taken or refused; nothing else is used in its place behind their back. */
async function namedBrowser(named: string | undefined, env: Env): Promise<FoundBrowser | undefined> {
  const said: readonly (readonly [origin: string, path: string | undefined])[] = [
    ['--browser', named],
    ['DRPLAN_BROWSER', env['DRPLAN_BROWSER']],
    ['PUPPETEER_EXECUTABLE_PATH', env['PUPPETEER_EXECUTABLE_PATH']],
  ];
  const [origin, path] = said.find(([, p]) => p !== undefined && p !== '') ?? [];
  if (origin === undefined || path === undefined) return undefined;
  if (await isExecutable(path)) return { path, origin, env: {} };
  throw new UserError(
    `${origin} names ${path}, which is no program that can be started`,
    exitCode.browser,
    'correct it, or leave it out: a browser is looked for then',
  );
}

async function systemBrowser(env: Env): Promise<FoundBrowser | undefined> {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))),
    ...(places[process.platform] ?? []),
  ];
  for (const path of candidates) if (await isExecutable(path)) return { path, origin: 'the system', env: {} };
  return undefined;
}

/**
 * The browser to print with: the one that was named (`--browser`, `DRPLAN_BROWSER`, `PUPPETEER_EXECUTABLE_PATH`), else
 * one of the system, else the one that came through the package registry.
 * @throws UserError (browser) that says where it was looked for and how to get one.
 */
export async function findBrowser(named: string | undefined, env: Env): Promise<FoundBrowser> {
  const found = (await namedBrowser(named, env)) ?? (await systemBrowser(env));
  if (found) return found;
  const brought = await unpackBrowser(env);
  if ('path' in brought) return brought;
  const elsewhere = (places[process.platform] ?? []).join(', ');
  throw new UserError(
    `no browser was found to print with. Looked for ${names.join(', ')} on the path${elsewhere === '' ? '' : `; at ${elsewhere}`}; ` +
      `and for the package @sparticuz/chromium: ${brought.reason}`,
    exitCode.browser,
    howToGetOne,
  );
}
