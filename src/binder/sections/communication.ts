import { section } from '../binder.ts';
import { nameOf, span } from '../format.ts';
import { messageRows, messageView } from '../message-rows.ts';
import { scenariosOf } from '../scenarios-of.ts';
import { flag, group, list, text, to } from '../view.ts';
import { communicationWords } from '../words/communication.ts';

const view = {
  messages: list(messageView, 'Who is told in every incident.'),
  duties: list(
    group(
      {
        to: text('The authority or partner.'),
        within: text('Until when after it was noticed; empty: not said.'),
        law: text('What demands it; empty: not said.'),
        by: text('Who reports; empty: not said.'),
        contact: text('Where; empty: not said.'),
      },
      'A report.',
    ),
    'Reports that are due, the soonest first.',
  ),
  scenarios: list(
    group(
      { name: text('Name of the scenario.'), to: to('its sheet'), messages: list(messageView, 'Who is told what.') },
      'A scenario.',
    ),
    'Scenarios with messages of their own.',
  ),
  hasCallList: flag('Whether the binder has the call list.'),
};

/** Who is told what, by whom and until when; reporting deadlines with room for the clock. */
export const communication = section({
  name: 'communication',
  page: 'P8',
  extracts: ['scenario'],
  words: communicationWords,
  view,
  build: (input) => {
    const { facts, includes, linkTo } = input;
    const given = facts.model.incidentResponse;
    const own = scenariosOf(input).filter((s) => (s.data.communication ?? []).length > 0);
    const reporting = [...(given?.reporting ?? [])].sort(
      (a, b) => (a.within ?? Number.MAX_SAFE_INTEGER) - (b.within ?? Number.MAX_SAFE_INTEGER),
    );
    const messages = messageRows(input, given?.communication);
    if (messages.length + reporting.length + own.length === 0) return undefined;
    return {
      content: {
        messages,
        duties: reporting.map((r) => ({
          to: r.to,
          within: r.within === undefined ? '' : span(r.within),
          law: r.law ?? '',
          by: nameOf(facts, r.by),
          contact: r.contact ?? '',
        })),
        scenarios: own.map((s) => ({
          name: s.name,
          to: linkTo(s.id),
          messages: messageRows(input, s.data.communication),
        })),
        hasCallList: includes('call-list'),
      },
    };
  },
});
