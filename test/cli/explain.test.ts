import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { rules } from '../../src/rules/index.ts';
import { fakePorts } from '../support/ports.ts';

async function explain(...args: string[]) {
  const ports = fakePorts({ 'drplan.yaml': 'drplan: 1\nplan: {name: X}\n' });
  const code = await main(['--today', '2031-01-01', 'explain', ...args], ports);
  return { code, out: ports.stdout(), err: ports.stderr() };
}

describe('explain', () => {
  it('knows a field by its full name, and then means no other', async () => {
    const { out, code } = await explain('virtualMachines.runsOn');
    expect([out.split('\n')[0], code]).toEqual(['virtualMachines.runsOn', 0]);
    expect(out).not.toContain('Other fields');
  });
  it('lists what else a name may mean', async () => {
    const { out } = await explain('takes');
    const others = /Other fields of this name: ([\s\S]*)$/.exec(out)?.[1]?.split(/,\s+/) ?? [];
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) {
      expect((await explain(other.trim())).out.split('\n')[0]).toBe(other.trim());
    }
  });
  it('guesses at a misspelt path as well as at a name', async () => {
    expect((await explain('virtualMachines.runOn')).err).toContain('did you mean "virtualMachines.runsOn"?');
    expect((await explain('runOn')).err).toContain('did you mean "runsOn"?');
  });
  it('shows in the page of all rules what validate says of every example, the same on every day', async () => {
    const { out } = await explain('--all');
    for (const rule of rules.filter((r) => r.bad !== '')) {
      const page = out.split(`\n## ${rule.id}\n`)[1]?.split('\n## ')[0] ?? '';
      expect(page, rule.id).toMatch(new RegExp(`\`\`\`text\\n(?:(?:error|warning)\\[${rule.id}\\]|info: )`));
    }
    const { readFileSync } = await import('node:fs');
    expect(out).toBe(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8'));
  });
});
