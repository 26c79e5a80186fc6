import type { Node } from '../../model/model.ts';
import { missing } from '../missing.ts';
import type { Rule } from '../rule.ts';

interface Recoverable {
  readonly recovery?: { readonly restore?: { readonly procedure?: string } };
}

export const restoreProcedureMissing: Rule = {
  id: 'restore-procedure-missing',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'For everything that is saved a procedure says how it is restored.',
  why: 'The backup is perfect, and in the night nobody knows which of nineteen options brings it back.',
  source:
    'M 6.11, CON.3: how data is restored is laid down; ISO 27002 backup workflow, task 4: who, what, when and how',
  bad: `
drplan: 1
plan: {name: Office}
servers:
  shop: {} # <--
backups: {nightly: {covers: [shop]}}
`,
  good: `
drplan: 1
plan: {name: Office}
servers:
  shop: {recovery: {restore: {procedure: restore-server}}}
procedures: {restore-server: {title: Restore a server, action: restore}}
backups: {nightly: {covers: [shop]}}
`,
  *check({ model, backupCoverage }) {
    const restores = model.of('procedure').filter((p) => p.data.action === 'restore');
    const described = new Set(restores.flatMap((p) => p.data.about ?? []));
    const isRestore = new Set(restores.map((p) => p.id));
    const named = (node: Node): boolean => (node.data as Recoverable).recovery?.restore?.procedure !== undefined;
    const byBackup = (id: string): boolean =>
      backupCoverage.backupsOf(id).some((b) => b.data.procedure !== undefined && isRestore.has(b.data.procedure));
    const covered = new Set(backupCoverage.backups.flatMap((b) => b.data.covers));
    const lack = {
      one: 'is saved, but no procedure says how it is restored',
      many: 'are saved, but no procedure says how they are restored',
      hint: 'add recovery: {restore: {procedure: ID}}, or to its backup procedure: ID of one with action: restore',
    };
    const saved = model.nodes.filter((node) => covered.has(node.id) && node.kind !== 'backup');
    yield* missing(saved, lack, (node) => !named(node) && !described.has(node.id) && !byBackup(node.id));
  },
};
