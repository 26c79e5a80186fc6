import * as z from 'zod';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { Location, Path } from '../diagnostics/location.ts';
import { nearest } from '../diagnostics/near.ts';
import { quoted } from '../diagnostics/printable.ts';
import type { Collection } from '../inventory/collection.ts';
import { badId, isId } from './ids.ts';
import type { Mistake } from './issues.ts';
import type { Document, LeftOutPart } from './parse.ts';
import { checkElement } from './salvage-element.ts';

/** One element, object or entry of the plan: where it stands and what can be used of it. */
export interface Placed {
  readonly collection: Collection;
  /** Empty for collections without ids. */
  readonly id: string;
  /** The output of the collection's schema; undefined when nothing could be saved. */
  readonly data: unknown;
  /** As written: maps, lists and texts. */
  readonly raw: unknown;
  readonly at: Location;
  /** What was left out of `data`, paths from the element. */
  readonly dropped: readonly Path[];
}

/** The plan's elements after the check of their shape. */
export interface Shaped {
  readonly placed: readonly Placed[];
  readonly findings: readonly Finding[];
  readonly leftOut: readonly (LeftOutPart & { readonly id?: string })[];
}

/** The file whose first key is the version of the language. */
export const planFile = 'drplan.yaml';
/** The version of the plan language that this program reads. */
export const languageVersion = '1';
const versionKey = 'drplan';
/** Keys of `drplan.yaml` that are no collections: the version, and which files belong to the plan. */
const planKeys: ReadonlySet<string> = new Set([versionKey, 'include', 'exclude']);
/** From so many elements on, compiling a schema pays for itself. */
const compileFrom = 50;

interface Writer {
  readonly placed: Placed[];
  readonly findings: Finding[];
  readonly leftOut: { readonly file: string; readonly reason: string; readonly id?: string }[];
  readonly byName: ReadonlyMap<string, Collection>;
  readonly schemas: ReadonlyMap<Collection, z.ZodType>;
  /** Lower-case id → id and place, to find twins that differ by case only. */
  readonly ids: Map<string, { readonly id: string; readonly at: Location }>;
  readonly singles: Map<string, Location>;
}

type Extra = Partial<Pick<Finding, 'label' | 'hint' | 'element' | 'related'>>;

const report = (writer: Writer, location: Location, message: string, extra: Extra = {}): void => {
  writer.findings.push({ rule: 'schema-invalid', severity: 'error', message, location, ...extra });
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const kindOf = (value: unknown): string =>
  typeof value === 'string' ? quoted(value) : Array.isArray(value) ? 'a list' : value === null ? 'nothing' : 'a map';

function findingOf(mistake: Mistake, at: Location, element: string): Finding {
  const { rule, message, label, hint, path, onKey } = mistake;
  return {
    rule,
    severity: 'error',
    message,
    location: {
      file: at.file,
      document: at.document,
      path: [...at.path, ...path],
      ...(onKey || path.length === 0 ? { onKey: true } : {}),
    },
    ...(label === undefined ? {} : { label }),
    ...(hint === undefined ? {} : { hint }),
    ...(element === '' ? {} : { element }),
  };
}

/** Checks one element and puts it down, whatever is left of it. */
function placeElement(writer: Writer, collection: Collection, id: string, raw: unknown, at: Location): void {
  const value = raw === null ? {} : raw;
  const schema = writer.schemas.get(collection) ?? collection.schema;
  if (!isMap(value)) {
    const what = id === '' ? `an entry of "${collection.name}"` : `the ${collection.title} ${quoted(id)}`;
    report(writer, at, `${what} is ${kindOf(value)}; expected a map with fields`, {
      label: 'expected fields',
      ...(id === '' ? {} : { element: id }),
    });
    writer.placed.push({ collection, id, data: undefined, raw, at, dropped: [] });
    return;
  }
  const { data, mistakes, dropped } = checkElement(schema, collection.schema, value);
  for (const mistake of mistakes) writer.findings.push(findingOf(mistake, at, id));
  writer.placed.push({ collection, id, data, raw, at, dropped });
}

/** False: the id cannot even be carried along. */
function checkId(writer: Writer, collection: Collection, id: string, at: Location): boolean {
  const twin = writer.ids.get(id.toLowerCase());
  if (!twin) writer.ids.set(id.toLowerCase(), { id, at });
  else if (twin.id !== id) {
    report(writer, at, `${quoted(id)} and ${quoted(twin.id)} differ by capital letters only`, {
      label: 'the same but for case',
      hint: 'give one of them another id; ids are written in small letters',
      related: [{ message: `${quoted(twin.id)} is here`, location: twin.at }],
    });
    if (!isId(id)) return id !== '__proto__';
  }
  if (isId(id)) return true;
  const { message, hint } = badId(id);
  report(writer, at, `${quoted(id)} is not an id for a ${collection.title}: ${message}`, { label: 'not an id', hint });
  return id !== '__proto__';
}

function shapeMap(
  writer: Writer,
  collection: Collection,
  value: Readonly<Record<string, unknown>>,
  at: Location,
): void {
  for (const id of Object.keys(value)) {
    const place: Location = { ...at, path: [collection.name, id], onKey: true };
    if (checkId(writer, collection, id, place)) placeElement(writer, collection, id, value[id], place);
    else writer.leftOut.push({ file: at.file, id, reason: 'its id cannot be used' });
  }
}

/** One collection as it stands in one document. */
function shapeCollection(writer: Writer, collection: Collection, value: unknown, at: Location): void {
  if (value === null) return;
  if (collection.shape === 'one') {
    const before = writer.singles.get(collection.name);
    if (before) {
      report(writer, at, `"${collection.name}" is written twice in the plan; the first one is used`, {
        hint: 'join the two',
        related: [{ message: 'first written here', location: before }],
      });
      writer.leftOut.push({ file: at.file, reason: `"${collection.name}" is written twice` });
      return;
    }
    writer.singles.set(collection.name, at);
    placeElement(writer, collection, '', value, at);
  } else if (collection.shape === 'list' && Array.isArray(value)) {
    for (const [i, entry] of value.entries()) {
      placeElement(writer, collection, '', entry, { file: at.file, document: at.document, path: [collection.name, i] });
    }
  } else if (collection.shape === 'map' && isMap(value)) shapeMap(writer, collection, value, at);
  else {
    const wanted = collection.shape === 'map' ? 'a map from ids to elements' : 'a list';
    const hint = collection.shape === 'map' ? { hint: `write "${collection.name}: {some-id: {…}}"` } : {};
    report(writer, at, `"${collection.name}" is ${kindOf(value)}; expected ${wanted}`, hint);
    writer.leftOut.push({ file: at.file, reason: `"${collection.name}" is not ${wanted}` });
  }
}

function shapeDocument(writer: Writer, document: Document): void {
  const { file, index, data } = document;
  const root: Location = { file, document: index, path: [] };
  if (data === null) return;
  if (!isMap(data)) {
    report(writer, root, `the file holds ${kindOf(data)}; expected a map of collections`, {
      hint: 'start with a collection, such as "servers:"',
    });
    writer.leftOut.push({ file, reason: 'it is not a map of collections' });
    return;
  }
  for (const [name, value] of Object.entries(data)) {
    const at: Location = { ...root, path: [name], onKey: true };
    const collection = writer.byName.get(name);
    if (collection) shapeCollection(writer, collection, value, at);
    else if (!planKeys.has(name) || file !== planFile) {
      const near = nearest(name, writer.byName.keys());
      const hint = planKeys.has(name) ? `"${name}" belongs into ${planFile}` : near && `did you mean "${near}"?`;
      report(writer, at, `unknown collection ${quoted(name)}`, {
        label: 'no such collection',
        ...(hint ? { hint } : {}),
      });
      writer.leftOut.push({ file, reason: `unknown collection ${quoted(name)}` });
    }
  }
}

/** `drplan.yaml` says first which version of the language the plan is written in. */
function checkVersion(writer: Writer, documents: readonly Document[]): void {
  const first = documents.find((document) => document.file === planFile);
  if (!first || !isMap(first.data)) return;
  const root: Location = { file: planFile, document: first.index, path: [] };
  const written = Object.hasOwn(first.data, versionKey) ? first.data[versionKey] : undefined;
  const hint = `write "${versionKey}: ${languageVersion}" as the first line`;
  if (written === undefined) {
    const firstKey = Object.keys(first.data)[0];
    const at: Location = firstKey === undefined ? root : { ...root, path: [firstKey], onKey: true };
    report(writer, at, `${planFile} does not say the version of the plan language`, { hint });
  } else if (written !== languageVersion) {
    const label = `this drplan reads version ${languageVersion}`;
    report(
      writer,
      { ...root, path: [versionKey] },
      `the plan language version is ${kindOf(written)}; expected ${languageVersion}`,
      { label },
    );
  } else if (first.firstKey !== versionKey) {
    writer.findings.push({
      rule: 'schema-invalid',
      severity: 'warning',
      message: `"${versionKey}" is not the first key`,
      hint,
      location: { ...root, path: [versionKey], onKey: true },
    });
  }
}

/** Schemas of collections with many elements, compiled once; the others are cheaper as they are. */
function schemasFor(
  documents: readonly Document[],
  byName: ReadonlyMap<string, Collection>,
): ReadonlyMap<Collection, z.ZodType> {
  const counts = new Map<Collection, number>();
  for (const { data } of documents) {
    if (!isMap(data)) continue;
    for (const name of Object.keys(data)) {
      const collection = byName.get(name);
      const value = data[name];
      if (!collection || value === null || typeof value !== 'object') continue;
      counts.set(collection, (counts.get(collection) ?? 0) + Object.keys(value).length);
    }
  }
  const many = [...counts].filter(([, count]) => count >= compileFrom);
  return new Map(many.map(([collection]) => [collection, z.compile(collection.schema)]));
}

/**
 * Checks every element for itself against the schema of its collection. One bad element hides no other, one bad field
 * hides no other field: what is wrong is a finding, what is right is used.
 */
export function shapeOf(documents: readonly Document[], collections: readonly Collection[]): Shaped {
  const byName = new Map(collections.map((collection) => [collection.name, collection]));
  const writer: Writer = {
    placed: [],
    findings: [],
    leftOut: [],
    byName,
    schemas: schemasFor(documents, byName),
    ids: new Map(),
    singles: new Map(),
  };
  checkVersion(writer, documents);
  for (const document of documents) shapeDocument(writer, document);
  return { placed: writer.placed, findings: writer.findings, leftOut: writer.leftOut };
}
