import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { views } from '../../../src/views/recovery-order/index.ts';
import { readExample } from '../../support/example.ts';
import { cold } from '../../support/plan.ts';
import { control, hostile, shown } from './support.ts';

const dir = mkdtempSync(join(tmpdir(), 'drplan-exports-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs a script with stand-ins for the programs it calls; answers what they were called with, argument by argument. */
function run(script: string, stubs: Readonly<Record<string, string>>) {
  const log = join(dir, 'log');
  writeFileSync(log, '');
  for (const [name, body] of Object.entries(stubs)) {
    const said = `printf '%s' "${name}" >>'${log}'; for a in "$@"; do printf '|%s' "$a" >>'${log}'; done; echo >>'${log}'`;
    writeFileSync(join(dir, name), `#!/bin/sh\n${said}\n${body}\n`);
    chmodSync(join(dir, name), 0o755);
  }
  const file = join(dir, 'script');
  writeFileSync(file, script);
  const env = { PATH: `${dir}:${process.env['PATH']}`, DRPLAN_WAIT: '0.02', TMPDIR: dir };
  const { status, stdout, stderr } = spawnSync('/bin/sh', [file], { encoding: 'utf8', env, timeout: 20_000 });
  const calls = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  return { status, stdout, stderr, calls };
}

const farm = `
hypervisors: {hv-1: {address: 192.0.2.1, recovery: {restart: {takes: 10m}}}, hv-2: {recovery: {restart: {takes: 10m}}}}
virtualMachines:
  dc: {name: Directory, runsOn: hv-1, vmId: "103", recovery: {restart: {takes: 5m}, shutdown: {takes: 2m}}}
  db: {runsOn: hv-1, vmId: "101", dependsOn: [dc], recovery: {restart: {takes: 8m}}}
  web: {runsOn: hv-1, vmId: "102", dependsOn: [{anyOf: [db, cache]}], recovery: {restart: {takes: 3m}}}
  cache: {runsOn: hv-2, vmId: "201", recovery: {restart: {takes: 20m}}}
  old: {runsOn: hv-2, dependsOn: [web], recovery: {restart: {takes: 1m}}}
  odd: {runsOn: hv-2, vmId: "x'; reboot", recovery: {restart: {takes: 1m}}}
policy: {defaults: {virtualMachine: {shutdown: 4m}}}
`;

describe('a recovery order for Proxmox', () => {
  it('orders the machines of each node, with the delays of the plan', () => {
    const { status, calls, stderr } = run(shown('proxmox', farm), { qm: '' });
    expect([status, stderr]).toEqual([0, '']);
    expect(calls.filter((c) => c.startsWith('qm|set'))).toEqual([
      'qm|set|103|--startup|order=1,up=300,down=120',
      'qm|set|101|--startup|order=2,up=480,down=240',
      'qm|set|102|--startup|order=3,up=180,down=240',
      'qm|set|201|--startup|order=1,up=1200,down=240',
    ]);
  });
  it('leaves machines of other nodes alone', () => {
    const { calls } = run(shown('proxmox', farm), { qm: '[ "$1" != status ] || [ "$2" = 101 ]' });
    expect(calls.filter((c) => c.startsWith('qm|set'))).toEqual(['qm|set|101|--startup|order=2,up=480,down=240']);
  });
  it('lists those without a number as comments, and lets no text out of them', () => {
    const text = shown('proxmox', farm);
    expect(text).toContain('# old: the plan says no vmId\n');
    expect(text).toContain('# odd: its vmId "x\'; reboot" is no number of Proxmox\n');
    const script = shown('proxmox', hostile);
    expect(script).not.toMatch(control);
    const { calls } = run(script, { qm: '', reboot: '', rm: '' });
    expect(calls.filter((c) => !c.startsWith('qm|'))).toEqual([]);
  });
});

describe('a recovery order for libvirt', () => {
  const virsh = 'case "$*" in *domstate*) echo "shut off";; *guest-ping*) exit 0;; esac';
  const started = (calls: readonly string[]) =>
    calls.filter((c) => c.includes('|start|')).map((c) => c.replace(/^.*\|start\|--domain=/, ''));

  it('starts each machine after those it needs, on its host', () => {
    const { status, calls, stderr } = run(shown('libvirt', farm), { virsh });
    expect([status, stderr]).toEqual([0, '']);
    expect(started(calls)).toEqual(['201', '103', "x'; reboot", '101', '102', 'old']);
    expect(calls).toContain('virsh|--connect|qemu+ssh://root@192.0.2.1/system|start|--domain=103');
    expect(calls).toContain('virsh|--connect|qemu+ssh://root@hv-2/system|start|--domain=201');
  });
  it('waits until enough of them are up', () => {
    // The agent of the directory answers only when it was asked three times.
    const slow = `case "$*" in *domstate*) echo "shut off";; *guest-ping*) case "$*" in *=103*) echo x >>'${dir}/asked'; [ "$(wc -l <'${dir}/asked')" -ge 3 ];; esac;; esac`;
    const { calls, status } = run(shown('libvirt', farm), { virsh: slow });
    const at = calls.findIndex((c) => c.includes('|start|--domain=101'));
    expect(status).toBe(0);
    expect(calls.slice(0, at).filter((c) => c.includes('guest-ping') && c.includes('103'))).toHaveLength(3);
  });
  it('does not start again what runs', () => {
    const { calls, status } = run(shown('libvirt', farm), { virsh: 'case "$*" in *domstate*) echo running;; esac' });
    expect([status, started(calls)]).toEqual([0, []]);
  });
  it('goes on where something else will do, gives up where nothing will, and ends with 1', () => {
    const broken = 'case "$*" in *domstate*) echo "shut off";; *start*=101) exit 1;; esac';
    const one = run(shown('libvirt', farm), { virsh: broken });
    expect([one.status, started(one.calls)]).toEqual([1, ['201', '103', "x'; reboot", '101', '102', 'old']]);
    const both = run(shown('libvirt', farm), { virsh: broken.replace('*=101', '*=101|*start*=201') });
    expect(started(both.calls)).toEqual(['201', '103', "x'; reboot", '101']);
    expect(both.stderr).toContain('NOT STARTED: web: it needs 1 of: db cache');
    expect(both.stderr).toContain('NOT STARTED: old: it needs 1 of: web');
  });
  it('lets no text of the plan out of its argument', () => {
    const script = shown('libvirt', hostile);
    expect(script).not.toMatch(control);
    const { calls } = run(script, { virsh, reboot: '' });
    expect(started(calls)).toEqual(['vm-c', '101; reboot', '102']);
    expect(calls).not.toContain('reboot');
  });
});

describe('a recovery order for vSphere', () => {
  it('is a table that Import-Csv reads, with an order for each host', () => {
    expect(shown('vsphere', farm).split('\r\n')).toEqual([
      'Name,StartOrder,StartDelay,StopDelay,Host',
      '103,1,300,120,hv-1',
      '101,2,480,240,hv-1',
      '102,3,180,240,hv-1',
      '201,1,0,240,hv-2',
      "x'; reboot,2,960,240,hv-2",
      'old,3,60,240,hv-2',
      '',
    ]);
  });
});

describe('a recovery order for Ansible', () => {
  interface Task {
    readonly name: string;
    readonly tags: readonly string[];
    readonly delegate_to?: string;
    readonly block: readonly Record<string, { readonly prompt: string } & { readonly cmd: string }>[];
  }
  interface Play {
    readonly name: string;
    readonly hosts: string;
    readonly tasks: readonly Task[];
  }
  const unsafe = { tag: '!unsafe', resolve: (text: string) => text };
  const read = (text: string): Play[] => parse(text, { customTags: [unsafe] }) as Play[];

  it('has a play for each wave and its steps in order', () => {
    const all = read(shown('ansible', farm));
    expect(all.map((p) => [p.hosts, p.tasks.map((t) => t.tags.join(' '))])).toEqual([
      ['localhost', ['hv-2 restart', 'hv-1 restart']],
      ['localhost', ['cache restart', 'dc restart', 'odd restart']],
      ['localhost', ['db restart']],
      ['localhost', ['web restart']],
      ['localhost', ['old restart']],
    ]);
  });
  it('runs commands that need nothing filled in, on the host, and shows all others', () => {
    const text = `
hypervisors: {hv: {}}
virtualMachines:
  a: {runsOn: hv, vmId: "101", recovery: {restart: {procedure: start}}}
  b: {runsOn: hv, recovery: {restart: {procedure: start}}}
procedures:
  start:
    title: Start it
    prerequisites: [The host is up]
    steps:
      - {do: Start, command: "qm start {vmId} | tee {{ log }}", expect: It runs, ifFails: Wait}
      - {do: Restore, command: "restore --to STORE"}
    success: It answers
`;
    const [, second] = read(shown('ansible', text));
    const [a, b] = second?.tasks ?? [];
    expect(a?.delegate_to).toBe('hv');
    expect(a?.block.map((t) => Object.keys(t)[1]?.replace('ansible.builtin.', ''))).toEqual([
      'pause',
      'shell',
      'pause',
      'pause',
      'pause',
    ]);
    expect(a?.block[1]?.['ansible.builtin.shell']?.cmd).toBe('qm start 101 | tee {{ log }}');
    expect(shown('ansible', text)).toContain('cmd: !unsafe qm start 101');
    expect(a?.block[3]?.['ansible.builtin.pause']?.prompt).toContain('Command: restore --to STORE');
    expect(b?.delegate_to).toBeUndefined();
    expect(b?.block).toHaveLength(1);
    expect(b?.block[0]?.['ansible.builtin.pause']?.prompt).toBe(
      [
        '3. Start b',
        'After: hv',
        'Planned: 15m (assumed)',
        'How: Start it [start]',
        'Needs: The host is up',
        '1. Start',
        '   Command: qm start {vmId} | tee { { log }}',
        '   Expected: It runs',
        '   If not: Wait',
        '2. Restore',
        '   Command: restore --to STORE',
        'It worked if: It answers',
        'Enter: go on. Ctrl+C, then A: stop.',
      ]
        .join('\n')
        .replace('3. Start b', '3. Start b'),
    );
  });
  it('holds no template but in commands, which are marked, and no control character', () => {
    const text = shown(
      'ansible',
      hostile.replace('1+1', "1 {{ lookup('pipe', 'reboot') }} {% x %} {# y #}").replace('+Database', '{{ 7 }}'),
    );
    expect(text).not.toMatch(control);
    expect(text.replace(/^.*cmd: !unsafe.*$/gm, '')).not.toMatch(/\{[{%#]/);
    expect(read(text).flatMap((p) => p.tasks)).toHaveLength(6);
  });
});

describe('every view', () => {
  it('has a name and a summary of its own, and ends with a line feed', () => {
    expect(new Set(views.map((v) => v.name)).size).toBe(views.length);
    for (const name of ['two-sites', 'small-office']) {
      const reading = readExample(name);
      for (const view of views) {
        expect(view.summary).not.toBe('');
        const text = view.render(cold(reading), reading.model, {});
        expect(text, view.name).toMatch(/\n$/);
        expect(text.replaceAll('\r\n', '\n'), view.name).not.toMatch(control);
      }
    }
  });
  it.each(['proxmox', 'libvirt'])('%s says so when no machine has to be started', (name) => {
    expect(shown(name, 'servers: {a: {}}')).toContain('No virtual machine has to be started.');
  });
});
