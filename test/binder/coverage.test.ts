import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { fakePorts } from '../support/ports.ts';

const plan = (language: string) => `drplan: 1
plan: {name: Shop, language: ${language}}
policy: {profiles: [nis2]}
servers: {a: {owner: boss}, b: {}}
roles: {boss: {holders: [anna]}}
people: {anna: {trainings: [{topic: emergency plan, date: 2026-09-05}]}}
binders: {audit: {title: Audit, sections: [coverage]}}
waivers: [{rule: asset-owner-missing, elements: [b], reason: Nobody wants it, by: anna, until: 2027-01-01}]
`;

/** The text of a binder, its line breaks gone: widths are not what is tested. */
async function printed(text: string, ...args: readonly string[]): Promise<string> {
  const ports = fakePorts({ 'drplan.yaml': text });
  await main(['--today', '2026-11-23', 'print', '--format', 'txt', '--out', 'b.txt', ...args], ports);
  return String(ports.written.get('b.txt')).replace(/\s+/g, ' ');
}

describe('what texts and standards ask for, on paper', () => {
  it('is printed by binders that name it, and not in the night', async () => {
    expect(await printed(plan('en'))).not.toContain('What texts and standards ask for');
    expect(await printed(plan('en'), '--binder', 'audit')).toContain('What texts and standards ask for');
  });
  it('says demand, state and evidence in the language of the paper, with the chapters and days of the paper', async () => {
    const english = await printed(plan('en'), '--binder', 'audit');
    expect(english).toContain('Everybody knows what their part is Evidence: boss; see Roles and deputies');
    expect(english).toContain('the plan has no virtualisation servers');
    expect(english).toContain('accepted by anna until 1 Jan 2027: Nobody wants it');
    const german = await printed(plan('de'), '--binder', 'audit');
    expect(german).toContain('Alle wissen, was ihre Aufgabe ist Nachweis: boss; siehe Rollen und Vertretungen');
    expect(german).toContain('Schulung vom 05.09.2026: emergency plan');
    expect(german).toContain('im Plan kommen nicht vor: Virtualisierungsserver');
    expect(german).toContain('nichts belegt es; im Plan fehlt:');
    expect(german).toContain('hingenommen von anna bis 01.01.2027: Nobody wants it');
    expect(german).toContain('NIS2: Richtlinie (EU) 2022/2555');
    expect(german).not.toContain('nothing shows it');
  });
});
