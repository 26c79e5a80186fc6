import { describe, expect, it } from 'vitest';
import { formats } from '../../src/cli/commands/recovery-order.ts';
import { main } from '../../src/cli/main.ts';
import { views } from '../../src/views/recovery-order/index.ts';
import { recoveryOrderSchema } from '../../src/views/recovery-order/json.ts';
import { fakePorts } from '../support/ports.ts';

const plan = (timezone = 'Europe/Berlin'): string => `drplan: 1
plan: {name: Shop, timezone: ${timezone}}
policy: {alarmTime: 10m}
people: {anna: {name: Anna Weber}, ben: {travelTime: 30m}}
roles: {admin: {name: Administrator, holders: [anna, ben]}}
servers:
  db: {recovery: {rto: 1h, restart: {takes: 20m, staff: {admin: 1}}}}
  web: {dependsOn: [db], recovery: {rto: 1h, restart: {takes: 10m, staff: {admin: 1}}}}
`;
const run = async (args: readonly string[], files: Readonly<Record<string, string>> = {}, timezone?: string) => {
  const ports = fakePorts({ 'drplan.yaml': plan(timezone), ...files });
  const code = await main(['--today', '2026-11-23', 'recovery-order', ...args], ports);
  return { code, out: ports.stdout(), err: ports.stderr() };
};
const json = async (...args: string[]) => {
  const { out } = await run([...args, '--format', 'json']);
  return recoveryOrderSchema.parse(JSON.parse(out));
};

describe('the flags of an order', () => {
  it('offer every view there is', () => {
    expect(formats.slice(2)).toEqual(views.map((v) => v.name));
  });
  it.each(views.map((v) => v.name))('write %s, the same twice', async (name) => {
    const [first, second] = [await run(['--format', name]), await run(['--format', name])];
    expect([first.code, first.out.length > 40]).toEqual([0, true]);
    expect(first.out).toBe(second.out);
  });
  it('say who is there, by role and time, by name', async () => {
    const ends = async (...args: string[]) => (await json(...args)).steps.map((s) => [s.id, s.end, ...s.people]);
    expect(await ends()).toEqual([
      ['db/restart', 20, 'anna'],
      ['web/restart', 30, 'anna'],
    ]);
    expect(await ends('--present', 'ben')).toEqual([
      ['db/restart', 50, 'ben'],
      ['web/restart', 60, 'ben'],
    ]);
    expect((await ends('--staff', 'admin=1@1:15'))[0]).toEqual(['db/restart', 95, 'anna']);
    expect((await ends('--from', '02:00', '--staff', 'admin=1@03:15'))[0]).toEqual(['db/restart', 95, 'anna']);
  });
  it('count promises from the outage, which the alarm time or --outage says', async () => {
    const scheduled = async (...args: string[]) => (await json(...args)).objectives.map((o) => o.scheduled);
    expect(await scheduled()).toEqual([30, 40]);
    expect(await scheduled('--from', '02:00', '--outage', '01:00')).toEqual([80, 90]);
  });
  it('show the clock, a day later too', async () => {
    const { out } = await run(['--from', '2026-11-23T23:50']);
    expect(out).toContain('Times are those of the clock in Europe/Berlin, from Mon 23 Nov 23:50.');
    expect(out).toMatch(/23:50–Tue 24 Nov 00:10 +START db/);
  });
  it('take a whole element as done, and a step by the name of its element where it has one', async () => {
    const order = await json('--done', 'db', '--failed-step', 'web');
    expect([order.steps, order.progress]).toEqual([[], { done: ['db/restart'], running: [], failed: ['web/restart'] }]);
  });
  it.each([
    [['--staff', 'admins=1'], 'did you mean "admin"?'],
    [['--staff', 'admin'], 'expected ROLE=N or ROLE=N@TIME'],
    [['--staff', 'admin=1@soon'], 'expected hours and minutes from now'],
    [['--present', 'anne'], 'did you mean "anna"?'],
    [['--from', '25:00'], '--from: "25:00" is no time of a day'],
    [['--from', '2026-03-29T02:30'], 'there is no 02:30 in Europe/Berlin'],
    [['--from', '2026-10-25T02:30'], 'show 02:30 twice'],
    [['--outage', '01:00'], '--outage needs --from'],
    [['--from', '01:00', '--outage', '02:00'], 'the outage begins after the moment of planning'],
    [['--done', 'dbb'], 'did you mean "db"?'],
    [['--passes', '0'], 'write a whole number from 1'],
    [['--objective', 'luck'], 'Allowed choices are tardiness, restored, makespan'],
  ])('refuse %j', async (args, words) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
  it('say that a time zone is not known, and end with 3', async () => {
    const { code, err, out } = await run(['--from', '02:00'], {}, 'Mars/Phobos');
    expect([code, out.includes('clock in UTC')]).toEqual([3, true]);
    expect(err).toContain('the time zone "Mars/Phobos" of the plan is not known here');
  });
  it('group by role and by person', async () => {
    expect((await run(['--by', 'person'])).out).toMatch(/\nANNA WEBER\n\[ \] +1 /);
    expect((await run(['--by', 'role'])).out).toMatch(/\nADMINISTRATOR\n\[ \] +1 /);
  });
});
