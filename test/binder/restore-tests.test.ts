import { describe, expect, test } from 'vitest';
import { restoreTests } from '../../src/binder/sections/restore-tests.ts';
import { plan } from '../support/plan.ts';
import { composed, said } from './support/composed.ts';

const say = (yaml: string): string => said(composed(plan(yaml), [restoreTests]), 'restore-tests');

describe('the sheet of restore tests', () => {
  test('says which backup is due, since when, and whom to ask under which number', () => {
    const page = say(`
servers: {shop: {}, wiki: {}}
processes: {orders: {uses: [shop], protection: {availability: {need: high, reason: Sales}}}}
people: {anna: {name: Anna Keller, phones: [{kind: mobile, number: "+49 30 1"}]}}
backups:
  weekly: {covers: [wiki], responsible: anna, restoreTests: [{date: 2025-03-01, usable: true, complete: true}]}
  nightly: {covers: [shop]}
  daily: {covers: [wiki], restoreTests: [{date: 2026-11-01, usable: true, complete: true}]}
`);
    expect(page).toContain('weekly OVERDUE since 1 Mar 2026 1 Mar 2025 Anna Keller +49 30 1');
    expect(page).toMatch(/nightly covers what may not be missing for long never tested never tested nobody named/);
    // What presses stands first.
    expect(page.indexOf('nightly covers')).toBeLessThan(page.indexOf('weekly OVERDUE'));
    expect(page.slice(0, page.indexOf('What was tested'))).not.toContain('daily');
    expect(page).toContain('1 Nov 2027');
  });

  test('takes the interval of the policy', () => {
    const page = say(`
policy: {backup: {restoreTest: 3mo}}
servers: {shop: {}}
backups: {nightly: {covers: [shop], restoreTests: [{date: 2026-07-01, usable: true}]}}
`);
    expect(page).toContain('at least every 3 months');
    expect(page).toContain('OVERDUE since 1 Oct 2026');
  });

  test('shows a failed test until a later one has gone well, and refuses the approval of the tester', () => {
    const yaml = (later: string): string => `
servers: {shop: {}}
people: {anna: {name: Anna}}
backups:
  nightly:
    covers: [shop]
    restoreTests:
      - {date: 2026-09-01, usable: false, complete: true, finding: The key does not fit, by: anna, approvedBy: anna}
${later}`;
    const open = say(yaml(''));
    expect(open).toContain('Found and not yet mended');
    expect(open).toContain('1 Sep 2026: The key does not fit');
    expect(open).toContain('NOT USABLE, complete');
    expect(open).toContain('Anna (by the tester: does not count)');
    const mended = say(yaml('      - {date: 2026-09-03, usable: true, complete: true}\n'));
    expect(mended).not.toContain('Found and not yet mended');
  });

  test('cuts long lists and says how many there are', () => {
    const names = Array.from({ length: 200 }, (_, i) => `b${String(i).padStart(3, '0')}`);
    const page = say(`servers: {shop: {}}\nbackups: {${names.map((n) => `${n}: {covers: [shop]}`).join(', ')}}`);
    expect(page).toContain('… and 80 more');
    expect(page).toContain('b119');
    expect(page).not.toContain('b120');
  });

  test('is left out where nothing is backed up', () => {
    expect(composed(plan('servers: {shop: {}}'), [restoreTests]).leftOut).toEqual(['Restore tests']);
  });
});
