import { idsIn } from '../../analysis/index.ts';
import type { Model } from '../../model/model.ts';
import { keyOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

/** The kinds of systems that the workflow names, with their members. */
function kindsOf(model: Model): readonly { readonly name: string; readonly members: readonly string[] }[] {
  const providing = (role: string) =>
    model.of('service').flatMap((s) => (s.data.role === role ? (s.data.providers ?? []) : []));
  const hosts = model.of('application').flatMap((a) => idsIn(a.data.runsOn));
  return [
    { name: 'database server', members: providing('database') },
    { name: 'file server', members: providing('file') },
    { name: 'application server', members: hosts },
    { name: 'virtual machine', members: model.of('virtualMachine').map((e) => e.id) },
    { name: 'network device', members: model.of('networkDevice').map((e) => e.id) },
  ];
}

export const initialBackupKindUncovered: Rule = {
  id: 'initial-backup-kind-uncovered',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary:
    'Every kind of system that the first backup is made of is in a backup: servers for databases, files and applications, virtual machines, network devices.',
  why: 'Whole kinds are forgotten more easily than single machines: nobody thinks of switches as data.',
  source:
    'ISO 27002 backup workflow, task 7: database, file and application servers, virtual machines, network devices',
  bad: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, base: {}}
services:
  database: {role: database, providers: [base]} # <--
backups:
  nightly: {covers: [shop]}
`,
  good: `
drplan: 1
plan: {name: Office}
servers: {shop: {}, base: {}}
services:
  database: {role: database, providers: [base]}
backups:
  nightly: {covers: [shop, base]}
`,
  *check({ model, backupCoverage }) {
    if (backupCoverage.backups.length === 0) return;
    const { worthSaving, unsavedDependencies, backupsOf } = backupCoverage;
    const counted = new Set([...worthSaving, ...unsavedDependencies.map((d) => d.node)].map((node) => node.id));
    for (const { name, members } of kindsOf(model)) {
      const some = members.filter((id) => counted.has(id) || backupsOf(id).length > 0);
      const [first] = some;
      const element = model.elements.get(first ?? '');
      if (!element || some.some((id) => backupsOf(id).length > 0)) continue;
      const by = model.of('service').find((s) => s.data.providers?.includes(element.id));
      yield {
        message: `no ${name} is in a backup: ${listed(some)}`,
        hint: 'add them to covers of a backup',
        location: keyOf(name.endsWith('server') && by ? by : element),
        elements: some,
      };
    }
  },
};
