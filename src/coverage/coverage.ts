import type { Facts } from '../analysis/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Demand, Text } from './demand.ts';
import type { Thing, Things } from './things.ts';

/** What an auditor may write behind a demand. */
export const states = ['fulfilled', 'open', 'waived', 'not-applicable'] as const;
export type State = (typeof states)[number];

/** A demand with its state, and what that state rests on. */
export interface Answer {
  readonly demand: Demand;
  readonly state: State;
  /** Why, in one sentence; empty where evidence or findings say it. */
  readonly reason: string;
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
  /** The rule that goes by a name; undefined: there is none. */
  readonly ruleOf: (name: string) => string;
}

const thingsOf = (facts: Facts, groups: readonly Things[]): readonly Thing[] => groups.flatMap((g) => g.of(facts));

/** A lack: what rules report as such, or reported as one before the policy made it information. */
function isLack({ facts }: Ground, { rule, severity }: Diagnostic): boolean {
  const set = facts.model.policy.severities as Readonly<Record<string, string>> | undefined;
  return severity !== 'info' || set?.[rule] === 'info';
}

/** Rules of a demand that the policy switches off: nobody looked, so nothing is proved. */
function switchedOff({ facts, ruleOf }: Ground, { rules = [] }: Demand): readonly string[] {
  const set = facts.model.policy.severities as Readonly<Record<string, string>> | undefined;
  const off = Object.entries(set ?? {}).flatMap(([name, severity]) => (severity === 'off' ? [ruleOf(name)] : []));
  return rules.filter((rule) => off.includes(ruleOf(rule)));
}

/** How a demand is met that no finding speaks against; undefined: nothing shows it. */
function shown({ facts, printed }: Ground, { about, shows, sections = [], commands = [] }: Demand) {
  const evidence = thingsOf(facts, shows ?? [about]);
  const said = sections.filter((name) => printed.has(name));
  const isPrinted = sections.length === 0 || said.length > 0 || commands.length > 0;
  return evidence.length > 0 && isPrinted ? { evidence, said } : undefined;
}

function answer(ground: Ground, demand: Demand): Answer {
  const { facts, diagnostics, ruleOf } = ground;
  const nothing = { demand, reason: '', evidence: [], findings: [], sections: [] } as const;
  if (demand.design !== undefined) return { ...nothing, state: 'not-applicable', reason: demand.design };
  if (demand.about.of(facts).length === 0) {
    return { ...nothing, state: 'not-applicable', reason: `the plan has no ${demand.about.words}` };
  }
  const own = new Set((demand.rules ?? []).map(ruleOf));
  const lacks = diagnostics.filter((d) => own.has(d.rule) && isLack(ground, d));
  const open = lacks.filter((d) => d.waived === undefined);
  const sections = (demand.sections ?? []).filter((name) => ground.printed.has(name));
  if (open.length > 0) return { ...nothing, state: 'open', findings: open, sections };
  const off = switchedOff(ground, demand);
  if (off.length > 0)
    return { ...nothing, state: 'open', reason: `the policy switches off ${off.join(', ')}`, sections };
  if (lacks.length > 0) return { ...nothing, state: 'waived', findings: lacks, sections };
  const met = shown(ground, demand);
  if (met) return { ...nothing, state: 'fulfilled', evidence: met.evidence, sections };
  const wanted = (demand.shows ?? [demand.about]).map((g) => g.words).join(', no ');
  return { ...nothing, state: 'open', reason: `nothing shows it: the plan has no ${wanted}`, sections };
}

/** Every demand of the texts with its state: what an auditor asks for. A demand is fulfilled only by what can be pointed to. */
export const coverageOf = (texts: readonly Text[], ground: Ground): readonly Answers[] =>
  texts.map((text) => ({ text, answers: text.demands.map((demand) => answer(ground, demand)) }));
