import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { graphSchema } from '../../src/views/graph/json.ts';
import { impactSchema } from '../../src/views/impact/json.ts';
import { protectionNeedsSchema } from '../../src/views/protection-needs/json.ts';
import { weakPointsSchema } from '../../src/views/weak-points/json.ts';
import { fakePorts } from '../support/ports.ts';

const plan = `drplan: 1
plan: {name: "Shop \\"A\\" & <B>"}
locations: {room-1: {type: room}, room-2: {type: room}}
processes:
  orders: {uses: [shop], rto: 4h, protection: {availability: {need: high, reason: Sales}}}
services: {shop: {providers: [web-1, web-2]}}
hypervisors: {hv-1: {in: room-1}, hv-2: {in: room-2}}
virtualMachines:
  web-1: {name: 'Web "one" \\ <b>', runsOn: hv-1, tags: [web], storedOn: nas}
  web-2: {runsOn: hv-2, tags: [web], storedOn: nas}
storage: {nas: {type: nas, in: room-2}}
scenarios: {fire: {name: Fire, affects: [{id: room-2, effect: destroyed}]}}
`;

const run = async (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
  const ports = fakePorts({ 'drplan.yaml': plan, ...more });
  const code = await main(args, ports);
  return { code, out: ports.stdout(), err: ports.stderr() };
};

describe('impact', () => {
  it('says what falls, whom it hits and what is lost', async () => {
    const { code, out } = await run(['impact', '--scenario', 'fire']);
    expect(code).toBe(0);
    expect(out).toContain('PROCESSES: 1 of 1 stop at once, 0 go on');
    expect(out).toMatch(/web-2 +everything +no usable backup/);
  });
  it('selects by kind, place and tag, with an effect', async () => {
    const failed = async (selector: string) => {
      const { out } = await run(['impact', '--select', selector, '--format', 'json']);
      return impactSchema.parse(JSON.parse(out)).scenario.failed.map((f) => `${f.id} ${f.effect}`);
    };
    expect(await failed('tag=web')).toEqual(['web-1 outage', 'web-2 outage']);
    expect(await failed('kind=virtualMachine,in=room-2,effect=destroyed')).toEqual(['web-2 destroyed']);
    expect(await failed('storedOn=nas,tag=web,runsOn=hv-1')).toEqual(['web-1 outage']);
    expect(await failed('all')).toHaveLength(5);
  });
  it.each([
    [['impact'], 'nothing has failed'],
    [['impact', '--select', 'knd=virtualMachine'], 'did you mean "kind"'],
    [['impact', '--select', 'kind=virtualmachine'], 'did you mean "virtualMachine"'],
    [['impact', '--select', 'tag=none'], 'nothing in the plan fits'],
    [['impact', '--select', 'in='], 'says no value'],
    [['impact', '--select', 'in=room-3'], 'did you mean "room-'],
    [['impact', '--select', 'tag=web', '--scenario', 'fire'], 'cannot be given together'],
    [['impact', '--failed', 'web-1=gone'], 'is not an effect'],
  ])('%j: %s', async (args, words) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });
});

describe('what if', () => {
  const down = async (overlay: string) => {
    const { out, code, err } = await run(['impact', '--failed', 'hv-2', '--with', 'idea.yaml', '--format', 'json'], {
      'idea.yaml': overlay,
    });
    if (code !== 0) return err;
    const parsed = impactSchema.parse(JSON.parse(out));
    expect(parsed.with).toEqual(['idea.yaml']);
    return parsed.down.map((d) => d.id);
  };
  it('changes fields, adds elements and takes them away, and nothing else', async () => {
    expect(await down('drplan: 1\n')).toEqual(['hv-2', 'web-2']);
    expect(await down('virtualMachines: {web-1: {runsOn: hv-2}}\n')).toEqual([
      'hv-2',
      'orders',
      'shop',
      'web-1',
      'web-2',
    ]);
    expect(await down('virtualMachines:\n  web-2:\n')).toEqual(['hv-2']);
    expect(await down('virtualMachines: {web-2: null}\n')).toEqual(['hv-2']);
    expect(await down('services: {shop: {atLeast: 2}}\n')).toEqual(['hv-2', 'orders', 'shop', 'web-2']);
    expect(await down('virtualMachines: {web-3: {runsOn: hv-2}}\n')).toEqual(['hv-2', 'web-2', 'web-3']);
  });
  it.each([
    ['virtualMachines: {web-1: {runsOn: hv-9}}\n', 'idea.yaml:1:35: "hv-9" is not in the plan'],
    ['virtualMachines: {web-1: {runOn: hv-2}}\n', 'idea.yaml:1:27: unknown field "runOn"'],
    ['servers: {web-1: {}}\n', 'under another collection'],
    ['servers: [}\n', 'idea.yaml:1:'],
  ])('refuses %j, which would answer another question', async (overlay, words) => {
    expect(await down(overlay)).toContain(words);
  });
});

describe('documents of the analyses', () => {
  it('keep to their schemas', async () => {
    const parse = async (args: readonly string[]) => JSON.parse((await run(args)).out);
    protectionNeedsSchema.parse(await parse(['protection-needs', '--format', 'json']));
    weakPointsSchema.parse(await parse(['weak-points', '--order', '3', '--format', 'json']));
    graphSchema.parse(await parse(['graph', '--format', 'json', '--scenario', 'fire']));
  });
});

describe('graph', () => {
  it('draws every picture as an SVG of its own, the same twice', async () => {
    for (const show of ['dependencies', 'hosts']) {
      const [first, second] = [await run(['graph', '--show', show]), await run(['graph', '--show', show])];
      expect(first.code).toBe(0);
      expect(first.out).toBe(second.out);
      expect(first.out).toMatch(/^<\?xml[^>]*>\n<svg [^>]*role="img">\n<title>/);
      expect(first.out).not.toMatch(/<script|href=|@import|url\(/);
      for (const id of ['web-1', 'web-2', 'shop']) expect(first.out).toContain(`>${id}<`.replace('-', '&#45;'));
      expect(first.out).toContain('Web &quot;one&quot; \\ &lt;b&gt;');
    }
  });
  it('marks in words what an event does, and draws only that', async () => {
    const { out } = await run(['graph', '--failed', 'hv-2', '--format', 'json']);
    const marks = graphSchema.parse(JSON.parse(out)).nodes.map((n) => [n.id, n.mark]);
    expect(marks).toEqual([
      ['hv-2', 'FAILED'],
      ['shop', 'LESS'],
      ['web-2', 'DOWN'],
    ]);
    expect((await run(['graph', '--failed', 'hv-2', '--format', 'dot'])).out).toContain('[FAILED]\\nhv-2');
  });
  it('draws around an element, so many steps', async () => {
    const ids = async (depth: string) =>
      graphSchema
        .parse(JSON.parse((await run(['graph', '--around', 'shop', '--depth', depth, '--format', 'json'])).out))
        .nodes.map((n) => n.id);
    expect(await ids('1')).toEqual(['orders', 'shop', 'web-1', 'web-2']);
    expect(await ids('2')).toEqual(['hv-1', 'hv-2', 'nas', 'orders', 'shop', 'web-1', 'web-2']);
  });
  it('quotes names in DOT and Mermaid', async () => {
    expect((await run(['graph', '--format', 'dot'])).out).toContain('web-1\\nWeb \\"one\\" \\\\ <b>');
    const { out } = await run(['graph', '--format', 'mermaid']);
    expect(out).toMatch(/^flowchart LR\n/);
    expect(out).toContain('Web #34;one#34; #92; #60;b#62;');
  });
  it('says what is wrong', async () => {
    expect((await run(['graph', '--around', 'shp'])).err).toContain('did you mean "shop"');
    expect((await run(['graph', '--show', 'power'])).err).toContain('there is nothing to draw');
    expect((await run(['graph', '--depth', '0', '--around', 'shop'])).code).toBe(2);
  });
});

describe('weak points', () => {
  it('tell when there is nothing to look at, and look at what is named', async () => {
    const calm = plan.replace('need: high', 'need: normal');
    const ports = fakePorts({ 'drplan.yaml': calm });
    expect(await main(['weak-points'], ports)).toBe(0);
    expect(ports.stdout()).toContain('No process or service has an availability need of high or above');
    const named = await run(['weak-points', 'orders', '--order', '2']);
    expect(named.out).toContain('hv-1 + hv-2');
    expect(named.out).toContain('store nas: its loss takes both');
    expect((await run(['weak-points', 'orderz'])).err).toContain('did you mean "orders"');
  });
});

describe('an inventory without hosts', () => {
  it('is told, and where one seems to be; nothing is written', async () => {
    const ports = fakePorts({ 'repo/inventory/hosts': '[web]\na\n', 'repo/readme.txt': 'x' });
    expect(await main(['import', 'ansible', 'repo', '--out', 'plan'], ports)).toBe(2);
    expect(ports.stderr()).toContain('no hosts were found in repo; nothing was written');
    expect(ports.stderr()).toContain('try repo/inventory');
    expect([...ports.written.keys()]).toEqual([]);
  });
});

describe('a picture of sixty elements', () => {
  it('has letters of at least 5.5 points on a sheet of A4', async () => {
    const { readExample } = await import('../support/example.ts');
    const { facts } = await import('../support/plan.ts');
    const { drawingOf } = await import('../../src/views/graph/drawing.ts');
    const { dot } = await import('../../src/views/graph/dot.ts');
    const { drawSvg } = await import('../../src/render/draw.ts');
    const known = facts(readExample('two-sites'));
    const drawing = drawingOf(known, { picture: 'dependencies', depth: 2, all: false });
    expect(drawing.nodes.length).toBeGreaterThan(60);
    const svg = await drawSvg(dot(drawing), 'x');
    const [, width = '0', height = '0'] = /viewBox="0.00 0.00 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    // A4 with margins of 7 mm, in points, upright or lying.
    const scale = Math.max(
      Math.min(802 / Number(width), 555 / Number(height)),
      Math.min(555 / Number(width), 802 / Number(height)),
    );
    expect(11 * scale).toBeGreaterThan(5.5);
  });
});
