import { ranges } from '../../../diagnostics/ranges.ts';
import { exitCode, UserError } from '../../../errors.ts';
import type { CommandDefinition } from '../../command.ts';
import { copyNumber } from '../../paper/copy-number.ts';

interface Options {
  readonly copy: number;
  readonly document?: string;
  readonly out?: string;
  readonly browser?: string;
}

/** `3-5` → `4-6` where pages moved together. */
function movedRuns(moved: readonly { from: number; to: number }[]): readonly { from: string; to: string }[] {
  const runs: { from: number; to: number; count: number }[] = [];
  for (const { from, to } of moved) {
    const last = runs.at(-1);
    if (last && last.from + last.count === from && last.to + last.count === to) last.count++;
    else runs.push({ from, to, count: 1 });
  }
  const said = (n: number, count: number): string => (count === 1 ? `${n}` : `${n}-${n + count - 1}`);
  return runs.map(({ from, to, count }) => ({ from: said(from, count), to: said(to, count) }));
}

/** Prints the pages that make a copy current, and the slip that says what to do with them. */
export const replace: CommandDefinition = {
  usage: 'replace',
  summary: 'print just the pages that make a copy current, with an exchange slip',
  define: (command) => {
    command
      .requiredOption('--copy <n>', 'the number of the copy', copyNumber)
      .option('--document <name>', 'of which paper, where a number was given twice; see: drplan paper status')
      .option(
        '--out <file>',
        'the file for the pages; default: copy-N-pages.pdf, the slip beside it as copy-N-slip.pdf',
      )
      .option('--browser <path>', 'the browser that prints; default: the first one found');
  },
  run: async (_args, given, context) => {
    const options = given as unknown as Options;
    const [paper, { loadRegister, record }, { copyNamed }, made, { exchangeSlip }, { showingProgress }] =
      await Promise.all([
        import('../../../paper/index.ts'),
        import('../../paper/register-file.ts'),
        import('../../paper/copy-named.ts'),
        import('../../paper/make-copy.ts'),
        import('../../../binder/index.ts'),
        import('../../progress.ts'),
      ]);
    const { ports, global } = context;
    const copy = copyNamed(await loadRegister(context), options.copy, options.document);
    if (copy.state !== 'in-use') {
      throw new UserError(
        `copy ${copy.copy} is recorded as ${copy.state}`,
        exitCode.usage,
        copy.state === 'lost'
          ? `is it there again? drplan paper register --copy ${copy.copy} --found`
          : 'print a new copy with: drplan print --copy N',
      );
    }
    const plan = await made.planOfPaper(context);
    const today = await made.makeCopy(plan, copy, context);
    const printer = await ports.pdf(options.browser === undefined ? {} : { browser: options.browser });
    const job = { ...today.job, html: today.html('print'), fingerprint: made.pageFingerprint };
    const { leaves } = await showingProgress(ports, 'comparing pages', () => printer.layout(job));
    const pages = made.pagesOf(leaves);
    const exchange = paper.exchangeOf(copy.pages, pages, copy.request.duplex);
    if (exchange.takeOut.length + exchange.putIn.length === 0) {
      await ports.out.write(`copy ${copy.copy} is current: nothing to exchange\n`);
      return exitCode.ok;
    }
    const out = options.out ?? `copy-${copy.copy}-pages.pdf`;
    const slipFile = `${out.replace(/(?:-pages)?\.pdf$/i, '')}-slip.pdf`;
    const slip = today.render(
      exchangeSlip(today.binder, {
        takeOut: ranges(exchange.takeOut),
        putIn: ranges(exchange.putIn),
        moved: movedRuns(exchange.moved),
        pages: pages.length,
        plan: copy.plan.slice(0, 8),
        command: `drplan paper register --copy ${copy.copy} --exchanged`,
      }),
      'print',
    );
    await showingProgress(ports, 'printing', async () => {
      if (exchange.putIn.length > 0) {
        const { bytes } = await printer.print({ ...job, only: exchange.putIn });
        await ports.files.write(out, bytes, { overwrite: true });
      }
      const printed = await printer.print({ ...today.job, html: slip });
      await ports.files.write(slipFile, printed.bytes, { overwrite: true });
    });
    const { plan: head, tool } = plan.loaded.header;
    await record(context, {
      at: ports.now().toISOString(),
      event: 'replacement',
      copy: copy.copy,
      document: copy.document,
      request: copy.request,
      holder: copy.holder,
      place: copy.place,
      printedOn: global.today,
      plan: head.fingerprint,
      revision: head.revision ?? '',
      tool: tool.version,
      pages,
      sections: made.sectionsOf(today),
    });
    await ports.out.write(exchange.putIn.length > 0 ? `${out}\n${slipFile}\n` : `${slipFile}\n`);
    await ports.err.write(
      `copy ${copy.copy}: take out ${ranges(exchange.takeOut) || 'nothing'}, put in ${ranges(exchange.putIn) || 'nothing'}\n` +
        `when it is done: drplan paper register --copy ${copy.copy} --exchanged\n`,
    );
    return exitCode.ok;
  },
};
