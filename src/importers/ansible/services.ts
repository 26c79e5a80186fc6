import type { HostFacts } from './read.ts';

/** A service that a group of hosts evidently provides. */
export interface FoundService {
  readonly id: string;
  readonly role: string;
  readonly providers: readonly string[];
  readonly why: string;
}

/** Names of groups that say what their hosts provide; several roles for one group are several services. */
const roles: readonly (readonly [groups: RegExp, role: string])[] = [
  [/^(?:freeipa|ipa|ldap|ad|domain_controllers?|active_directory)(?:_servers?)?$/, 'directory'],
  [/^(?:freeipa|ipa|dns|named|bind|domain_controllers?|active_directory|resolvers?)(?:_servers?)?$/, 'name-resolution'],
  [/^dhcp(?:_servers?)?$/, 'dhcp'],
  [/^(?:ntp|chrony|time)_?servers?$/, 'time'],
  [/^(?:postgres|postgresql|mysql|mariadb|database|db)(?:_servers?)?$/, 'database'],
  [/^(?:nagios|zabbix|icinga|monitoring|prometheus)(?:_servers?)?$/, 'monitoring'],
  [/^(?:asterisk|pbx|freeswitch)(?:_servers?)?$/, 'telephony'],
  [/^(?:mail|smtp|imap|mx)_?servers?$/, 'mail'],
  [/^(?:nfs|file|samba|smb)_servers?$/, 'file'],
  [/^(?:bitwarden|vaultwarden|vault)(?:_servers?)?$/, 'secrets'],
  [/^(?:backup|backup_servers?|bacula|bareos)$/, 'backup'],
];

/** The services that group names make evident, one per role, sorted; ids that a host has already get a prefix. */
export function findServices(hosts: readonly HostFacts[], idOf: (name: string) => string): readonly FoundService[] {
  const found = new Map<string, { providers: Set<string>; groups: Set<string> }>();
  for (const host of hosts) {
    for (const group of host.groups) {
      for (const [pattern, role] of roles) {
        if (!pattern.test(group)) continue;
        const known = found.get(role) ?? { providers: new Set<string>(), groups: new Set<string>() };
        known.providers.add(idOf(host.name));
        known.groups.add(group);
        found.set(role, known);
      }
    }
  }
  const taken = new Set(hosts.map((h) => idOf(h.name)));
  return [...found]
    .map(([role, { providers, groups }]) => ({
      id: taken.has(role) ? `service-${role}` : role,
      role,
      providers: [...providers].sort(),
      why: `group ${[...groups].sort().join(', ')}`,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
