import * as z from 'zod';
import type { SectionBuilder, SectionWords } from './binder.ts';
import { exchangeSlipView } from './exchange-slip.ts';
import { drawing, flag, group, list, text } from './view.ts';
import { commonWords } from './words/common.ts';
import { exchangeSlipWords } from './words/exchange-slip.ts';
import { frameWords } from './words/frame.ts';

/** The head of the binder, as every template sees it in `meta`. */
const meta = group(
  {
    title: text('Title of the binder.'),
    planName: text('Name of the plan.'),
    organisation: text('Whose plan it is.'),
    version: text('Version of the plan.'),
    classification: text('Who may read it.'),
    fingerprint: text('The first characters of the fingerprint of the plan.'),
    revision: text('The commit of the plan.'),
    printedOn: text('The day of the print.'),
    validUntil: text('The day of the next review.'),
    language: z.enum(['en', 'de']).meta({ description: 'The language of the binder.' }),
    tool: text('Program and version.'),
    author: text('Whoever answers for it.'),
    banner: text('What must be known before it is used: errors in the plan; empty: nothing.'),
    copy: group({ number: text('Number.'), holder: text('Holder.'), place: text('Place.') }, 'The copy; empty: none.'),
    extract: text('What it is cut down to; empty: the whole.'),
  },
  'The head of the binder.',
);

/** Pictures of a section, drawn for paper. */
const series = list(
  group(
    {
      title: text('What they show.'),
      pictures: list(
        group(
          {
            id: text('Its number, such as D1.'),
            title: text('What it shows.'),
            description: text('The same in words, for those who do not see it.'),
            svg: drawing('The picture.'),
          },
          'A picture, at most a page.',
        ),
        'The sheets.',
      ),
      notDrawn: text('Elements for which there was no room; empty: none.'),
    },
    'Pictures of one kind.',
  ),
  'The pictures.',
);

/** The words of a section, each described by what it says in English. */
const wordsOf = (words: SectionWords) =>
  group(
    Object.fromEntries(
      Object.entries(words)
        .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
        .map(([key, said]) => [key, text(said)]),
    ),
    'The words, in the language of the binder.',
  );

const partial = (words: SectionWords, view: z.ZodRawShape, what: string) =>
  group(
    {
      ...view,
      t: wordsOf({ ...(commonWords.en as unknown as SectionWords), ...words }),
      meta,
      title: text('Title of the section.'),
    },
    what,
  );

const part = group(
  {
    anchor: text('Id of the section in the document.'),
    page: text('Its named page.'),
    number: text('Its number, as on the tab; empty for the cover.'),
    title: text('Its title.'),
    fingerprint: text('A short hash of what it says.'),
    entries: list(
      group({ anchor: text('Id in the document.'), title: text('What it is called.') }, 'A line of the contents.'),
      'Lines of the table of contents below the section.',
    ),
    isCover: flag('Whether it is the cover.'),
    body: drawing('The section as its partial made it.'),
  },
  'A section.',
);

/** What `template.hbs` sees. */
const frame = group(
  {
    meta,
    t: wordsOf(frameWords.en as unknown as SectionWords),
    cover: list(part, 'The cover; empty for a paper without one.'),
    sections: list(part, 'All other sections, as they are bound.'),
    leftOut: list(text('Title.'), 'Sections that are left out on purpose.'),
    hasContents: flag('Whether it has more than one section.'),
    variant: z.enum(['print', 'screen', 'plain']).meta({ description: 'For a printer, a screen or a terminal.' }),
    isScreen: flag('Whether it is for a screen.'),
    isDuplex: flag('Whether both sides are printed.'),
    css: drawing('The style sheet.'),
    script: drawing('The search; empty on paper.'),
    scriptHash: text('The hash of the search, as a content security policy names it.'),
  },
  'What template.hbs sees.',
);

/**
 * The JSON Schema of everything that templates may name: `properties.template` for `template.hbs`,
 * `properties.partials.properties.NAME` for each partial. Fields are only ever added.
 */
export function binderViewSchema(sections: readonly SectionBuilder[]): object {
  const partials = Object.fromEntries([
    ...sections.map((s) => {
      const view = s.draws ? { ...s.view, series } : s.view;
      return [s.name, partial(s.words.en, view, s.words.en.title)] as const;
    }),
    [
      'exchange-slip',
      partial(
        { ...(frameWords.en as unknown as SectionWords), ...(exchangeSlipWords.en as unknown as SectionWords) },
        exchangeSlipView,
        'The slip that goes with pages for a copy.',
      ),
    ],
  ]);
  const schema = group(
    { template: frame, partials: group(partials, 'What each partial sees.') },
    'Views of templates.',
  );
  return z.toJSONSchema(schema, { io: 'output' });
}
