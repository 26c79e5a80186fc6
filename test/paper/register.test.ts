import { describe, expect, it } from 'vitest';
import { copiesOf, documentOf, type RegisterEntry, readRegister, statusOf } from '../../src/paper/index.ts';

const at = (minute: number): string => `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`;
const request = { binder: 'hand', paper: 'a4', duplex: false } as const;
const printed = (minute: number, copy: number, said: readonly string[], event: 'printed' | 'replacement' = 'printed') =>
  ({
    at: at(minute),
    event,
    copy,
    document: documentOf(request),
    request,
    holder: 'Erik',
    place: 'Safe',
    printedOn: '2026-11-23',
    plan: 'f'.repeat(64),
    revision: '',
    tool: '0.1.0',
    pages: said.map((fingerprint) => ({ fingerprint, section: 's' })),
    sections: [{ name: 's', title: 'S', fingerprint: said.join('') }],
  }) satisfies RegisterEntry;
const said = (minute: number, copy: number, event: 'exchanged' | 'destroyed' | 'lost' | 'found') =>
  ({ at: at(minute), event, copy, document: 'hand', by: 'Erik' }) satisfies RegisterEntry;
const lines = (...entries: readonly RegisterEntry[]): string => entries.map((e) => `${JSON.stringify(e)}\n`).join('');
const today = (pages: readonly string[]) => ({
  sections: [{ name: 's', title: 'S', fingerprint: pages.join('') }],
  pages: pages.map((fingerprint) => ({ fingerprint, section: 's' })),
});

describe('the register of copies', () => {
  it('knows every copy as it was printed last', () => {
    const copies = copiesOf(readRegister(lines(printed(1, 2, ['a']), printed(2, 1, ['a']), printed(3, 2, ['b']))));
    expect(copies.map((c) => [c.copy, c.pages[0]?.fingerprint, c.line])).toEqual([
      [1, 'a', 2],
      [2, 'b', 3],
    ]);
  });
  it('counts new pages only once somebody put them in, and keeps holder and place', () => {
    const moved: RegisterEntry = { at: at(2), event: 'moved', copy: 1, document: 'hand', by: '', place: 'Car' };
    const before = lines(printed(1, 1, ['a']), moved, printed(3, 1, ['b'], 'replacement'));
    const [pending] = copiesOf(readRegister(before));
    expect([pending?.pages[0]?.fingerprint, pending?.pending?.pages[0]?.fingerprint]).toEqual(['a', 'b']);
    const [done] = copiesOf(readRegister(before + lines(said(4, 1, 'exchanged'))));
    expect([done?.pages[0]?.fingerprint, done?.pending, done?.place]).toEqual(['b', undefined, 'Car']);
  });
  it('follows a copy through loss, recovery and destruction', () => {
    const states = [said(2, 1, 'lost'), said(3, 1, 'found'), said(4, 1, 'destroyed')].map(
      (_, i, all) => copiesOf(readRegister(lines(printed(1, 1, ['a']), ...all.slice(0, i + 1))))[0]?.state,
    );
    expect(states).toEqual(['lost', 'in-use', 'destroyed']);
  });
  it('reads what two machines wrote and git merged by time, not by line', () => {
    const merged = lines(said(5, 1, 'lost'), printed(1, 1, ['a']));
    expect(copiesOf(readRegister(merged))[0]?.state).toBe('lost');
  });
  it('tells each line it cannot use and loses no other', () => {
    const good = lines(printed(1, 1, ['a']));
    const bad = [
      '{"at":"2026-11-23T10:00:00Z","event":"printed","copy":1', // torn
      'not json',
      '[1]',
      '{"at":"yesterday","event":"lost","copy":1,"document":"hand","by":""}',
      '{"at":"2026-11-23T10:00:00Z","event":"eaten","copy":1,"document":"hand","by":""}',
      '{"at":"2026-11-23T10:00:00Z","event":"lost","copy":0,"document":"hand","by":""}',
      '{"at":"2026-11-23T10:00:00Z","event":"lost","copy":1,"by":""}',
      '{"at":"2026-11-23T10:00:00Z","event":"printed","copy":1,"document":"hand"}',
      JSON.stringify({ ...printed(1, 1, ['a']), pages: [{ fingerprint: 1 }] }),
    ];
    const { entries, notices } = readRegister(`${bad.join('\n')}\n\0\0\0\n${good}`);
    expect(notices.map((n) => n.line)).toEqual(bad.map((_, i) => i + 1));
    expect(notices.map((n) => n.problem)).toMatchInlineSnapshot(`
      [
        "it is no JSON object: cut off in the middle, perhaps",
        "it is no JSON object: cut off in the middle, perhaps",
        "it is no JSON object",
        "at: expected a time such as 2026-11-30T02:40:00Z",
        "event: expected one of printed, replacement, exchanged, destroyed, lost, found, moved",
        "copy: expected a number from 1",
        "document: expected a text",
        "request: expected what was printed (binder, paper, duplex)",
        "pages: expected the fingerprint and section of each",
      ]
    `);
    expect(entries).toHaveLength(1);
  });
  it('holds a copy against today page by page, else section by section', () => {
    const [copy] = copiesOf(readRegister(lines(printed(1, 1, ['a', 'b', 'c']))));
    if (!copy) throw new Error('no copy');
    expect(statusOf(copy, today(['a', 'b', 'c'])).state).toBe('current');
    const stale = statusOf(copy, today(['a', 'X', 'c']));
    expect([stale.state, stale.stalePages, stale.exchange?.putIn]).toEqual(['stale', [2], [2]]);
    const inexact = statusOf(copy, { ...today(['a', 'X', 'c']), pages: undefined });
    expect([inexact.state, inexact.sections, inexact.stalePages]).toEqual([
      'stale',
      [{ title: 'S', change: 'changed' }],
      undefined,
    ]);
    expect(statusOf(copy, undefined).state).toBe('stale');
    // A page more makes it stale though none of its own says anything else.
    expect(statusOf(copy, today(['a', 'b', 'c', 'd'])).state).toBe('stale');
  });
  it('tells papers apart by what they are cut down to', () => {
    expect(documentOf(request)).toBe('hand');
    expect(documentOf({ ...request, binder: '' })).toBe('everything');
    expect(documentOf({ ...request, role: ['a', 'b'] })).toBe('hand, role a, b');
  });
});
