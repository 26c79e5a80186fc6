import type { Element } from '../model/model.ts';

type Test = NonNullable<Element<'backup'>['data']['restoreTests']>[number];

/** The last restore that was tried, with its place in the list. */
export function newestTest({ data }: Element<'backup'>): { readonly index: number; readonly test: Test } | undefined {
  const tests = (data.restoreTests ?? []).map((test, index) => ({ index, test }));
  return tests
    .sort((a, b) => (a.test.date < b.test.date ? -1 : a.test.date > b.test.date ? 1 : a.index - b.index))
    .at(-1);
}
