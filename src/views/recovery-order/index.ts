import { ansible } from './ansible.ts';
import { csv } from './csv.ts';
import { gantt, ganttByPerson } from './gantt.ts';
import { libvirt } from './libvirt.ts';
import { markdown } from './markdown.ts';
import { proxmox } from './proxmox.ts';
import type { RecoveryView } from './view.ts';
import { vsphere } from './vsphere.ts';

export type { RecoveryView, RecoveryViewOptions } from './view.ts';

/** The ways to write a recovery order down besides text and JSON: for people, then for what starts machines. */
export const views: readonly RecoveryView[] = [markdown, csv, gantt, ganttByPerson, proxmox, libvirt, vsphere, ansible];
