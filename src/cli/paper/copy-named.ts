import { exitCode, UserError } from '../../errors.ts';
import { copiesOf, type PaperCopy, type Register } from '../../paper/index.ts';

/** The copy that is meant. @throws UserError (usage) when there is none, or more than one. */
export function copyNamed(register: Register, number: number, document: string | undefined): PaperCopy {
  const copies = copiesOf(register);
  const found = copies.filter((c) => c.copy === number && (document === undefined || c.document === document));
  const [copy, other] = found;
  if (copy && !other) return copy;
  if (copy) {
    throw new UserError(
      `there is a copy ${number} of several papers: ${found.map((c) => c.document).join('; ')}`,
      exitCode.usage,
      'say which one with --document NAME',
    );
  }
  const there = copies.map((c) => `${c.copy} of ${c.document}`).join('; ');
  throw new UserError(
    `copy ${number}${document === undefined ? '' : ` of ${document}`} is not registered`,
    exitCode.usage,
    there === '' ? 'none is; one is when it is printed: drplan print --copy 1' : `there are: ${there}`,
  );
}
