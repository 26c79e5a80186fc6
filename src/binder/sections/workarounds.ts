import { workaroundOf } from '../../analysis/index.ts';
import type { Node, Requirement } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { callsTo, callsView } from '../calls.ts';
import { eventTitle } from '../event-title.ts';
import { commas, span, titleOf } from '../format.ts';
import { anchor, group, list, text, to } from '../view.ts';
import { workaroundsWords } from '../words/workarounds.ts';

type Say = (typeof workaroundsWords)['en'];

/** How many sheets, rows and numbers are printed; the rest is counted. */
const mostSheets = 100;
const mostRows = 120;
const mostCalls = 4;
const mostServed = 8;

const procedureView = group({ title: text('Its title.'), to: to('the procedure') }, 'A procedure.');
const view = {
  sheets: list(
    group(
      {
        anchor: anchor('the sheet'),
        id: text('Id of the process or system.'),
        name: text('Its name, where it is another.'),
        kind: text('What kind it is.'),
        to: to('its own sheet'),
        done: text('What is done instead.'),
        procedures: list(procedureView, 'How it is done; empty: no procedure.'),
        facts: list(
          group({ label: text('What it is.'), value: text('The value.') }, 'A fact.'),
          'How long, how much, when it is back.',
        ),
        warning: text('That it is back later than the workaround can be borne; empty: it is not.'),
        calls: callsView('Who runs it.'),
      },
      'A process with a workaround.',
    ),
    'What is done by hand, the most urgent first.',
  ),
  moreSheets: text('Ids of those whose sheets are not printed.'),
  without: list(
    group({ id: text('Id.'), name: text('Name.'), decision: text('What was decided instead.') }, 'A process.'),
    'Processes without a workaround.',
  ),
  moreWithout: text('How many more; empty: none.'),
  bypasses: list(
    group(
      {
        procedure: procedureView,
        helps: list(text('"directory → mail": what is missing and what goes on.'), 'What it helps with.'),
        takes: text('How long it takes.'),
      },
      'A way round.',
    ),
    'Documented ways round technology that is missing.',
  ),
  moreBypasses: text('How many more; empty: none.'),
};

/** Whether an element belongs on this paper; of a scenario whatever is not up in it. */
function belongs({ facts, scope, recovery }: SectionInput, node: Node): boolean {
  if (scope.extract === 'scenario') return (recovery.impact.nodes[node.index]?.state ?? 'up') !== 'up';
  if (scope.extract !== 'role') return scope.has(node.id);
  const own = [facts.inherited.owner(node.id), ...facts.procedureUses.serving(node.id, 'workaround')];
  return own.some((id) => id !== undefined && scope.has(id));
}

/** Minutes from the outage until it serves again by the order of this binder; null: never, undefined: it is not down. */
function backAfter({ recovery }: SectionInput, node: Node): number | null | undefined {
  const promised = recovery.objectives.find((o) => o.element === node.id);
  if (promised) return promised.scheduled;
  if ([...recovery.lost, ...recovery.notServing].some((l) => l.id === node.id)) return null;
  const back = recovery.resumes.get(node.id) ?? recovery.steps.findLast((s) => s.element === node.id)?.end;
  return back === undefined ? undefined : back + recovery.elapsed;
}

function sheetOf(input: SectionInput, node: Node, say: Say) {
  const { facts, linkTo, common, recovery } = input;
  const data = node.data as {
    readonly workaround?: string | { readonly description?: string };
    readonly minimumLevel?: string;
    readonly department?: string;
    readonly administrators?: readonly string[];
  };
  // Only who is named here: whoever looks after all machines of the plan does not run this by hand.
  const { workaround, administrators = [] } = data;
  const lasts = workaroundOf(node)?.lasts;
  const back = backAfter(input, node);
  const minutes = (value: number | undefined): string => (value === undefined ? '' : span(value));
  const backText = back === undefined ? '' : back === null ? say.neverBack : say.backAfter(span(back));
  const rows: readonly (readonly [string, string])[] = [
    [say.lasts, minutes(lasts) || say.lastsNotSaid],
    [say.minimum, data.minimumLevel ?? common.notRecorded],
    [say.promised, minutes(facts.timeObjectives.rto.effective(node.index))],
    [say.borne, minutes(facts.timeObjectives.mtpd.effective(node.index))],
    [say.back(eventTitle(recovery.scenario, common)), backText],
    [say.department, data.department ?? ''],
  ];
  const late = lasts !== undefined && back !== undefined && (back === null || back > lasts);
  return {
    anchor: `workaround-${node.id}`,
    id: node.id,
    name: node.name === node.id ? '' : node.name,
    kind: common.kinds[node.kind] ?? node.kind,
    to: linkTo(node.id),
    done: typeof workaround === 'string' ? workaround : (workaround?.description ?? ''),
    procedures: facts.procedureUses.serving(node.id, 'workaround').map((id) => ({
      title: titleOf(facts.model.elements.get(id)),
      to: linkTo(id),
    })),
    facts: rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
    warning: !late
      ? ''
      : back === null
        ? say.neverBackWarning(span(lasts))
        : say.tooShort(span(lasts), span(back ?? 0)),
    calls: callsTo(input, [facts.inherited.owner(node.id), ...administrators]).slice(0, mostCalls),
  };
}

/** Each documented way round once, with all that it helps. */
function bypassesOf(input: SectionInput) {
  const { facts, linkTo, common } = input;
  const byProcedure = new Map<string, Requirement[]>();
  for (const requirement of facts.model.requirements) {
    const { bypass, from } = requirement;
    const node = facts.model.node(from);
    if (bypass?.procedure === undefined || !node || !belongs(input, node)) continue;
    const known = byProcedure.get(bypass.procedure);
    if (known) known.push(requirement);
    else byProcedure.set(bypass.procedure, [requirement]);
  }
  return [...byProcedure].map(([id, all]) => {
    const helps = [...new Set(all.map(({ from, of }) => `${of.join(', ')} → ${from}`))];
    const times = all.flatMap(({ bypass }) => bypass?.takes ?? []);
    const more = helps.length > mostServed ? [common.more(helps.length - mostServed)] : [];
    return {
      procedure: { title: titleOf(facts.model.elements.get(id)) || id, to: linkTo(id) },
      helps: [...helps.slice(0, mostServed), ...more],
      takes: times.length === 0 ? '' : span(Math.max(...times)),
    };
  });
}

/** What is done while a process is down: how, how long, by whom, and how one gets round missing technology. */
export const workarounds = section({
  name: 'workarounds',
  page: 'P23',
  extracts: ['role', 'scenario', 'element'],
  words: workaroundsWords,
  view,
  build: (input, say) => {
    const { facts, common } = input;
    const { timeObjectives: times, procedureUses } = facts;
    const nodes = facts.model.nodes.filter((node) => belongs(input, node));
    const has = (node: Node): boolean =>
      workaroundOf(node) !== undefined || procedureUses.serving(node.id, 'workaround').length > 0;
    const urgency = ({ index }: Node): number =>
      times.mtpd.effective(index) ?? times.rto.effective(index) ?? Number.POSITIVE_INFINITY;
    const bridged = nodes.filter(has).sort((a, b) => {
      const [first, second] = [urgency(a), urgency(b)];
      return first === second ? (a.id < b.id ? -1 : 1) : first < second ? -1 : 1;
    });
    const without = nodes.filter((node) => node.kind === 'process' && !has(node));
    const bypasses = bypassesOf(input);
    if (bridged.length + without.length + bypasses.length === 0) return undefined;
    const sheets = bridged.slice(0, mostSheets).map((node) => sheetOf(input, node, say));
    const left = (n: number): string => (n > 0 ? common.more(n) : '');
    return {
      entries: sheets.map((s) => ({ anchor: s.anchor, title: s.name || s.id })),
      content: {
        sheets,
        moreSheets: commas(bridged.slice(mostSheets).map((node) => node.id)),
        without: without.slice(0, mostRows).map((node) => {
          const { decision } = (node.data as { highAvailability?: { decision?: string } }).highAvailability ?? {};
          return {
            id: node.id,
            name: node.name === node.id ? '' : node.name,
            decision: decision === undefined ? '' : `${say.decided}: ${decision}`,
          };
        }),
        moreWithout: left(without.length - mostRows),
        bypasses: bypasses.slice(0, mostRows),
        moreBypasses: left(bypasses.length - mostRows),
      },
    };
  },
});
