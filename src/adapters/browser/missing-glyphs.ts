import type { Page } from 'puppeteer-core';
import { groupsScript, type ShownClusters } from './glyph-script.ts';
import { pagesWithGlyph0 } from './pdf-pages.ts';

type Group = readonly [font: string, clusters: readonly string[]];

/** How many clusters share a page of the first trial print. */
const groupSize = 64;

async function groupsWithMissing(page: Page, groups: readonly Group[]): Promise<readonly Group[]> {
  if (groups.length === 0) return [];
  await page.evaluate(groupsScript(groups));
  // A page holds a group whatever its fonts are.
  const bytes = await page.pdf({ width: '40in', height: '40in', tagged: false, outline: false, timeout: 0 });
  const pages = new Set(pagesWithGlyph0(bytes));
  return pages.has(0) ? groups : groups.filter((_, i) => pages.has(i + 1));
}

/**
 * Which clusters no font can show: they are printed for trial in the fonts of the document, and the paper is asked, for
 * only there a glyph is certain. `page` has the document's style sheets; its body is used up.
 */
export async function missingClusters(page: Page, shown: ShownClusters): Promise<ReadonlySet<string>> {
  const groups = shown.flatMap(([font, clusters]) =>
    Array.from(
      { length: Math.ceil(clusters.length / groupSize) },
      (_, i): Group => [font, clusters.slice(i * groupSize, (i + 1) * groupSize)],
    ),
  );
  const suspect = await groupsWithMissing(page, groups);
  const single = suspect.flatMap(([font, clusters]) => clusters.map((cluster): Group => [font, [cluster]]));
  const missing = await groupsWithMissing(page, single);
  return new Set(missing.flatMap(([, clusters]) => clusters));
}

const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** The code points of a cluster that a font may lack, as `U+XXXX`: not those of ASCII, nor those that are not seen. */
export function codePoints(cluster: string): readonly string[] {
  const lacking = [...cluster].filter((char) => char > '\x7f' && !invisible.test(char));
  return lacking.map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
}

/** What stands on the paper in the place of a cluster that no font can show: `[U+6F22]`, `x[U+0331]`. */
export function clusterName(cluster: string): string {
  const ascii = [...cluster].filter((char) => char <= '\x7f').join('');
  return `${ascii}[${codePoints(cluster).join(',')}]`;
}
