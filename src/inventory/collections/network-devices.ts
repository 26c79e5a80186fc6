import * as z from 'zod';
import { collection } from '../collection.ts';
import { text } from '../fields.ts';
import { hostKinds } from '../kinds.ts';
import { entry, field, machine, recoverable } from '../parts.ts';

export const networkDevices = collection({
  name: 'networkDevices',
  shape: 'map',
  kind: 'networkDevice',
  title: 'network device',
  description: 'Switch, router, firewall, access point, virtual network, line.',
  schema: z.strictObject({
    ...recoverable,
    ...machine,
    type: field(
      z.enum(['switch', 'router', 'firewall', 'access-point', 'load-balancer', 'wan-link', 'vlan']),
      'What it is.',
    ),
    firmware: field(text, 'The version of its firmware.'),
    vlan: field(text, 'The number of a virtual network.'),
    network: field(text, 'The address range of a network, such as 192.0.2.0/24.'),
    runsOn: field(entry(...hostKinds), 'The machine it runs on, where it is a virtual one.'),
  }),
});
