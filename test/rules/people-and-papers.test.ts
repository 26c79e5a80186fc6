import { describe, expect, it } from 'vitest';
import { diagnostics, plan } from '../support/plan.ts';

const found = (rule: string, yaml: string) =>
  diagnostics(plan(yaml), ['start', 'grundschutz', 'nis2', 'dora'])
    .filter((d) => d.rule === rule)
    .map((d) => `${d.severity} ${d.message}`);

describe('deputies', () => {
  it('are an error to lack where something with high availability waits for the role', () => {
    const yaml = (need: string) => `
processes: {orders: {uses: [shop], protection: {availability: {need: ${need}, reason: Sales}}}}
servers: {shop: {recovery: {restart: {takes: 10m, staff: {admin: 1}}}}}
roles: {admin: {holders: [anna]}}
people: {anna: {}}
`;
    expect(found('deputy-missing', yaml('high'))).toEqual(['error admin has no deputy: one person fills it']);
    expect(found('deputy-missing', yaml('normal'))).toEqual(['warning admin has no deputy: one person fills it']);
  });
});

describe('exercises', () => {
  const held = (date: string) => `
servers: {web: {dependsOn: [db]}, db: {}}
scenarios: {db-lost: {affects: [db]}}
exercises: {autumn: {of: [db-lost], every: 6mo, records: [{date: ${date}}]}}
`;
  it('become an error when two intervals are over', () => {
    expect(found('exercise-overdue', held('2026-05-23'))).toEqual([]);
    expect(found('exercise-overdue', held('2026-05-22'))).toEqual([
      'warning autumn was last held on 2026-05-22; it is due every 6mo',
    ]);
    expect(found('exercise-overdue', held('2025-11-22'))).toEqual([
      'error autumn was last held on 2025-11-22; it is due every 6mo, and two intervals are over',
    ]);
  });
  it('of the future do not count as held', () => {
    const yaml = `
servers: {web: {dependsOn: [db]}, db: {}}
procedures: {restore-db: {title: Restore it, steps: [{do: Restore it}]}}
exercises: {autumn: {of: [restore-db], records: [{date: 2027-01-01}]}}
`;
    expect(found('exercise-overdue', yaml)).toEqual(['warning autumn was never held']);
  });
});

describe('trainings', () => {
  it('without a validity of their own run out by the policy', () => {
    const yaml = (policy: string) => `
${policy}
roles: {admin: {holders: [anna]}}
people: {anna: {trainings: [{topic: restore, date: 2023-01-10}]}}
`;
    expect(found('training-expired', yaml(''))).toEqual([]);
    expect(found('training-expired', yaml('policy: {training: {every: 2y}}'))).toEqual([
      'warning the training of anna in restore ran out on 2025-01-10',
    ]);
  });
});

describe('contacts', () => {
  it('are judged in every scenario: two exchanges that fail together are one', () => {
    const yaml = `
locations: {office: {type: site}}
voipDevices: {pbx-1: {type: call-server, in: office}, pbx-2: {type: call-server, in: office, external: true}}
people: {anna: {phones: [{kind: desk, number: "1", via: pbx-1}, {kind: desk, number: "2", via: pbx-2}]}}
scenarios: {fire: {affects: [{id: office, effect: destroyed}]}}
`;
    expect(found('contact-depends-on-outage', yaml)).toEqual([
      'error anna cannot be called in fire: every telephone needs pbx-1, pbx-2',
    ]);
  });
  it('of a whole company on one exchange are one finding', () => {
    const people = Array.from({ length: 9 }, (_, i) => `  p${i}: {phones: [{kind: desk, number: "${i}", via: pbx}]}`);
    const yaml = `voipDevices: {pbx: {type: call-server}}\npeople:\n${people.join('\n')}\n`;
    expect(found('contact-depends-on-outage', yaml)).toHaveLength(1);
  });
});

describe('documents', () => {
  const at = (forms: string) => `
locations: {office: {type: site}, bank: {type: site}}
servers: {web: {in: office}, files: {in: office}}
documents: {settings: {kind: configuration, about: [web], updated: 2026-10-01, forms: [${forms}]}}
scenarios: {fire: {affects: [{id: office, effect: destroyed}]}}
`;
  it('on paper in the house that burns cannot be read', () => {
    expect(found('configuration-doc-unreachable', at('{form: paper, at: office}'))).toEqual([
      'error settings cannot be read in fire: it is only at office, which is lost then together with web',
    ]);
    expect(found('configuration-doc-unreachable', at('{form: paper, at: office}, {form: paper, at: bank}'))).toEqual(
      [],
    );
  });
  it('somebody holds at an unknown place can be read', () => {
    expect(found('configuration-doc-unreachable', at('{form: paper, by: anna}'))).toEqual([]);
  });
  it('about a farm are about its hosts', () => {
    const yaml = `
hypervisors: {hv-1: {}, hv-2: {}}
clusters: {farm: {members: [hv-1, hv-2]}}
virtualMachines: {web: {runsOn: farm}}
documents: {hosts: {kind: configuration, about: [farm]}}
`;
    expect(found('configuration-doc-missing', yaml)).toEqual(['error web has no document on its configuration']);
  });
});

describe('telephony', () => {
  it('on a virtual machine is saved with its image', () => {
    const yaml = `
hypervisors: {hv-1: {}}
virtualMachines: {pbx-vm: {runsOn: hv-1}}
voipDevices: {pbx: {type: call-server, runsOn: pbx-vm}, phones: {type: phone-model, count: 9}}
backups: {images: {covers: [pbx-vm], method: image}}
`;
    expect(found('voip-backup-missing', yaml)).toEqual([]);
    expect(found('voip-backup-missing', yaml.replace('covers: [pbx-vm]', 'covers: [hv-1]'))).toEqual([
      'error pbx has settings that no backup saves',
    ]);
  });
  it('asks of a spare that lies ready which release it has', () => {
    const yaml = (spare: string) => `
voipDevices: {gw: {type: gateway, firmware: {current: "5.4", configRelease: "5.4"}}}
spares: {shelf: {fits: [gw], ${spare}}}
`;
    expect(found('voip-spare-release-mismatch', yaml('count: 1'))).toEqual([
      'warning shelf may stand in for gw and does not say which release it has',
    ]);
    expect(found('voip-spare-release-mismatch', yaml('count: 0, leadTime: 2d'))).toEqual([]);
  });
});

describe('the incident response', () => {
  it('is complete or not as a whole before its parts are judged', () => {
    const rules = ['incident-log-missing', 'lessons-learned-missing', 'regulatory-reporting-missing'];
    const yaml = 'servers: {web: {}}\nincidentResponse: {definition: An event}\n';
    expect(rules.flatMap((rule) => found(rule, yaml))).toEqual([]);
    expect(found('incident-plan-component-missing', yaml)).toHaveLength(1);
  });
  it('has a team of one where all its roles are the same person', () => {
    const yaml = `
roles: {manager: {holders: [anna]}, admin: {holders: [anna]}}
people: {anna: {}}
incidentResponse: {team: {lead: manager, members: [admin]}}
`;
    expect(found('incident-team-missing', yaml)).toEqual(['error the team that handles incidents is one person: anna']);
  });
  it('dates and secrets in it are seen like those elsewhere', () => {
    const yaml = `
incidentResponse: {log: "password: Sommer2026x", lessonsLearned: {every: 1y, last: 2999-01-01}}
`;
    expect(found('date-in-future', yaml)).toHaveLength(1);
    expect(found('secret-in-plan', yaml)).toHaveLength(1);
  });
});
