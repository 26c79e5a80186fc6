import { dueOn, newestTest, openTests, yearly } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { namesWithNumbers } from '../calls.ts';
import { commas, nameOf, span } from '../format.ts';
import { intervalIn } from '../interval.ts';
import { flag, group, list, text, to } from '../view.ts';
import { restoreTestsWords } from '../words/restore-tests.ts';

type Say = (typeof restoreTestsWords)['en'];
type Backup = Element<'backup'>;
type Test = NonNullable<Backup['data']['restoreTests']>[number];

/** How many rows of a table are printed; the rest is counted. */
const mostRows = 120;

const backupFields = {
  id: text('Id of the backup.'),
  name: text('Its name, where it is another.'),
  to: to('the sheet of the backup'),
};
const view = {
  interval: text('How often tests are due.'),
  due: list(
    group(
      {
        ...backupFields,
        last: text('Day of the last test, or that there was none.'),
        since: text('Since when it is overdue.'),
        who: text('Who answers for the backup, with numbers.'),
        pressing: flag('Whether it covers what may not be missing for long.'),
      },
      'A backup.',
    ),
    'Backups whose test is due, the pressing ones first.',
  ),
  moreDue: text('How many more are due; empty: none.'),
  open: list(
    group(
      {
        ...backupFields,
        date: text('Day of the test.'),
        finding: text('What was found.'),
        who: text('Who answers for it.'),
      },
      'A test.',
    ),
    'Tests that failed or showed something, and nothing has mended it.',
  ),
  moreOpen: text('How many more; empty: none.'),
  done: list(
    group(
      {
        ...backupFields,
        date: text('Day of the test.'),
        what: text('What was restored.'),
        result: text('Whether it was complete and usable.'),
        took: text('How long it took.'),
        by: text('Who tested.'),
        approved: text('Who approved it.'),
        next: text('When the next one is due; empty for all but the newest.'),
      },
      'A test.',
    ),
    'Tests, newest first.',
  ),
  moreDone: text('How many older ones are in the plan; empty: none.'),
  checks: list(text('One check.'), 'What is checked in a test.'),
};

const fieldsOf = ({ linkTo }: SectionInput, backup: Backup) => ({
  id: backup.id,
  name: backup.name === backup.id ? '' : backup.name,
  to: linkTo(backup.id),
});

function resultOf({ usable, complete }: Test, say: Say): string {
  const said = [
    usable === undefined ? '' : usable ? say.usable : say.notUsable,
    complete === undefined ? '' : complete ? say.complete : say.notComplete,
  ];
  return commas(said) || say.notSaid;
}

function approvalOf(input: SectionInput, { by, approvedBy }: Test, say: Say): string {
  if (approvedBy === undefined) return say.notApproved;
  const name = nameOf(input.facts, approvedBy);
  return approvedBy === by ? `${name} (${say.selfApproved})` : name;
}

function doneOf(input: SectionInput, backups: readonly Backup[], everyOf: (date: string) => string, say: Say) {
  const { facts, day } = input;
  const all = backups.flatMap((backup) => {
    const newest = newestTest(backup)?.index;
    return (backup.data.restoreTests ?? []).map((test, i) => ({ backup, test, isNewest: i === newest }));
  });
  // Stable: tests of one day stay in the order of the plan.
  all.sort((a, b) => (a.test.date < b.test.date ? 1 : a.test.date > b.test.date ? -1 : 0));
  const rows = all.slice(0, mostRows).map(({ backup, test, isNewest }) => ({
    ...fieldsOf(input, backup),
    date: day(test.date),
    what: commas([
      say.whats[test.what ?? ''],
      (test.of ?? []).map((id) => nameOf(facts, id)).join(', '),
      say.scopes[test.scope ?? ''],
    ]),
    result: resultOf(test, say),
    took: test.took === undefined ? '' : span(test.took),
    by: nameOf(facts, test.by) || input.common.notRecorded,
    approved: approvalOf(input, test, say),
    next: isNewest ? everyOf(test.date) : '',
  }));
  return { rows, left: all.length - rows.length };
}

/** Which backups were read back, with what result, what is due, and a protocol for the next test. */
export const restoreTests = section({
  name: 'restore-tests',
  page: 'P16',
  extracts: ['element'],
  words: restoreTestsWords,
  view,
  build: (input, say) => {
    const { facts, scope, day, common } = input;
    const backups = facts.model.of('backup').filter((b) => scope.has(b.id));
    if (backups.length === 0) return undefined;
    const every = facts.model.policy.backup?.restoreTest ?? yearly;
    const overdue = backups
      .map((backup) => {
        const last = newestTest(backup)?.test.date;
        return { backup, last, until: last === undefined ? undefined : dueOn(last, every) };
      })
      .filter(({ until }) => until === undefined || until < facts.today)
      .map((row) => ({ ...row, isPressing: facts.backupCoverage.isPressing(row.backup) }))
      .sort((a, b) => Number(b.isPressing) - Number(a.isPressing));
    const open = backups.flatMap((backup) => openTests(backup).map(({ test }) => ({ backup, test })));
    const left = (n: number): string => (n > 0 ? common.more(n) : '');
    const done = doneOf(
      input,
      backups,
      (date) => (dueOn(date, every) < facts.today ? say.overdue(day(dueOn(date, every))) : day(dueOn(date, every))),
      say,
    );
    return {
      content: {
        interval: say.interval(intervalIn(input.language, every)),
        due: overdue.slice(0, mostRows).map(({ backup, last, until, isPressing }) => ({
          ...fieldsOf(input, backup),
          last: last === undefined ? say.never : day(last),
          since: until === undefined ? say.never : say.overdue(day(until)),
          who: namesWithNumbers(input, backup.data.responsible) || common.nobodyNamed,
          pressing: isPressing,
        })),
        moreDue: left(overdue.length - mostRows),
        open: open.slice(0, mostRows).map(({ backup, test }) => ({
          ...fieldsOf(input, backup),
          date: day(test.date),
          finding: test.finding ?? say.failed,
          who: namesWithNumbers(input, backup.data.responsible) || common.nobodyNamed,
        })),
        moreOpen: left(open.length - mostRows),
        done: done.rows,
        moreDone: left(done.left),
        checks: say.checks.split('\n'),
      },
    };
  },
});
