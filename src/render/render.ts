import Handlebars from 'handlebars';
import type { Binder, Section } from '../binder/index.ts';

/** The parts of a template, as texts: `template.hbs`, partials by name, style sheets, fonts as data. */
export interface TemplateFiles {
  readonly template: string;
  readonly partials: Readonly<Record<string, string>>;
  readonly css: string;
  readonly fonts: readonly Font[];
}

export interface Font {
  readonly family: string;
  readonly weight: number;
  readonly unicodeRange: string;
  /** The file, base64. */
  readonly data: string;
}

export interface RenderOptions {
  /** `print`: for a browser that makes the PDF; `screen`: one file to read and to print by hand. */
  readonly variant: 'print' | 'screen';
  readonly paper: 'a4' | 'letter';
}

type Options = Handlebars.HelperOptions & { readonly loc?: { readonly start: { readonly line: number } } };

/** A missing value is a typo in a template, and on paper an empty list that nobody notices: it stops the print. */
function defined(helper: string, value: unknown, options: Options): void {
  if (value !== undefined) return;
  throw new Error(
    `template: {{#${helper}}} in line ${options.loc?.start.line ?? '?'} names something that does not exist`,
  );
}

/** Handlebars with block helpers as strict as its own expressions: `strict` alone lets `{{#each typo}}` print nothing. */
export function strictHandlebars(): typeof Handlebars {
  const handlebars = Handlebars.create();
  for (const name of ['each', 'if', 'unless', 'with'] as const) {
    const original = handlebars.helpers[name] as Handlebars.HelperDelegate;
    handlebars.registerHelper(name, function strict(this: unknown, value: unknown, options: Options) {
      defined(name, value, options);
      return original.call(this, value, options);
    });
  }
  return handlebars;
}

const compileOptions: CompileOptions = {
  strict: true,
  knownHelpers: { each: true, if: true, unless: true, with: true },
  preventIndent: true,
};

/** Text as a CSS string: quotes, backslashes and line ends cannot end it. */
export const cssString = (text: string): string =>
  `"${text.replace(/[\\"<>\n\r\f]/g, (c) => `\\${c.codePointAt(0)?.toString(16)} `)}"`;

function fontFaces(fonts: readonly Font[]): string {
  return fonts
    .map(
      (f) =>
        `@font-face{font-family:"${f.family}";font-weight:${f.weight};src:url(data:font/woff2;base64,${f.data}) format("woff2");unicode-range:${f.unicodeRange}}`,
    )
    .join('\n');
}

/** A named page per section, so that each page says where it belongs. */
function pageRules({ meta, sections }: Binder, paper: string): string {
  const left = [meta.planName, meta.classification].filter(Boolean).join(' · ');
  const state = [
    meta.version === '' ? '' : `version ${meta.version}`,
    `plan ${meta.fingerprint}`,
    meta.revision === '' ? '' : `revision ${meta.revision}`,
  ].filter(Boolean);
  const dates = [`printed ${meta.printedOn}`, meta.validUntil === '' ? '' : `valid until ${meta.validUntil}`].filter(
    Boolean,
  );
  const size = `@page{size:${paper === 'letter' ? 'letter' : 'A4'}}`;
  const common =
    `@page{@top-left{content:${cssString(left)}}` +
    `@bottom-left{content:${cssString([...state, ...dates].join(' · '))}}` +
    `@bottom-right{content:"page " counter(page) " of " counter(pages)}}`;
  const named = sections.map(
    (s) =>
      `@page ${pageName(s)}{@top-right{content:${cssString(`${s.title} · ${s.fingerprint}`)}}}` +
      `section.${pageName(s)}{page:${pageName(s)}}`,
  );
  return [size, common, ...named].join('\n');
}

const pageName = (section: Section): string => `s-${section.name}`;

/**
 * The binder as one HTML file that loads nothing: fonts are in it, and its content security policy forbids the rest.
 * All text of the plan is escaped. @throws Error when the template names something that does not exist.
 */
export function renderHtml(binder: Binder, files: TemplateFiles, { variant, paper }: RenderOptions): string {
  const handlebars = strictHandlebars();
  for (const [name, source] of Object.entries(files.partials)) {
    handlebars.registerPartial(name, handlebars.compile(source, compileOptions));
  }
  const render = (source: string, context: unknown): string => handlebars.compile(source, compileOptions)(context);
  const parts = binder.sections.map((section) => {
    const partial = files.partials[section.name];
    if (partial === undefined) throw new Error(`the template has no partial for the section ${section.name}`);
    return {
      anchor: `section-${section.name}`,
      page: pageName(section),
      title: section.title,
      fingerprint: section.fingerprint,
      entries: section.entries,
      // Made by the partial below from escaped values; nothing else is ever put in as it stands.
      body: new handlebars.SafeString(
        render(partial, { ...(section.content as object), meta: binder.meta, title: section.title }),
      ),
    };
  });
  const css = [fontFaces(files.fonts), pageRules(binder, paper), files.css].join('\n');
  return render(files.template, {
    meta: binder.meta,
    sections: parts,
    leftOut: binder.leftOut,
    variant,
    isScreen: variant === 'screen',
    banner: binder.meta.banner,
    css: new handlebars.SafeString(css.replaceAll('</', '<\\/')),
  });
}
