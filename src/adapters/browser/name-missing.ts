import type { Page } from 'puppeteer-core';
import { clustersScript, renameScript, type ShownClusters, sheetsScript } from './glyph-script.ts';
import type { MarkedText } from './mark-script.ts';
import { clusterName, missingClusters } from './missing-glyphs.ts';
import { ask, fontsReady, openDocument } from './open-document.ts';
import { pagesWithGlyph0 } from './pdf-pages.ts';

/**
 * Names what no font can show, if a print shows a character that none has, or if the last print shows characters that
 * this one does not. Answers names by cluster.
 */
export async function nameMissing(page: Page, bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const wanted = pagesWithGlyph0(bytes).length === 0 ? 'unprinted' : 'all';
  const shown = await ask<ShownClusters>(page, clustersScript(wanted));
  if (!shown.some(([, clusters]) => clusters.length > 0)) return new Map();
  const trial = await page.browser().newPage();
  try {
    await openDocument(trial, (await page.evaluate(sheetsScript)) as string);
    const missing = await missingClusters(trial, shown);
    const names = new Map([...missing].map((cluster) => [cluster, clusterName(cluster)]));
    await page.evaluate(renameScript(names));
    await page.evaluate(fontsReady);
    return names;
  } finally {
    await trial.close().catch(() => undefined);
  }
}

/** What was read, with the characters of the plan in the place of the names that stand on the paper. */
export function withOriginals(marked: MarkedText, names: ReadonlyMap<string, string>): MarkedText {
  if (names.size === 0) return marked;
  const clusterOf = new Map([...names].map(([cluster, name]) => [name, cluster]));
  // A name may begin with a letter, whose accents are missing: `x[U+0331]`.
  const original = (text: string): string =>
    text.replace(/([\s\S]?)(\[U\+[^\]]*\])/g, (whole, before: string, name: string) => {
      const cluster = clusterOf.get(name);
      return clusterOf.get(whole) ?? (cluster === undefined ? whole : before + cluster);
    });
  return {
    ...marked,
    pieces: marked.pieces.map((piece) => ({ ...piece, text: original(piece.text) })),
    heads: marked.heads.map(original),
    sections: marked.sections.map((section) => ({ ...section, title: original(section.title) })),
  };
}
