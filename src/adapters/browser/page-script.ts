/*
 * What is run in the page through the DevTools protocol. The page's own scripts stay switched off. Texts, not
 * functions: a bundler may rename what a function refers to, and the page knows none of our names.
 */

/** What a document asks of the printer. */
export interface PageWishes {
  /** Sections that start on an odd page, in order. */
  readonly recto: readonly string[];
  /** Ids that a page reference points to and that exist. */
  readonly targets: readonly string[];
  /** Ids that a page reference points to and that do not exist. */
  readonly missing: readonly string[];
}

const idOf = `const idOf = (a) => {
    const written = (a.getAttribute('href') ?? '').slice(1);
    try { return decodeURIComponent(written); } catch { return written; }
  };`;

/**
 * Prepares the document once and answers its {@link PageWishes}. The browser tells the page of an id only when a link
 * leads to it: chapters that nothing refers to get one that is not shown. References to `elsewhere` say what is known of
 * them and lead nowhere.
 */
export const prepareScript = (language: string, elsewhere: ReadonlyMap<string, string>): string => `(() => {
  ${idOf}
  if (document.documentElement.lang === '') document.documentElement.lang = ${JSON.stringify(language)};
  const exists = (id) => document.getElementById(id) !== null;
  const elsewhere = new Map(${JSON.stringify([...elsewhere])});
  for (const a of document.querySelectorAll('a.page-ref')) {
    const id = idOf(a);
    if (exists(id) || !elsewhere.has(id)) continue;
    a.textContent = elsewhere.get(id);
    a.removeAttribute('href');
  }
  const refs = [...document.querySelectorAll('a.page-ref[href]')];
  for (const a of refs) a.textContent = '0000';
  const linked = new Set([...document.querySelectorAll('a[href^="#"]')].map(idOf));
  const recto = [...document.querySelectorAll('section[data-recto]')];
  const probes = document.createElement('div');
  probes.hidden = true;
  recto.forEach((section, i) => {
    if (section.id === '') section.id = 'recto-' + (i + 1);
    if (linked.has(section.id)) return;
    const probe = document.createElement('a');
    probe.href = '#' + section.id;
    probes.append(probe);
  });
  document.body.append(probes);
  const ids = [...new Set(refs.map(idOf))];
  return JSON.stringify({
    recto: recto.map((section) => section.id),
    targets: ids.filter(exists),
    missing: ids.filter((id) => !exists(id)),
  });
})()`;

/**
 * Fills page numbers in and puts blank pages before the named sections; replaces what an earlier pass did. Answers
 * whether a reference takes other room than before, so that text may have moved.
 */
export const fillScript = (pageOf: ReadonlyMap<string, number>, blanks: readonly string[]): string => `(() => {
  ${idOf}
  const pageOf = new Map(${JSON.stringify([...pageOf])});
  const refs = [...document.querySelectorAll('a.page-ref[href]')];
  const sizes = () => refs.map((a) => {
    const { width, height } = a.getBoundingClientRect();
    return Math.round(width * 8) + ' ' + Math.round(height * 8);
  });
  const before = sizes();
  for (const a of refs) a.textContent = String(pageOf.get(idOf(a)) ?? '\\u2013');
  const after = sizes();
  for (const old of document.querySelectorAll('div.blank-page')) old.remove();
  for (const id of ${JSON.stringify(blanks)}) {
    const blank = document.createElement('div');
    blank.className = 'blank-page';
    blank.textContent = document.body.dataset.blankText ?? 'This page is intentionally left blank';
    document.getElementById(id).before(blank);
  }
  return after.some((size, i) => size !== before[i]);
})()`;

/** Adds a style sheet behind all others, in place of the one that an earlier call added. */
export const styleScript = (css: string): string => `(() => {
  document.getElementById('drplan-page-style')?.remove();
  const style = document.createElement('style');
  style.id = 'drplan-page-style';
  style.textContent = ${JSON.stringify(css)};
  document.head.append(style);
})()`;
