import { readdirSync, readFileSync } from 'node:fs';
import { exitCode, UserError } from '../../src/errors.ts';
import type { Ports, PrintJob, Sink } from '../../src/ports.ts';

const root = new URL('../../', import.meta.url);

export interface FakePorts extends Ports {
  readonly written: Map<string, string | Uint8Array>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly printed: PrintJob[];
}

function sink(): Sink & { text: () => string } {
  const parts: string[] = [];
  return {
    write: async (t) => void parts.push(t),
    text: () => parts.join(''),
    isTerminal: false,
    columns: undefined,
    colour: false,
  };
}

/** A world of texts: files by path, no clock but one, no browser unless it is wanted. */
export function fakePorts(
  files: Readonly<Record<string, string>>,
  options: { readonly browser?: boolean } = {},
): FakePorts {
  const written = new Map<string, string | Uint8Array>();
  const out = sink();
  const err = sink();
  const printed: PrintJob[] = [];
  const clean = (path: string): string => path.replace(/^\.\//, '').replace(/\/+$/, '');
  const contents = (path: string): string | undefined => files[clean(path)];
  return {
    written,
    printed,
    stdout: out.text,
    stderr: err.text,
    out,
    err,
    env: {},
    cwd: '/',
    watch: async () => ({ next: async () => false, close: () => undefined }),
    now: () => new Date('2026-11-23T12:00:00'),
    revision: async () => 'abcdef0123456789',
    placeInCheckout: async () => '',
    askPassword: async () => {
      throw new UserError('there is no terminal to ask for the password on', exitCode.usage);
    },
    files: {
      readTree: async (dir, wanted) => {
        const prefix = clean(dir) === '.' ? '' : `${clean(dir)}/`;
        return Object.keys(files)
          .filter((p) => p.startsWith(prefix) && wanted(p.slice(prefix.length)))
          .sort()
          .map((p) => ({ path: p.slice(prefix.length), bytes: new TextEncoder().encode(files[p]) }));
      },
      read: async (path) => {
        const text = contents(path);
        if (text === undefined) throw new UserError(`${path} cannot be read`, exitCode.io);
        return new TextEncoder().encode(text);
      },
      kindOf: async (path) => {
        const name = clean(path);
        if (name === '.' || name === '' || Object.keys(files).some((f) => f.startsWith(`${name}/`))) return 'folder';
        return contents(path) !== undefined || written.has(path) ? 'file' : 'nothing';
      },
      write: async (path, content) => void written.set(path, content),
      append: async (path, line) => void written.set(path, `${written.get(path) ?? contents(path) ?? ''}${line}\n`),
    },
    assets: {
      read: async (path) => readFileSync(new URL(path, root)),
      list: async (dir) =>
        readdirSync(new URL(`${dir}/`, root), { withFileTypes: true })
          .filter((e) => e.isFile())
          .map((e) => e.name)
          .sort(),
    },
    pdf: async () => {
      if (!options.browser) throw new UserError('no browser was found', exitCode.browser, 'install one');
      return {
        layout: async () => ({ pages: 1, pageOf: new Map(), notes: [], leaves: [], missingGlyphs: [] }),
        print: async (job) => {
          printed.push(job);
          return {
            bytes: new TextEncoder().encode('%PDF'),
            pages: 1,
            pageOf: new Map(),
            notes: [],
            leaves: [],
            missingGlyphs: [],
          };
        },
      };
    },
  };
}
