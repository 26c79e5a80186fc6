import type * as z from 'zod';
import type { Path } from '../diagnostics/location.ts';
import { nearest } from '../diagnostics/near.ts';
import { quoted } from '../diagnostics/printable.ts';
import { idMaxLength, idPattern } from '../inventory/fields.ts';
import { badId } from './ids.ts';
import { childOf } from './places.ts';
import { fieldsAt } from './schema-walk.ts';

type Issue = z.core.$ZodIssue;

/** One shape mistake in an element, paths from the element. */
export interface Mistake {
  readonly rule: 'schema-invalid' | 'unit-ambiguous';
  readonly message: string;
  readonly label?: string;
  readonly hint?: string;
  readonly path: Path;
  readonly onKey: boolean;
  /** What must go so that the rest can be used. */
  readonly drop: Path;
  readonly missing: boolean;
}

const needUnits: ReadonlySet<string> = new Set(['duration', 'interval', 'size', 'money']);

const typeNames: Readonly<Record<string, string>> = {
  string: 'a single value',
  array: 'a list',
  object: 'a map with fields',
  record: 'a map',
  map: 'a map',
  null: 'no value',
  undefined: 'no value',
  never: 'nothing',
};

/** What was found, for people. */
function found(value: unknown): string {
  if (value === null || value === undefined) return 'no value';
  if (typeof value === 'string') return quoted(value);
  return Array.isArray(value) ? 'a list' : 'a map';
}

const at = (root: unknown, path: Path): unknown => path.reduce<unknown>(childOf, root);
const pathOf = (issue: Issue): Path => issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
const fieldOf = (path: Path): string => {
  const last = path.at(-1);
  if (last === undefined) return 'the element';
  return typeof last === 'number' ? `entry ${last + 1} of ${fieldOf(path.slice(0, -1))}` : `"${last}"`;
};
const listed = (values: readonly unknown[]): string => {
  const texts = values.map((value) => String(value));
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
};

/** How far a branch of a union is from what was written: its own type first, then how many faults it has. */
function distance(issues: readonly Issue[]): number {
  let sum = 0;
  for (const issue of issues) {
    const own = issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
    const missing = issue.code === 'invalid_type' && issue.path.length > 0 && issue.input === undefined;
    sum += own ? 1000 : issue.code === 'unrecognized_keys' ? 3 * issue.keys.length : missing ? 2 : 1;
  }
  return sum;
}

/** The deepest issues of the branch that the writer most likely meant; the union itself when none fits at all. */
function deepest(issue: Issue, before: readonly PropertyKey[] = []): readonly Issue[] {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ ...issue, path }];
  let best: readonly Issue[] | undefined;
  for (const branch of issue.errors) {
    if (best === undefined || distance(branch) < distance(best)) best = branch;
  }
  if (!best || distance(best) >= 1000) return [{ ...issue, path }];
  return best.flatMap((inner) => deepest(inner, path));
}

/** What a union would take, one phrase for each branch that refuses the kind of value. */
function expectations(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_union')
    return [...new Set(issue.errors.flatMap((branch) => branch.flatMap(expectations)))];
  if (issue.path.length > 0) return [];
  if (issue.code === 'invalid_type') return [typeNames[issue.expected] ?? `a ${issue.expected}`];
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

type Words = Pick<Mistake, 'message'> & Partial<Pick<Mistake, 'label' | 'hint' | 'rule'>>;

function wrongType(path: Path, value: unknown, wanted: readonly string[]): Words {
  const field = fieldOf(path);
  const expected = listed(wanted);
  if (value === null)
    return {
      message: `${field} has no value`,
      label: `expected ${expected}`,
      hint: 'write a value, or delete the line',
    };
  const list = Array.isArray(value) && value.length === 1 && wanted.includes('a single value');
  const single = typeof value === 'string' && wanted.includes('a list');
  const hint = list ? 'write the value without [ ]' : single ? `write [${quoted(value).slice(1, -1)}]` : undefined;
  const message = `${field} is ${found(value)}; expected ${expected}`;
  return { message, label: `expected ${expected}`, ...(hint === undefined ? {} : { hint }) };
}

function wrongValue(path: Path, value: unknown, values: readonly unknown[]): Words {
  if (value === null || typeof value !== 'string') return wrongType(path, value, values.map(String));
  const near = nearest(value, values.map(String));
  const yes = /^(?:yes|on|y)$/i.test(value) ? 'true' : /^(?:no|off|n)$/i.test(value) ? 'false' : undefined;
  const meant = near ?? (yes !== undefined && values.includes(yes) ? yes : undefined);
  const allowed = `expected ${listed(values)}`;
  return {
    message: `${fieldOf(path)} cannot be ${quoted(value)}: ${allowed}`,
    label: 'not one of the allowed values',
    ...(meant === undefined ? {} : { hint: `did you mean "${meant}"?` }),
  };
}

function wrongFormat(path: Path, value: unknown, issue: Issue & { readonly code: 'invalid_format' }): Words {
  const text = typeof value === 'string' ? value : '';
  if (issue.pattern === String(idPattern)) {
    const bad = badId(text);
    return { message: `${quoted(text)} is not an id: ${bad.message}`, label: 'not an id', hint: bad.hint };
  }
  return { message: `${fieldOf(path)} cannot be ${quoted(text)}: it must look like ${issue.pattern ?? issue.format}` };
}

function custom(path: Path, value: unknown, issue: Issue & { readonly code: 'custom' }): Words {
  const unit: unknown = issue.params?.unit;
  if (typeof unit !== 'string') return { message: `${fieldOf(path)}: ${issue.message}` };
  const bare = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) && needUnits.has(unit);
  const article = /^[aeiou]/.test(unit) ? 'an' : 'a';
  return {
    rule: bare ? 'unit-ambiguous' : 'schema-invalid',
    message: bare
      ? `${found(value)} has no unit`
      : `${found(value)} is not ${unit === 'money' ? 'an amount of money' : `${article} ${unit}`}`,
    label: bare ? 'no unit' : `not ${unit === 'money' ? 'an amount' : `${article} ${unit}`}`,
    hint: issue.message,
  };
}

function tooLong(path: Path, value: unknown, issue: Issue & { readonly code: 'too_big' | 'too_small' }): Words {
  const limit = String(issue.code === 'too_big' ? issue.maximum : issue.minimum);
  const what = issue.origin === 'array' ? 'entries' : 'characters';
  const word = issue.code === 'too_big' ? 'at most' : 'at least';
  if (value === '')
    return { message: `${fieldOf(path)} is empty`, label: 'empty', hint: 'write a value, or delete the line' };
  const idHint = issue.origin === 'string' && Number(limit) === idMaxLength ? { hint: 'shorten the id' } : {};
  return { message: `${fieldOf(path)} needs ${word} ${limit} ${what}`, label: `${word} ${limit} ${what}`, ...idHint };
}

function words(issue: Issue, path: Path, value: unknown): Words {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(path, value, [typeNames[issue.expected] ?? `a ${issue.expected}`]);
    case 'invalid_union': {
      const wanted = expectations(issue);
      if (wanted.length === 0) return { message: `${fieldOf(path)} is ${found(value)}, which fits none of its forms` };
      const onlyValues = typeof value === 'string' && !wanted.some((text) => Object.values(typeNames).includes(text));
      return onlyValues ? wrongValue(path, value, wanted) : wrongType(path, value, wanted);
    }
    case 'invalid_value':
      return wrongValue(path, value, issue.values);
    case 'invalid_format':
      return wrongFormat(path, value, issue);
    case 'custom':
      return custom(path, value, issue);
    case 'too_big':
    case 'too_small':
      return tooLong(path, value, issue);
    case 'invalid_key': {
      const key = String(path.at(-1));
      const inner = issue.issues[0];
      const allowed = inner?.code === 'invalid_value' ? inner.values.map(String) : undefined;
      if (!allowed) return { message: `${quoted(key)} cannot be a key here`, label: 'not allowed as a key' };
      const near = nearest(key, allowed);
      return {
        message: `${quoted(key)} cannot be a key here: expected ${listed(allowed)}`,
        label: 'not allowed as a key',
        ...(near ? { hint: `did you mean "${near}"?` } : {}),
      };
    }
    default:
      return { message: `${fieldOf(path)}: ${issue.message}` };
  }
}

function unknownFields(schema: z.ZodType, path: Path, keys: readonly string[]): readonly Mistake[] {
  const allowed = fieldsAt(schema, path);
  return keys.map((key): Mistake => {
    const near = nearest(key, allowed);
    const hint = near
      ? `did you mean "${near}"?`
      : allowed.length > 0 && allowed.length <= 12
        ? `allowed here: ${allowed.join(', ')}`
        : undefined;
    return {
      rule: 'schema-invalid',
      message: `unknown field ${quoted(key)}`,
      label: 'no such field',
      ...(hint === undefined ? {} : { hint }),
      path: [...path, key],
      onKey: true,
      drop: [...path, key],
      missing: false,
    };
  });
}

function missingField(path: Path): Mistake {
  const owner = path.slice(0, -1);
  const message = `${owner.length === 0 ? 'the field' : `${fieldOf(owner)}: the field`} "${String(path.at(-1))}" is missing`;
  return {
    rule: 'schema-invalid',
    message,
    label: `"${String(path.at(-1))}" is missing`,
    path,
    onKey: true,
    drop: owner,
    missing: true,
  };
}

/** zod's issues about one element in our words, each at the deepest place it is about. */
export function mistakesOf(schema: z.ZodType, raw: unknown, issues: readonly Issue[]): readonly Mistake[] {
  return issues
    .flatMap((issue) => deepest(issue))
    .flatMap((issue): readonly Mistake[] => {
      const path = pathOf(issue);
      if (issue.code === 'unrecognized_keys') return unknownFields(schema, path, issue.keys);
      const value = at(raw, path);
      if (value === undefined && path.length > 0 && issue.code !== 'invalid_key') return [missingField(path)];
      const onKey = issue.code === 'invalid_key' || value === null;
      return [{ rule: 'schema-invalid', ...words(issue, path, value), path, onKey, drop: path, missing: false }];
    });
}
