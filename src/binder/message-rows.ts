import type { SectionInput } from './binder.ts';
import { firstNumber, peopleOf } from './contacts.ts';
import { nameOf, span } from './format.ts';
import { group, text } from './view.ts';

interface Message {
  readonly audience: string;
  readonly channel?: string | undefined;
  readonly fallback?: string | undefined;
  readonly by?: string | undefined;
  readonly within?: number | undefined;
  readonly message?: string | undefined;
}

export const messageView = group(
  {
    audience: text('Who is told.'),
    by: text('By whom; empty: not said.'),
    number: text('The telephone number of whoever tells it; empty: none.'),
    within: text('Until when after the alarm; empty: not said.'),
    channel: text('How; empty: not said.'),
    fallback: text('How, if that is down; empty: not said.'),
    message: text('What is said; empty: not said.'),
  },
  'Somebody who is told something.',
);

/** Who is told what by whom, as rows. A channel with the number or place it needs. */
export function messageRows({ facts }: SectionInput, messages: readonly Message[] | undefined) {
  const channelOf = (id: string | undefined): string => {
    const channel = facts.model.of('channel').find((c) => c.id === id);
    return [nameOf(facts, id), channel?.data.address ?? ''].filter(Boolean).join(': ');
  };
  return (messages ?? []).map((m) => {
    const [teller] = peopleOf(facts, m.by);
    return {
      audience: m.audience,
      by: nameOf(facts, m.by),
      number: teller ? (firstNumber(teller) ?? '') : '',
      within: m.within === undefined ? '' : span(m.within),
      channel: channelOf(m.channel),
      fallback: channelOf(m.fallback),
      message: m.message ?? '',
    };
  });
}
