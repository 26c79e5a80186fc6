import type { Leaf } from './page-texts.ts';

/** A text as a CSS string that nothing in it can end. */
const cssString = (text: string): string =>
  `"${[...text].map((c) => (/[\w .,:;+\-/()]/.test(c) ? c : `\\${c.codePointAt(0)?.toString(16)} `)).join('')}"`;

const style = (name: string, symbols: readonly string[]): string =>
  `@counter-style ${name}{system:fixed;symbols:${symbols.map(cssString).join(' ')};suffix:"";fallback:page-nothing}`;

/**
 * What differs from page to page in header and footer, as counter styles of the page number: margin boxes know nothing
 * else of the page they are on. `counter(page, page-fingerprint)` says the fingerprint of the page, `page-continued` that
 * something goes on on the next one, `page-continued-from` what it begins in the middle of.
 */
export function counterStyles(leaves: readonly Leaf[]): string {
  return [
    '@counter-style page-nothing{system:cyclic;symbols:"";suffix:""}',
    style(
      'page-fingerprint',
      leaves.map((leaf) => leaf.fingerprint),
    ),
    style(
      'page-continued',
      leaves.map((leaf) => leaf.continued),
    ),
    style(
      'page-continued-from',
      leaves.map((leaf) => leaf.continuedFrom),
    ),
  ].join('\n');
}
