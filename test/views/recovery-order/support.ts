import { orderOf } from '../../../src/pipeline.ts';
import { scenarioEvent } from '../../../src/recovery/event.ts';
import type { Recovery } from '../../../src/recovery/recovery.ts';
import { type Clock, clockOf } from '../../../src/views/clock.ts';
import { views } from '../../../src/views/recovery-order/index.ts';
import { cold, facts, plan } from '../../support/plan.ts';

/** Half past two of a winter night. */
export const night: Clock = clockOf({ from: Date.parse('2026-11-30T01:30:00Z'), zone: 'Europe/Berlin' });

/** A plan of texts that try to break out of whatever they are written into. */
export const hostile = `
roles: {admin: {name: "=1+1 \`x\` *bold* <script>alert(1)</script> | $(reboot)"}}
procedures:
  start: {title: "Start it; rm -rf / # \\u001b[31m'\\"", steps: [{do: "Press \\"on\\" {vmId}", command: "qm start {vmId} && echo '\\u0007'", expect: "@all: #1 is green"}]}
servers:
  db: {name: "+Database\\n- [ ] nothing ]]> &amp; \\u202egnp.exe", recovery: {rto: 5m, restart: {takes: 20m, attended: 5m, procedure: start, staff: {admin: 2}}}}
hypervisors: {hv: {dependsOn: [{anyOf: [db, nas], when: start}], recovery: {restart: {takes: 10m}}}}
storage: {nas: {}}
virtualMachines:
  vm-a: {runsOn: hv, vmId: "101; reboot", recovery: {rto: 4h, restart: {takes: 3m, procedure: start}, shutdown: {takes: 2m}}}
  vm-b: {runsOn: hv, vmId: "102", dependsOn: [vm-a, {id: shop, when: serve}], recovery: {restart: {takes: 2m}}}
  vm-c: {name: "A, \\"B\\"", runsOn: hv, dependsOn: [{atLeast: 2, of: [db, nas, vm-a]}]}
services: {shop: {providers: [vm-c]}}
processes: {orders: {uses: [shop], rto: 1h}}
`;

interface Shown {
  readonly clock?: Clock;
  /** Undefined: a cold start. */
  readonly scenario?: string;
}

/** A view of what happens to a plan. */
export const shown = (name: string, text: string, options: Shown = {}): string =>
  render(name, text, options, (recovery) => recovery);

/** The same, of a recovery that the test has changed. */
export function render(name: string, text: string, options: Shown, change: (recovery: Recovery) => Recovery): string {
  const view = views.find((v) => v.name === name);
  if (!view) throw new Error(`no view ${name}`);
  const reading = plan(text);
  const known = facts(reading);
  const scenario = reading.model.of('scenario').find((s) => s.id === options.scenario);
  const recovery = scenario ? orderOf(known, scenarioEvent(known, scenario)) : cold(reading);
  return view.render(change(recovery), reading.model, options);
}

/** Nothing that moves a cursor or turns the direction of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is what is tested.
export const control = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
