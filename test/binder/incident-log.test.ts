import { describe, expect, test } from 'vitest';
import { incidentLog } from '../../src/binder/sections/incident-log.ts';
import { plan } from '../support/plan.ts';
import { composed, rendered, said, scopeOf } from './support/composed.ts';

describe('the incident log', () => {
  test('has blank lines with a number each, also in a plan that says nothing', () => {
    const binder = composed(plan('servers: {shop: {}}'), [incidentLog]);
    const html = rendered(binder, 'incident-log');
    const numbers = [...html.matchAll(/<tr><td>(\d+)<\/td><td><\/td><td><\/td>/g)].map((m) => Number(m[1]));
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
    expect(said(binder, 'incident-log')).toContain('Where the log is kept: not recorded');
    expect(said(binder, 'incident-log')).toContain('ask here when in doubt nobody named');
  });

  test('names the leader and deputies with numbers', () => {
    const page = said(
      composed(
        plan(`
roles: {lead: {name: Security officer, holders: [sofia, erik]}}
people: {sofia: {name: Sofia, phones: [{number: "110 1"}]}, erik: {name: Erik}}
incidentResponse: {log: Log book at the gate, team: {lead: lead}}
`),
        [incidentLog],
      ),
      'incident-log',
    );
    expect(page).toContain('Where the log is kept: Log book at the gate');
    expect(page).toContain('Sofia Security officer 110 1 Erik Security officer (deputy 1) not recorded');
  });

  test('leaves out the past in an extract', () => {
    const reading = plan('incidentResponse: {records: [{date: 2026-04-03, what: Smoke}]}');
    expect(said(composed(reading, [incidentLog]), 'incident-log')).toContain('Smoke');
    const extract = composed(reading, [incidentLog], { scope: scopeOf('role', 'boss') });
    expect(said(extract, 'incident-log')).not.toMatch(/Smoke|Incidents so far/);
  });

  test('sums up what has happened, the newest first, and what nobody has learned from', () => {
    const page = said(
      composed(
        plan(`
incidentResponse:
  classes: {outage: {name: Outage}}
  records:
    - {date: 2026-02-03, class: outage, what: The array failed, cause: Old disks, actions: [Disks replaced], recovered: [restore, repair], took: 1d2h, reported: [Insurer], lessons: [{text: Old disks}, {text: No key, done: 2026-03-01}]}
    - {date: 2026-04-03, class: smoke, what: Smoke}
`),
        [incidentLog],
      ),
      'incident-log',
    );
    const records = page.slice(page.indexOf('Incidents so far'));
    expect(records).toMatch(/3 Apr 2026 smoke Smoke not recorded nobody has looked back on it .*3 Feb 2026 Outage/);
    expect(records).toContain('The array failed Cause: Old disks Disks replaced: data restored, repaired or replaced');
    expect(records).toContain('Back to normal after 1 d 2 h Reported to Insurer one lesson still open');
  });
});
