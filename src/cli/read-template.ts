import { createHash } from 'node:crypto';
import { nearest } from '../diagnostics/near.ts';
import { exitCode, UserError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { Font, TemplateFiles } from '../render/render.ts';

const shipped = 'templates/binder';
const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215';
const latinExt =
  'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0';
const text = 'atkinson-hyperlegible-next';

const fontFiles = [
  { file: `${text}-latin-400-normal`, family: 'Atkinson Hyperlegible Next', weight: 400, unicodeRange: latin },
  { file: `${text}-latin-700-normal`, family: 'Atkinson Hyperlegible Next', weight: 700, unicodeRange: latin },
  { file: `${text}-latin-ext-400-normal`, family: 'Atkinson Hyperlegible Next', weight: 400, unicodeRange: latinExt },
  { file: `${text}-latin-ext-700-normal`, family: 'Atkinson Hyperlegible Next', weight: 700, unicodeRange: latinExt },
  { file: 'ibm-plex-mono-latin-400-normal', family: 'IBM Plex Mono', weight: 400, unicodeRange: latin },
  { file: 'ibm-plex-mono-latin-700-normal', family: 'IBM Plex Mono', weight: 700, unicodeRange: latin },
];

/** The parts of a template that a folder of the user's own may replace, each by a file of the same name. */
const parts = ['template.hbs', 'print.css', 'sections.css', 'screen.css', 'search.js'] as const;

/** Read one after the other: where a part comes from, and its text. */
interface Part {
  readonly text: string;
  /** As it is named in messages. */
  readonly from: string;
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The user's own files, by the name of the part. @throws UserError (usage) for a file that replaces nothing. */
async function ownFiles(dir: string, names: readonly string[], ports: Ports): Promise<ReadonlyMap<string, Part>> {
  const kind = await ports.files.kindOf(dir);
  if (kind !== 'folder') {
    throw new UserError(
      `the template ${dir} is not a folder`,
      exitCode.usage,
      'name a folder with template.hbs, print.css or partials/NAME.hbs',
    );
  }
  const limits = { fileBytes: 1024 * 1024, totalBytes: 16 * 1024 * 1024, files: 500, depth: 3 };
  const files = await ports.files.readTree(dir, (path) => /\.(?:hbs|css|js)$/i.test(path), limits);
  const own = new Map<string, Part>();
  for (const file of files) {
    const from = `${dir}/${file.path}`;
    if ('problem' in file) throw new UserError(`${from}: ${file.problem}`, exitCode.io, file.hint);
    const isPartial = /^partials\/[\w-]+\.hbs$/.test(file.path);
    if (!isPartial && !names.includes(file.path)) {
      const near = nearest(file.path, names);
      throw new UserError(
        `${from} is no part of a template`,
        exitCode.usage,
        near ? `did you mean ${near}?` : `parts are ${parts.join(', ')} and partials/NAME.hbs`,
      );
    }
    own.set(file.path, { text: decoded(file.bytes), from });
  }
  return own;
}

async function readFonts(ports: Ports): Promise<readonly Font[]> {
  return Promise.all(
    fontFiles.map(async ({ file, ...font }): Promise<Font> => {
      const data = await ports.assets.read(`${shipped}/fonts/${file}.woff2`);
      return { ...font, data: Buffer.from(data).toString('base64') };
    }),
  );
}

/**
 * The template that is shipped, each file replaced by the one of the same name in the user's own folder.
 * @throws UserError (usage) for a folder that is none, or a file in it that would never be read
 */
export async function readTemplate(ports: Ports, dir: string | undefined): Promise<TemplateFiles> {
  const partials = (await ports.assets.list(`${shipped}/partials`)).filter((name) => name.endsWith('.hbs'));
  const names = [...parts, ...partials.map((name) => `partials/${name}`)];
  const own = dir === undefined ? new Map<string, Part>() : await ownFiles(dir, names, ports);
  const read = async (path: string): Promise<Part> =>
    own.get(path) ?? { text: decoded(await ports.assets.read(`${shipped}/${path}`)), from: `${shipped}/${path}` };
  const all = await Promise.all(
    [...new Set([...names, ...own.keys()])].map(async (path) => [path, await read(path)] as const),
  );
  const of = new Map(all);
  const textOf = (path: (typeof parts)[number]): string => of.get(path)?.text ?? '';
  const script = textOf('search.js');
  return {
    template: textOf('template.hbs'),
    partials: Object.fromEntries(
      all.filter(([path]) => path.startsWith('partials/')).map(([path, part]) => [path.slice(9, -4), part.text]),
    ),
    sources: Object.fromEntries(all.map(([path, part]) => [path, part.from])),
    css: `${textOf('print.css')}\n${textOf('sections.css')}\n${textOf('screen.css')}`,
    fonts: await readFonts(ports),
    script,
    scriptHash: `sha256-${createHash('sha256').update(script).digest('base64')}`,
  };
}
