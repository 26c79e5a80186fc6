import { Option } from 'commander';
import { type ExitCode, exitCode, UserError } from '../../errors.ts';
import type { PrintedPdf } from '../../ports.ts';
import type { CommandDefinition, Context } from '../command.ts';
import { type EventOptions, withEvent } from '../event-options.ts';
import type { BinderOptions, Made } from '../make-binder.ts';
import { showingProgress } from '../progress.ts';

interface Options extends EventOptions, Omit<BinderOptions, 'scenario' | 'copy'> {
  readonly out?: string;
  readonly format: 'pdf' | 'html' | 'txt';
  readonly browser?: string;
  readonly strict?: boolean;
}

/** Never refuses because of findings: in an outage paper is needed. Without a browser it writes the same as HTML. */
export const print: CommandDefinition = {
  usage: 'print',
  summary: 'make the paper binder: PDF, or HTML where no browser can be started',
  define: (command) => {
    withEvent(command)
      .option('--role <id...>', 'an extract for these roles: their card, their steps, their procedures')
      .option('--element <id...>', 'an extract about these elements: their sheets, what they need, how they come back')
      .option('--binder <id>', 'the binder of the plan to print; default: everything')
      .option('--out <file>', 'the file to write; default: binder.pdf, binder.html or binder.txt')
      .addOption(new Option('--paper <size>', "paper size; default: the binder's, else a4").choices(['a4', 'letter']))
      .addOption(new Option('--format <name>', 'what is written').choices(['pdf', 'html', 'txt']).default('pdf'))
      .option('--simplex', 'for one-sided paper: no blank pages before chapters')
      .option('--template <dir>', 'a folder whose files replace those of the template')
      .option('--browser <path>', 'the browser that prints; default: the first one found')
      .option('--strict', 'refuse to print a plan that has errors');
  },
  run: async (_args, given, context) => {
    const options = given as unknown as Options;
    const [{ analyse, judge }, { loadPlan, refuseEmpty, sayLeftOut }, { eventOf }, { makeBinder }] = await Promise.all([
      import('../../pipeline.ts'),
      import('../load.ts'),
      import('../event.ts'),
      import('../make-binder.ts'),
    ]);
    const { ports, global } = context;
    const out = options.out ?? `binder.${options.format}`;
    if ((await ports.files.kindOf(out)) === 'folder') {
      throw new UserError(`${out} is a folder`, exitCode.io, 'name a file with --out FILE');
    }
    const loaded = await loadPlan(context);
    refuseEmpty(loaded);
    const facts = analyse(loaded.reading, global.today);
    const diagnostics = judge(loaded.reading, facts);
    const errors = diagnostics.filter((d) => d.severity === 'error' && !d.waived).length;
    if (options.strict && errors > 0) {
      throw new UserError(
        `the plan has ${errors} errors; nothing was printed`,
        exitCode.findings,
        'see: drplan validate',
      );
    }
    const event = eventOf(facts, options);
    const made = await makeBinder({ facts, event, diagnostics, loaded, options, ports });
    const incomplete = (await sayLeftOut(loaded, context)) || errors > 0;
    if (errors > 0) await ports.err.write(`the plan has ${errors} errors; the cover says so\n`);
    if (options.format === 'pdf') return printPdf(made, out, options, context, incomplete);
    const content = options.format === 'html' ? made.html('screen') : await textOf(made);
    await ports.files.write(out, content, { overwrite: true });
    await ports.out.write(`${out}\n`);
    return incomplete ? exitCode.incomplete : exitCode.ok;
  },
};

async function textOf(made: Made): Promise<string> {
  const { plainText } = await import('../../render/plain-text.ts');
  return plainText(made.html('plain'));
}

async function printPdf(
  made: Made,
  out: string,
  options: Options,
  { ports }: Context,
  incomplete: boolean,
): Promise<ExitCode> {
  let printed: PrintedPdf;
  try {
    const printer = await ports.pdf(options.browser === undefined ? {} : { browser: options.browser });
    const html = made.html('print');
    printed = await showingProgress(ports, 'printing', () => printer.print({ ...made.job, html }));
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== exitCode.browser) throw error;
    const fallback = `${out.replace(/\.pdf$/i, '')}.html`;
    await ports.files.write(fallback, made.html('screen'), { overwrite: true });
    await ports.out.write(`${fallback}\n`);
    throw new UserError(
      `${error.message}\nThe same binder was written as ${fallback}: print it from any browser.`,
      exitCode.browser,
      error.hint,
    );
  }
  await ports.files.write(out, printed.bytes, { overwrite: true });
  await ports.out.write(`${out}\n`);
  await ports.err.write([`${printed.pages} pages`, ...printed.notes, ''].join('\n'));
  return incomplete ? exitCode.incomplete : exitCode.ok;
}
