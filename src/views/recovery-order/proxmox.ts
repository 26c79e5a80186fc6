import { byHost, type Machine, machinesOf, type Placed } from './machines.ts';
import { comment } from './shell.ts';
import type { RecoveryView } from './view.ts';
import { plural, summaryText } from './words.ts';

/** Proxmox VE numbers its machines from 100 to 999999999. */
const isNumber = (vmId: string | undefined): vmId is string => vmId !== undefined && /^[1-9]\d{2,8}$/.test(vmId);

function line({ vmId, order, delay, down, label, step }: Placed): string {
  const assumed = step.assumed ? ', time assumed' : '';
  return `here ${vmId} && qm set ${vmId} --startup order=${order},up=${delay},down=${down} ${comment(`${label}${assumed}`)}`;
}

const missing = ({ label, vmId }: Machine): string =>
  comment(
    vmId === undefined ? `${label}: the plan says no vmId` : `${label}: its vmId "${vmId}" is no number of Proxmox`,
  );

/**
 * The start order of each node for `qm`. Proxmox orders machines on each node for itself, in the order of their
 * numbers, and waits `up` seconds after each: the delays follow the planned times.
 */
export const proxmox: RecoveryView = {
  name: 'proxmox',
  byItself: true,
  summary: 'qm commands that set the start order of Proxmox VE',
  render: (recovery, model, { clock }) => {
    const machines = machinesOf(recovery, model);
    const without = machines.filter((m) => !isNumber(m.vmId));
    const lines = [
      '#!/bin/sh',
      comment(`Start order for Proxmox VE: ${recovery.scenario.name}`),
      comment(`${summaryText(recovery, clock)}.`),
      '# Run it on every node: each takes the machines that it has. The order holds when a node boots, for machines that',
      '# start at boot (qm set ID --onboot 1); those that the HA manager runs do not follow it. It knows the machines of',
      '# one node only: what has to wait for a machine on another node is still started by hand.',
      'here() { qm status "$1" >/dev/null 2>&1; }',
    ];
    for (const [host, own] of byHost(machines.filter((m) => isNumber(m.vmId)))) {
      lines.push('', comment(host ?? 'no host is said'), ...own.map(line));
    }
    if (without.length > 0) {
      lines.push('', comment(`Not set: ${plural(without.length, 'machine')}`), ...without.map(missing));
    }
    if (machines.length === 0) lines.push('', '# No virtual machine has to be started.');
    return `${lines.join('\n')}\n`;
  },
};
