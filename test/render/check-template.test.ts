import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { viewSchema } from '../../src/binder/index.ts';
import { checkTemplate, type ViewSchema } from '../../src/render/check-template.ts';
import { strictHandlebars } from '../../src/render/render.ts';

const folder = new URL('../../templates/binder/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
const shipped = {
  template: read('template.hbs'),
  partials: Object.fromEntries(
    readdirSync(new URL('partials/', folder)).map((f) => [f.replace('.hbs', ''), read(`partials/${f}`)]),
  ),
  sources: {},
};
const schema = viewSchema() as ViewSchema;
const small: ViewSchema = {
  properties: {
    template: { type: 'object', properties: { title: { type: 'string' } } },
    partials: {
      type: 'object',
      properties: {
        one: {
          type: 'object',
          properties: {
            title: { type: 'string' },
            picture: { type: 'string', drawing: true },
            rows: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
            names: { type: 'array', items: { type: 'string' } },
            t: { type: 'object', properties: { page: { type: 'string' } } },
          },
        },
      },
    },
  },
};
const problems = (one: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
  checkTemplate({ template: '', partials: { one, ...more }, sources: {} }, small).map(
    (p) => `${p.file}:${p.line}:${p.column}: ${p.message}`,
  );

it('fields with the names of helpers that Handlebars brings along are fields', () => {
  const handlebars = strictHandlebars();
  const options = { strict: true, knownHelpers: { log: false, lookup: false } };
  expect(handlebars.compile('{{log}} {{lookup}}', options)({ log: 'a', lookup: 'b' })).toBe('a b');
});

describe('templates held against the schema of their views', () => {
  it('the shipped ones name nothing that is not there', () => {
    expect(checkTemplate(shipped, schema)).toEqual([]);
  });
  it('every shipped partial of a section has a view, and every view a partial', () => {
    const views = Object.keys(schema.properties?.['partials']?.properties ?? {});
    for (const name of views) expect(shipped.partials[name], name).toBeDefined();
    const included = Object.values(shipped.partials).flatMap((s) =>
      [...s.matchAll(/\{\{> ([\w-]+)/g)].map((m) => m[1]),
    );
    expect(Object.keys(shipped.partials).sort()).toEqual([...new Set([...views, ...included])].sort());
  });
  it('finds any one name misspelt in any shipped partial', () => {
    let tried = 0;
    for (const [name, source] of Object.entries(shipped.partials)) {
      // Names of expressions and blocks, each misspelt in turn.
      for (const found of source.matchAll(/\{\{(?:#\w+ )?(?:@root\.t\.|t\.)?([a-z]\w*)\}\}/gi)) {
        const at = found.index + found[0].lastIndexOf(found[1] as string);
        if (found[1] === 'else' || found[1] === 'this') continue;
        const broken = `${source.slice(0, at)}${found[1]}x${source.slice(at + (found[1] as string).length)}`;
        const partials = { ...shipped.partials, [name]: broken };
        // A partial with a view of its own is looked at alone: the others have not changed.
        const views = schema.properties?.['partials']?.properties ?? {};
        const alone = views[name];
        const only = alone
          ? { properties: { template: {}, partials: { properties: { [name]: alone } } } }
          : { properties: { template: {}, partials: { properties: views } } };
        expect(
          checkTemplate({ ...shipped, template: '', partials }, only).length,
          `${name}: ${found[0]}`,
        ).toBeGreaterThan(0);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(200);
  });
  it('knows lists, fields, what is above, and the root', () => {
    expect(
      problems(
        '{{#each rows}}{{name}} {{@index}} {{../title}} {{@root.t.page}}{{/each}}{{#each names}}{{this}}{{/each}}',
      ),
    ).toEqual([]);
    expect(problems('{{#each rows}}{{> two}}{{/each}}', { two: '{{name}}{{@root.title}}' })).toEqual([]);
    expect(problems('{{{picture}}}')).toEqual([]);
  });
  it.each([
    ['\n {{titel}}', 'partials/one.hbs:2:4: {{titel}}: there is no "titel" here'],
    ['{{#each rows}}{{title}}{{/each}}', 'partials/one.hbs:1:17: {{title}}: there is no "title" here'],
    ['{{rows}}', 'partials/one.hbs:1:1: {{rows}} is a list: go through it with {{#each}}'],
    ['{{t}}', 'partials/one.hbs:1:1: {{t}} has fields: name one of them'],
    ['{{#each title}}x{{/each}}', 'partials/one.hbs:1:1: {{#each title}}: it is no list'],
    ['{{{title}}}', 'partials/one.hbs:1:1: {{{title}}} would print what stands in the plan as HTML: write two braces'],
    ['{{&title}}', 'partials/one.hbs:1:1: {{{title}}} would print what stands in the plan as HTML: write two braces'],
    ['{{#if nothing}}x{{/if}}', 'partials/one.hbs:1:7: {{nothing}}: there is no "nothing" here'],
    ['{{#unless title}}{{else}}{{gone}}{{/unless}}', 'partials/one.hbs:1:28: {{gone}}: there is no "gone" here'],
    ['{{> three}}', 'partials/one.hbs:1:1: {{> three}}: there is no partial of this name'],
    ['{{lookup title 1}}', 'partials/one.hbs:1:1: {{lookup …}}: there is no helper of this name'],
    ['{{#list rows}}{{/list}}', 'partials/one.hbs:1:1: {{#list}} is no block that templates have'],
    ['{{@first}}', 'partials/one.hbs:1:3: {{@first}}: @first is not known here'],
    ['{{../title}}', 'partials/one.hbs:1:3: {{../title}} goes further up than there is'],
  ])('tells %s', (source, problem) => {
    expect(problems(source)).toEqual([problem]);
  });
  it('tells where a template cannot be read', () => {
    expect(problems('a\n{{#if title}}')[0]).toMatch(/^partials\/one\.hbs:\d+:1: it cannot be read: /);
  });
  it('ends with a partial that includes itself', () => {
    expect(problems('{{title}}{{> one}}')).toEqual([]);
  });
});
