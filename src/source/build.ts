import { EVENT_ID, type Event, getScalarValue, type MappingEvent, type ScalarEvent, type SequenceEvent } from 'js-yaml';
import { quoted } from '../diagnostics/printable.ts';
import { entrySpan, indexOfKey, type PlaceBook, type Places, type Span } from './places.ts';

/** Something wrong in a text, by offset. */
export interface Flaw {
  readonly rule: 'yaml-syntax' | 'yaml-duplicate-key' | 'yaml-limit';
  readonly message: string;
  readonly hint?: string;
  readonly span: Span;
  readonly related?: { readonly message: string; readonly span: Span };
}

/** A value that an anchor names; `size` counts its values with all aliases in it expanded. */
interface Anchored {
  readonly value: unknown;
  readonly size: number;
}

/** What all parts of one file share while they are built. */
export interface BuildState {
  readonly book: PlaceBook;
  /** Undefined: the anchor is open, its value is just being read. */
  readonly anchors: Map<string, Anchored | undefined>;
  readonly flaws: Flaw[];
  aliases: number;
  expanded: number;
}

/** One document of a stream: plain maps, lists and texts; an empty plain scalar is null. */
export interface Built {
  readonly value: unknown;
  readonly span: Span;
}

/** How many aliases a file may use, and how many values they may stand for. */
export const aliasLimits = { aliases: 100, values: 100_000 } as const;

interface Frame {
  readonly value: Record<string, unknown> | unknown[];
  readonly places: Places;
  readonly anchor: string | undefined;
  readonly dropped: boolean;
  readonly flow: boolean;
  readonly start: number;
  /** The key that waits for its value. */
  key: string | undefined;
  keySpan: Span | undefined;
  /** The next value is a key that cannot be used, or belongs to one. */
  expects: 'key' | 'value' | 'item';
  end: number;
  size: number;
}

/** A value that was refused: its entry is left out. */
const refused = Symbol('refused');

export const newBuildState = (): BuildState => ({
  book: new WeakMap(),
  anchors: new Map(),
  flaws: [],
  aliases: 0,
  expanded: 0,
});

/** Own property whatever the name: `__proto__` is a key like any other. */
export function setOwn(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
  } else map[key] = value;
}

/** Adds an entry to a map; the first of two with the same key stays. False: it was there already. */
export function addEntry(
  map: Record<string, unknown>,
  places: Places,
  key: string,
  value: unknown,
  offsets: readonly [number, number, number, number],
  flaws: Flaw[],
): boolean {
  if (Object.hasOwn(map, key)) {
    flaws.push({
      rule: 'yaml-duplicate-key',
      message: `the key ${quoted(key)} is written twice in one map; the first one is used`,
      hint: 'delete or rename one of them',
      span: [offsets[0], offsets[1]],
      related: { message: 'first written here', span: entrySpan(places, indexOfKey(places, key), 0) },
    });
    return false;
  }
  setOwn(map, key, value);
  places.keys.push(key);
  places.at.push(offsets[0], offsets[1], offsets[2], offsets[3]);
  return true;
}

/** The end of a flow collection whose last part ends at `from`: behind its closing bracket. */
function flowEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    const c = text[i] as string;
    if (c === ']' || c === '}') return i + 1;
    if (c === '#') while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
    else i++;
  }
  return i;
}

function scalarSpan(event: ScalarEvent, text: string): Span | undefined {
  if (event.valueStart < 0) return undefined;
  const isQuoted = event.style === 2 || event.style === 3;
  if (isQuoted) return [event.valueStart - 1, event.valueEnd + 1];
  let end = event.valueEnd;
  while (end > event.valueStart && /[\r\n]/.test(text[end - 1] as string)) end--;
  return [event.valueStart, end];
}

/**
 * Turns the events of one text (or of a piece of it that starts at `base`) into plain values and notes where each key
 * and value is written. Iterative; a broken entry is left out, its neighbours stay.
 */
export function build(text: string, events: readonly Event[], base: number, state: BuildState): readonly Built[] {
  const documents: Built[] = [];
  const stack: Frame[] = [];
  let root: Built | undefined;
  let last = 0;
  const flaw = (
    message: string,
    hint: string,
    start: number,
    end: number,
    rule: Flaw['rule'] = 'yaml-syntax',
  ): void => {
    state.flaws.push({ rule, message, hint, span: [base + start, base + end] });
  };

  const refuseTag = (event: ScalarEvent | MappingEvent | SequenceEvent): boolean => {
    if (event.tagStart < 0) return false;
    const tag = text.slice(event.tagStart, event.tagEnd);
    const start = tag.startsWith('!') ? event.tagStart : event.tagStart - 1;
    const hint = 'write the value as plain text; for a text that starts with "!" use quotes';
    flaw(`the tag ${quoted(text.slice(start, event.tagEnd))} is not allowed in a plan`, hint, start, event.tagEnd);
    return true;
  };

  const anchorOf = (event: ScalarEvent | MappingEvent | SequenceEvent): string | undefined =>
    event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd);

  const keyProblem = (value: unknown, frame: Frame, span: Span): boolean => {
    if (value === refused) return true;
    if (value === null) {
      flaw('a key without text', 'write the key before the colon', span[0], span[1]);
      return true;
    }
    if (typeof value !== 'string') {
      flaw('a list or map as a key', 'a key is a text', span[0], span[1]);
      return true;
    }
    if (value === '<<' && text.startsWith('<<', span[0])) {
      const hint = 'repeat the fields, or put the common ones under policy.defaults';
      flaw('merge keys ("<<") are not part of YAML 1.2 and not allowed in a plan', hint, span[0], span[1]);
      return true;
    }
    frame.key = value;
    return false;
  };

  /** Hands a finished value to the collection it stands in. */
  const place = (value: unknown, span: Span, size: number): void => {
    last = Math.max(last, span[1]);
    const frame = stack.at(-1);
    if (!frame) {
      root = { value: value === refused ? null : value, span: [base + span[0], base + span[1]] };
      return;
    }
    frame.end = Math.max(frame.end, span[1]);
    frame.size += size;
    const start = base + span[0];
    const end = base + span[1];
    if (frame.expects === 'item') {
      if (value === refused) return;
      (frame.value as unknown[]).push(value);
      frame.places.at.push(start, end, start, end);
    } else if (frame.expects === 'key') {
      frame.key = undefined;
      frame.keySpan = span;
      keyProblem(value, frame, span);
      frame.expects = 'value';
    } else {
      frame.expects = 'key';
      if (value === refused || frame.key === undefined) return;
      const [keyStart, keyEnd] = frame.keySpan as Span;
      const offsets = [base + keyStart, base + keyEnd, start, end] as const;
      addEntry(frame.value as Record<string, unknown>, frame.places, frame.key, value, offsets, state.flaws);
    }
  };

  const open = (event: MappingEvent | SequenceEvent): void => {
    const dropped = refuseTag(event);
    const value = event.type === EVENT_ID.MAPPING ? {} : [];
    const places: Places = { keys: [], at: [] };
    state.book.set(value, places);
    const anchor = anchorOf(event);
    if (anchor !== undefined) state.anchors.set(anchor, undefined);
    const expects = event.type === EVENT_ID.MAPPING ? 'key' : 'item';
    const flow = event.style === 2;
    stack.push({
      value,
      places,
      anchor,
      dropped,
      flow,
      expects,
      start: event.start,
      end: event.start + (flow ? 1 : 0),
      key: undefined,
      keySpan: undefined,
      size: 1,
    });
  };

  const close = (frame: Frame): void => {
    const end = frame.flow ? flowEnd(text, frame.end) : frame.end;
    if (frame.anchor !== undefined) state.anchors.set(frame.anchor, { value: frame.value, size: frame.size });
    place(frame.dropped ? refused : frame.value, [frame.start, end], frame.size);
  };

  const scalar = (event: ScalarEvent): void => {
    const dropped = refuseTag(event);
    const written = scalarSpan(event, text);
    const value = written ? getScalarValue(text, event) : null;
    const anchor = anchorOf(event);
    if (anchor !== undefined) state.anchors.set(anchor, { value, size: 1 });
    const frame = stack.at(-1);
    const nowhere = frame?.expects === 'value' ? (frame.keySpan?.[1] ?? last) : last;
    place(dropped ? refused : value, written ?? [nowhere, nowhere], 1);
  };

  const alias = (start: number, end: number): void => {
    const name = text.slice(start, end);
    const span: Span = [start - 1, end];
    const anchored = state.anchors.get(name);
    state.aliases++;
    let value: unknown = refused;
    if (!state.anchors.has(name)) {
      flaw(
        `no anchor "&${name}" stands before this alias`,
        'write the value itself; quote a text that starts with "*"',
        span[0],
        end,
      );
    } else if (!anchored)
      flaw(`the alias ${quoted(`*${name}`)} contains itself`, 'write the value itself', span[0], end);
    else if (state.aliases > aliasLimits.aliases || state.expanded + anchored.size > aliasLimits.values) {
      const most =
        state.aliases > aliasLimits.aliases
          ? `${aliasLimits.aliases} aliases`
          : `${aliasLimits.values} values by aliases`;
      if (!state.flaws.some((f) => f.rule === 'yaml-limit'))
        flaw(`more than ${most} in one file`, 'write the values themselves', span[0], end, 'yaml-limit');
    } else {
      state.expanded += anchored.size;
      value = anchored.value;
    }
    place(value, span, anchored?.size ?? 1);
  };

  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        scalar(event);
        break;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        open(event);
        break;
      case EVENT_ID.ALIAS:
        alias(event.anchorStart, event.anchorEnd);
        break;
      case EVENT_ID.DOCUMENT:
        root = undefined;
        if (base === 0) state.anchors.clear();
        break;
      default: {
        const frame = stack.pop();
        if (frame) close(frame);
        else documents.push(root ?? { value: null, span: [base, base] });
      }
    }
  }
  return documents;
}
