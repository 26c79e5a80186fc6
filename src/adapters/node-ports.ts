import type { Ports } from '../ports.ts';
import { askPassword } from './ask-password.ts';
import { assets } from './assets.ts';
import { nodeFiles } from './files.ts';
import { placeInCheckout, revisionOf } from './revision.ts';
import { processSink } from './sink.ts';
import { watchFolder } from './watch.ts';

/** A folder that was deleted under our feet has no name; the commands that need it say so when they open a file. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '.';
  }
}

/** The real world. The browser is looked for when something is printed, not before. */
export function nodePorts({ noColor }: { readonly noColor: boolean }): Ports {
  const { env } = process;
  return {
    files: nodeFiles,
    assets,
    revision: revisionOf,
    placeInCheckout,
    askPassword,
    watch: watchFolder,
    now: () => new Date(),
    out: processSink(process.stdout as { fd?: number }, 'standard output', { noColor, env }),
    err: processSink(process.stderr as { fd?: number }, 'standard error', { noColor, env }),
    env,
    cwd: currentFolder(),
    pdf: async ({ browser }) => {
      const [{ findBrowser }, { pdfPrinter }] = await Promise.all([
        import('./browser/find-browser.ts'),
        import('./browser/print-pdf.ts'),
      ]);
      return pdfPrinter(await findBrowser(browser, env), env);
    },
  };
}
