// The part of vitest's interface that the tests on rules use, in one process and without a runner: a mutant is judged
// in milliseconds.
import { JestAsymmetricMatchers, JestChaiExpect } from '@vitest/expect';
import * as chai from 'chai';

chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const suites = [];
export const expect = (value, message) => chai.expect(value, message);

/** The source of the groups that are open: a rule may be named beside the test that asks for it. */
const groups = [];
const add = (title, body) => {
  const said = `${groups.join(' ')} ${title} ${body}`;
  const run = async () => {
    try {
      await body();
      return true;
    } catch {
      return false;
    }
  };
  suites.push({ run, concerns: (id) => said.includes(id) });
};

export const describe = (title, body) => {
  groups.push(`${title} ${body}`);
  body();
  groups.pop();
};
describe.skipIf = () => () => undefined;
export const it = (title, body) => add(title, body);
it.each = (rows) => (title, body) => {
  for (const row of rows) add(`${title} ${JSON.stringify(row)}`, () => body(...(Array.isArray(row) ? row : [row])));
};
it.skipIf = () => () => undefined;
export const test = it;
