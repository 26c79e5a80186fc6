import type { IncidentResponse } from '../../inventory/index.ts';
import { type SectionInput, section } from '../binder.ts';
import { callsTo, callsView } from '../calls.ts';
import { commas, span } from '../format.ts';
import { flag, group, list, text } from '../view.ts';
import { incidentLogWords } from '../words/incident-log.ts';

type Say = (typeof incidentLogWords)['en'];
type Incident = NonNullable<IncidentResponse['records']>[number];

/** How many incidents are summarised; the rest is counted. */
const mostRecords = 40;
/** Blank sheets of the log, and lines on each: what fits on a page with room to write in. */
const sheets = 2;
const linesOfSheet = 12;

const view = {
  where: text('Where the log is kept; empty: the plan does not say.'),
  calls: callsView('Who leads the incident team.'),
  rules: list(text('One rule.'), 'How the log is kept.'),
  sheets: list(
    group(
      { title: text('Its heading.'), lines: list(text('Number of the line.'), 'Its empty lines.') },
      'A blank sheet.',
    ),
    'Blank sheets of the log.',
  ),
  showsRecords: flag('Whether incidents that have happened belong on this paper: not in an extract for one night.'),
  records: list(
    group(
      {
        date: text('When it was noticed.'),
        class: text('Name of its class.'),
        what: text('What happened.'),
        cause: text('What caused it.'),
        done: text('What was done, and how operation was resumed.'),
        took: text('How long until normal operation.'),
        reported: text('To whom it was reported.'),
        lessons: text('Whether something of it is still open.'),
      },
      'An incident.',
    ),
    'Incidents that have happened, newest first.',
  ),
  moreRecords: text('How many older ones are in the plan; empty: none.'),
};

function lessonsText({ lessons }: Incident, say: Say): string {
  if (lessons === undefined) return say.notLookedBack;
  const open = lessons.filter((lesson) => lesson.done === undefined).length;
  return open === 0 ? '' : say.lessonsOpen(open);
}

function recordRow({ facts, day }: SectionInput, record: Incident, say: Say) {
  const { actions = [], recovered = [] } = record;
  const named = facts.model.incidentResponse?.classes?.[record.class ?? '']?.name;
  return {
    date: day(record.date),
    class: named ?? record.class ?? '',
    what: record.what ?? '',
    cause: record.cause ?? '',
    done: [actions.join('; '), commas(recovered.map((how) => say.recovered[how]))].filter(Boolean).join(': '),
    took: record.took === undefined ? '' : span(record.took),
    reported: commas(record.reported),
    lessons: lessonsText(record, say),
  };
}

/** Blank sheets of the log with the rules of keeping it, and what has happened so far. */
export const incidentLog = section({
  name: 'incident-log',
  page: 'P22',
  extracts: ['role', 'scenario'],
  words: incidentLogWords,
  view,
  build: (input, say) => {
    const { incidentResponse } = input.facts.model;
    const records = [...(incidentResponse?.records ?? [])].sort((a, b) =>
      a.date < b.date ? 1 : a.date > b.date ? -1 : 0,
    );
    return {
      content: {
        where: incidentResponse?.log ?? '',
        calls: callsTo(input, [incidentResponse?.team?.lead]),
        rules: say.rulesText.split('\n'),
        sheets: Array.from({ length: sheets }, (_, sheet) => ({
          title: say.form(sheet + 1),
          lines: Array.from({ length: linesOfSheet }, (_, line) => String(sheet * linesOfSheet + line + 1)),
        })),
        showsRecords: input.scope.extract === undefined,
        records: records.slice(0, mostRecords).map((record) => recordRow(input, record, say)),
        moreRecords: records.length > mostRecords ? input.common.more(records.length - mostRecords) : '',
      },
    };
  },
});
