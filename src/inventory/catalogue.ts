import type { Effect } from './fields.ts';

/** What a plan must hold before an emergency can happen to it. */
export type Concern =
  | 'systems'
  | 'hypervisors'
  | 'part-of-the-hosts'
  | 'virtual-machines'
  | 'shared-storage'
  | 'management'
  | 'licensing'
  | 'directory';

/** One emergency that a plan should be ready for. */
export interface CatalogueEntry {
  /** As scenarios write it in `covers`. */
  readonly id: string;
  readonly title: string;
  /** What the measure asks or demands that leads to this emergency, in our own words. */
  readonly question: string;
  readonly concerns: Concern;
  /** A scenario that answers it does at least one of these to something. */
  readonly effects: readonly Effect[];
}

const failing: readonly Effect[] = ['outage', 'data-loss', 'destroyed'];

/**
 * Emergencies of virtualised systems. BSI M 6.138 announces a list of emergencies to consider at the least, but its text
 * ends before the list: this one is drplan's own, each entry derived from what the measure asks elsewhere.
 */
export const catalogue: readonly CatalogueEntry[] = [
  {
    id: 'bsi-m-6-138/host-hardware-failure',
    title: 'The hardware of one host fails',
    question: 'Is it laid down what is done when a virtualisation server and all machines on it fail?',
    concerns: 'hypervisors',
    effects: failing,
  },
  {
    id: 'bsi-m-6-138/farm-cold-start',
    title: 'The whole farm is down and starts from cold',
    question: 'Is there a plan that starts the hosts and their machines again in a controlled order?',
    concerns: 'hypervisors',
    effects: failing,
  },
  {
    id: 'bsi-m-6-138/shared-storage-failure',
    title: 'The shared storage or its network fails',
    question: 'Are the systems included that the virtualisation servers need in order to work?',
    concerns: 'shared-storage',
    effects: failing,
  },
  {
    id: 'bsi-m-6-138/management-failure',
    title: 'The management server or the connection broker fails',
    question: 'Is it laid down what is done when the management server, above all the connection broker, fails?',
    concerns: 'management',
    effects: failing,
  },
  {
    id: 'bsi-m-6-138/licence-server-failure',
    title: 'The licence server fails',
    question: 'Is it laid down what is done when the licence server fails?',
    concerns: 'licensing',
    effects: failing,
  },
  {
    id: 'bsi-m-6-138/directory-failure',
    title: 'Directory or name resolution fail',
    question: 'Are directory and name resolution considered, which may themselves be virtual?',
    concerns: 'directory',
    effects: failing,
  },
  {
    id: 'bsi-m-6-138/software-fault',
    title: 'Software or its settings are faulty, for example after an update',
    question: 'Can hosts and machines be restored by people who do not know their settings?',
    concerns: 'systems',
    effects: failing,
  },
  {
    id: 'bsi-m-6-138/vm-compromise',
    title: 'One virtual machine is compromised',
    question: 'Are there scenarios in which a part of the virtual systems is compromised?',
    concerns: 'virtual-machines',
    effects: ['compromised'],
  },
  {
    id: 'bsi-m-6-138/hypervisor-compromise-partial',
    title: 'A part of the hosts or of their management is compromised',
    question: 'Are there scenarios in which a part of the virtualisation is compromised?',
    concerns: 'part-of-the-hosts',
    effects: ['compromised'],
  },
  {
    id: 'bsi-m-6-138/hypervisor-compromise-whole',
    title: 'All hosts and their management are compromised',
    question: 'Are there scenarios in which the whole virtualisation is compromised?',
    concerns: 'hypervisors',
    effects: ['compromised'],
  },
  {
    id: 'bsi-m-6-138/image-theft',
    title: 'A virtual system is stolen as a copy of its image',
    question: 'Is it laid down what is done when virtual systems are stolen?',
    concerns: 'virtual-machines',
    effects: ['disclosed'],
  },
  {
    id: 'bsi-m-6-138/host-theft',
    title: 'A host is stolen with all that is on it',
    question: 'Is it laid down what is done when virtual systems are stolen together with what they run on?',
    concerns: 'hypervisors',
    effects: ['disclosed'],
  },
  {
    id: 'bsi-m-6-138/data-loss-of-host',
    title: 'All machines of a host lose their data',
    question: 'Is a greater effort planned for restoring all machines of a host at once?',
    concerns: 'hypervisors',
    effects: ['data-loss', 'destroyed'],
  },
  {
    id: 'bsi-m-6-138/force-majeure',
    title: 'Force majeure: the site is lost',
    question: 'Has it been examined what keeps systems available in cases of force majeure?',
    concerns: 'systems',
    effects: ['outage', 'destroyed'],
  },
];
