import { Option } from 'commander';
import { exitCode, UserError } from '../../../errors.ts';
import type { PdfPrinter, Ports } from '../../../ports.ts';
import type { CommandDefinition } from '../../command.ts';

/** The browser that lays pages out, or why there is none: sections are compared then. */
async function printerOf(
  ports: Ports,
  { browser, sections }: { readonly browser?: string; readonly sections?: boolean },
): Promise<{ readonly printer?: PdfPrinter; readonly inexact: string }> {
  if (sections) return { inexact: '--sections was given' };
  try {
    return { printer: await ports.pdf(browser === undefined ? {} : { browser }), inexact: '' };
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== exitCode.browser || browser !== undefined) throw error;
    return { inexact: error.message.split('\n')[0] ?? 'no browser' };
  }
}

/** Which copies still say what would be printed today. */
export const status: CommandDefinition = {
  usage: 'status',
  summary: 'which printed copies are stale, and which of their pages',
  define: (command) => {
    command
      .option('--sections', 'compare sections only: fast, and without a browser')
      .option('--browser <path>', 'the browser that lays the pages out; default: the first one found')
      .addOption(new Option('--format <name>', 'how it is written').choices(['text', 'json']).default('text'));
  },
  run: async (_args, options, context) => {
    const [
      { copiesOf, statusOf },
      { loadRegister, sayUnread },
      { planOfPaper, todaysPaper, todaysSections },
      { views },
      progress,
    ] = await Promise.all([
      import('../../../paper/index.ts'),
      import('../../paper/register-file.ts'),
      import('../../paper/make-copy.ts'),
      import('../../../views/paper/index.ts'),
      import('../../progress.ts'),
    ]);
    const { ports } = context;
    const register = await loadRegister(context);
    const copies = copiesOf(register);
    const plan = await planOfPaper(context);
    const compared = copies.some((c) => c.state === 'in-use');
    const { printer, inexact } = compared ? await printerOf(ports, options) : { printer: undefined, inexact: '' };
    // Copies of the same paper differ in their feet only: they are laid out once.
    const papers = new Map<string, Awaited<ReturnType<typeof todaysPaper>>>();
    const todayOf = async (copy: (typeof copies)[number]) => {
      const key = JSON.stringify(copy.request);
      if (!papers.has(key)) {
        papers.set(key, printer ? await todaysPaper(plan, copy, printer, context) : todaysSections(plan, copy));
      }
      return papers.get(key);
    };
    const statuses = await progress.showingProgress(ports, 'comparing copies', async () => {
      const all: ReturnType<typeof statusOf>[] = [];
      for (const copy of copies) all.push(statusOf(copy, copy.state === 'in-use' ? await todayOf(copy) : undefined));
      return all;
    });
    const view = views.find((v) => v.name === options['format']);
    if (!view) throw new Error(`no view ${options['format']}`);
    const width = Math.max(40, Math.min(ports.out.columns ?? 80, 120));
    await ports.out.write(view.render(statuses, { header: plan.loaded.header, width, inexact }));
    const unread = await sayUnread(register, context);
    if (statuses.some((s) => s.state === 'stale')) return exitCode.findings;
    return unread ? exitCode.incomplete : exitCode.ok;
  },
};
