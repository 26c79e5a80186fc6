import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { shutdownOrderSchema } from '../../src/views/shutdown-order/json.ts';
import { fakePorts } from '../support/ports.ts';

const plan = `drplan: 1
plan: {name: Office}
facilities: {grid: {type: power-feed}, ups: {type: ups, poweredBy: [grid], runtime: 20m}, old: {type: ups, poweredBy: [grid]}}
hypervisors: {hv: {name: "Host \\u001b[31m", poweredBy: [ups], recovery: {shutdown: {takes: 8m, procedure: stop}}}}
virtualMachines: {vm: {runsOn: hv, recovery: {shutdown: {takes: 5m}}}}
networkDevices: {sw: {poweredBy: [ups]}}
servers: {lone: {poweredBy: [grid]}, odd: {poweredBy: [old]}, a: {dependsOn: [b]}, b: {dependsOn: [a]}}
procedures: {stop: {title: Stop it}}
`;

const run = async (...args: readonly string[]) => {
  const ports = fakePorts({ 'drplan.yaml': plan });
  const code = await main(['--today', '2026-11-23', 'shutdown-order', ...args], ports);
  return { code, out: ports.stdout(), err: ports.stderr() };
};

describe('shutdown-order', () => {
  it('says first whether the power lasts, then what to do', async () => {
    const { code, out } = await run('--facility', 'ups');
    expect(code).toBe(0);
    expect(out).toBe(`SHUTDOWN ORDER: what hangs on ups
3 elements, all down after 13m at the earliest, with enough people for all that
can be done at once.

DOES THE POWER LAST? Mains fail at 0:00, no generator starts
  ups carries 2 elements for 20m, in time: they can be down after 13m; the
    shutdown must begin within 7m after the mains fail; what takes longest: vm
    5m, then hv 8m

ORDER, counted from its beginning
[ ]   1  0:00–0:05     SHUT DOWN vm
         begin by 0:07 at the latest
[ ]   2  0:05–0:13     SHUT DOWN hv (Host \\x1b[31m)
         after: vm
         begin by 0:12 at the latest
         how: Stop it [stop]
[ ]   3  0:13–0:13     SWITCH OFF sw
         begin by 0:20 at the latest
`);
  });
  it('warns of what no order can help', async () => {
    const { out } = await run();
    expect(out).toContain('! NO RIGHT ORDER: a, b need each other');
    expect(out).toContain('! NO UPS: lone: without power as soon as the mains fail');
    expect(out.replace(/\n +/g, ' ')).toContain(
      'old carries 1 element: the plan does not say how long it holds (runtime)',
    );
    expect(out).toContain('~ the plan gives no time; a usual one is assumed.');
  });
  it('says that nothing has to be shut down', async () => {
    const ports = fakePorts({ 'drplan.yaml': 'drplan: 1\nplan: {name: Office}\nservices: {mail: {}}\n' });
    expect(await main(['shutdown-order'], ports)).toBe(0);
    expect(ports.stdout()).toContain('Nothing has to be shut down.');
  });
  it('writes JSON as its schema says', async () => {
    const { out } = await run('--format', 'json');
    const parsed = shutdownOrderSchema.parse(JSON.parse(out));
    expect(parsed.facility).toBeNull();
    expect(parsed.upses.map((u) => [u.ups, u.verdict, u.runtime, u.spare])).toEqual([
      ['old', 'unknown', null, null],
      ['ups', 'in-time', 20, 7],
    ]);
    expect(parsed.unprotected).toEqual(['lone']);
    expect(parsed.steps.find((s) => s.element === 'odd')?.latestStart).toBeNull();
  });
  it('takes facilities only, and names the near miss', async () => {
    expect(await run('--facility', 'hv')).toMatchObject({ code: 2, out: '' });
    expect((await run('--facility', 'hv')).err).toContain('facilities are: grid, old, ups');
    expect((await run('--facility', 'upz')).err).toContain('did you mean "ups"');
  });
});
