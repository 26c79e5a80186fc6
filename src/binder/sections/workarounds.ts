import type { Element } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { callersOf, callerView } from '../callers.ts';
import { anchorOf, span, titleOf } from '../format.ts';
import { anchor, group, list, text, to } from '../view.ts';
import { workaroundsWords } from '../words/workarounds.ts';

const view = {
  processes: list(
    group(
      {
        anchor: anchor('the workaround'),
        name: text('The process.'),
        instead: text('What is done instead; empty: nothing is recorded.'),
        lasts: text('How long one can live with it; empty: not said.'),
        least: text('The least that must work; empty: not said.'),
        mtpd: text('The longest tolerable outage; empty: not said.'),
        procedure: text('The title of the instructions; empty: none.'),
        to: to('the instructions'),
        call: list(callerView, 'Whom to call.'),
      },
      'A process.',
    ),
    'The processes of the plan.',
  ),
};

function processRow({ facts, linkTo }: SectionInput, process: Element<'process'>) {
  const { workaround, minimumLevel, mtpd } = process.data;
  const given = typeof workaround === 'string' ? { description: workaround } : (workaround ?? {});
  const procedure = given.procedure === undefined ? undefined : facts.model.elements.get(given.procedure);
  return {
    anchor: `without-${anchorOf(process.id)}`,
    name: process.name,
    instead: given.description ?? (procedure ? titleOf(procedure) : ''),
    lasts: given.lasts === undefined ? '' : span(given.lasts),
    least: minimumLevel ?? '',
    mtpd: mtpd === undefined ? '' : span(mtpd),
    procedure: procedure ? titleOf(procedure) : '',
    to: linkTo(procedure?.id),
    call: callersOf(facts, [facts.inherited.owner(process.id)]).slice(0, 2),
  };
}

/** What people do while their systems are down, process by process. */
export const workarounds = section({
  name: 'workarounds',
  page: 'P23',
  extracts: ['scenario'],
  words: workaroundsWords,
  view,
  build: (input) => {
    const { facts, scope } = input;
    const processes = facts.model.of('process').filter((p) => scope.extract !== 'element' || scope.has(p.id));
    if (processes.length === 0) return undefined;
    const rows = processes.map((process) => processRow(input, process));
    return {
      entries: rows.map((row) => ({ anchor: row.anchor, title: row.name })),
      content: { processes: rows },
    };
  },
});
