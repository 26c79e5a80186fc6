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
 * leads to it: chapters that nothing refers to get an empty one.
 */
export const prepareScript = (language: string): string => `(() => {
  ${idOf}
  if (document.documentElement.lang === '') document.documentElement.lang = ${JSON.stringify(language)};
  const refs = [...document.querySelectorAll('a.page-ref')];
  for (const a of refs) a.textContent = '0000';
  const linked = new Set([...document.querySelectorAll('a[href^="#"]')].map(idOf));
  const recto = [...document.querySelectorAll('section[data-recto]')];
  recto.forEach((section, i) => {
    if (section.id === '') section.id = 'recto-' + (i + 1);
    if (linked.has(section.id)) return;
    const probe = document.createElement('a');
    probe.href = '#' + section.id;
    probe.setAttribute('aria-hidden', 'true');
    probe.style.cssText = 'position:absolute;width:1px;height:1px';
    section.prepend(probe);
  });
  const ids = [...new Set(refs.map(idOf))];
  const exists = (id) => document.getElementById(id) !== null;
  return JSON.stringify({
    recto: recto.map((section) => section.id),
    targets: ids.filter(exists),
    missing: ids.filter((id) => !exists(id)),
  });
})()`;

/** Fills page numbers in and puts blank pages before the named sections; replaces what an earlier pass did. */
export const fillScript = (pageOf: ReadonlyMap<string, number>, blanks: readonly string[]): string => `(() => {
  ${idOf}
  const pageOf = new Map(${JSON.stringify([...pageOf])});
  for (const a of document.querySelectorAll('a.page-ref')) a.textContent = String(pageOf.get(idOf(a)) ?? '\\u2013');
  for (const old of document.querySelectorAll('div.blank-page')) old.remove();
  for (const id of ${JSON.stringify(blanks)}) {
    const blank = document.createElement('div');
    blank.className = 'blank-page';
    blank.textContent = document.body.dataset.blankText ?? 'This page is intentionally left blank';
    document.getElementById(id).before(blank);
  }
})()`;
