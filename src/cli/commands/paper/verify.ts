import { ranges } from '../../../diagnostics/ranges.ts';
import { exitCode, UserError } from '../../../errors.ts';
import type { CommandDefinition } from '../../command.ts';

/** Where a page fingerprint occurs in a list of pages, from 1. */
const places = (pages: readonly { readonly fingerprint: string }[], fingerprint: string): readonly number[] =>
  pages.flatMap((page, i) => (page.fingerprint === fingerprint ? [i + 1] : []));

/** Answers for a page in somebody's hand whether it still says what the plan says. */
export const verify: CommandDefinition = {
  usage: 'verify <fingerprint>',
  summary: 'whether a page, known by the fingerprint at its foot, is still what would be printed',
  define: (command) => {
    command
      .argument('<fingerprint>', 'the eight characters at the foot of the page')
      .option('--browser <path>', 'the browser that lays the pages out; default: the first one found');
  },
  run: async ([given = ''], options, context) => {
    const fingerprint = given.replace(/[\s-]/g, '').toLowerCase();
    if (!/^[0-9a-f]{8}$/.test(fingerprint)) {
      throw new UserError(
        `"${given}" is no fingerprint of a page`,
        exitCode.usage,
        'it is eight characters, 0 to 9 and a to f, at the foot of the page on the right',
      );
    }
    const [paper, { loadRegister, sayUnread }, made, { showingProgress }] = await Promise.all([
      import('../../../paper/index.ts'),
      import('../../paper/register-file.ts'),
      import('../../paper/make-copy.ts'),
      import('../../progress.ts'),
    ]);
    const { ports } = context;
    const register = await loadRegister(context);
    await sayUnread(register, context);
    const copies = paper.copiesOf(register);
    const holding = copies.filter((c) => places(c.pages, fingerprint).length > 0);
    const before = register.entries.filter((e) => 'pages' in e && places(e.pages, fingerprint).length > 0);
    const plan = await made.planOfPaper(context);
    const printer = await ports.pdf(options['browser'] === undefined ? {} : { browser: String(options['browser']) });
    // Looked for in the papers it was printed in, else in the whole binder.
    const everything = { binder: '', paper: 'a4', duplex: true } as const;
    const requests = holding.length > 0 ? holding : [{ request: everything, copy: 1, holder: '', place: '' }];
    const papers = new Map(requests.map((r) => [JSON.stringify(r.request), r]));
    const lines: string[] = [];
    let isCurrent = false;
    for (const one of papers.values()) {
      const today = await showingProgress(ports, 'comparing pages', () =>
        made.todaysPaper(plan, one, printer, context),
      );
      const numbers = places(today?.pages ?? [], fingerprint);
      if (numbers.length === 0) continue;
      isCurrent = true;
      lines.push(`current: page ${ranges(numbers)} of ${paper.documentOf(one.request)} says the same today`);
    }
    if (!isCurrent) {
      lines.push(
        before.length > 0 || holding.length > 0
          ? 'STALE: it was printed from this plan, and no page says this any more'
          : 'UNKNOWN: no registered copy has such a page, and none would be printed today',
      );
    }
    for (const copy of holding) {
      const where = [copy.holder, copy.place].filter(Boolean).join(', ');
      lines.push(
        `copy ${copy.copy} of ${copy.document}${where === '' ? '' : ` (${where})`}, page ${ranges(places(copy.pages, fingerprint))}, printed ${copy.printedOn}`,
      );
    }
    await ports.out.write(`${lines.join('\n')}\n`);
    return isCurrent ? exitCode.ok : exitCode.findings;
  },
};
