import { objectives } from '../inventory/index.ts';
import type { Node } from '../model/model.ts';
import type { SectionInput } from './binder.ts';
import { anchorOf, commas, requirementText, span, titleOf } from './format.ts';
import { sheetFacts } from './sheet-facts.ts';
import { anchor, group, list, text, to } from './view.ts';
import type { sheetsWords } from './words/sheets.ts';

type Say = (typeof sheetsWords)['en'];

/** How many users are named on a sheet; a directory service may have thousands. */
const mostUsers = 60;

/** What the sheet of a system says; some sections add to it. */
export const sheetFields = {
  anchor: anchor('the element'),
  id: text('Id.'),
  name: text('Name, where it is another.'),
  kind: text('Kind.'),
  external: text('Said where it is not ours to start.'),
  wave: text('Its wave in the recovery order; empty: no step.'),
  facts: list(group({ label: text('What it is.'), value: text('The value.') }, 'A fact.'), 'What is known of it.'),
  needs: list(text('A requirement.'), 'What it needs.'),
  users: text('What needs it.'),
  protection: list(
    group({ objective: text('Objective.'), level: text('Level.'), why: text('Reason.') }, 'A need.'),
    'Protection needs, where one is above normal.',
  ),
  procedures: list(
    group(
      { action: text('What is done.'), title: text('Title of the procedure.'), to: to('it'), takes: text('How long.') },
      'An action.',
    ),
    'How it is brought back.',
  ),
};

const actions = [
  'restart',
  'restore',
  'rebuild',
  'replace',
  'isolate',
  'verify',
  'shutdown',
  'failover',
  'onFailure',
] as const;
type Actions = Partial<Record<(typeof actions)[number], { readonly takes?: number; readonly procedure?: string }>>;

function proceduresOf({ facts, common, linkTo }: SectionInput, node: Node, say: Say) {
  const recovery = ((node.data as { recovery?: Actions }).recovery ?? {}) as Actions;
  return actions.flatMap((action) => {
    const said = recovery[action];
    if (!said) return [];
    const procedure = facts.model.elements.get(said.procedure ?? '');
    return [
      {
        action: (common.verbs[action] ?? action).replace(/:$/, ''),
        takes: said.takes === undefined ? '' : say.takes(span(said.takes)),
        title: procedure ? titleOf(procedure) : (said.procedure ?? ''),
        to: linkTo(procedure?.id),
      },
    ];
  });
}

function needRows({ facts, common }: SectionInput, node: Node, say: Say) {
  const rows = objectives.map((objective) => {
    const need = facts.needs.of(node.index, objective);
    const path = facts.needs.path(node.index, objective);
    const last = facts.model.node(path.at(-1)?.from ?? node.id);
    const reason = last ? facts.needs.of(last.index, objective).reason : undefined;
    const chain = path.map((hop) => hop.from).join(say.fromLink);
    const { decision } = need;
    const decided = decision && need.principle === decision.principle;
    const why = [
      chain === '' ? '' : say.from(chain),
      reason ?? '',
      decided ? `${say.principles[decision.principle] ?? decision.principle}: ${decision.reason}` : '',
    ];
    return {
      objective: common.objectives[objective] ?? objective,
      level: common.levels[need.effective] ?? need.effective,
      why: why.filter(Boolean).join('; '),
      isPlain: need.effective === 'normal',
    };
  });
  if (rows.every((row) => row.isPlain && row.why === '')) return [];
  return rows.map(({ objective, level, why }) => ({ objective, level, why }));
}

/** Makes sheets; lookups are made once for all, since a plan of thousands must not be walked for each of them. */
export function sheetMaker(input: SectionInput, say: Say) {
  const { facts, recovery, common } = input;
  const needs = new Map<string, string[]>();
  const users = new Map<string, Set<string>>();
  for (const r of facts.model.requirements) {
    if (r.relation.startsWith('backups.')) continue;
    const said = `${common.relations[r.relation] ?? r.relation} ${requirementText(r, common)}`;
    const known = needs.get(r.from);
    if (known) known.push(said);
    else needs.set(r.from, [said]);
    for (const id of r.of) {
      const set = users.get(id);
      if (set) set.add(r.from);
      else users.set(id, new Set([r.from]));
    }
  }
  const waves = new Map(recovery.steps.map((step) => [step.element, say.wave(step.wave)]));
  return (node: Node) => {
    const all = [...(users.get(node.id) ?? [])].sort();
    const more = all.length > mostUsers ? ` ${common.more(all.length - mostUsers)}` : '';
    return {
      anchor: anchorOf(node.id),
      id: node.id,
      name: node.name === node.id ? '' : node.name,
      kind: common.kinds[node.kind] ?? node.kind,
      external: node.external ? say.notOurs : '',
      wave: waves.get(node.id) ?? '',
      facts: sheetFacts(input, node, say),
      needs: needs.get(node.id) ?? [],
      users: `${commas(all.slice(0, mostUsers))}${more}`,
      protection: needRows(input, node, say),
      procedures: proceduresOf(input, node, say),
    };
  };
}

/** The sections that have the sheets of a kind to themselves. */
const ownSections: Readonly<Record<string, string>> = {
  hypervisor: 'hypervisors',
  cluster: 'hypervisors',
  voipDevice: 'voip',
};

/** The systems whose sheets stand in a section: what has no section of its own in this binder stands in `systems`. */
export function sheetsIn(
  section: string,
  { facts, scope, includes }: Pick<SectionInput, 'facts' | 'scope' | 'includes'>,
): readonly Node[] {
  return facts.model.nodes.filter((node) => {
    if (node.kind === ('backup' as string) || !scope.has(node.id)) return false;
    const own = ownSections[node.kind];
    return (own !== undefined && includes(own) ? own : 'systems') === section;
  });
}
