import { levels, objectives } from '../../inventory/index.ts';
import type { Element, Node } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

const carrying = new Set<string>(['cluster', 'hypervisor', 'storage', 'location', 'networkDevice']);

export const cumulationUnassessed: Rule = {
  id: 'cumulation-unassessed',
  severity: 'error',
  profiles: ['grundschutz'],
  summary: 'Where many processes stand on one element, somebody has decided whether its need is higher than theirs.',
  why: 'Five processes that could each wait a day cannot all wait a day at once: consolidation raises the damage of one loss.',
  source: 'M 6.138: the cumulation principle must be observed; were the consolidation effects examined?',
  bad: `
drplan: 1
plan: {name: Office}
policy: {protection: {bearers: 3}}
processes:
  a: &p {uses: [shop], protection: {availability: {need: high, reason: Sales}}}
  b: *p
  c: *p
virtualMachines: {shop: {runsOn: hv-1}}
hypervisors:
  hv-1: {} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
policy: {protection: {bearers: 3}}
processes:
  a: &p {uses: [shop], protection: {availability: {need: high, reason: Sales}}}
  b: *p
  c: *p
virtualMachines: {shop: {runsOn: hv-1}}
hypervisors:
  hv-1:
    protection:
      availability:
        decision: {principle: cumulation, need: very-high, reason: All sales at once, approvedBy: anna, date: 2026-05-01}
people: {anna: {}}
`,
  *check({ model, needs }) {
    if (model.policy.protection?.cumulation === 'apply') return;
    const backups = new Set(model.of('backup').map((b) => b.data.server));
    for (const objective of objectives) {
      for (const proposal of needs.cumulations(objective)) {
        if (proposal.decided || !proposal.byCount) continue;
        const node = model.nodes[proposal.at] as Node;
        const bearers = proposal.bearers().map((v) => (model.nodes[v] as Node).id);
        const [from, to] = [levels[proposal.from], levels[proposal.to]];
        const others = proposal.members.length - 1;
        const same = others > 0 ? `; ${others} more elements carry the same` : '';
        yield {
          severity: carrying.has(node.kind) || backups.has(node.id) ? 'error' : 'warning',
          message: `${bearers.length} processes with ${from} ${objective} stand on ${node.id}: ${listed(bearers)}${same}`,
          label: `is ${from} enough for all of them at once?`,
          hint: `decide it here: decision: {principle: cumulation, need: ${to}, …}, or principle: maximum to leave it ${from}`,
          location: keyOf(node as Element),
          element: node.id,
        };
      }
    }
  },
};
