import { section } from '../binder.ts';
import { callsTo, callsView } from '../calls.ts';
import { flag, list, text } from '../view.ts';
import { activationWords } from '../words/activation.ts';

const view = {
  criteria: list(text('A criterion.'), 'When the plan is activated.'),
  deciders: callsView('Who decides, the first one first.'),
  deactivation: list(text('A criterion.'), 'When it is deactivated; empty: not recorded.'),
  hasCard: flag('Whether the binder has the emergency card.'),
  hasOrder: flag('Whether it has the recovery order.'),
  hasLog: flag('Whether it has the log.'),
};

/** When the plan begins and ends, who says so, and the form that records it. */
export const activation = section({
  name: 'activation',
  page: 'P5',
  extracts: ['role', 'scenario'],
  words: activationWords,
  view,
  build: (input, say) => {
    const { facts, includes } = input;
    const given = facts.model.plan?.activation;
    return {
      content: {
        criteria: given?.criteria ?? [say.defaultWhen],
        deciders: callsTo(input, given?.decidedBy ?? [facts.model.plan?.owner]),
        deactivation: given?.deactivation ?? [],
        hasCard: includes('emergency-card'),
        hasOrder: includes('recovery-order'),
        hasLog: includes('incident-log'),
      },
    };
  },
});
