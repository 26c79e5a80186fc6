import type { Context } from '../command.ts';
import { type Candidate, type Expected, expectedAt } from './expected.ts';
import { unquote } from './unquote.ts';

/** What the shell is told: to look for files or folders itself, or the words that may stand there. */
export interface Answer {
  readonly kind: 'words' | 'files' | 'folders';
  readonly candidates: readonly Candidate[];
}

/** No shell has to quote these; whatever else a plan says is never handed to one. */
const harmless = /^[\w.,:=@%+/-]+$/;

/** The rules and fields that can be explained, by the names that a reader meets. */
async function explainedWords(): Promise<readonly Candidate[]> {
  const [{ rules }, { allFields, collections }] = await Promise.all([
    import('../../rules/index.ts'),
    import('../../inventory/index.ts'),
  ]);
  return [
    ...rules.map((rule) => ({ word: rule.id, says: rule.summary })),
    ...allFields(collections).map((field) => ({ word: field.path, says: field.description })),
  ];
}

async function valuesOf(expected: Expected, context: Context): Promise<readonly Candidate[]> {
  const { value, typed, plan } = expected;
  if (value === undefined || value.is === 'unknown') return [];
  if (value.is === 'choice') return value.of.map((word) => ({ word, says: '' }));
  if (value.is === 'profile') {
    const { profiles } = await import('../../rules/index.ts');
    return profiles.map((word) => ({ word, says: '' }));
  }
  const known = value.is === 'explained' ? await explainedWords() : [];
  try {
    const [{ planNames }, { planWords }] = await Promise.all([import('./plan-names.ts'), import('./plan-words.ts')]);
    return [...planWords(await planNames(plan ?? context.global.plan, context), value, typed), ...known];
  } catch {
    // Somebody is typing: that there is no plan here is said when the command runs.
    return known;
  }
}

/** What may stand where the cursor is; `words` are those of the line as typed, the last one up to the cursor. */
export async function answerTo(words: readonly string[], context: Context): Promise<Answer> {
  const expected = expectedAt(
    context.program,
    words.map((word) => unquote(word, context.ports.env)),
  );
  const { value, before, typed } = expected;
  if (value?.is === 'file') return { kind: 'files', candidates: [] };
  if (value?.is === 'folder') return { kind: 'folders', candidates: [] };
  const values = await valuesOf(expected, context);
  const fitting = [...expected.words, ...values].filter(({ word }) => word.startsWith(typed) && harmless.test(word));
  return { kind: 'words', candidates: fitting.map(({ word, says }) => ({ word: before + word, says })) };
}
