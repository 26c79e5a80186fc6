import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/source/resolve.ts';
import { found, read, slice } from './support.ts';

const data = (text: string): unknown => read(text).documents.map((d) => d.data);

describe('scalars keep their text', () => {
  it.each([
    '0100',
    '+4930123456',
    '00491701234567',
    '1.10',
    'no',
    'on',
    'y',
    '22:30',
    '12:34:56',
    '52:54:00:12:34:56',
    '1e3',
    '0x1F',
    '1_000',
    '2026-02-30',
    '~',
    'null',
    '12345678901234567890',
    '1e999',
    '.inf',
    'true',
  ])('%s', (text) => {
    expect(data(`a: ${text}\nb: [${text}]\n`)).toEqual([{ a: text, b: [text] }]);
  });

  it('an empty plain scalar is null, an empty quoted one is a text', () => {
    expect(data('a:\nb: ""\nc: []\nd: {e: }\n')).toEqual([{ a: null, b: '', c: [], d: { e: null } }]);
  });

  it('reads quotes, blocks and folded texts', () => {
    expect(data("a: \"x\\ny\"\nb: 'it''s'\nc: |\n  one\n  two\nd: >-\n  one\n  two\ne: one\n  two\n")).toEqual([
      { a: 'x\ny', b: "it's", c: 'one\ntwo\n', d: 'one two', e: 'one two' },
    ]);
  });

  it('reads streams of documents', () => {
    const { documents } = read('a: 1\n---\nb: 2\n...\n---\n- c\n');
    expect(documents.map((d) => [d.index, d.data])).toEqual([
      [0, { a: '1' }],
      [1, { b: '2' }],
      [2, ['c']],
    ]);
  });
});

describe('findings and what is still read', () => {
  it.each<[string, string, readonly string[], unknown]>([
    [
      'duplicate key',
      'a: 1\nb: 2\na: 3\n',
      ['3:1 yaml-duplicate-key the key "a" is written twice in one map; the first one is used'],
      [{ a: '1', b: '2' }],
    ],
    [
      'CRLF',
      'a:\r\n  b: 1\r\n  b: 2\r\n',
      ['3:3 yaml-duplicate-key the key "b" is written twice in one map; the first one is used'],
      [{ a: { b: '1' } }],
    ],
    ['lone CR', 'a: 1\rb: 2\r', ['1:5 yaml-encoding a carriage return without a line feed'], [{ a: '1', b: '2' }]],
    [
      'BOM in front',
      '\ufeffa: 1\na: 2\n',
      ['2:1 yaml-duplicate-key the key "a" is written twice in one map; the first one is used'],
      [{ a: '1' }],
    ],
    [
      'BOM in the middle',
      'a: 1\nb: x\ufeff\n',
      ['2:5 yaml-encoding a byte order mark in the middle of the file (\\ufeff)'],
      [{ a: '1', b: 'x\ufffd' }],
    ],
    ['NUL', 'a: x\u0000y\n', ['1:5 yaml-encoding a NUL character (\\x00)'], [{ a: 'x\ufffdy' }]],
    ['ESC in a comment', '# \u001b[2J\na: 1\n', ['1:3 yaml-encoding an escape character (\\x1b)'], [{ a: '1' }]],
    ['C1', 'a: \u009b2J\n', ['1:4 yaml-encoding a control character (\\x9b)'], [{ a: '\ufffd2J' }]],
    ['bidi override', 'a: x\u202ey\n', ['1:5 yaml-encoding a bidirectional override (\\u202e)'], [{ a: 'x\ufffdy' }]],
    ['tab', 's:\n  a:\n\tx: 1\n  b: {}\n', ['3:1 yaml-syntax a tab in the indentation'], [{ s: { a: null, b: {} } }]],
    [
      'unclosed quote',
      's:\n  a:\n    n: "x\n    c: 2\n  b: {}\np: {}\n',
      ['3:8 yaml-syntax a quote is opened and never closed'],
      [{ s: { a: { c: '2' }, b: {} }, p: {} }],
    ],
    [
      'unclosed bracket',
      's:\n  a: {x: [1, 2\n  b: {}\n',
      ['2:10 yaml-syntax "[" is opened and never closed'],
      [{ s: { b: {} } }],
    ],
    [
      'no space',
      's:\n  a:\n    name:Mail\n    c: 2\n',
      ['3:5 yaml-syntax a space is missing after the colon'],
      [{ s: { a: { c: '2' } } }],
    ],
    ['two colons', 'n: Mail: main\nc: 2\n', ['1:8 yaml-syntax a second ": " in one value'], [{ c: '2' }]],
    [
      'indentation',
      's:\n  a:\n    x: 1\n   y: 2\n',
      ['4:4 yaml-syntax this line is indented neither like the line above nor like its parent'],
      [{ s: { a: { x: '1', y: '2' } } }],
    ],
    [
      'two faults',
      's:\n  a: "x\n  b: {y: 1\n  c: {}\n',
      ['2:6 yaml-syntax a quote is opened and never closed', '3:6 yaml-syntax "{" is opened and never closed'],
      [{ s: { c: {} } }],
    ],
    [
      'in a list',
      'w:\n  - a: 1\n    b: "x\n  - c: 2\n',
      ['3:8 yaml-syntax a quote is opened and never closed'],
      [{ w: [{ a: '1' }, { c: '2' }] }],
    ],
    [
      'one document of three',
      'a: 1\n---\nb: "x\n---\nc: 1\n',
      ['3:4 yaml-syntax a quote is opened and never closed'],
      [{ a: '1' }, null, { c: '1' }],
    ],
    [
      'conflict',
      'a: 0\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\nc: 3\n',
      ['2:1 yaml-syntax a merge conflict was not resolved'],
      [{ a: '0', b: '1', c: '3' }],
    ],
    ['unknown alias', 'a: *x\nb: 1\n', ['1:4 yaml-syntax no anchor "&x" stands before this alias'], [{ b: '1' }]],
    ['alias in itself', 'a: &x [*x, 1]\n', ['1:8 yaml-syntax the alias "*x" contains itself'], [{ a: ['1'] }]],
    [
      'include',
      'a: !include /etc/passwd\nb: 1\n',
      ['1:4 yaml-syntax the tag "!include" is not allowed in a plan'],
      [{ b: '1' }],
    ],
    ['function', "a: !!js/function 'x'\n", ['1:4 yaml-syntax the tag "!!js/function" is not allowed in a plan'], [{}]],
    ['binary', 'a: !!binary aGk=\n', ['1:4 yaml-syntax the tag "!!binary" is not allowed in a plan'], [{}]],
    [
      'python',
      'a: !!python/object {x: 1}\nb: 2\n',
      ['1:4 yaml-syntax the tag "!!python/object" is not allowed in a plan'],
      [{ b: '2' }],
    ],
    [
      'merge',
      'a: &x {p: 1}\nb: {<<: *x, q: 2}\n',
      ['2:5 yaml-syntax merge keys ("<<") are not part of YAML 1.2 and not allowed in a plan'],
      [{ a: { p: '1' }, b: { q: '2' } }],
    ],
    [
      'directive',
      '%YAML 1.1\n---\na: no\n',
      ['1:1 yaml-syntax a directive: a plan is always read as YAML 1.2'],
      [{ a: 'no' }],
    ],
    ['list as key', '? [a]\n: b\nc: d\n', ['1:3 yaml-syntax a list or map as a key'], [{ c: 'd' }]],
    ['deep', `a: ${'['.repeat(1000)}\nb: 2\n`, ['1:103 yaml-limit nesting deeper than 100'], [{ b: '2' }]],
    ['empty', '', ['1:1 yaml-empty the file is empty'], []],
    ['comments', '# x\n', ['1:1 yaml-empty the file holds only comments'], []],
  ])('%s', (_name, text, expected, value) => {
    expect(found(text)).toEqual(expected);
    expect(data(text)).toEqual(value);
  });

  it('says which lines were left out', () => {
    expect(read('s:\n  a: "x\n    y\n  b: {}\n').leftOut).toEqual([
      { file: 'plan.yaml', reason: 'lines 2 to 3 cannot be read as YAML' },
    ]);
  });

  it('gives both places of a duplicate key', () => {
    const file = read('a: 1\nb: 2\n"a": 3\n');
    const [d] = resolve(file.findings, [file]);
    expect(d && slice(file.lines.text, d.range)).toBe('"a"');
    expect(d?.related).toEqual([
      { message: 'first written here', file: 'plan.yaml', range: { line: 1, column: 1, endLine: 1, endColumn: 1 } },
    ]);
    expect(d?.frame).toEqual(['"a": 3']);
  });

  it('keeps __proto__ and constructor as data', () => {
    const [map] = data('__proto__: {polluted: yes}\nconstructor: 1\ntoString: 2\n') as [object];
    expect(Object.keys(map)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
  });
});

describe('limits', () => {
  it('stops at 100 aliases a file and says so once', () => {
    const text = (n: number): string => `a: &x 1\nb: [${Array(n).fill('*x').join(', ')}]\n`;
    expect(found(text(100))).toEqual([]);
    const over = found(text(5000));
    expect(over).toEqual(['2:405 yaml-limit more than 100 aliases in one file']);
  });

  it('refuses a billion laughs before anybody expands it', () => {
    const level = (i: number): string =>
      `${String.fromCharCode(98 + i)}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`;
    const text = ['a: &l0 [x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 9 }, (_, i) => level(i))].join('\n');
    const file = read(text);
    expect(found(text).some((line) => line.includes('yaml-limit more than 100000 values by aliases'))).toBe(true);
    expect(JSON.stringify(file.documents[0]?.data).length).toBeLessThan(2_000_000);
  });

  it('survives deep nesting of every form, again and again in one process', () => {
    const block = Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    const started = performance.now();
    for (const text of [
      '['.repeat(100_000),
      '['.repeat(1000),
      '['.repeat(1000),
      '{a: '.repeat(1000),
      block,
      '- '.repeat(5000),
      '? '.repeat(5000),
    ]) {
      expect(found(text).join('\n')).toContain('yaml-limit nesting deeper than 100');
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('finds duplicates among 100,000 keys in linear time', () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`);
    const started = performance.now();
    expect(found([...keys, ...keys].join('\n'))).toHaveLength(50_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
