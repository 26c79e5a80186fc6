import { instance } from '@viz-js/viz';

/**
 * Lays out a picture in the DOT language and draws it as SVG: one file that loads nothing, with a title for those who
 * cannot see it. The same text gives the same bytes.
 * @throws Error when the text is no DOT: a bug of ours
 */
export async function drawSvg(dot: string, title: string): Promise<string> {
  const viz = await instance();
  // The picture may ask for another layout than that of ranks, as Graphviz itself would read it.
  const engine = /^ {2}graph \[layout=(\w+)/m.exec(dot)?.[1] ?? 'dot';
  const svg = viz.renderString(dot, { format: 'svg', engine });
  const text = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return svg
    .replace(/^[\s\S]*?(?=<svg)/, '<?xml version="1.0" encoding="UTF-8"?>\n')
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .replace(/<svg([^>]*)>/, (_, attributes: string) => `<svg${attributes} role="img">\n<title>${text}</title>`);
}
