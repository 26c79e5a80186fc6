import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { appendLine } from '../../src/adapters/append-line.ts';

const dir = mkdtempSync(join(tmpdir(), 'drplan-append-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('a line added to a file', () => {
  it('stands behind what was there, in a new file of the owner alone', async () => {
    const file = join(dir, 'new', 'a.jsonl');
    await appendLine(file, 'one');
    await appendLine(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
  it('ends a torn line first, and changes nothing of it', async () => {
    const file = join(dir, 'torn.jsonl');
    writeFileSync(file, '{"at":"2026');
    await appendLine(file, '{}');
    expect(readFileSync(file, 'utf8')).toBe('{"at":"2026\n{}\n');
  });
  it('is whole among eight writers at once', async () => {
    const file = join(dir, 'many.jsonl');
    const source = new URL('../../src/adapters/append-line.ts', import.meta.url).href;
    const program = `const { appendLine } = await import(${JSON.stringify(source)});
      for (let i = 0; i < 40; i++) await appendLine(${JSON.stringify(file)}, process.argv[1] + ':' + i + ':' + 'x'.repeat(20000));`;
    const loader = new URL('../../node_modules/esbuild/lib/main.js', import.meta.url).href;
    // Plain node cannot read TypeScript everywhere: the module is bundled once.
    const { build } = (await import(loader)) as typeof import('esbuild');
    const bundle = join(dir, 'append-line.mjs');
    await build({
      entryPoints: [new URL(source).pathname],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: bundle,
    });
    const code = program.replace(JSON.stringify(source), JSON.stringify(bundle));
    const ends = await Promise.all(
      Array.from(
        { length: 8 },
        (_, w) =>
          new Promise<number | null>((done) => {
            spawn(process.execPath, ['--input-type=module', '-e', code, String(w)], { stdio: 'inherit' }).on(
              'exit',
              done,
            );
          }),
      ),
    );
    expect(ends).toEqual(Array(8).fill(0));
    const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    expect(rows).toHaveLength(320);
    for (const row of rows) expect(row).toMatch(/^\d:\d+:x{20000}$/);
    for (let w = 0; w < 8; w++) {
      // Each writer's lines are all there, in its order.
      const own = rows.filter((r) => r.startsWith(`${w}:`)).map((r) => Number(r.split(':')[1]));
      expect(own).toEqual(Array.from({ length: 40 }, (_, i) => i));
    }
  });
  it('says what is wrong when there is no room, and what cannot be a file', async () => {
    await expect(appendLine('/dev/full', 'x')).rejects.toThrow('/dev/full cannot be added to: the disk is full');
    await expect(appendLine(dir, 'x')).rejects.toThrow(`${dir} cannot be added to: it is a folder`);
  });
});
