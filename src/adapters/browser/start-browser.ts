import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Browser } from 'puppeteer-core';
import { exitCode, UserError } from '../../errors.ts';
import { ioError } from '../io-error.ts';
import { sweepLeftovers } from '../leftovers.ts';
import { type FoundBrowser, howToGetOne } from './found-browser.ts';
import { pipeTransport } from './pipe-transport.ts';
import { within } from './within.ts';

/** A browser that runs. `stop` takes everything of it away and never throws. */
export interface RunningBrowser {
  readonly browser: Browser;
  /** Rejects when the browser ends by itself, with its last words. */
  readonly ended: Promise<never>;
  /** What the user should know about how it runs. */
  readonly notes: readonly string[];
  readonly stop: () => Promise<void>;
}

/** How long a browser may take to start and to answer, in milliseconds. */
export const startWithin = 20_000;

/** Margin boxes, which carry headers and page numbers, exist since this version. */
const leastVersion = 131;

const quiet = [
  '--disable-gpu',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--font-render-hinting=none',
  // Nothing answers there: whatever still asked for the network gets no connection.
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--remote-debugging-pipe',
];

type Env = Readonly<Record<string, string | undefined>>;

/** Chromium refuses its sandbox to root; for others it is only given up when they ask for it. */
function sandboxNote(env: Env): string | undefined {
  if (env['DRPLAN_NO_SANDBOX'] === '1') return 'the browser ran without its sandbox, as DRPLAN_NO_SANDBOX says';
  if (process.getuid?.() === 0) return 'the browser ran without its sandbox, which it refuses to root';
  return undefined;
}

const profilePattern = /^drplan-browser-(\d+)-/;

async function makeProfile(): Promise<string> {
  try {
    await sweepLeftovers(tmpdir(), profilePattern);
    return await mkdtemp(join(tmpdir(), `drplan-browser-${process.pid}-`));
  } catch (error) {
    const { message } = ioError(error, `no temporary folder for the browser in ${tmpdir()}`);
    throw new UserError(message, exitCode.browser, 'name a folder that can be written in TMPDIR');
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Enough for the loader's or the sandbox's complaint. */
const tailLength = 600;

/** Settles when the program ends or cannot be started: how, and with which last words. */
function endOf(child: ChildProcess, path: string): Promise<never> {
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString('utf8')).slice(-4 * tailLength);
  });
  const ended = new Promise<never>((_, fail) => {
    const say = (how: string): void => {
      const words = tail.trim().slice(-tailLength).split('\n').slice(-4).join('\n');
      const hint = /sandbox/i.test(words)
        ? 'run drplan as a user for whom the sandbox works, or set DRPLAN_NO_SANDBOX=1 if you trust the plan'
        : howToGetOne;
      const said = words === '' ? '' : `. It said:\n${words}`;
      fail(new UserError(`the browser ${path} ${how}${said}`, exitCode.browser, hint));
    };
    child.on('error', (error: NodeJS.ErrnoException) => say(`could not be started (${error.code ?? error.message})`));
    const end = (code: number | null, signal: NodeJS.Signals | null): void =>
      say(signal ? `was ended by ${signal}` : `ended with code ${code}`);
    child.on('close', end);
    // A grandchild may hold its outputs open: the last words are waited for, but not for ever.
    child.on('exit', (code, signal) => void setTimeout(end, 200, code, signal));
  });
  // Nobody may be waiting when it is stopped on purpose.
  ended.catch(() => undefined);
  return ended;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Clears away before a signal ends us, then lets the signal do what it does. Answers how to take this back. */
function beforeSignals(clear: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    off();
    clear();
    process.kill(process.pid, signal);
  };
  const off = (): void => signals.forEach((signal) => void process.off(signal, onSignal));
  for (const signal of signals) process.on(signal, onSignal);
  return off;
}

async function connect(child: ChildProcess, found: FoundBrowser): Promise<Browser> {
  const { connect: connectTo } = await import('puppeteer-core');
  const [, , , toBrowser, fromBrowser] = child.stdio;
  const transport = pipeTransport(toBrowser as Writable, fromBrowser as Readable);
  const browser = await connectTo({ transport, defaultViewport: null, protocolTimeout: 0 });
  const version = Number(/\/(\d+)/.exec(await browser.version())?.[1]);
  if (version >= leastVersion) return browser;
  throw new UserError(
    `the browser ${found.path} is version ${version}; at least ${leastVersion} is needed for page numbers`,
    exitCode.browser,
    `it is too old: ${howToGetOne}`,
  );
}

/** What to tell of a start that failed: a broken connection is noticed a moment before the end that explains it. */
async function explain(error: unknown, ended: Promise<never>, path: string): Promise<UserError> {
  if (error instanceof UserError) return error;
  const { message } = error as Error;
  const vague = new UserError(`the browser ${path} did not answer: ${message}`, exitCode.browser, howToGetOne);
  const later = new Promise<UserError>((done) => void setTimeout(done, 500, vague));
  return Promise.race([ended.catch((end: UserError) => end), later]);
}

/**
 * Starts the browser in a process group and with an empty profile of its own, under a watchdog.
 * @throws UserError (browser): which browser, what happened, and what it said.
 */
export async function startBrowser(found: FoundBrowser, env: Env, limit = startWithin): Promise<RunningBrowser> {
  const { defaultArgs } = await import('puppeteer-core');
  const note = sandboxNote(env);
  const profile = await makeProfile();
  const sandbox = note === undefined ? [] : ['--no-sandbox', '--no-zygote'];
  const args = defaultArgs({ headless: 'shell', userDataDir: profile, args: [...quiet, ...sandbox] });
  const child = spawn(found.path, args, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // Its temporary files lie in the profile too, so that they go with it even when it is killed.
    env: { ...env, ...found.env, TMPDIR: profile },
  });
  const ended = endOf(child, found.path);
  const off = beforeSignals(() => {
    killGroup(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  });
  const stop = async (): Promise<void> => {
    off();
    killGroup(child);
    await within(2_000, ended, 'ending the browser').catch(() => undefined);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(() => undefined);
  };
  try {
    const started = Promise.race([connect(child, found), ended]);
    const browser = await within(limit, started, `starting the browser ${found.path}`);
    return { browser, ended, notes: note === undefined ? [] : [note], stop };
  } catch (error) {
    const reason = await explain(error, ended, found.path);
    await stop();
    throw reason;
  }
}
