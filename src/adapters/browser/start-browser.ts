import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { exitCode, UserError } from '../../errors.ts';
import type { FoundBrowser } from './find-browser.ts';

/** A browser that runs, with everything to be cleared away behind it. */
export interface RunningBrowser {
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
}

/** Margin boxes, which carry header and page numbers, exist since this version. */
const leastVersion = 131;
const startWithin = 20_000;

const quiet = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--font-render-hinting=none',
  // Nothing answers there: whatever still asked for the network gets no connection.
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];

/** Chromium refuses its sandbox to root; elsewhere it is only given up when asked for. */
const withoutSandbox = (env: NodeJS.ProcessEnv): boolean =>
  process.getuid?.() === 0 || env['DRPLAN_NO_SANDBOX'] === '1';

/** What the program says when it is only asked for its version: the reason why it does not start. */
function whatItSays(path: string): Promise<string> {
  return new Promise((answer) => {
    let said = '';
    const child = spawn(path, ['--version'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const timer = setTimeout(() => void child.kill('SIGKILL'), 3_000);
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    child.on('error', (error) => answer(error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      answer(said.trim().split('\n').slice(-3).join(' ') || (code === 0 ? '' : `it ends with code ${code}`));
    });
  });
}

function killGroup(browser: Browser): void {
  const pid = browser.process()?.pid;
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Answers before the time is up, or not at all. */
export function within<T>(milliseconds: number, work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () => fail(new UserError(`${what} took longer than ${milliseconds / 1000} s`, exitCode.browser)),
      milliseconds,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function launch(found: FoundBrowser, profile: string, signal: AbortSignal): Promise<Browser> {
  const { launch: start } = await import('puppeteer-core');
  const sandbox = withoutSandbox(process.env) ? ['--no-sandbox'] : [];
  return start({
    executablePath: found.path,
    headless: 'shell',
    pipe: true,
    args: [...quiet, ...sandbox, ...found.args],
    userDataDir: profile,
    timeout: startWithin,
    protocolTimeout: 600_000,
    signal,
  });
}

/**
 * Starts the browser with an empty profile of its own, under a watchdog.
 * @throws UserError (browser): which browser, and what it said.
 */
export async function startBrowser(found: FoundBrowser): Promise<RunningBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'drplan-browser-'));
  const clear = (): Promise<void> => rm(profile, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  const abort = new AbortController();
  let browser: Browser;
  try {
    browser = await within(startWithin, launch(found, profile, abort.signal), 'starting the browser');
  } catch (error) {
    abort.abort();
    const said = await whatItSays(found.path);
    await clear();
    const detail = error instanceof UserError ? error.message : (error as Error).message.split('\n')[0];
    throw new UserError(
      `the browser ${found.path} did not start: ${detail}${said === '' ? '' : ` (${said})`}`,
      exitCode.browser,
      'install another one (Debian: apt-get install chromium-headless-shell), or name one with --browser PATH',
    );
  }
  const stop = async (): Promise<void> => {
    await within(5_000, browser.close(), 'closing the browser').catch(() => undefined);
    killGroup(browser);
    await clear().catch(() => undefined);
  };
  const version = Number(/\/(\d+)/.exec(await browser.version())?.[1]);
  if (version < leastVersion) {
    await stop();
    throw new UserError(
      `the browser ${found.path} is version ${version}; at least ${leastVersion} is needed for page numbers`,
      exitCode.browser,
      'install a newer one, or name one with --browser PATH',
    );
  }
  return { browser, stop };
}
