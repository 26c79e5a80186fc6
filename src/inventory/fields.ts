/** The field types of the plan language. Scalars arrive as the author's text; the schema decides what they are. */
import * as z from 'zod';
import type { Kind } from './kinds.ts';
import {
  type Parsed,
  parseClock,
  parseDate,
  parseDuration,
  parseInstant,
  parseMoney,
  parsePeriod,
  parseSize,
} from './units.ts';

/** What `.meta()` may carry besides `description`; read by the linker, the shape checker and the field reference. */
export type FieldMeta = {
  readonly description?: string;
  /** The value is the id of an element of one of these kinds. */
  readonly references?: readonly Kind[];
  /** The value is a unit of measure: its mistakes are `unit-ambiguous`, not `schema-invalid`. */
  readonly unit?: string;
  /** The keys of the map are ids of elements of these kinds. */
  readonly keyReferences?: readonly Kind[];
};

const unit = <T>(name: string, parse: (text: string) => Parsed<T>, pattern: RegExp, examples: readonly string[]) =>
  z
    .string()
    .transform((text, ctx): T => {
      const parsed = parse(text);
      if ('value' in parsed) return parsed.value;
      ctx.issues.push({ code: 'custom', message: `expected ${parsed.expected}`, input: text, params: { unit: name } });
      return z.NEVER;
    })
    .meta({ unit: name, pattern: pattern.source, examples: [...examples] } as FieldMeta);

export const idPattern = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;
export const idMaxLength = 128;

/** One line to a few paragraphs of text, kept exactly as written. */
export const text = z.string().min(1).max(4096);
/** Longer notes. */
export const longText = z.string().min(1).max(65536);

/** The id of an element, of the given kinds. */
export const ref = (...kinds: readonly Kind[]) =>
  z
    .string()
    .regex(idPattern)
    .max(idMaxLength)
    .meta({ references: kinds } as FieldMeta);

/** Minutes. */
export const duration = unit('duration', parseDuration, /^(?:\d+[wdhm])+$|^P/, ['15m', '4h', '1h30m', '3d']);
/** An interval of the calendar. */
export const period = unit('interval', parsePeriod, /^(?:\d+(?:y|mo|w|d|h|m))+$|^P/, ['24h', '90d', '1y']);
/** `YYYY-MM-DD`. */
export const date = unit('date', parseDate, /^\d{4}-\d{2}-\d{2}$/, ['2026-11-22']);
/** Milliseconds since the epoch. */
export const instant = unit('time', parseInstant, /^\d{4}-\d{2}-\d{2}T/, ['2026-11-22T03:00+01:00']);
/** Minutes after midnight. */
export const clockTime = unit('time of day', parseClock, /^\d{2}:\d{2}$/, ['22:30']);
/** Bytes. */
export const size = unit('size', parseSize, /^\d/, ['64GiB', '2TB']);
export const money = unit('money', parseMoney, /^\d+(?:\.\d{1,2})? [A-Z]{3}$/, ['50000 EUR']);

const wholeNumber = (least: number) =>
  unit(
    'number',
    (t): Parsed<number> => {
      const n = /^\d{1,9}$/.test(t) ? Number(t) : Number.NaN;
      return n >= least ? { value: n } : { expected: `a whole number, at least ${least}` };
    },
    /^\d+$/,
    [],
  );
/** A whole number from 0. */
export const count = wholeNumber(0);
/** A whole number from 1. */
export const positive = wholeNumber(1);

/** `true` or `false`, nothing else: `yes`, `no`, `on` and `off` mean different things to different readers of YAML. */
export const bool = z.enum(['true', 'false']).transform((t) => t === 'true');

/** One or a list of it; always a list inside. Places keep their index: a single value is at the field itself. */
export const oneOrMany = <T extends z.ZodType>(one: T) =>
  z.union([z.array(one), one]).transform((v): z.output<T>[] => (Array.isArray(v) ? v : [v]) as z.output<T>[]);

/** Protection need categories of BSI-Standard 200-2, lowest first. */
export const levels = ['normal', 'high', 'very-high'] as const;
export const level = z.enum(levels);
export type Level = (typeof levels)[number];

export const objectives = ['confidentiality', 'integrity', 'availability'] as const;
export type Objective = (typeof objectives)[number];

export const whens = ['start', 'run', 'serve', 'later', 'restore'] as const;
export type When = (typeof whens)[number];

export const effects = ['outage', 'data-loss', 'destroyed', 'compromised', 'disclosed'] as const;
export type Effect = (typeof effects)[number];
