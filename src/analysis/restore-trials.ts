import type { Element } from '../model/model.ts';

type Test = NonNullable<Element<'backup'>['data']['restoreTests']>[number];

/** The last restore that was tried, with its place in the list. */
export function newestTest({ data }: Element<'backup'>): { readonly index: number; readonly test: Test } | undefined {
  const tests = (data.restoreTests ?? []).map((test, index) => ({ index, test }));
  return tests
    .sort((a, b) => (a.test.date < b.test.date ? -1 : a.test.date > b.test.date ? 1 : a.index - b.index))
    .at(-1);
}

/** Whether a restore did not bring back everything in a state in which it could be used. */
export const isFailed = ({ usable, complete }: Test): boolean => usable === false || complete === false;

/** Restores on trial that failed or showed something, and that nothing has mended since; in the order written. */
export function openTests({ data }: Element<'backup'>): readonly { readonly index: number; readonly test: Test }[] {
  const tests = data.restoreTests ?? [];
  return tests
    .map((test, index) => ({ index, test }))
    .filter(({ test }) => {
      if (test.resolved !== undefined || (!isFailed(test) && test.finding === undefined)) return false;
      return !tests.some(
        (t) => t.date > test.date && t.usable === true && t.complete !== false && t.finding === undefined,
      );
    });
}
