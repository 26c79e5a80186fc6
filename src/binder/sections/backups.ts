import type { Element } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { anchorOf, clock, commas, idAndName, nameOf, periodText, span, titleOf } from '../format.ts';
import { anchor, group, list, text, to } from '../view.ts';
import { backupsWords } from '../words/backups.ts';

type Say = (typeof backupsWords)['en'];
type Backup = Element<'backup'>;

const view = {
  concept: text('The backup concept and when it was reviewed.'),
  checks: list(text('One check.'), 'What is checked before a restore.'),
  backups: list(
    group(
      {
        anchor: anchor('the backup'),
        id: text('Id.'),
        name: text('Name, where it is another.'),
        covers: list(group({ id: text('Id.'), to: to('its sheet') }, 'An element.'), 'What it saves.'),
        facts: list(
          group({ label: text('What it is.'), value: text('The value.') }, 'A fact.'),
          'Who, what, when, how.',
        ),
        procedure: text('Title of the procedure of the restore.'),
        to: to('the procedure'),
      },
      'A backup.',
    ),
    'All backups.',
  ),
  uncovered: list(text('Id and name.'), 'What is saved by nothing.'),
};

/** The procedure that brings its content back: the backup's own, else the one of what it covers. */
function procedureOf({ facts }: SectionInput, { data }: Backup): Element | undefined {
  const own = facts.model.elements.get(data.procedure ?? '');
  const serving = data.covers.flatMap((id) => facts.procedureUses.serving(id, 'restore'));
  return facts.model.elements.get(serving[0] ?? '') ?? own;
}

function testText(input: SectionInput, { data }: Backup, say: Say): string {
  const newest = [...(data.restoreTests ?? [])].sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (!newest) return input.common.noneRecorded;
  return commas([
    input.day(newest.date),
    say.scopes[newest.scope ?? ''],
    newest.usable === undefined ? '' : newest.usable ? say.usable : say.notUsable,
    newest.took === undefined ? '' : span(newest.took),
  ]);
}

function factsOf(input: SectionInput, backup: Backup, say: Say): { label: string; value: string }[] {
  const { facts } = input;
  const { data } = backup;
  const { encryption, transfer, window } = data;
  const target = facts.model.elements.get(data.target ?? '');
  const place = nameOf(facts, (target?.data as { in?: string } | undefined)?.in);
  const how = transfer?.encrypted === undefined ? '' : transfer.encrypted ? say.encrypted : say.notEncrypted;
  const rows: readonly (readonly [string, string])[] = [
    [say.madeBy, commas([nameOf(facts, data.server), say.methods[data.method ?? '']])],
    [say.keptOn, commas([target ? idAndName(target) : (data.target ?? ''), place])],
    [
      say.often,
      commas([
        periodText(data.every),
        data.generations === undefined ? '' : say.generations(data.generations),
        typeof data.retention === 'object' ? say.retention(periodText(data.retention)) : (data.retention ?? ''),
      ]),
    ],
    [say.window, window === undefined ? '' : commas([clockTime(window.from), clockTime(window.to)])],
    [say.duration, data.duration === undefined ? '' : span(data.duration)],
    [say.encryption, encryption?.method ?? ''],
    [say.key, commas((encryption?.keyHeldBy ?? []).map((id) => nameOf(facts, id))) || input.common.noneRecorded],
    [say.transfer, commas([how, transfer?.network === undefined ? '' : say.own(transfer.network)])],
    [say.responsible, nameOf(facts, data.responsible)],
    [say.watched, nameOf(facts, data.monitoredBy)],
    [say.lastTest, testText(input, backup, say)],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

const clockTime = (minutes: number | undefined): string => (minutes === undefined ? '–' : clock(minutes));

/** What is saved where, who can read it back, and when that was last tried; a form for the restore itself. */
export const backups = section({
  name: 'backups',
  page: 'P15',
  extracts: ['role', 'scenario', 'element'],
  words: backupsWords,
  view,
  shows: ({ facts, scope }) => [...facts.model.of('backup').map((b) => b.id)].filter(scope.has),
  build: (input, say) => {
    const { facts, scope, linkTo, day } = input;
    const all = facts.model.of('backup').filter((b) => scope.has(b.id));
    const unsaved = scope.extract === undefined ? facts.backupCoverage.unsaved : [];
    if (all.length + unsaved.length === 0) return undefined;
    const concept = facts.model.plan?.backupConcept;
    const reviewed = concept?.reviewed === undefined ? '' : `${say.conceptReviewed} ${day(concept.reviewed)}`;
    return {
      entries: all.map((b) => ({ anchor: anchorOf(b.id), title: b.id })),
      content: {
        concept: concept === undefined ? '' : commas([nameOf(facts, concept.document), reviewed]),
        checks: say.checks.split('\n'),
        backups: all.map((b) => {
          const procedure = procedureOf(input, b);
          return {
            anchor: anchorOf(b.id),
            id: b.id,
            name: b.name === b.id ? '' : b.name,
            covers: b.data.covers.map((id) => ({ id, to: linkTo(id) })),
            facts: factsOf(input, b, say),
            procedure: procedure ? titleOf(procedure) : '',
            to: linkTo(procedure?.id),
          };
        }),
        uncovered: unsaved.map(idAndName),
      },
    };
  },
});
