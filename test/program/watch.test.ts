import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/program.ts';

const plan = (needs: string) => `drplan: 1\nplan: {name: Shop}\nservers: {a: {dependsOn: [${needs}]}, b: {}}\n`;

it('the program sees a file that an editor replaces, and a folder that comes back; Ctrl-C ends it with 130', async () => {
  const home = mkdtempSync(join(tmpdir(), 'drplan-watch-'));
  const dir = join(home, 'plan');
  mkdirSync(dir);
  const file = join(dir, 'drplan.yaml');
  writeFileSync(file, plan('b'));
  const child = spawn(process.execPath, [
    join(root, 'bin/drplan.js'),
    '--plan',
    dir,
    '--today',
    '2026-11-23',
    'validate',
    '--watch',
    '--format',
    'concise',
  ]);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      said += data.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const until = async (text: RegExp): Promise<void> => {
    for (let i = 0; i < 300 && !text.test(said); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said).toMatch(text);
  };
  try {
    await until(/end with Ctrl-C/);
    writeFileSync(`${file}.tmp`, plan('c'));
    renameSync(`${file}.tmp`, file);
    await until(/^\+ .*reference-unknown/m);
    renameSync(dir, `${dir}-away`);
    await until(/is not a folder/);
    writeFileSync(join(`${dir}-away`, 'drplan.yaml'), plan('b'));
    renameSync(`${dir}-away`, dir);
    await until(/^- .*reference-unknown/m);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
  } finally {
    child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
}, 30_000);
