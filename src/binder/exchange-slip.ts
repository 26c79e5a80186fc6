import type { Binder } from './binder.ts';
import { pictureWords } from './pictures/texts.ts';
import { group, list, text } from './view.ts';
import { exchangeSlipWords } from './words/exchange-slip.ts';

/** What is exchanged in a copy. Numbers of pages as texts, such as `3, 7-9`. */
export interface ExchangeOfPages {
  readonly takeOut: string;
  readonly putIn: string;
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Pages of the copy once everything is put in. */
  readonly pages: number;
  /** The plan the copy was printed from. */
  readonly plan: string;
  /** The command that tells the register. */
  readonly command: string;
}

/** What the partial of the slip sees. */
export const exchangeSlipView = {
  facts: list(
    group({ label: text('What it is.'), value: text('The value.') }, 'A fact.'),
    'Which copy, of which plan.',
  ),
  takeOut: text('Pages to take out; empty: none.'),
  putIn: text('Pages to put in; empty: none.'),
  moved: list(group({ from: text('Old number.'), to: text('New number.') }, 'Pages.'), 'Same text, new number.'),
  total: text('How many pages there are now.'),
  steps: list(text('One instruction.'), 'What to do.'),
  command: text('The command that tells the register.'),
};

/** The slip that goes with new pages for a copy: one sheet in the language of the binder. */
export function exchangeSlip(binder: Binder, exchange: ExchangeOfPages): Binder {
  const { meta } = binder;
  const say = exchangeSlipWords[meta.language];
  const pages = (numbers: string): string => (numbers === '' ? '' : say.pages(numbers));
  const texts = Object.fromEntries(
    Object.entries(say).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return {
    ...binder,
    leftOut: [],
    sections: [
      {
        name: 'exchange-slip',
        number: '',
        title: say.heading(meta.copy.number),
        fingerprint: '',
        entries: [],
        pictures: [],
        pictureTexts: pictureWords[meta.language],
        words: { ...binder.words, ...texts },
        content: {
          facts: [
            {
              label: say.copy,
              value: `${meta.copy.number}, ${meta.title}${meta.extract === '' ? '' : `, ${meta.extract}`}`,
            },
            { label: say.holder, value: meta.copy.holder },
            { label: say.place, value: meta.copy.place },
            { label: say.planOld, value: exchange.plan },
            { label: say.planNew, value: meta.fingerprint },
          ],
          takeOut: pages(exchange.takeOut),
          putIn: pages(exchange.putIn),
          moved: exchange.moved,
          total: say.total(exchange.pages),
          steps: say.order.split('\n'),
          command: exchange.command,
        },
      },
    ],
  };
}
