import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Collection, collection } from '../../src/inventory/collection.ts';
import { bool, count, date, duration, level, oneOrMany, ref, size, text, whens } from '../../src/inventory/fields.ts';
import { resolve } from '../../src/source/resolve.ts';
import { shapeOf } from '../../src/source/shape.ts';
import { read, slice } from './support.ts';

const entry = z.union([
  ref('server'),
  z.strictObject({ id: ref('server'), when: z.enum(whens).optional() }),
  z.strictObject({ anyOf: z.array(ref('server')), when: z.enum(whens).optional() }),
]);
const servers = collection({
  name: 'servers',
  shape: 'map',
  kind: 'server',
  title: 'server',
  description: 'Machines.',
  schema: z.strictObject({
    name: text.optional(),
    cpu: count.optional(),
    memory: size.optional(),
    bought: date.optional(),
    external: bool.optional(),
    need: level.optional(),
    dependsOn: oneOrMany(entry).optional(),
    recovery: z.strictObject({ rto: duration, restart: z.strictObject({ takes: duration }).optional() }).optional(),
    staff: z.partialRecord(z.enum(['admin', 'dba']), count).optional(),
  }),
});
const plan = collection({
  name: 'plan',
  shape: 'one',
  title: 'plan',
  description: 'The plan.',
  schema: z.strictObject({ name: text }),
});
const waivers = collection({
  name: 'waivers',
  shape: 'list',
  title: 'waiver',
  description: 'Waivers.',
  schema: z.strictObject({ rule: text }),
});
const collections: readonly Collection[] = [servers, plan, waivers];

const shape = (source: string, path = 'a.yaml') => {
  const file = read(source, path);
  const shaped = shapeOf(file.documents, collections);
  const found = resolve(shaped.findings, [file]).map(
    (d) =>
      `${d.range.line}:${d.range.column} «${slice(source, d.range)}» ${d.rule}: ${d.message}${d.hint ? ` | ${d.hint}` : ''}`,
  );
  return { ...shaped, found };
};
const one = (fields: string) => {
  const s = shape(`servers:\n  a: ${fields}\n`);
  return { found: s.found, data: s.placed[0]?.data, dropped: s.placed[0]?.dropped };
};

describe('shapeOf', () => {
  it('places valid elements with output and place, one by one', () => {
    const { placed, findings } = shape(
      'servers:\n  a: {cpu: 4, recovery: {rto: 4h}}\n  b:\nplan: {name: P}\nwaivers: [{rule: r}]\n',
    );
    expect(findings).toEqual([]);
    expect(placed.map((p) => [p.collection.name, p.id, p.data, p.at.path])).toEqual([
      ['servers', 'a', { cpu: 4, recovery: { rto: 240 } }, ['servers', 'a']],
      ['servers', 'b', {}, ['servers', 'b']],
      ['plan', '', { name: 'P' }, ['plan']],
      ['waivers', '', { rule: 'r' }, ['waivers', 0]],
    ]);
  });

  it.each<[string, string, readonly string[], unknown, unknown]>([
    [
      'unknown field',
      '{cpu: 2, dependson: [x]}',
      ['2:15 «dependson» schema-invalid: unknown field "dependson" | did you mean "dependsOn"?'],
      { cpu: 2 },
      [['dependson']],
    ],
    [
      'prototype names',
      '{__proto__: 1, constructor: 2, cpu: 3}',
      [
        '2:7 «__proto__» schema-invalid: unknown field "__proto__" | allowed here: name, cpu, memory, bought, external, need, dependsOn, recovery, staff',
        '2:21 «constructor» schema-invalid: unknown field "constructor" | allowed here: name, cpu, memory, bought, external, need, dependsOn, recovery, staff',
      ],
      { cpu: 3 },
      [['__proto__'], ['constructor']],
    ],
    [
      'enum',
      '{need: hihg, cpu: 1}',
      [
        '2:13 «hihg» schema-invalid: "need" cannot be "hihg": expected normal, high or very-high | did you mean "high"?',
      ],
      { cpu: 1 },
      [['need']],
    ],
    [
      'Norway',
      '{external: yes}',
      ['2:17 «yes» schema-invalid: "external" cannot be "yes": expected true or false | did you mean "true"?'],
      {},
      [['external']],
    ],
    [
      'no unit',
      '{recovery: {rto: 4, restart: {takes: 15}}}',
      [
        '2:23 «4» unit-ambiguous: "4" has no unit | expected a unit: 4m, 4h or 4d',
        '2:43 «15» unit-ambiguous: "15" has no unit | expected a unit: 15m, 15h or 15d',
      ],
      {},
      [['recovery', 'rto'], ['recovery', 'restart', 'takes'], ['recovery'], ['recovery', 'restart']],
    ],
    [
      'not a date',
      '{bought: 2026-02-30, cpu: 1}',
      [
        '2:15 «2026-02-30» schema-invalid: "2026-02-30" is not a date | expected a date as YYYY-MM-DD, such as 2026-11-22; this day is not in the calendar',
      ],
      { cpu: 1 },
      [['bought']],
    ],
    [
      'null',
      '{name: , cpu: 1}',
      ['2:7 «name» schema-invalid: "name" has no value | write a value, or delete the line'],
      { cpu: 1 },
      [['name']],
    ],
    [
      'list for a value',
      '{name: [x]}',
      ['2:13 «[x]» schema-invalid: "name" is a list; expected a single value | write the value without [ ]'],
      {},
      [['name']],
    ],
    [
      'missing',
      '{cpu: 1, recovery: {restart: {takes: 5m}}}',
      ['2:15 «recovery» schema-invalid: "recovery": the field "rto" is missing'],
      { cpu: 1 },
      [['recovery']],
    ],
    [
      'bad when in an entry',
      '{dependsOn: [x, {id: y, when: srve}]}',
      [
        '2:36 «srve» schema-invalid: "when" cannot be "srve": expected start, run, serve, later or restore | did you mean "serve"?',
      ],
      { dependsOn: ['x', { id: 'y' }] },
      [['dependsOn', 1, 'when']],
    ],
    [
      'bad entry of a list',
      '{dependsOn: [X, y]}',
      ['2:19 «X» schema-invalid: "X" is not an id: it has capital letters | write "x"'],
      { dependsOn: ['y'] },
      [['dependsOn', 0]],
    ],
    [
      'bad id in an entry is reported once',
      '{dependsOn: [{id: Ä, when: run}, y]}',
      [
        '2:24 «Ä» schema-invalid: "Ä" is not an id: it holds "Ä" (U+00C4) | ids are made of a-z, 0-9, ".", "_" and "-", and start and end with a letter or digit',
      ],
      { dependsOn: ['y'] },
      [
        ['dependsOn', 0, 'id'],
        ['dependsOn', 0],
      ],
    ],
    [
      'unknown field in an entry',
      '{dependsOn: [{anyOf: [x], whne: run}]}',
      ['2:32 «whne» schema-invalid: unknown field "whne" | did you mean "when"?'],
      { dependsOn: [{ anyOf: ['x'] }] },
      [['dependsOn', 0, 'whne']],
    ],
    [
      'key of a record',
      '{staff: {dbb: 1, admin: 2}}',
      ['2:15 «dbb» schema-invalid: unknown field "dbb" | did you mean "dba"?'],
      { staff: { admin: 2 } },
      [['staff', 'dbb']],
    ],
  ])('%s', (_name, fields, found, data, dropped) => {
    expect(one(fields)).toEqual({ found, data, dropped });
  });

  it.each<[string, string, readonly string[]]>([
    [
      'unknown collection',
      'server: {a: {}}\n',
      ['1:1 «server» schema-invalid: unknown collection "server" | did you mean "servers"?'],
    ],
    [
      'not a map',
      'servers: [a]\n',
      [
        '1:1 «servers» schema-invalid: "servers" is a list; expected a map from ids to elements | write "servers: {some-id: {…}}"',
      ],
    ],
    [
      'not an element',
      'servers:\n  a: 5\n',
      ['2:3 «a» schema-invalid: the server "a" is "5"; expected a map with fields'],
    ],
    [
      'only a text',
      'hello\n',
      [
        '1:1 «hello» schema-invalid: the file holds "hello"; expected a map of collections | start with a collection, such as "servers:"',
      ],
    ],
    [
      'Cyrillic',
      'servers:\n  s\u0430v: {}\n',
      [
        '2:3 «s\u0430v» schema-invalid: "s\u0430v" is not an id for a server: it holds "\u0430" (U+0430, Cyrillic) | ids are made of a-z, 0-9, ".", "_" and "-", and start and end with a letter or digit',
      ],
    ],
    [
      'decomposed',
      'servers:\n  a\u0308: {}\n',
      [
        '2:3 «a\u0308» schema-invalid: "a\u0308" is not an id for a server: it holds a combining mark (U+0308) | ids are made of a-z, 0-9, ".", "_" and "-", and start and end with a letter or digit',
      ],
    ],
    [
      'trailing space',
      'servers:\n  "a ": {}\n',
      [
        '2:3 «"a "» schema-invalid: "a " is not an id for a server: it holds a space | ids are made of a-z, 0-9, ".", "_" and "-", and start and end with a letter or digit',
      ],
    ],
    [
      'case twins',
      'servers:\n  srv-1: {}\n  SRV-1: {}\n',
      [
        '3:3 «SRV-1» schema-invalid: "SRV-1" and "srv-1" differ by capital letters only | give one of them another id; ids are written in small letters',
      ],
    ],
    [
      'one twice',
      'plan: {name: a}\n---\nplan: {name: b}\n',
      ['3:1 «plan» schema-invalid: "plan" is written twice in the plan; the first one is used | join the two'],
    ],
  ])('%s', (_name, source, found) => {
    expect(shape(source).found).toEqual(found);
  });

  it('asks for the version of the language in drplan.yaml only', () => {
    expect(shape('plan: {name: x}\n').found).toEqual([]);
    expect(shape('drplan: 1\nplan: {name: x}\n', 'drplan.yaml').found).toEqual([]);
    expect(shape('plan: {name: x}\n', 'drplan.yaml').found[0]).toContain('does not say the version');
    expect(shape('drplan: 2\n', 'drplan.yaml').found[0]).toBe(
      '1:9 «2» schema-invalid: the plan language version is "2"; expected 1',
    );
    expect(shape('plan: {name: x}\ndrplan: 1\n', 'drplan.yaml').found[0]).toContain('is not the first key');
    expect(shape('drplan: 1\n').found[0]).toContain('belongs into drplan.yaml');
  });

  it('loses no element: each is placed or left out', () => {
    const source = 'servers:\n  a: {cpu: x}\n  B: {}\n  c: 5\n  __proto__: {}\n  e: {name: "E"}\n';
    const { placed, leftOut } = shape(source);
    expect([...placed.map((p) => p.id), ...leftOut.map((l) => l.id)].sort()).toEqual(['B', '__proto__', 'a', 'c', 'e']);
  });

  it('says the same with the compiled schema of a large collection', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `  s${i}: {cpu: ${i === 150 ? 'x' : 2}, memory: 1GiB}`);
    const { placed, found } = shape(`servers:\n${lines.join('\n')}\n`);
    expect(found).toEqual(['152:15 «x» schema-invalid: "x" is not a number | expected a whole number, at least 0']);
    expect(placed[150]?.data).toEqual({ memory: 1024 ** 3 });
    expect(placed[0]?.data).toEqual({ cpu: 2, memory: 1024 ** 3 });
  });
});
