import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drplan, exec } from '../support/program.ts';

const dir = mkdtempSync(join(tmpdir(), 'drplan-copies-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const plan = join(dir, 'plan');
const register = join(plan, 'paper.jsonl');
const run = (...args: readonly string[]) => drplan(['--plan', plan, ...args]);
const status = async () => {
  const { out } = await run('paper', 'status', '--format', 'json');
  return JSON.parse(out) as {
    exact: boolean;
    copies: {
      copy: number;
      holder: string;
      place: string;
      state: string;
      pending: boolean;
      stalePages: number[];
      staleSections: { title: string }[];
      exchange: { takeOut: number[]; putIn: number[]; moved: unknown[] };
    }[];
  };
};
const pagesWith = async (pdf: string, said: string): Promise<number[]> =>
  (await exec('pdftotext', ['-layout', pdf, '-'])).out
    .split('\f')
    .flatMap((page, i) => (page.replace(/\s+/g, '').includes(said.replace(/\s+/g, '')) ? [i + 1] : []));
/** The fingerprint at the foot of a page. */
const footOf = async (pdf: string, page: number): Promise<string> => {
  const { out } = await exec('pdftotext', ['-layout', '-f', String(page), '-l', String(page), pdf, '-']);
  return out.match(/\b[0-9a-f]{8}\b/g)?.at(-1) ?? '';
};
const edit = (file: string, from: string, to: string): void => {
  const path = join(plan, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replaceAll(from, to));
};

describe('copies on paper', () => {
  const pdf = join(dir, 'copy-1.pdf');
  beforeAll(() => cpSync('examples/small-office', plan, { recursive: true }));

  it('is recorded with number, holder and place, which stand on every page', async () => {
    const ran = await run(
      'print',
      '--simplex',
      '--copy',
      '1',
      '--holder',
      'Night shift',
      '--place',
      'Safe',
      '--out',
      pdf,
    );
    expect([ran.code, ran.err]).toEqual([
      0,
      expect.stringContaining('copy 1 of everything is recorded in paper.jsonl'),
    ]);
    expect(statSync(register).mode & 0o077).toBe(0);
    const entry = JSON.parse(readFileSync(register, 'utf8'));
    const pages = Number(/Pages: +(\d+)/.exec((await exec('pdfinfo', [pdf])).out)?.[1]);
    expect(entry).toMatchObject({ event: 'printed', copy: 1, holder: 'Night shift', place: 'Safe' });
    expect(entry.pages).toHaveLength(pages);
    expect(await pagesWith(pdf, 'copy 1, Night shift,')).toHaveLength(pages);
    expect(await footOf(pdf, 3)).toBe(entry.pages[2].fingerprint);
    expect(readFileSync(register, 'utf8')).not.toContain(process.cwd());
  });
  it('is current until the plan says something else', async () => {
    const ran = await run('paper', 'status');
    expect([ran.code, ran.out]).toEqual([0, expect.stringMatching(/^current copy 1 of everything, Night shift, Safe/)]);
    // What only changes the text of the files changes no page.
    appendFileSync(join(plan, 'people.yaml'), '\n# a remark\n');
    expect((await status()).copies[0]).toMatchObject({ state: 'current', stalePages: [] });
  });
  it('is stale on exactly the pages that show a telephone number when that changes', async () => {
    const number = '+49 30 5550 103';
    const shows = await pagesWith(pdf, number);
    edit('people.yaml', number, '+49 30 5550 977');
    const { exact, copies } = await status();
    expect(exact).toBe(true);
    expect(copies[0]).toMatchObject({
      state: 'stale',
      stalePages: shows,
      exchange: { takeOut: shows, putIn: shows, moved: [] },
    });
    expect(shows.length).toBeGreaterThan(1);
    const found = await run('validate', '--format', 'concise');
    expect(found.out).toMatch(
      /^paper\.jsonl:1:1: warning: copy 1 of everything \(Night shift, Safe\).*is stale; changed since: Cover/m,
    );
    const inexact = await run('paper', 'status', '--sections');
    expect([inexact.code, inexact.out]).toEqual([1, expect.stringContaining('Compared by sections, not by pages')]);
  });
  it('knows a page in the hand by its foot', async () => {
    const [stale = 0] = await pagesWith(pdf, '+49 30 5550 103');
    const old = await run('paper', 'verify', await footOf(pdf, stale));
    expect([old.code, old.out]).toEqual([
      1,
      expect.stringMatching(/^STALE: .*\ncopy 1 of everything \(Night shift, Safe\)/),
    ]);
    const lasting = await run('paper', 'verify', (await footOf(pdf, 2)).replace(/(....)/, '$1 ').toUpperCase());
    expect([lasting.code, lasting.out]).toEqual([0, expect.stringContaining('current: page 2 of everything')]);
    const never = await run('paper', 'verify', '00000000');
    expect([never.code, never.out]).toEqual([1, expect.stringContaining('UNKNOWN')]);
  });
  it('gets just the pages that changed, with a slip, and counts as current once they are put in', async () => {
    const out = join(dir, 'new-pages.pdf');
    const shows = (await status()).copies[0]?.exchange.putIn ?? [];
    const ran = await run('paper', 'replace', '--copy', '1', '--out', out);
    const slip = join(dir, 'new-slip.pdf');
    expect([ran.code, ran.out]).toEqual([0, `${out}\n${slip}\n`]);
    const said = (await exec('pdftotext', ['-layout', out, '-'])).out.split('\f').slice(0, -1);
    expect(said.map((page) => Number(/page (\d+) of/.exec(page)?.[1]))).toEqual(shows);
    expect(said.join()).toContain('+49 30 5550 977');
    expect((await exec('pdftotext', ['-layout', slip, '-'])).out).toMatch(/Take out +pages \d/);
    expect((await status()).copies[0]).toMatchObject({ state: 'stale', pending: true });
    await run('paper', 'register', '--copy', '1', '--exchanged', '--by', 'Tom');
    expect((await status()).copies[0]).toMatchObject({ state: 'current', pending: false, holder: 'Night shift' });
    const again = await run('paper', 'replace', '--copy', '1', '--out', out);
    expect([again.code, again.out]).toEqual([0, 'copy 1 is current: nothing to exchange\n']);
  });
  it('goes on behind a line that was cut off, and tells of it', async () => {
    appendFileSync(register, '{"at":"2026-11-23T10:0');
    const ran = await run('paper', 'register', '--copy', '1', '--place', 'Car');
    expect(ran.code).toBe(0);
    const told = await run('paper', 'status', '--sections');
    expect([told.code, told.err]).toEqual([3, expect.stringMatching(/paper\.jsonl:4: not used: it is no JSON object/)]);
    expect(told.out).toContain('Car');
  });
  it('is not asked for once it is lost', async () => {
    await run('paper', 'register', '--copy', '1', '--lost');
    const { out } = await run('paper', 'status');
    expect(out).toMatch(/^lost copy 1/);
    const ran = await run('paper', 'replace', '--copy', '1');
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('is recorded as lost')]);
  });
  it.each([
    [['print', '--copy', '0'], 'expected a whole number from 1'],
    [['print', '--copy', '1', '--format', 'html'], '--copy records pages'],
    [['print', '--holder', 'x'], 'are about a copy'],
    [['paper', 'register', '--copy', '7', '--lost'], 'copy 7 is not registered'],
    [['paper', 'register', '--copy', '1'], 'nothing was said about the copy'],
    [['paper', 'register', '--copy', '1', '--lost', '--found'], 'lost and found cannot be recorded together'],
    [['paper', 'register', '--copy', '1', '--exchanged'], 'no pages were printed for copy 1'],
    [['paper', 'verify', 'xyz'], 'is no fingerprint of a page'],
  ])('is refused: %j', async (args, message) => {
    const ran = await run(...args);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(message)]);
  });
});
