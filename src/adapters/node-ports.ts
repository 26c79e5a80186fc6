import type { Ports } from '../ports.ts';
import { assets } from './assets.ts';
import { nodeFiles } from './files.ts';
import { revisionOf } from './revision.ts';
import { processSink } from './sink.ts';

/** The real world. The browser is looked for when something is printed, not before. */
export function nodePorts(options: { readonly noColor: boolean }): Ports {
  return {
    files: nodeFiles,
    assets,
    revision: revisionOf,
    now: () => new Date(),
    out: processSink(process.stdout, 'standard output', options),
    err: processSink(process.stderr, 'standard error', options),
    env: process.env,
    cwd: process.cwd(),
    pdf: async ({ browser }) => {
      const [{ findBrowser }, { pdfPrinter }] = await Promise.all([
        import('./browser/find-browser.ts'),
        import('./browser/print-pdf.ts'),
      ]);
      return pdfPrinter(await findBrowser(browser, process.env));
    },
  };
}
