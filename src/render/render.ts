import Handlebars from 'handlebars';
import type { Binder, Section } from '../binder/index.ts';
import { drawPictures } from './pictures/index.ts';

/** The parts of a template, as texts: `template.hbs`, partials by name, style sheets, fonts as data. */
export interface TemplateFiles {
  readonly template: string;
  readonly partials: Readonly<Record<string, string>>;
  /** Where each file comes from, as messages name it. */
  readonly sources: Readonly<Record<string, string>>;
  readonly css: string;
  readonly fonts: readonly Font[];
  /** The search of the file for screens, and its hash as a content security policy names it. */
  readonly script: string;
  readonly scriptHash: string;
}

export interface Font {
  readonly family: string;
  readonly weight: number;
  readonly unicodeRange: string;
  /** The file, base64. */
  readonly data: string;
}

export interface RenderOptions {
  /** `print`: for a browser that makes the PDF; `screen`: one file to read and to print by hand; `plain`: for text. */
  readonly variant: 'print' | 'screen' | 'plain';
  readonly paper: 'a4' | 'letter';
  /** Both sides are printed: chapters start on right-hand pages. */
  readonly duplex: boolean;
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
  // A field of the same name would print nothing: the helper would be called instead.
  for (const name of ['log', 'lookup']) handlebars.unregisterHelper(name);
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
  knownHelpers: { each: true, if: true, unless: true, with: true, log: false, lookup: false },
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

/** A named page per section, so that each page says where it belongs; what differs from page to page is counted in. */
function pageRules({ meta, sections, words }: Binder, paper: string, duplex: boolean): string {
  const say = (key: string): string => words[key] ?? '';
  const joined = (parts: readonly string[]): string => cssString(parts.filter(Boolean).join(' · '));
  const after = (word: string, value: string): string => (value === '' ? '' : `${say(word)} ${value}`);
  const left = joined([meta.planName, meta.classification, meta.extract]);
  const copy = [after('copy', meta.copy.number), meta.copy.holder, meta.copy.place].filter(Boolean).join(', ');
  const state = joined([
    after('version', meta.version),
    after('plan', meta.fingerprint),
    after('revision', meta.revision),
  ]);
  const dates = joined([after('printed', meta.printedOn), after('validUntil', meta.validUntil), copy]);
  const size = `@page{size:${paper === 'letter' ? 'letter' : 'A4'}}`;
  const common =
    `@page{@top-left{content:${left}}` +
    `@bottom-left{content:${state} "\\a " ${dates}}` +
    `@bottom-right{content:${cssString(say('pageFrom'))} counter(page) ${cssString(say('pageOf'))} counter(pages) "\\a " counter(page,page-fingerprint) "\\a " counter(page,page-continued)}}`;
  const named = sections.map((s, i) => {
    const tab = `${cssString(s.number)}`;
    const head = cssString([s.number, s.title].filter(Boolean).join(' '));
    // Tabs step down the outer edge, twelve to a page.
    const step = `padding-top:${4 + (i % 12) * 18}mm`;
    return (
      `@page ${pageName(s)}{@top-right{content:counter(page,page-continued-from) "\\a " ${head}}}` +
      (s.number === ''
        ? ''
        : `@page ${pageName(s)}:right{@right-top{content:${tab};${step}}}@page ${pageName(s)}:left{@${duplex ? 'left' : 'right'}-top{content:${tab};${step}}}`) +
      `section.${pageName(s)}{page:${pageName(s)}}`
    );
  });
  // On one-sided paper every page is bound on the left.
  const sides = duplex ? '' : '@page :left{margin-left:25mm;margin-right:16mm}';
  return [size, common, ...named, sides].join('\n');
}

const pageName = (section: Section): string => `s-${section.name}`;

/** The pictures of a section, series by series. */
function drawn({ pictures, pictureTexts }: Section) {
  return pictures.map((series) => {
    const { pictures: sheets, notDrawn } = drawPictures(series, pictureTexts);
    return { title: series.title, pictures: sheets, notDrawn: notDrawn.join(', ') };
  });
}

/** What the partial of a section sees: its content, its words as `t`, the head of the binder as `meta`. */
export const partialContext = (binder: Binder, section: Section, hasPages: boolean) => ({
  ...(section.content as object),
  series: drawn(section),
  // Without pages a reference leads to the place itself: it is not called a page.
  t: hasPages ? section.words : { ...section.words, page: '' },
  meta: binder.meta,
  title: section.title,
});

/**
 * The binder as one HTML file that loads nothing: fonts are in it, and its content security policy forbids the rest.
 * All text of the plan is escaped. @throws Error when the template names something that does not exist.
 */
export function renderHtml(binder: Binder, files: TemplateFiles, { variant, paper, duplex }: RenderOptions): string {
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
      number: section.number,
      title: section.title,
      fingerprint: section.fingerprint,
      entries: section.entries,
      isCover: section.name === 'cover',
      // Made by the partial below from escaped values; nothing else is ever put in as it stands.
      body: new handlebars.SafeString(render(partial, partialContext(binder, section, variant === 'print'))),
    };
  });
  const go = `:root{--go:${cssString(binder.words['seeBelow'] ?? '')}}`;
  // Behind the style sheet: what depends on this binder has the last word.
  const css = [fontFaces(files.fonts), go, files.css, pageRules(binder, paper, duplex)].join('\n');
  return render(files.template, {
    meta: binder.meta,
    t: binder.words,
    cover: parts.filter((p) => p.isCover),
    sections: parts.filter((p) => !p.isCover),
    leftOut: binder.leftOut,
    // A slip of one section is no binder.
    hasContents: parts.length > 1,
    variant,
    isScreen: variant === 'screen',
    isDuplex: duplex,
    css: new handlebars.SafeString(css.replaceAll('</', '<\\/')),
    script: new handlebars.SafeString(variant === 'screen' ? files.script : ''),
    scriptHash: variant === 'screen' ? `'${files.scriptHash}'` : "'none'",
  });
}
