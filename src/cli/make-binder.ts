import { createHash } from 'node:crypto';
import type { Facts } from '../analysis/index.ts';
import { composeBinder } from '../binder/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/near.ts';
import { exitCode, UserError } from '../errors.ts';
import type { Ports, PrintJob } from '../ports.ts';
import type { Recovery } from '../recovery/recovery.ts';
import { type Font, renderHtml, type TemplateFiles } from '../render/render.ts';
import type { Loaded } from './load.ts';
import { version } from './version.ts';

/** A binder that is ready to be printed. */
export interface Made {
  readonly html: (variant: 'print' | 'screen') => string;
  readonly job: Omit<PrintJob, 'html'>;
}

interface Wanted {
  readonly facts: Facts;
  readonly recovery: Recovery;
  readonly diagnostics: readonly Diagnostic[];
  readonly loaded: Loaded;
  readonly options: { readonly binder?: string; readonly paper: 'a4' | 'letter' };
  readonly ports: Ports;
}

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

async function readTemplate(ports: Ports): Promise<TemplateFiles> {
  const dir = 'templates/binder';
  const read = async (path: string): Promise<string> =>
    new TextDecoder().decode(await ports.assets.read(`${dir}/${path}`));
  const names = (await ports.assets.list(`${dir}/partials`)).filter((name) => name.endsWith('.hbs'));
  const partials = await Promise.all(
    names.map(async (name) => [name.slice(0, -4), await read(`partials/${name}`)] as const),
  );
  const fonts = await Promise.all(
    fontFiles.map(async ({ file, ...font }): Promise<Font> => {
      const data = await ports.assets.read(`${dir}/fonts/${file}.woff2`);
      return { ...font, data: Buffer.from(data).toString('base64') };
    }),
  );
  return {
    template: await read('template.hbs'),
    partials: Object.fromEntries(partials),
    css: `${await read('print.css')}\n${await read('screen.css')}`,
    fonts,
  };
}

/** Composes and renders the binder of a plan. @throws UserError (usage) when the binder that was asked for is not in it. */
export async function makeBinder({ facts, recovery, diagnostics, loaded, options, ports }: Wanted): Promise<Made> {
  const ids = facts.model.of('binder').map((b) => b.id);
  if (options.binder !== undefined && !ids.includes(options.binder)) {
    const near = nearest(options.binder, ids);
    const known =
      ids.length > 0
        ? `there are: ${ids.join(', ')}`
        : 'the plan has no binders; leave --binder out to print everything';
    throw new UserError(
      `there is no binder "${options.binder}"`,
      exitCode.usage,
      near ? `did you mean "${near}"?` : known,
    );
  }
  const { plan } = loaded.header;
  const binder = composeBinder({
    facts,
    recovery,
    diagnostics,
    fingerprint: plan.fingerprint,
    revision: plan.revision ?? '',
    toolVersion: version,
    binderId: options.binder,
    hash: (said) => createHash('sha256').update(said).digest('hex'),
  });
  const files = await readTemplate(ports);
  return {
    html: (variant) => renderHtml(binder, files, { variant, paper: options.paper }),
    job: {
      title: `${binder.meta.planName}: ${binder.meta.title}`,
      author: binder.meta.author,
      language: binder.meta.language,
      // The day of the check, not the clock: the same plan and day give the same bytes.
      date: new Date(`${facts.today}T00:00:00Z`),
    },
  };
}
