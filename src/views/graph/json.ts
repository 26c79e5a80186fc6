import * as z from 'zod';
import { jsonText } from '../../diagnostics/json-text.ts';
import { levels } from '../../inventory/index.ts';
import { type Header, headerShape } from '../header.ts';
import type { Drawing } from './drawing.ts';

const id = z.string();
const mark = z.enum(['FAILED', 'DOWN', 'LESS', 'MISSING SOMETHING', 'CHECK', 'PERHAPS STOPPED']).optional();

/** `drplan/graph/1`. */
export const graphSchema = z.strictObject({
  schema: z.literal('drplan/graph/1'),
  ...headerShape,
  title: z.string(),
  nodes: z.array(
    z.strictObject({
      id,
      name: z.string(),
      kind: z.string(),
      availability: z.enum(levels).describe('The effective need.'),
      external: z.boolean(),
      group: id.optional().describe('The frame it stands in.'),
      mark: mark.describe('What the event makes of it.'),
    }),
  ),
  leftOut: z.number().int().describe('Elements that stand alone in this picture, and are not in it.'),
  edges: z.array(
    z.strictObject({
      from: id,
      to: id,
      relation: z.string(),
      when: z.string(),
      atLeast: z.number().int(),
      of: z.number().int().describe('Out of how many.'),
    }),
  ),
  groups: z.array(z.strictObject({ id, name: z.string(), kind: z.string(), parent: id.optional(), mark })),
});

const named = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]: V });

/** The picture as data, for other programs. */
export function json(drawing: Drawing, header: Header): string {
  const document: z.output<typeof graphSchema> = {
    schema: 'drplan/graph/1',
    ...header,
    title: drawing.title,
    nodes: drawing.nodes.map(({ group, mark: m, ...n }) => ({ ...n, ...named('group', group), ...named('mark', m) })),
    leftOut: drawing.leftOut,
    edges: drawing.edges.map((e) => ({ ...e })),
    groups: drawing.groups.map(({ parent, mark: m, ...g }) => ({
      ...g,
      ...named('parent', parent),
      ...named('mark', m),
    })),
  };
  return jsonText(document);
}
