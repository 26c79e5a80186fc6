import { dueOn } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { commas, idAndName, nameOf, span } from '../format.ts';
import { flag, group, list, text, to } from '../view.ts';
import { type RestoreTestsWords, restoreTestsWords } from '../words/restore-tests.ts';

const view = {
  backups: list(
    group(
      {
        name: text('The backup.'),
        to: to('its sheet'),
        wasTried: flag('Whether it was ever restored.'),
        tests: list(
          group(
            {
              date: text('When.'),
              what: text('What was restored.'),
              result: text('How it went.'),
              by: text('Who did and who approved it; empty: not said.'),
            },
            'A test.',
          ),
          'The newest three.',
        ),
        nextDue: text('When the next one is due; empty: the plan gives no interval.'),
      },
      'A backup.',
    ),
    'The backups.',
  ),
  rows: list(text('What is written down.'), 'The rows of the protocol.'),
};

type Test = NonNullable<Element<'backup'>['data']['restoreTests']>[number];

/** Older tests are history; the last three show whether it works. */
const mostTests = 3;

function testRow({ facts, day }: SectionInput, test: Test, say: RestoreTestsWords) {
  const verdict = test.usable === false ? say.notUsable : test.usable === true ? say.usable : '';
  const whole = test.complete === false ? say.incomplete : test.complete === true ? say.complete : '';
  const finding = test.finding === undefined || test.resolved !== undefined ? '' : `${test.finding} (${say.open})`;
  return {
    date: day(test.date),
    what: commas([
      say.kinds[test.what ?? ''] ?? '',
      commas(test.of),
      test.scope === 'partial' ? say.partial : test.scope === 'complete' ? say.complete : '',
    ]),
    result: commas([verdict, whole, test.took === undefined ? '' : span(test.took), finding]),
    by: commas([nameOf(facts, test.by), nameOf(facts, test.approvedBy)]),
  };
}

/** What was restored on trial and how it went; a form with two signatures for the next time. */
export const restoreTests = section({
  name: 'restore-tests',
  page: 'P16',
  extracts: [],
  words: restoreTestsWords,
  view,
  build: (input, say) => {
    const { facts, linkTo, day, scope } = input;
    const every = facts.model.policy.backup?.restoreTest;
    const backups = facts.model.of('backup').filter((b) => scope.has(b.id));
    if (backups.length === 0) return undefined;
    return {
      content: {
        backups: backups.map((backup) => {
          const tests = [...(backup.data.restoreTests ?? [])].sort((a, b) => (a.date < b.date ? 1 : -1));
          const [newest] = tests;
          return {
            name: idAndName(backup),
            to: linkTo(backup.id),
            wasTried: newest !== undefined,
            tests: tests.slice(0, mostTests).map((test) => testRow(input, test, say)),
            nextDue: newest && every ? day(dueOn(newest.date, every)) : '',
          };
        }),
        rows: Object.values(say.rows),
      },
    };
  },
});
