import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRequirementGraph, protectionNeeds } from '../../src/analysis/index.ts';
import { type Level, levels, objectives } from '../../src/inventory/index.ts';
import { modelOf } from '../support/model.ts';
import { facts, plan } from '../support/plan.ts';

const office = `
processes:
  wages: {uses: [app], protection: {confidentiality: {need: high, reason: Personal data}, availability: {need: normal}}}
  orders: {uses: [mail], data: [prices], protection: {availability: {need: very-high, reason: Orders come by mail}}}
applications:
  app: {runsOn: [vm-app]}
data:
  prices: {storedOn: [san], protection: {confidentiality: {need: very-high, reason: Trade secret}}}
hypervisors: {hv: {in: room, connectedTo: [switch], poweredBy: [ups]}}
virtualMachines:
  vm-app: {runsOn: hv, storedOn: san}
  mail:
    runsOn: hv
    protection: {integrity: {need: high, reason: x}}
servers: {mgmt: {manages: [hv]}}
storage: {san: {type: san, in: room}}
networkDevices: {switch: {type: switch}}
facilities: {ups: {type: ups}}
locations: {room: {in: site}, site: {}}
`;

const table = (text: string) => {
  const { model, needs } = facts(plan(text));
  return Object.fromEntries(
    model.nodes.map((n) => [n.id, objectives.map((o) => needs.effective(n.index, o)).join(' ')]),
  );
};

describe('protection needs', () => {
  it('follow the maximum principle along every relation, as the table of the relations says', () => {
    expect(table(office)).toEqual({
      app: 'high normal normal',
      // C of data goes up to who works with it, never down from a process to data.
      hv: 'very-high high very-high',
      mail: 'very-high high very-high',
      mgmt: 'very-high high normal',
      orders: 'very-high normal very-high',
      prices: 'very-high normal very-high',
      room: 'very-high high very-high',
      san: 'very-high normal very-high',
      site: 'very-high high very-high',
      switch: 'very-high high very-high',
      ups: 'normal normal very-high',
      'vm-app': 'high normal normal',
      wages: 'high normal normal',
    });
  });
  it('say why, down to the reason of the process', () => {
    const { model, needs } = facts(plan(office));
    const hv = model.node('hv')?.index ?? -1;
    expect(needs.path(hv, 'availability').map((h) => [h.from, h.relation])).toEqual([
      ['mail', 'runsOn'],
      ['orders', 'uses'],
    ]);
    expect(needs.because(hv, 'availability')).toEqual([{ from: 'mail', level: 'very-high', relation: 'runsOn' }]);
    expect(needs.of(hv, 'availability')).toMatchObject({
      stated: null,
      maximum: 'very-high',
      effective: 'very-high',
      principle: 'maximum',
    });
  });
  it('are lowered and raised only by a decision with principle, reason and approver, and inheritance stops there', () => {
    const decide = (decision: string) =>
      table(
        office
          .replace('hv: {', `hv: {protection: {availability: {decision: ${decision}}}, `)
          .replace('processes:', 'people: {p: {}}\nprocesses:'),
      );
    const full = '{principle: distribution, need: normal, reason: Two hosts, approvedBy: p, date: 2026-01-01}';
    expect(decide(full)).toMatchObject({
      hv: 'very-high high normal',
      ups: 'normal normal normal',
      mail: 'very-high high very-high',
    });
    expect(decide('{principle: distribution, need: normal, approvedBy: p}').hv).toBe('very-high high very-high');
    expect(decide('{principle: cumulation, need: very-high, reason: Many, approvedBy: p}').hv).toBe(
      'very-high high very-high',
    );
    expect(
      table(
        office
          .replace('storage:', 'people: {p: {}}\nstorage:')
          .replace(
            'san: {type: san,',
            'san: {type: san, protection: {integrity: {decision: {principle: cumulation, need: high, reason: Many, approvedBy: p}}},',
          ),
      ).room,
    ).toBe('very-high high very-high');
  });
  it('are the same for all members of a circle', () => {
    const ring =
      'processes: {p: {uses: [a], protection: {availability: {need: high}}}}\nservers:\n  a: {dependsOn: [b]}\n  b: {dependsOn: [c]}\n  c: {dependsOn: [a]}\n';
    expect(table(ring)).toMatchObject({ a: 'normal normal high', b: 'normal normal high', c: 'normal normal high' });
  });
  it('do not go along restore and later for availability', () => {
    const text =
      'processes: {p: {uses: [a], protection: {availability: {need: high}, integrity: {need: high}}}}\nservers:\n  a: {dependsOn: [{id: b, when: later}]}\n  b: {}\n';
    expect(table(text).b).toBe('normal high normal');
  });
});

describe('protection needs against naive rounds', () => {
  const cases = fc.integer({ min: 2, max: 8 }).chain((size) =>
    fc.record({
      stated: fc.array(fc.option(fc.constantFrom(...levels), { freq: 2 }), { minLength: size, maxLength: size }),
      lowered: fc.array(fc.option(fc.constantFrom(...levels), { freq: 1 }), { minLength: size, maxLength: size }),
      edges: fc.array(fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 0, max: size - 1 })), {
        maxLength: 16,
      }),
    }),
  );
  const build = ({
    stated,
    lowered,
    edges,
  }: {
    stated: (Level | null)[];
    lowered: (Level | null)[];
    edges: [number, number][];
  }) =>
    modelOf({
      nodes: stated.map((need, i) => ({
        id: `n${i}`,
        data: {
          protection: {
            availability: {
              ...(need ? { need } : {}),
              ...(lowered[i]
                ? { decision: { principle: 'manual', need: lowered[i], reason: 'r', approvedBy: 'p' } }
                : {}),
            },
          },
        },
      })),
      requirements: edges.map(([a, b]) => ({ from: `n${a}`, of: [`n${b}`] })),
    });
  it('agree, over loops and decisions', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const model = build(c);
        const needs = protectionNeeds(model, buildRequirementGraph(model));
        const rank = (l: Level | null | undefined): number => (l ? levels.indexOf(l) : 0);
        const effective = c.stated.map(() => 0);
        for (let round = 0; round < 20; round++) {
          for (let v = 0; v < effective.length; v++) {
            const users = c.edges.filter(([, b]) => b === v).map(([a]) => effective[a] as number);
            const computed = Math.max(rank(c.stated[v]), ...users);
            effective[v] = c.lowered[v] ? Math.min(computed, rank(c.lowered[v])) : computed;
          }
        }
        expect(model.nodes.map((n) => rank(needs.effective(n.index, 'availability')))).toEqual(effective);
      }),
      { numRuns: 1000 },
    );
  });
  it('never fall when somebody needs more', () => {
    fc.assert(
      fc.property(cases, fc.nat(), (c, which) => {
        const i = which % c.stated.length;
        const more = { ...c, stated: c.stated.map((s, j): Level | null => (j === i ? 'very-high' : s)) };
        const [before, after] = [build(c), build(more)].map((m) => ({
          m,
          needs: protectionNeeds(m, buildRequirementGraph(m)),
        }));
        for (const n of before?.m.nodes ?? []) {
          const level = (x: typeof before): number =>
            levels.indexOf(x?.needs.effective(n.index, 'availability') ?? 'normal');
          expect(level(after)).toBeGreaterThanOrEqual(level(before));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('decisions and what the tool found', () => {
  const chain = (decision: string) =>
    facts(
      plan(
        `processes: {p: {uses: [s], protection: {availability: {need: high, reason: x}}}}\nservers: {s: {protection: {availability: {decision: ${decision}}}}}\npeople: {anna: {}}\n`,
      ),
    );
  it('names what an incomplete decision lacks', () => {
    const { model, needs } = chain('{principle: distribution, need: normal}');
    const need = needs.of(model.node('s')?.index ?? -1, 'availability');
    expect([need.effective, need.lacks]).toEqual(['high', ['reason', 'approvedBy']]);
  });
  it('tells a need of normal that is taken over from one that nobody states', () => {
    const { model, needs } = facts(
      plan('processes: {p: {uses: [s], protection: {availability: {need: normal}}}}\nservers: {s: {}, t: {}}\n'),
    );
    const of = (id: string) => needs.of(model.node(id)?.index ?? -1, 'availability').principle;
    expect([of('s'), of('t')]).toEqual(['maximum', 'none']);
  });
  it('takes objectives by their initials', () => {
    const { model, needs } = facts(
      plan(
        'processes: {p: {uses: [s], protection: {confidentiality: {need: high, reason: x}, availability: {need: high, reason: x}}}}\nservers: {s: {storedOn: [{id: nas, passes: [I, A]}]}}\nstorage: {nas: {type: nas}}\n',
      ),
    );
    const nas = model.node('nas')?.index ?? -1;
    expect([needs.effective(nas, 'confidentiality'), needs.effective(nas, 'availability')]).toEqual(['normal', 'high']);
  });
});
