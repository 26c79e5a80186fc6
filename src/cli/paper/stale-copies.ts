import type { CopyVerdict } from '../../analysis/index.ts';
import { copiesOf, statusOf } from '../../paper/index.ts';
import type { Context } from '../command.ts';
import { type PlanOfPaper, todaysSections } from './make-copy.ts';
import { loadRegister, registerFile } from './register-file.ts';

/** Registered copies with a section that says something else today; compared without a browser. @throws UserError (io). */
export async function staleCopies(plan: PlanOfPaper, context: Context): Promise<readonly CopyVerdict[]> {
  const copies = copiesOf(await loadRegister(context)).filter((c) => c.state === 'in-use');
  const papers = new Map<string, ReturnType<typeof todaysSections>>();
  for (const copy of copies) {
    const key = JSON.stringify(copy.request);
    if (!papers.has(key)) papers.set(key, todaysSections(plan, copy));
  }
  return copies
    .map((copy) => statusOf(copy, papers.get(JSON.stringify(copy.request))))
    .filter(({ state }) => state === 'stale')
    .map(({ copy, sections }) => ({
      copy: copy.copy,
      document: copy.document,
      holder: copy.holder,
      place: copy.place,
      printedOn: copy.printedOn,
      sections: sections.map((s) => s.title),
      file: registerFile,
      line: copy.line,
    }));
}
