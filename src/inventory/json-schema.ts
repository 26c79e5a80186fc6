import * as z from 'zod';
import type { Collection } from './collection.ts';
import { idMaxLength, idPattern } from './fields.ts';
import { metaOf } from './walk.ts';

type Json = Record<string, unknown>;

/**
 * What an editor must accept beyond what drplan reads: editors type scalars by themselves, so a count may arrive as a
 * number, a truth value as such, and a text such as a version or a telephone extension as a number.
 */
function lenient(schema: z.ZodType, json: Json): void {
  if (json['type'] !== 'string') return;
  const unit = metaOf<string>(schema, 'unit');
  if (unit === 'number') {
    json['type'] = ['integer', 'string'];
  } else if (Array.isArray(json['enum']) && (json['enum'] as string[]).includes('true')) {
    delete json['type'];
    json['enum'] = [true, false];
  } else if (json['enum'] === undefined && json['pattern'] === undefined) {
    json['type'] = ['string', 'number'];
  }
}

interface Converted {
  readonly properties: Readonly<Record<string, Json>>;
  readonly $defs: Json;
}

/** All collections in one conversion, so that what they share stands once. */
function convert(collections: readonly Collection[]): Converted {
  const whole = z.object(Object.fromEntries(collections.map((c) => [c.name, c.schema])));
  const { properties, $defs = {} } = z.toJSONSchema(whole, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      const json = jsonSchema as Json;
      for (const key of ['references', 'keyReferences', 'unit']) delete json[key];
      lenient(zodSchema as unknown as z.ZodType, json);
    },
  }) as unknown as { properties: Record<string, Json>; $defs?: Json };
  return { properties, $defs };
}

const idKeys: Json = { pattern: idPattern.source, maxLength: idMaxLength };

function placeOf(collection: Collection): Json {
  const $ref = `#/$defs/${collection.name}`;
  const { description } = collection;
  if (collection.shape === 'one') return { $ref, description };
  if (collection.shape === 'list') return { type: 'array', items: { $ref }, description };
  return {
    type: 'object',
    description,
    propertyNames: idKeys,
    additionalProperties: { anyOf: [{ $ref }, { type: 'null' }] },
  };
}

/** JSON Schema (draft 2020-12) of a plan file, for editors and for checks without drplan. */
export function planSchemaOf(collections: readonly Collection[]): object {
  const globs = { type: 'array', items: { type: 'string' } };
  const { properties, $defs } = convert(collections);
  const element = ({ name, title, description }: Collection): Json => ({ title, description, ...properties[name] });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'drplan plan file',
    description: 'A file of an emergency plan: any number of collections, each a map from id to element.',
    type: 'object',
    additionalProperties: false,
    properties: {
      drplan: { description: 'The version of the plan language; first key of drplan.yaml.', enum: [1, '1'] },
      include: { ...globs, description: 'Globs of the files that belong to the plan; default: all below its folder.' },
      exclude: { ...globs, description: 'Globs of files that do not belong to the plan.' },
      ...Object.fromEntries(collections.map((c) => [c.name, placeOf(c)])),
    },
    $defs: { ...$defs, ...Object.fromEntries(collections.map((c) => [c.name, element(c)])) },
  };
}
