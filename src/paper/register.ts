/** One page of a copy, as it was printed. */
export interface CopyPage {
  /** Fingerprint of what it says; empty for a page left blank. */
  readonly fingerprint: string;
  /** The section on it. */
  readonly section: string;
}

/** A section of a copy, so that a stale one is seen without a browser. */
export interface CopySection {
  readonly name: string;
  readonly title: string;
  readonly fingerprint: string;
}

/** What was printed: enough to compose the same paper again. */
export interface PaperRequest {
  /** The binder of the plan; empty: everything. */
  readonly binder: string;
  readonly paper: 'a4' | 'letter';
  readonly duplex: boolean;
  /** What the paper is cut down to. */
  readonly scenario?: string;
  readonly role?: readonly string[];
  readonly element?: readonly string[];
  /** What the plan was taken to have lost, where it was not the cold start. */
  readonly failed?: readonly string[];
  readonly select?: readonly string[];
  /** A template of the user's own, relative to the plan folder. */
  readonly template?: string;
}

interface Written {
  /** When: UTC, ISO 8601. */
  readonly at: string;
  readonly copy: number;
  /** Names one paper among those of the plan: copy 1 of the binder is not copy 1 of an extract. */
  readonly document: string;
}

/** A line of the register. */
export type RegisterEntry =
  | (Written & {
      readonly event: 'printed' | 'replacement';
      readonly request: PaperRequest;
      readonly holder: string;
      readonly place: string;
      /** The day of the check, `YYYY-MM-DD`. */
      readonly printedOn: string;
      /** Fingerprint of the plan. */
      readonly plan: string;
      readonly revision: string;
      readonly tool: string;
      readonly pages: readonly CopyPage[];
      readonly sections: readonly CopySection[];
    })
  | (Written & { readonly event: 'exchanged' | 'destroyed' | 'lost' | 'found'; readonly by: string })
  | (Written & { readonly event: 'moved'; readonly by: string; readonly holder?: string; readonly place?: string });

export type PrintEntry = Extract<RegisterEntry, { event: 'printed' | 'replacement' }>;

/** A register as far as it could be read. */
export interface Register {
  /** By time; of the same moment in the order written. */
  readonly entries: readonly RegisterEntry[];
  readonly lineOf: ReadonlyMap<RegisterEntry, number>;
  /** Lines that could not be used, and why. They stay in the file. */
  readonly notices: readonly { readonly line: number; readonly problem: string }[];
}

/** A copy as it is out there, after everything that was recorded of it. */
export interface PaperCopy {
  readonly document: string;
  readonly copy: number;
  readonly request: PaperRequest;
  readonly holder: string;
  readonly place: string;
  readonly printedOn: string;
  readonly plan: string;
  readonly revision: string;
  readonly pages: readonly CopyPage[];
  readonly sections: readonly CopySection[];
  readonly state: 'in-use' | 'lost' | 'destroyed';
  /** Pages were printed for it, and nobody has said yet that they were put in. */
  readonly pending: PrintEntry | undefined;
  /** The line that recorded its last print, from 1. */
  readonly line: number;
}

const events = ['printed', 'replacement', 'exchanged', 'destroyed', 'lost', 'found', 'moved'] as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const listOf = (value: unknown, keys: readonly string[]): boolean =>
  Array.isArray(value) && value.every((one) => isRecord(one) && keys.every((key) => isText(one[key])));

const isRequest = (value: unknown): value is PaperRequest =>
  isRecord(value) &&
  isText(value['binder']) &&
  (value['paper'] === 'a4' || value['paper'] === 'letter') &&
  typeof value['duplex'] === 'boolean';

/** What is wrong with what a print wrote; empty: nothing. */
function printProblem(value: Readonly<Record<string, unknown>>): string {
  if (!isRequest(value['request'])) return 'request: expected what was printed (binder, paper, duplex)';
  for (const key of ['holder', 'place', 'printedOn', 'plan', 'revision', 'tool']) {
    if (!isText(value[key])) return `${key}: expected a text`;
  }
  if (!listOf(value['pages'], ['fingerprint', 'section'])) return 'pages: expected the fingerprint and section of each';
  if (!listOf(value['sections'], ['name', 'title', 'fingerprint']))
    return 'sections: expected name, title, fingerprint';
  return '';
}

/** One line of a register; a text says what is wrong with it. */
function entryOf(row: string): RegisterEntry | string {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    return 'it is no JSON object: cut off in the middle, perhaps';
  }
  if (!isRecord(value)) return 'it is no JSON object';
  const { at, event, copy, document, by } = value;
  if (!isText(at) || Number.isNaN(Date.parse(at))) return 'at: expected a time such as 2026-11-30T02:40:00Z';
  if (!events.some((e) => e === event)) return `event: expected one of ${events.join(', ')}`;
  if (typeof copy !== 'number' || !Number.isInteger(copy) || copy < 1) return 'copy: expected a number from 1';
  if (!isText(document)) return 'document: expected a text';
  if (event === 'printed' || event === 'replacement') {
    const problem = printProblem(value);
    if (problem !== '') return problem;
  } else if (!isText(by)) return 'by: expected who said it';
  return value as unknown as RegisterEntry;
}

/**
 * Reads a register: one JSON object a line. Several people and machines may have written it, and git may have merged
 * it: lines are put in the order of their times. A line that cannot be used is told and left out, never the others.
 */
export function readRegister(text: string): Register {
  const lineOf = new Map<RegisterEntry, number>();
  const notices: { line: number; problem: string }[] = [];
  text.split('\n').forEach((row, i) => {
    // The zero bytes of a write that a crash cut short are no entry.
    if (row.replaceAll('\0', '').trim() === '') return;
    const entry = entryOf(row.replaceAll('\0', ''));
    if (typeof entry === 'string') notices.push({ line: i + 1, problem: entry });
    else lineOf.set(entry, i + 1);
  });
  const entries = [...lineOf.keys()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return { entries, notices, lineOf };
}

const asPrinted = (entry: PrintEntry, line: number): PaperCopy => ({
  document: entry.document,
  copy: entry.copy,
  request: entry.request,
  holder: entry.holder,
  place: entry.place,
  printedOn: entry.printedOn,
  plan: entry.plan,
  revision: entry.revision,
  pages: entry.pages,
  sections: entry.sections,
  state: 'in-use',
  pending: undefined,
  line,
});

/** The copy after one more entry. What is said of a copy that was never printed changes nothing. */
function after(copy: PaperCopy | undefined, entry: RegisterEntry, line: number): PaperCopy | undefined {
  if (entry.event === 'printed') return asPrinted(entry, line);
  if (!copy) return undefined;
  switch (entry.event) {
    case 'replacement':
      return { ...copy, pending: entry };
    case 'exchanged':
      // Who holds it and where was not changed by new pages.
      return copy.pending === undefined
        ? copy
        : { ...asPrinted(copy.pending, line), holder: copy.holder, place: copy.place };
    case 'moved':
      return { ...copy, holder: entry.holder ?? copy.holder, place: entry.place ?? copy.place };
    case 'found':
      return { ...copy, state: 'in-use' };
    default:
      return { ...copy, state: entry.event };
  }
}

/** The copies that were ever printed, by document and number. */
export function copiesOf(register: Register): readonly PaperCopy[] {
  const copies = new Map<string, PaperCopy>();
  for (const entry of register.entries) {
    const key = `${entry.document}\n${entry.copy}`;
    const next = after(copies.get(key), entry, register.lineOf.get(entry) ?? 1);
    if (next) copies.set(key, next);
  }
  return [...copies.values()].sort(
    (a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : 0) || a.copy - b.copy,
  );
}

/** A request in words, the same for the same paper: `hand-binder`, `everything`, `everything, role admin`. */
export function documentOf(request: PaperRequest): string {
  const { binder, scenario, role, element, failed, select } = request;
  const cut = [
    scenario === undefined ? '' : `scenario ${scenario}`,
    role === undefined ? '' : `role ${role.join(', ')}`,
    element === undefined ? '' : `element ${element.join(', ')}`,
    failed === undefined ? '' : `failed ${failed.join(', ')}`,
    select === undefined ? '' : `select ${select.join('; ')}`,
  ];
  return [binder === '' ? 'everything' : binder, ...cut].filter(Boolean).join(', ');
}
