import type { Facts } from '../analysis/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Demand, Text } from './demand.ts';
import { type Said, said, same } from './said.ts';
import type { Thing, Things } from './things/index.ts';

/** What an auditor may write behind a demand. */
export const states = ['fulfilled', 'open', 'waived', 'not-applicable'] as const;
export type State = (typeof states)[number];

/** A demand with its state, and what that state rests on. */
export interface Answer {
  readonly demand: Demand;
  readonly state: State;
  /** Why, in one sentence; undefined where evidence or findings say it. */
  readonly reason: Said | undefined;
  /** What was looked at and found to be in order. */
  readonly evidence: readonly Thing[];
  /** What is wrong, and what is wrong but was accepted. */
  readonly findings: readonly Diagnostic[];
  /** Sections of the binder that have something to say about it. */
  readonly sections: readonly string[];
}

/** A text with its answers, in its order. */
export interface Answers {
  readonly text: Text;
  readonly answers: readonly Answer[];
}

/** What the answers rest on. */
export interface Ground {
  readonly facts: Facts;
  /** All findings of all rules, whatever profile the plan has chosen. */
  readonly diagnostics: readonly Diagnostic[];
  /** Names of the sections that the whole binder of this plan has. */
  readonly printed: ReadonlySet<string>;
  /** The id of the rule that goes by a name; the name itself where there is none. */
  readonly ruleOf: (name: string) => string;
  /** Whether all that a rule ever reports is information: for a demand that names it, that is a lack all the same. */
  readonly isInformative: (rule: string) => boolean;
}

/** The ground with every group of things looked up once: demands by the hundred speak of all systems. */
interface Known extends Ground {
  readonly things: (group: Things) => readonly Thing[];
}

function known(ground: Ground): Known {
  const found = new Map<Things, readonly Thing[]>();
  return {
    ...ground,
    things: (group) => {
      const things = found.get(group) ?? group.of(ground.facts);
      found.set(group, things);
      return things;
    },
  };
}

/** Each thing once, however many groups it is in. */
function thingsOf({ things }: Known, groups: readonly Things[]): readonly Thing[] {
  const [first, ...others] = groups;
  if (first && others.length === 0) return things(first);
  const found = new Map<string, Thing>();
  for (const thing of groups.flatMap(things)) {
    const key = JSON.stringify([thing.at.file, thing.at.document, thing.at.path, thing.text]);
    if (!found.has(key)) found.set(key, thing);
  }
  return [...found.values()];
}

/** What the policy says of each rule, whatever name it uses for it. */
function severitiesSet({ facts, ruleOf }: Ground): ReadonlyMap<string, string> {
  const set = (facts.model.policy.severities ?? {}) as Readonly<Record<string, string>>;
  return new Map(Object.entries(set).map(([name, severity]) => [ruleOf(name), severity]));
}

/** A lack: what rules report as such, or reported as one before the policy made it information. */
function isLack(ground: Ground, { informs = [] }: Demand, { rule, severity }: Diagnostic): boolean {
  if (severity !== 'info' || severitiesSet(ground).get(rule) === 'info') return true;
  return ground.isInformative(rule) && !informs.includes(rule);
}

/** Whether a finding is about what a demand speaks of: a host without a procedure is nothing against telephony. */
function concerns({ things }: Known, { concerning }: Demand): (finding: Diagnostic) => boolean {
  if (!concerning) return () => true;
  const ids = new Set(concerning.flatMap((group) => things(group).map((thing) => thing.id)));
  return ({ element, elements = element === undefined ? [] : [element] }) =>
    elements.length === 0 || elements.some((id) => ids.has(id));
}

/** What rules found worth saying that answers a demand: "hv-1 holds the data of 3 machines". */
function informed({ diagnostics, ruleOf }: Ground, { informs = [] }: Demand): readonly Thing[] {
  const own = new Set(informs.map(ruleOf));
  return diagnostics.flatMap(({ rule, severity, message, element, file, range }) =>
    own.has(rule) && severity === 'info'
      ? [
          {
            ...(element === undefined ? {} : { id: element }),
            text: same(message),
            at: { file, document: 0, path: [], range },
          },
        ]
      : [],
  );
}

/** Rules of a demand that the policy switches off: nobody looked, so nothing is proved. */
function switchedOff(ground: Ground, { rules = [] }: Demand): readonly string[] {
  const set = severitiesSet(ground);
  return rules.filter((rule) => set.get(ground.ruleOf(rule)) === 'off');
}

/** Whether the binder or a command shows what is demanded, where that is how it is met. */
function isPrinted({ printed }: Ground, { sections = [], commands = [] }: Demand): boolean {
  return sections.length === 0 || commands.length > 0 || sections.some((name) => printed.has(name));
}

function answer(ground: Known, demand: Demand): Answer {
  const { things, diagnostics, ruleOf } = ground;
  const nothing = { demand, reason: undefined, evidence: [], findings: [], sections: [] } as const;
  if (demand.design !== undefined) return { ...nothing, state: 'not-applicable', reason: demand.design };
  if (things(demand.about).length === 0) {
    return {
      ...nothing,
      state: 'not-applicable',
      reason: said(`the plan has no ${demand.about.words.en}`, `im Plan kommen nicht vor: ${demand.about.words.de}`),
    };
  }
  const own = new Set((demand.rules ?? []).map(ruleOf));
  const isConcerned = concerns(ground, demand);
  const lacks = diagnostics.filter((d) => own.has(d.rule) && isLack(ground, demand, d) && isConcerned(d));
  const open = lacks.filter((d) => d.waived === undefined);
  const sections = (demand.sections ?? []).filter((name) => ground.printed.has(name));
  if (open.length > 0) return { ...nothing, state: 'open', findings: open, sections };
  const off = switchedOff(ground, demand);
  if (off.length > 0)
    return {
      ...nothing,
      state: 'open',
      reason: said(`the policy switches off ${off.join(', ')}`, `die Vorgaben schalten ab: ${off.join(', ')}`),
      sections,
    };
  if (lacks.length > 0) return { ...nothing, state: 'waived', findings: lacks, sections };
  const { shows, showsEach = [] } = demand;
  const groups = shows ?? (showsEach.length > 0 ? [] : [demand.about]);
  const absent = showsEach.filter((group) => things(group).length === 0);
  const evidence = [...informed(ground, demand), ...thingsOf(ground, [...groups, ...showsEach])];
  if (evidence.length === 0 || absent.length > 0) {
    const wanted = absent.length > 0 ? absent : groups;
    const reason = said(
      `nothing shows it; missing in the plan: ${wanted.map((g) => g.words.en).join(', ')}`,
      `nichts belegt es; im Plan fehlt: ${wanted.map((g) => g.words.de).join(', ')}`,
    );
    return { ...nothing, state: 'open', reason, evidence, sections };
  }
  if (!isPrinted(ground, demand)) {
    const names = (demand.sections ?? []).join(', ');
    const reason = said(
      `its pages are missing: the binder has no section ${names}`,
      `die Seiten dazu fehlen: der Ordner hat keinen Abschnitt ${names}`,
    );
    return { ...nothing, state: 'open', reason, evidence, sections };
  }
  return { ...nothing, state: 'fulfilled', evidence, sections };
}

/** Every demand of the texts with its state: what an auditor asks for. A demand is fulfilled only by what can be pointed to. */
export function coverageOf(texts: readonly Text[], ground: Ground): readonly Answers[] {
  const whole = known(ground);
  return texts.map((text) => ({ text, answers: text.demands.map((demand) => answer(whole, demand)) }));
}
