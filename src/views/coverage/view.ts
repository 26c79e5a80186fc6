import type { State } from '../../coverage/index.ts';
import type { Header } from '../header.ts';

/** A place in the plan that an answer rests on. */
export interface EvidenceItem {
  readonly element: string | null;
  readonly text: string | null;
  readonly file: string;
  readonly line: number;
}

/** A finding that makes a demand open, or that was accepted. */
export interface LackItem {
  readonly rule: string;
  readonly message: string;
  readonly element: string | null;
  readonly file: string;
  readonly line: number;
  readonly waived: { readonly reason: string; readonly by?: string; readonly until?: string } | null;
}

/** A demand with its state, ready to be written down. */
export interface DemandItem {
  /** Number of the sentence or clause. */
  readonly number: string;
  /** The text and the number: "M 6.96, sentence 15". */
  readonly source: string;
  readonly demand: string;
  readonly state: State;
  readonly reason: string | null;
  readonly evidence: readonly EvidenceItem[];
  readonly findings: readonly LackItem[];
  readonly rules: readonly string[];
  readonly sections: readonly string[];
  readonly commands: readonly string[];
}

/** How many demands are in which state. */
export type Counts = Readonly<Record<State, number>>;

/** A text or standard with its demands. */
export interface CoverageText {
  readonly source: string;
  readonly standard: string | null;
  readonly counts: Counts;
  readonly demands: readonly DemandItem[];
}

export interface CoverageOptions {
  readonly header: Header;
  /** Columns of the terminal. */
  readonly width: number;
}

/** One way to write down what is covered. */
export interface CoverageView {
  readonly name: string;
  readonly render: (texts: readonly CoverageText[], options: CoverageOptions) => string;
}
