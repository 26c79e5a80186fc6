import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

/** Measures that only bridge something: each has to be ended. */
const temporary = new Set(['workaround', 'bypass', 'failover', 'isolate']);

export const returnToNormalMissing: Rule = {
  id: 'return-to-normal-missing',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2'],
  summary: 'Procedures for temporary measures say how one returns to normal.',
  why: 'Half a year later the firewall still stands open "until the old one is back".',
  source: 'NIS2 Implementing Regulation 4.1.2 (h): restoring and resuming activities from temporary measures',
  bad: `
drplan: 1
plan: {name: Office}
procedures:
  orders-on-paper: {title: Take orders on paper, action: workaround} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
procedures:
  orders-on-paper: {title: Take orders on paper, action: workaround, returnToNormal: Enter the forms in order}
`,
  *check({ model, procedureUses }) {
    const isTemporary = ({ id, data }: Element<'procedure'>): boolean =>
      temporary.has(data.action ?? '') || procedureUses.of(id).some((use) => temporary.has(use.action));
    const lack = {
      one: 'is a temporary measure and does not say how it is ended',
      many: 'are temporary measures and do not say how they are ended',
      hint: 'add returnToNormal: what is undone, entered later or switched back; where nothing is: say so',
    };
    yield* missing(model.of('procedure').filter(isTemporary), lack, (p) => p.data.returnToNormal === undefined);
  },
};
