import { dataLossOf } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { scenarioEvent } from '../../recovery/event.ts';
import type { Recovery } from '../../recovery/recovery.ts';
import { type SectionInput, section } from '../binder.ts';
import { callsTo, callsView } from '../calls.ts';
import { anchorOf, clock, commas, nameOf, span } from '../format.ts';
import { measureRows, measureView } from '../measure-rows.ts';
import { messageRows, messageView } from '../message-rows.ts';
import { scenariosOf } from '../scenarios-of.ts';
import { placesOf, stepRow, stepView } from '../step-rows.ts';
import { anchor, flag, group, list, text } from '../view.ts';
import { recoveryOrderWords } from '../words/recovery-order.ts';
import { type ScenariosWords, scenariosWords } from '../words/scenarios.ts';

/** More steps than that are no sheet any more: the order of that scenario is a paper of its own. */
const mostSteps = 120;
/** So many ids of a kind are named; more are counted. */
const mostNamed = 12;

const line = group({ label: text('What it is.'), value: text('The elements.') }, 'A line.');

const view = {
  scenarios: list(
    group(
      {
        anchor: anchor('the scenario'),
        id: text('Id.'),
        name: text('Name.'),
        description: text('What it is about; empty: nothing more is said.'),
        hit: list(line, 'What is hit, by how.'),
        down: list(line, 'What goes down besides, by kind.'),
        weaker: text('What goes on, but weaker; empty: nothing.'),
        lost: text('What does not come back; empty: nothing.'),
        losses: list(group({ id: text('Id.'), upTo: text('How much.') }, 'Data.'), 'Data that is lost.'),
        moreLosses: text('How many more lose data; empty: none.'),
        first: list(measureView, 'What is done at once.'),
        actions: list(measureView, 'What is done then.'),
        alternatives: list(text('Something else.'), 'What is tried if that does not work.'),
        messages: list(messageView, 'Who is told what.'),
        call: callsView('Whom to call.'),
        missed: list(text('A promise.'), 'What cannot be kept.'),
        isLong: flag('Whether that is more than a few lines.'),
        summary: text('How many steps, over when; empty: there are none.'),
        steps: list(stepView, 'The order.'),
        more: text('How many steps are not printed; empty: all are.'),
      },
      'A scenario.',
    ),
    'The scenarios of this binder.',
  ),
};

/** Ids in one line; what is too many is counted. */
function named(ids: readonly string[], more: (n: number) => string): string {
  return ids.length <= mostNamed ? commas(ids) : `${commas(ids.slice(0, mostNamed))} ${more(ids.length - mostNamed)}`;
}

/** What is hit, by how: "is destroyed: hv-1, hv-2". */
function hitLines({ common }: SectionInput, { scenario }: Recovery) {
  const effects = [...new Set(scenario.failed.map((f) => f.effect))];
  return effects.map((effect) => {
    const ids = scenario.failed.filter((f) => f.effect === effect).map((f) => f.id);
    return { label: common.effects[effect] ?? effect, value: named(ids, common.more) };
  });
}

/** By the intervals of backups, not by their last runs: paper lies there for months. */
const lossesOf = ({ facts }: SectionInput, scenario: Element<'scenario'>, { impact }: Recovery) =>
  dataLossOf(facts.model, impact, [], facts.today, scenarioEvent(facts, scenario).since).filter(
    (loss) => loss.upToMinutes !== 0,
  );

/** What goes down besides, by kind, processes first: that is what people will ask about. */
function downLines({ facts, common }: SectionInput, { impact, scenario }: Recovery) {
  const hit = new Set(scenario.failed.map((f) => f.id));
  const kinds = new Map<string, string[]>();
  for (const { id, after } of impact.down) {
    if (hit.has(id)) continue;
    const kind = facts.model.elements.get(id)?.kind ?? '';
    const said = after > 0 && Number.isFinite(after) ? `${id} (${span(after)})` : id;
    kinds.set(kind, [...(kinds.get(kind) ?? []), said]);
  }
  const order = ['process', 'application', 'service'];
  const rank = (kind: string): number => (order.indexOf(kind) + order.length + 1) % (order.length + 1);
  return [...kinds]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([kind, ids]) => ({ label: common.kinds[kind] ?? kind, value: named(ids, common.more) }));
}

function sheetOf(input: SectionInput, scenario: Element<'scenario'>, say: ScenariosWords) {
  const { facts, common, language } = input;
  const recovery = input.orderOf(scenario.id);
  const { data } = scenario;
  const losses = lossesOf(input, scenario, recovery);
  const roles = new Set(recovery.steps.slice(0, mostSteps).flatMap((s) => Object.keys(s.staff)));
  const measures = [...(data.immediateMeasures ?? []), ...(data.actions ?? [])];
  const by = measures.flatMap((m) => (typeof m === 'string' || m.by === undefined ? [] : [m.by]));
  const decided = facts.model.plan?.activation?.decidedBy ?? [];
  const orderWords = recoveryOrderWords[language];
  const places = placesOf(recovery.steps);
  const missed = recovery.objectives.filter((o) => o.verdict !== 'met');
  return {
    anchor: anchorOf(scenario.id),
    id: scenario.id,
    name: scenario.name,
    description: data.description ?? '',
    hit: hitLines(input, recovery),
    down: downLines(input, recovery),
    weaker: named(
      recovery.impact.degraded.map((d) => d.id),
      common.more,
    ),
    lost: named(
      recovery.lost.map((l) => l.id),
      common.more,
    ),
    losses: losses.slice(0, mostNamed).map((l) => ({
      id: l.id,
      upTo: l.upToMinutes === null ? say.allData : say.upTo(span(l.upToMinutes)),
    })),
    moreLosses: losses.length > mostNamed ? common.more(losses.length - mostNamed) : '',
    first: measureRows(input, data.immediateMeasures),
    actions: measureRows(input, data.actions),
    alternatives: data.alternatives ?? [],
    messages: messageRows(input, data.communication),
    call: callsTo(input, [...decided, ...by, ...roles]).slice(0, mostNamed),
    isLong: missed.length > mostNamed,
    missed: missed.map((o) =>
      say.promise(
        nameOf(facts, o.element),
        o.basis.toUpperCase(),
        span(o.limit),
        o.scheduled === null ? say.never : clock(o.scheduled),
      ),
    ),
    summary: recovery.steps.length === 0 ? '' : say.summary(recovery.steps.length, clock(recovery.makespan)),
    steps: recovery.steps.slice(0, mostSteps).map((step) => stepRow(input, step, places, orderWords)),
    more: recovery.steps.length > mostSteps ? say.wholeOrder(recovery.steps.length - mostSteps, scenario.id) : '',
  };
}

/** One sheet for each thing that may happen: what is hit, what to do, whom to call, in which order it comes back. */
export const scenarios = section({
  name: 'scenarios',
  page: 'P9',
  extracts: ['scenario'],
  words: scenariosWords,
  view,
  shows: (input) => scenariosOf(input).map((s) => s.id),
  build: (input, say) => {
    const all = scenariosOf(input);
    if (all.length === 0) return undefined;
    return {
      entries: all.map((s) => ({ anchor: anchorOf(s.id), title: s.name })),
      content: { scenarios: all.map((s) => sheetOf(input, s, say)) },
    };
  },
});
