import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { typed } from '../../src/adapters/ask-password.ts';
import { drplan, exec, root } from '../support/program.ts';

const dir = mkdtempSync(join(tmpdir(), 'drplan-password-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The program on a terminal of its own, with these keys typed into it, one after a pause each. */
const onTerminal = (keys: readonly string[], out: string) => {
  const program = `${process.execPath} ${root}bin/drplan.js --plan examples/small-office --today 2026-11-23 print --encrypt --out ${out}`;
  const typing = keys.map((k) => `sleep 1; printf '${k}'`).join('; ');
  return exec('bash', ['-c', `timeout 60 script -qec "${program}" /dev/null < <(${typing}; sleep 12)`]);
};

describe('a password', () => {
  it('is what was typed, taken back and typed again', () => {
    expect(typed('', 'abc')).toEqual({ text: 'abc', done: false, ahead: '' });
    expect(typed('ab\u{1f600}', '\u007f\u007f')).toEqual({ text: 'a', done: false, ahead: '' });
    expect(typed('a', '\u001b[A\rnext\n')).toEqual({ text: 'a[A', done: true, ahead: 'next\n' });
    expect(() => typed('abc', '\u0003')).toThrow('no password was given');
  });
  it('is asked for twice, not shown, and opens the file', async () => {
    const out = join(dir, 'asked.pdf');
    const ran = await onTerminal(['Pass wort\\n', 'Pass wort\\n'], out);
    expect(ran.out).toContain('Password for the PDF: ');
    expect(ran.out).not.toContain('Pass wort');
    expect((await exec('pdfinfo', [out])).err).toContain('Incorrect password');
    expect((await exec('pdfinfo', ['-upw', 'Pass wort', out])).out).toMatch(/Tagged: +yes/);
  });
  it('that is typed differently the second time writes nothing', async () => {
    const out = join(dir, 'differs.pdf');
    const ran = await onTerminal(['one\\n', 'two\\n'], out);
    expect(ran.out).toContain('the two passwords differ');
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });
  it.each([
    [['--encrypt'], '', 'there is no terminal to ask for the password on'],
    [['--encrypt', '--password-file', 'FILE'], '\nx\n', 'is empty'],
    [['--encrypt', '--password-file', 'FILE'], `${'ä'.repeat(64)}\n`, 'the password has 128 bytes'],
    [['--password-file', 'FILE'], 'x', '--password-file is the password for --encrypt'],
    [['--encrypt', '--password-file', 'FILE', '--format', 'html'], 'x', 'only a PDF can be encrypted'],
  ])('is refused: %j', async (args, content, message) => {
    const file = join(dir, 'password.txt');
    writeFileSync(file, content);
    const ran = await drplan([
      '--plan',
      'examples/small-office',
      'print',
      ...args.map((a) => (a === 'FILE' ? file : a)),
    ]);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(message)]);
  });
  it('leaves no unencrypted file behind where no browser starts', async () => {
    const file = join(dir, 'password.txt');
    writeFileSync(file, 'secret');
    const out = join(dir, 'none.pdf');
    const ran = await drplan([
      '--plan',
      'examples/small-office',
      'print',
      '--encrypt',
      '--password-file',
      file,
      '--browser',
      '/bin/false',
      '--out',
      out,
    ]);
    expect([ran.code, ran.err]).toEqual([4, expect.stringContaining('Nothing was written')]);
    expect(() => readFileSync(join(dir, 'none.html'))).toThrow('ENOENT');
  });
});
