import { Option } from 'commander';
import { exitCode, UserError } from '../../errors.ts';
import type { PaperRequest } from '../../paper/index.ts';
import type { Ports, PrintedPdf } from '../../ports.ts';
import type { CommandDefinition, Context } from '../command.ts';
import { type EventOptions, withEvent } from '../event-options.ts';
import type { Loaded } from '../load.ts';
import type { BinderOptions, Made } from '../make-binder.ts';
import { copyNumber } from '../paper/copy-number.ts';
import { showingProgress } from '../progress.ts';

interface Options extends EventOptions, Omit<BinderOptions, 'scenario' | 'copy'> {
  readonly copy?: number;
  readonly holder?: string;
  readonly place?: string;
  readonly out?: string;
  readonly format: 'pdf' | 'html' | 'txt';
  readonly browser?: string;
  readonly strict?: boolean;
  readonly encrypt?: boolean;
  readonly passwordFile?: string;
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
      .option('--copy <n>', 'a numbered copy: recorded in paper.jsonl with the fingerprints of its pages', copyNumber)
      .option('--holder <name>', 'who gets the copy; default: as the binder in the plan says')
      .option('--place <name>', 'where the copy is kept; default: as the binder in the plan says')
      .option('--browser <path>', 'the browser that prints; default: the first one found')
      .option('--encrypt', 'the PDF opens with a password only (AES-256); asks for it on the terminal')
      .option('--password-file <file>', 'take the password for --encrypt from the first line of this file')
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
    refuseLooseCopy(options);
    const password = await passwordOf(options, ports);
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
    const made = await makeBinder({ facts, event, diagnostics, loaded, options: binderOptions(options), ports });
    const incomplete = (await sayLeftOut(loaded, context)) || errors > 0;
    if (errors > 0) await ports.err.write(`the plan has ${errors} errors; the cover says so\n`);
    if (options.format === 'pdf') {
      const printed = await printPdf(made, out, { ...options, password }, context);
      if (options.copy !== undefined) await recordCopy(options.copy, made, printed, options, loaded, context);
      return incomplete || printed.missingGlyphs.length > 0 ? exitCode.incomplete : exitCode.ok;
    }
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

/** The fingerprints of a copy are those of its pages: only a print knows them. @throws UserError (usage). */
function refuseLooseCopy({ copy, holder, place, format }: Options): void {
  if (copy !== undefined && format !== 'pdf') {
    throw new UserError('--copy records pages; only a PDF has any', exitCode.usage, 'leave --format out');
  }
  if (copy === undefined && (holder ?? place) !== undefined) {
    throw new UserError('--holder and --place are about a copy', exitCode.usage, 'give its number with --copy N');
  }
}

const binderOptions = ({ copy, holder, place, ...options }: Options): BinderOptions =>
  copy === undefined
    ? options
    : {
        ...options,
        copy: {
          number: String(copy),
          ...(holder === undefined ? {} : { holder }),
          ...(place === undefined ? {} : { place }),
        },
      };

/** What was asked for, so that the same paper can be made again. */
function requestOf(options: Options, { paper, duplex }: Made): PaperRequest {
  const { binder, scenario, role, element, failed, select, template } = options;
  const given = { scenario, role, element, failed, select, template };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { binder: binder ?? '', paper, duplex, ...said };
}

/** Records a copy that lies printed on the disk. @throws UserError (io) that says so when it could not be recorded. */
async function recordCopy(
  copy: number,
  made: Made,
  { leaves }: PrintedPdf,
  options: Options,
  { header }: Loaded,
  context: Context,
): Promise<void> {
  const [{ documentOf }, { record, registerFile }, { pagesOf, sectionsOf }] = await Promise.all([
    import('../../paper/index.ts'),
    import('../paper/register-file.ts'),
    import('../paper/make-copy.ts'),
  ]);
  const { ports, global } = context;
  const request = requestOf(options, made);
  const { holder, place } = made.binder.meta.copy;
  await record(context, {
    at: ports.now().toISOString(),
    event: 'printed',
    copy,
    document: documentOf(request),
    request,
    holder,
    place,
    printedOn: global.today,
    plan: header.plan.fingerprint,
    revision: header.plan.revision ?? '',
    tool: header.tool.version,
    pages: pagesOf(leaves),
    sections: sectionsOf(made),
  });
  await ports.err.write(`copy ${copy} of ${documentOf(request)} is recorded in ${registerFile}\n`);
}

/** Undefined: everybody may open the file. @throws UserError (usage). */
async function passwordOf({ encrypt, passwordFile, format }: Options, ports: Ports): Promise<string | undefined> {
  if (!encrypt && passwordFile === undefined) return undefined;
  if (!encrypt) {
    throw new UserError('--password-file is the password for --encrypt', exitCode.usage, 'give --encrypt too');
  }
  if (format !== 'pdf') {
    throw new UserError('only a PDF can be encrypted', exitCode.usage, 'leave --format out');
  }
  const { passwordFor } = await import('../password.ts');
  return passwordFor(ports, passwordFile);
}

async function printPdf(
  made: Made,
  out: string,
  options: Options & { readonly password: string | undefined },
  { ports }: Context,
): Promise<PrintedPdf> {
  let printed: PrintedPdf;
  try {
    const { pageFingerprint } = await import('../paper/make-copy.ts');
    const printer = await ports.pdf(options.browser === undefined ? {} : { browser: options.browser });
    const { password } = options;
    const secret = password === undefined ? {} : { password };
    const job = { ...made.job, html: made.html('print'), fingerprint: pageFingerprint, ...secret };
    printed = await showingProgress(ports, 'printing', () => printer.print(job));
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== exitCode.browser) throw error;
    if (options.password !== undefined) {
      throw new UserError(
        `${error.message}\nNothing was written: HTML cannot be encrypted.`,
        exitCode.browser,
        error.hint,
      );
    }
    const fallback = `${out.replace(/\.pdf$/i, '')}.html`;
    await ports.files.write(fallback, made.html('screen'), { overwrite: true });
    await ports.out.write(`${fallback}\n`);
    const lost = options.copy === undefined ? '' : ' It is not recorded as a copy.';
    throw new UserError(
      `${error.message}\nThe same binder was written as ${fallback}: print it from any browser.${lost}`,
      exitCode.browser,
      error.hint,
    );
  }
  await ports.files.write(out, printed.bytes, { overwrite: true });
  await ports.out.write(`${out}\n`);
  const { missingGlyphs: missing } = printed;
  const glyphs =
    missing.length === 0 ? [] : [`no font shows ${missing.join(', ')}: on the pages they stand as [${missing[0]}]`];
  await ports.err.write([`${printed.pages} pages`, ...glyphs, ...printed.notes, ''].join('\n'));
  return printed;
}
