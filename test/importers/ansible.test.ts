import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandRange } from '../../src/importers/ansible/ini.ts';
import { orderOf } from '../../src/pipeline.ts';
import { fedora, folder, imported, selfhosted } from '../support/inventories.ts';
import { cold, diagnostics, facts } from '../support/plan.ts';

const run = (files: Readonly<Record<string, string>>) => {
  const found = imported(files);
  return { ...found, kinds: Object.fromEntries(found.reading.model.nodes.map((n) => [n.id, n.kind])) };
};
const data = (reading: ReturnType<typeof run>['reading'], id: string) =>
  reading.model.elements.get(id)?.data as Record<string, unknown>;

describe('the INI inventory', () => {
  it.each([
    ['web[01:03].x', ['web01.x', 'web02.x', 'web03.x']],
    ['a[1:10:4]', ['a1', 'a5', 'a9']],
    ['db-[a:c]', ['db-a', 'db-b', 'db-c']],
    ['r[1:2]-[a:b]', ['r1-a', 'r1-b', 'r2-a', 'r2-b']],
    ['plain', ['plain']],
  ])('expands %s', (pattern, names) => expect(expandRange(pattern)).toEqual(names));
  it.each(['x[0:999999999]', 'x[5:1]', 'x[a:7]', 'x[1:2:0]', 'x[1:200][1:200]'])('refuses %s', (pattern) =>
    expect(expandRange(pattern)).toBeUndefined(),
  );
  it('keeps order and width of any range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 }), (from, more) => {
        const names = expandRange(`n[${String(from).padStart(4, '0')}:${from + more}]`);
        expect(names).toHaveLength(more + 1);
        expect(names?.every((n) => n.length === 5)).toBe(true);
        expect([...(names ?? [])].sort()).toEqual(names);
      }),
    );
  });
  it('reads ports, quotes, comments, groups and variables with their precedence', () => {
    const { reading } = run({
      hosts: `
# a comment
web1:2222 purpose_x='a # b' csi_purpose="shop \\"x\\"" ; more
[web]
web1 mem_size=2048
[all:children]
prod
[prod:children]
web
[web:vars]
num_cpus = 4
[prod:vars]
num_cpus=2
mem_size=512
os = debian
`,
      'host_vars/web1.yml': 'os: rocky9\n',
      'group_vars/all.yml': 'os: nothing\nnum_cpus: 1\n',
    });
    expect(data(reading, 'web1')).toMatchObject({ cpu: 4, memory: 2 * 2 ** 30, os: 'rocky9', tags: ['prod', 'web'] });
  });
  it('names what it does not understand, with file and line', () => {
    const { findings } = run({ hosts: '[web]\nok\n= what\nx[9:1]\n[web:vars]\nnonsense\n' });
    expect(findings.map((f) => [f.file, f.line, f.severity])).toEqual([
      ['hosts', 3, 'warning'],
      ['hosts', 4, 'warning'],
      ['hosts', 6, 'warning'],
    ]);
  });
  it('survives circles of groups and hostile text', () => {
    const { kinds, findings } = run({
      hosts: '[a:children]\nb\n[b:children]\na\n[b]\nh1\n\u0000\u001b[2J\n',
      'group_vars/b.yml': '$ANSIBLE_VAULT;1.1;AES256\n3132\n',
      'host_vars/h1.yml': 'password: geheim\nram: !vault |\n  $ANSIBLE_VAULT\n',
    });
    expect(kinds).toEqual({ h1: 'server' });
    expect(findings.map((f) => f.message).join()).toContain('ansible-vault');
  });
});

describe('what hosts are taken for', () => {
  const inventory = {
    hosts: `
[proxmox_hypervisors]
pve1
[proxmox_instances]
vm1 ip=192.0.2.10 ram=8g disk=64g cores=4
vm2 ip=192.0.2.11
[others]
vm3 vmhost=hv-gone
nas1 ip=192.0.2.5
sw ip=192.0.2.2
phone1
desk1
[switches]
sw
[phones]
phone1
[nfs_servers]
nas1
[freeipa_servers]
vm1
`,
    'group_vars/all/net.yml':
      'vlans:\n  office: {id: 12, cidr: 192.0.2.0/24, gateway: 192.0.2.2, dns_servers: [192.0.2.10]}\n',
    'host_vars/nas1.yml': 'nfs_exports:\n  - clients: [{client: vm2}, {client: "{{ x }}"}]\n',
    'z.yml': "plugin: constructed\ngroups:\n  virtual: inventory_hostname is match('vm[0-9]')\n  odd: foo | bar\n",
  };
  it('kinds, hosts, networks, services and tags', () => {
    const { reading, kinds, findings } = run(inventory);
    expect(kinds).toEqual({
      desk1: 'server',
      directory: 'service',
      file: 'service',
      'name-resolution': 'service',
      nas1: 'storage',
      phone1: 'voipDevice',
      pve1: 'hypervisor',
      sw: 'networkDevice',
      'vlan-office': 'networkDevice',
      vm1: 'virtualMachine',
      vm2: 'virtualMachine',
      vm3: 'virtualMachine',
    });
    expect(data(reading, 'vm1')).toMatchObject({
      runsOn: 'pve1',
      cpu: 4,
      memory: 8 * 2 ** 30,
      disk: 64 * 2 ** 30,
      address: ['192.0.2.10'],
      connectedTo: ['vlan-office'],
    });
    expect(data(reading, 'vm2')).toMatchObject({
      dependsOn: [
        { id: 'name-resolution', when: 'serve' },
        { id: 'nas1', when: 'serve' },
      ],
    });
    expect(data(reading, 'vm1')['dependsOn']).toBeUndefined();
    expect(data(reading, 'vm3')['tags']).toEqual(['others', 'virtual']);
    expect(data(reading, 'nas1')).toMatchObject({ type: 'nas' });
    expect(findings.map((f) => f.message)).toEqual(
      expect.arrayContaining([expect.stringContaining('"odd"'), expect.stringContaining('hv-gone')]),
    );
  });
  it('loses no host, switch or machine on them when the last name server fails', () => {
    const { reading } = run({
      hosts: `
[proxmox_hypervisors]
pve1 ip=192.0.2.3
[proxmox_instances]
dc1 ip=192.0.2.10
web1 ip=192.0.2.11
[switches]
sw1 ip=192.0.2.2
[freeipa_servers]
dc1
`,
      'group_vars/all.yml': 'vlans:\n  office: {id: 1, cidr: 192.0.2.0/24, dns_servers: [192.0.2.10]}\n',
    });
    const known = facts(reading);
    const lost = orderOf(known, { id: null, name: 'loss of dc1', failed: [{ element: 'dc1', effect: 'outage' }] });
    expect(lost.steps.map((s) => s.id)).toEqual(['dc1/restart']);
    expect(lost.impact.down.map((d) => d.id)).toEqual(['dc1', 'directory', 'name-resolution', 'web1']);
    expect(lost.impact.degraded.map((d) => d.id)).toEqual(['pve1', 'sw1']);
  });
  it('invents nothing: the missing hypervisor stays a finding of validate', () => {
    const found = diagnostics(run(inventory).reading).filter((d) => d.severity === 'error');
    expect(found.map((d) => [d.rule, d.element])).toEqual([['reference-unknown', 'vm3']]);
  });
  it('writes the same bytes again, and text that any reader of YAML keeps', () => {
    expect(run(inventory).files).toEqual(run(inventory).files);
    const { reading } = run({ hosts: '[g]\nh1 csi_purpose="0100" os=3.10\nh2 csi_purpose=no\n' });
    expect([data(reading, 'h1')['purpose'], data(reading, 'h1')['os'], data(reading, 'h2')['purpose']]).toEqual([
      '0100',
      '3.10',
      'no',
    ]);
  });
  it('never takes a secret over', () => {
    const { files } = run({
      hosts: '[g]\nh1 ansible_password=geheim123 csi_purpose="password is geheim123" api_token=geheim123\n',
    });
    expect(JSON.stringify(files)).not.toContain('geheim123');
  });
});

const small = join(selfhosted, 'inventory-example');
const large = join(fedora, 'inventory');

describe.skipIf(!existsSync(small))('one small organisation (skipped: the shared inventories are absent)', () => {
  const found = existsSync(small) ? run(folder(small)) : undefined;
  it('has its 46 systems with their kinds', () => {
    const kinds = found?.kinds ?? {};
    const of = (kind: string): number => Object.values(kinds).filter((k) => k === kind).length;
    expect([of('virtualMachine'), of('hypervisor'), of('storage'), of('voipDevice'), of('server')]).toEqual([
      32, 1, 1, 2, 5,
    ]);
    expect([
      kinds['opnsense1'],
      kinds['proxmox1'],
      kinds['nas1'],
      kinds['wap-kitchen'],
      kinds['phone1'],
      kinds['switch1'],
    ]).toEqual(['networkDevice', 'hypervisor', 'storage', 'networkDevice', 'voipDevice', 'networkDevice']);
    expect(Object.keys(kinds).filter((id) => id.startsWith('vlan-'))).toHaveLength(6);
  });
  it('validates, and orders every machine after its host', () => {
    expect(found && diagnostics(found.reading).filter((d) => d.severity === 'error')).toEqual([]);
    const steps = found ? cold(found.reading).steps : [];
    const host = steps.findIndex((s) => s.element === 'proxmox1');
    expect(steps).toHaveLength(46);
    for (const vm of found?.reading.model.of('virtualMachine') ?? []) {
      expect(
        steps.findIndex((s) => s.element === vm.id),
        vm.id,
      ).toBeGreaterThan(host);
    }
  });
});

describe.skipIf(!existsSync(large))('a large inventory (skipped: the shared inventories are absent)', () => {
  const found = existsSync(large) ? run(folder(large)) : undefined;
  it('has all machines on their hosts, the forgotten ones too, and names what is missing', () => {
    const { model } = found?.reading ?? {};
    const vms = model?.of('virtualMachine') ?? [];
    // 406 machines name their host themselves, 24 more by their group; 33 of them are in no inventory.
    expect([vms.length, vms.filter((v) => v.data.runsOn !== undefined).length]).toEqual([430, 430]);
    expect(new Set(vms.map((v) => String(v.data.runsOn))).size).toBe(81);
    expect(found?.findings.filter((f) => f.message.includes('is in no inventory'))).toHaveLength(33);
    const errors = found ? diagnostics(found.reading).filter((d) => d.severity === 'error') : [];
    expect(new Set(errors.map((e) => e.rule))).toEqual(new Set(['reference-unknown']));
    const missing = errors.map((e) => e.message.split('"')[1]);
    for (const host of missing) expect(found?.findings.some((f) => f.message.includes(`"${host}"`))).toBe(true);
  });
  it('orders every machine after its host', () => {
    const steps = found ? cold(found.reading).steps : [];
    const at = new Map(steps.map((s, i) => [s.element, i]));
    for (const vm of found?.reading.model.of('virtualMachine') ?? []) {
      const host = at.get(String(vm.data.runsOn));
      expect(at.has(vm.id), vm.id).toBe(true);
      if (host !== undefined) expect(at.get(vm.id), vm.id).toBeGreaterThan(host);
    }
    expect(found && facts(found.reading).deadlocks).toEqual([]);
  });
});
