import { mediaOf, targetOf } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

export const backupThirdPartyUnverified: Rule = {
  id: 'backup-third-party-unverified',
  severity: 'warning',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Where others keep the backups, it was verified how they protect and return them.',
  why: 'The provider keeps thirty days, its contract says; of deleted accounts it keeps none.',
  source: 'ISO 27002 backup workflow, task 6: verifying third-party solutions',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], solution: cloud} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}}
backups:
  nightly: {covers: [shop], solution: cloud, assessed: {supplier: Certificate and exit clause read; a copy was fetched}}
`,
  *check({ model, backupCoverage }) {
    const isExternal = (id: string | undefined): boolean => id !== undefined && model.node(id)?.external === true;
    const isWithOthers = (b: Element<'backup'>): boolean =>
      b.data.solution === 'cloud' ||
      b.data.solution === 'hybrid' ||
      isExternal(b.data.server) ||
      mediaOf(targetOf(model, b)).some(isExternal);
    const lack = {
      one: 'lies with others, and nobody has verified how they protect it and give it back',
      many: 'lie with others, and nobody has verified how they protect them and give them back',
      hint: 'add assessed: {supplier: what was verified}',
    };
    yield* missing(backupCoverage.backups, lack, (b) => isWithOthers(b) && b.data.assessed?.supplier === undefined);
  },
};
