import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/main.ts';
import { exitCode } from '../../src/errors.ts';
import { drplan, root } from '../support/program.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map((m) => ({ language: m[1], text: m[2] ?? '' }));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

const dir = mkdtempSync(join(tmpdir(), 'drplan-readme-'));
symlinkSync(join(root, 'examples'), join(dir, 'examples'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const yaml = blocks.find((b) => b.text.includes('# plan/drplan.yaml'))?.text ?? '';
for (const [name, text] of [
  ['plan', yaml.replace(/^#.*\n/, '')],
  ['mended', `${yaml.replace(/^#.*\n/, '').replace('[vm-dc]', '[vm-dc, router]')}networkDevices: {router: {}}\n`],
] as const) {
  mkdirSync(join(dir, name));
  writeFileSync(join(dir, name, 'drplan.yaml'), text);
}

describe('README', () => {
  it('shows commands that print what stands below them', async () => {
    let checked = 0;
    for (const [i, block] of blocks.entries()) {
      const next = blocks[i + 1];
      if (block.language !== 'sh' || next?.language !== 'text') continue;
      const args = block.text.trim().split(/\s+/).slice(1);
      const { out } = await drplan(args, { cwd: dir });
      for (const line of next.text.split('\n')) expect(out, block.text).toContain(line);
      expect(out).toContain(next.text);
      checked++;
    }
    expect(checked).toBe(15);
  });
  it('names npm commands that exist', () => {
    for (const [, script = ''] of readme.matchAll(/npm (?:run )?(\w+)/g)) {
      if (!['ci', 'run', 'link'].includes(script)) expect(Object.keys(manifest.scripts), script).toContain(script);
    }
    expect(manifest.scripts['demo']).toMatch(/validate.*recovery-order.*print --out out\/two-sites\.pdf/);
  });
  it('lists every command and every exit code', () => {
    for (const { usage } of commands) expect(readme).toContain(`| \`${usage}`);
    for (const code of Object.values(exitCode)) expect(readme).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
  });
  it('names options that the commands have', async () => {
    const rows = [...readme.matchAll(/^\| `([a-z-]+(?: [a-z]+)?)[^|]*`\s*\|(.*)\|$/gm)];
    expect(rows.length).toBeGreaterThan(6);
    for (const [row, command = ''] of rows) {
      const { out } = await drplan([...command.split(' '), '--help']);
      for (const [option] of row.matchAll(/--[a-z-]+/g)) expect(out, `${command} ${option}`).toContain(option);
    }
  });
});
