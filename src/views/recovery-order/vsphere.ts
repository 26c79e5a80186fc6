import { csvCell } from '../csv-cell.ts';
import { byHost, machinesOf } from './machines.ts';
import type { RecoveryView } from './view.ts';

const head = ['Name', 'StartOrder', 'StartDelay', 'StopDelay', 'Host'];

/**
 * The start order of each host for the auto-start of vSphere, a table without comments that PowerCLI reads:
 *
 * `Import-Csv order.csv | % { Get-VM $_.Name | Get-VMStartPolicy | Set-VMStartPolicy -StartAction PowerOn -StartOrder
 * $_.StartOrder -StartDelay $_.StartDelay -StopDelay $_.StopDelay }`
 *
 * Machines without a vmId appear with their id: vSphere knows machines by name, and names of hosts are ids.
 */
export const vsphere: RecoveryView = {
  name: 'vsphere',
  byItself: true,
  summary: 'a table (CSV) that PowerCLI reads into the auto-start of vSphere',
  render: (recovery, model) => {
    const rows = [...byHost(machinesOf(recovery, model))].flatMap(([host, own]) =>
      own.map(({ vmId, id, order, delay, down }) => [
        vmId ?? id,
        String(order),
        String(delay),
        String(down),
        host ?? '',
      ]),
    );
    return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
  },
};
