/** Clusters of characters and the font they are shown with, as a CSS declaration list. */
export type ShownClusters = readonly (readonly [font: string, clusters: readonly string[]])[];

/**
 * All clusters of characters beyond ASCII that the document shows, by font; those of style sheets and of header and footer
 * count as shown with the font of the body. A cluster is what a reader takes for one character: letter and accents, an
 * emoji of several people. Of a document in whose measuring print every glyph was there, `unprinted` is enough: what only
 * the last print shows.
 */
export const clustersScript = (wanted: 'all' | 'unprinted'): string => String.raw`(() => {
  const segmenter = new Intl.Segmenter();
  const invisible = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}]*$/u;
  const byFont = new Map();
  const fonts = new Map();
  const fontOf = (element) => {
    if (!fonts.has(element)) {
      const { fontFamily, fontWeight, fontStyle } = getComputedStyle(element);
      fonts.set(element, 'font-family:' + fontFamily + ';font-weight:' + fontWeight + ';font-style:' + fontStyle);
    }
    return fonts.get(element);
  };
  const take = (text, element) => {
    for (const [run] of text.matchAll(/[^\x00-\x7f][^\x00-\x20]*|[\x21-\x7f](?=[^\x00-\x7f])[^\x00-\x20]*/gu)) {
      for (const { segment } of segmenter.segment(run)) {
        if (/^[\x00-\x7f]*$/.test(segment) || invisible.test(segment)) continue;
        const font = fontOf(element);
        if (!byFont.has(font)) byFont.set(font, new Set());
        byFont.get(font).add(segment);
      }
    }
  };
  const furniture = () => {
    for (const attribute of ['blankText', 'continuedText', 'continuedFromText']) take(document.body.dataset[attribute] ?? '', document.body);
    for (const element of document.querySelectorAll('[data-continues]')) take(element.dataset.continues, document.body);
  };
  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (/[^\x00-\x7f]/.test(node.data) && !node.parentElement.closest('script,style')) take(node.data, node.parentElement);
  };
  furniture();
  if (${wanted === 'all'}) {
    texts();
    for (const style of document.querySelectorAll('style')) take(style.textContent.replace(/url\([^)]*\)/g, ''), document.body);
  } else if (byFont.size > 0) {
    const [unprinted] = byFont.values();
    const printed = new Set();
    byFont.clear();
    texts();
    for (const clusters of byFont.values()) for (const cluster of clusters) printed.add(cluster);
    return JSON.stringify([[fontOf(document.body), [...unprinted].filter((cluster) => !printed.has(cluster)).sort()]]);
  }
  return JSON.stringify([...byFont].map(([font, clusters]) => [font, [...clusters].sort()]));
})()`;

/** An empty document with the style sheets of this one. */
export const sheetsScript = `(() => {
  const styles = [...document.querySelectorAll('style')].map((style) => style.outerHTML).join('');
  return '<!doctype html><html><head>' + styles + '</head><body></body></html>';
})()`;

/** A page for each group of clusters, in the fonts of the document; headers and footers are taken away. */
export const groupsScript = (
  groups: readonly (readonly [font: string, clusters: readonly string[]])[],
): string => `(() => {
  for (const sheet of document.styleSheets)
    for (let i = sheet.cssRules.length - 1; i >= 0; i--) if (sheet.cssRules[i] instanceof CSSPageRule) sheet.deleteRule(i);
  document.body.replaceChildren(...${JSON.stringify(groups)}.map(([font, clusters]) => {
    const page = document.createElement('div');
    page.style.cssText = font + ';break-after:page;overflow-wrap:anywhere;font-size:12px';
    for (const cluster of clusters) {
      const line = document.createElement('span');
      line.textContent = cluster;
      page.append(line, ' ');
    }
    return page;
  }));
})()`;

/**
 * Puts a name in the place of each cluster of `names`, in texts, in the strings of style sheets and where header and
 * footer come from. What stood there is remembered: what a page says does not depend on the fonts of a machine.
 */
export const renameScript = (names: ReadonlyMap<string, string>): string => String.raw`(() => {
  const names = new Map(${JSON.stringify([...names])});
  const segmenter = new Intl.Segmenter();
  const renamed = (text) => {
    if (!/[^\x00-\x7f]/.test(text)) return text;
    return [...segmenter.segment(text)].map(({ segment }) => names.get(segment) ?? segment).join('');
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = renamed(node.data);
    if (text !== node.data && !node.parentElement.closest('script,style')) node.data = text;
  }
  for (const style of document.querySelectorAll('style')) {
    const text = renamed(style.textContent);
    if (text !== style.textContent) style.textContent = text;
  }
  for (const attribute of ['blankText', 'continuedText', 'continuedFromText'])
    if (attribute in document.body.dataset) document.body.dataset[attribute] = renamed(document.body.dataset[attribute]);
  for (const element of document.querySelectorAll('[data-continues]')) element.dataset.continues = renamed(element.dataset.continues);
})()`;
