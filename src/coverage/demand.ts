import type { Said } from './said.ts';
import type { Things } from './things/index.ts';

/** One sentence that asks something of an emergency plan, in our words, and what answers it. */
export interface Demand {
  /** Its number: sentence of the text, or clause of the standard. */
  readonly number: string;
  /** What it asks for, in our words. */
  readonly demand: Said;
  /** What it speaks of; a plan that has none of it is not concerned. */
  readonly about: Things;
  /** What shows that it is met, one of them at the least; default: what it is about, as far as the rules checked it. */
  readonly shows?: readonly Things[];
  /** What shows that it is met where one thing is not enough: something of each of these. */
  readonly showsEach?: readonly Things[];
  /** Rules that must have run and found nothing. */
  readonly rules?: readonly string[];
  /** Findings of its rules count only where they are about one of these; a finding about no element always counts. */
  readonly concerning?: readonly Things[];
  /** Rules whose information is the answer and no lack. */
  readonly informs?: readonly string[];
  /** Sections of the binder that answer it; one of them at the least must have something to say. */
  readonly sections?: readonly string[];
  /** Commands that answer it for any plan. */
  readonly commands?: readonly string[];
  /** It asks nothing of a plan: what the program itself does about it. */
  readonly design?: Said;
}

/** Texts and standards by the name that `--standard` knows. */
export const standards = ['bsi', 'iso', 'nis2', 'dora'] as const;
export type Standard = (typeof standards)[number];

/** A text with its demands, in its order. */
export interface Text {
  /** As evidence and rules cite it. */
  readonly name: Said;
  /** What its numbers count. */
  readonly counts: 'sentence' | 'clause' | 'point';
  /** Absent: one of the texts that are always asked. */
  readonly standard?: Standard;
  readonly demands: readonly Demand[];
}
