import { expect, it } from 'vitest';
import { exec, root } from '../support/program.ts';

it('a rule that is broken in a small way turns a test red: every twentieth of all such faults', async () => {
  const { code, out, err } = await exec(process.execPath, [`${root}bench/mutate-rules.mjs`, '--sample', '20']);
  expect(code, `${out}${err}`).toBe(0);
  const { mutants, killed } = JSON.parse(out.trim().split('\n').at(-1) ?? '') as Record<string, number>;
  expect(mutants).toBeGreaterThan(100);
  expect((killed ?? 0) / (mutants ?? 1)).toBeGreaterThan(0.75);
});
