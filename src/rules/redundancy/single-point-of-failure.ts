import type { Element, Node } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

export const singlePointOfFailure: Rule = {
  id: 'single-point-of-failure',
  severity: 'error',
  profiles: ['grundschutz'],
  summary:
    'No single element takes down a process or service whose availability need is high or above, or that was decided.',
  why: 'The one thing that nobody thought of is the one that fails.',
  source: 'M 6.96: special demands on the availability; BSI-Standard 200-2 §8.2; the decision makes it information',
  bad: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: very-high, reason: All sales}}}
servers:
  shop: {} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
processes:
  orders: {uses: [shop], protection: {availability: {need: very-high, reason: All sales}}}
servers:
  shop: {highAvailability: {considered: true, decision: A spare stands ready and is started within the RTO}}
`,
  *check({ needs, weakPoints }) {
    const level = (node: Node) => needs.effective(node.index, 'availability');
    for (const { node, takesDown, decision, repeats } of weakPoints.singlePoints()) {
      if (repeats !== undefined) continue;
      const highest = takesDown.some((t) => level(t.node) === 'very-high' && !t.untilSwitched);
      const farm = weakPoints.restartedBy(node.id);
      const hit = takesDown.map(
        (t) => `${t.node.id} (${level(t.node)}${t.untilSwitched ? ', until switched over' : ''})`,
      );
      yield {
        severity: decision !== undefined ? 'info' : highest && farm === undefined ? 'error' : 'warning',
        message: `the loss of ${node.id} alone takes down ${listed(hit)}`,
        label: 'nothing stands in for it',
        hint:
          decision !== undefined
            ? `decided: ${decision}`
            : farm === undefined
              ? 'add a second one, or record highAvailability: {considered: true, decision: …} here'
              : `${farm} restarts what ran there; record highAvailability: {considered: true, decision: …} if that is quick enough`,
        location: keyOf(node as Element),
        element: node.id,
      };
    }
  },
};
