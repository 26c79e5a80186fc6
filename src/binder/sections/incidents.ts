import { section } from '../binder.ts';
import { callsTo, callsView } from '../calls.ts';
import { commas, nameOf, span } from '../format.ts';
import { group, list, text } from '../view.ts';
import { incidentsWords } from '../words/incidents.ts';

const order = ['critical', 'high', 'medium', 'low'];
const phases = ['detect', 'classify', 'contain', 'eradicate', 'recover'] as const;

const view = {
  definition: text('What counts as an incident.'),
  classes: list(
    group(
      {
        id: text('Id.'),
        name: text('Name.'),
        when: text('What belongs to it.'),
        priority: text('How urgent.'),
        respond: text('How soon somebody reacts.'),
      },
      'A class.',
    ),
    'The classes, the most urgent first.',
  ),
  team: callsView('Who handles incidents, the lead first.'),
  skills: text('What the team must know; empty: not said.'),
  tools: text('The tools that are used; empty: none.'),
  phases: list(
    group(
      {
        title: text('The phase.'),
        lead: text('Who leads it; empty: not said.'),
        within: text('Until when; empty: not said.'),
        checks: list(text('One thing.'), 'What is done, in this order.'),
      },
      'A phase.',
    ),
    'The phases that the plan describes.',
  ),
  log: text('Where everything is written down; empty: not said.'),
  records: list(
    group(
      { date: text('When.'), what: text('What.'), cause: text('Why; empty: not known.'), took: text('How long.') },
      'An incident.',
    ),
    'Incidents that were looked back on.',
  ),
};

/** How a security incident is handled: what it is, how urgent, who, and a checklist for each phase. */
export const incidents = section({
  name: 'incidents',
  page: 'P7',
  extracts: ['role'],
  words: incidentsWords,
  view,
  build: (input, say) => {
    const { facts, day } = input;
    const given = facts.model.incidentResponse;
    if (!given) return undefined;
    const rank = (priority: string | undefined): number => (order.indexOf(priority ?? '') + 99) % 99;
    const classes = Object.entries(given.classes ?? {}).sort(([, a], [, b]) => rank(a.priority) - rank(b.priority));
    return {
      content: {
        definition: given.definition ?? say.defaultDefinition,
        classes: classes.map(([id, c]) => ({
          id,
          name: c.name ?? id,
          when: c.description ?? '',
          priority: say.priorities[c.priority ?? ''] ?? say.notSaid,
          respond: c.respondWithin === undefined ? say.notSaid : span(c.respondWithin),
        })),
        team: callsTo(input, [given.team?.lead, ...(given.team?.members ?? [])]),
        skills: commas(given.team?.skills),
        tools: commas((given.tools ?? []).map((tool) => tool.name)),
        phases: phases.flatMap((name) => {
          const phase = given.phases?.[name];
          if (!phase) return [];
          return [
            {
              title: say.phase[name] ?? name,
              lead: nameOf(facts, phase.by),
              within: phase.within === undefined ? '' : span(phase.within),
              checks: phase.checklist ?? [],
            },
          ];
        }),
        log: given.log ?? '',
        records: (given.records ?? []).map((r) => ({
          date: day(r.date),
          what: r.what ?? '',
          cause: r.cause ?? '',
          took: r.took === undefined ? '' : span(r.took),
        })),
      },
    };
  },
});
