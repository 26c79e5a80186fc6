import type { DutyKind } from '../../analysis/index.ts';
import type { Header } from '../header.ts';

/** A duty with names, days and lines, ready to be written down. */
export interface DueItem {
  readonly what: DutyKind;
  /** One line: what is to be done, and about what. */
  readonly title: string;
  readonly element: string | null;
  readonly elements: readonly string[];
  readonly detail: string | null;
  /** `YYYY-MM-DD`: the last day on which all is well; today for what no day is set for. */
  readonly dueOn: string;
  /** Its day is over, or it was never done; not where a waiver covers it. */
  readonly overdue: boolean;
  /** Whole days since `dueOn`, 0 where it is not over. */
  readonly overdueDays: number;
  readonly last: string | null;
  /** The period, as the plan writes it. */
  readonly every: string | null;
  readonly reason: string | null;
  /** The id of the role or person that sees to it. */
  readonly responsible: string | null;
  /** Ids and names of the people behind that. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly responsibleName: string | null;
  /** The rule that finds it when its day is over. */
  readonly rule: string;
  readonly waived: { readonly reason: string; readonly by?: string; readonly until?: string } | null;
  readonly file: string;
  readonly line: number;
}

export interface DueOptions {
  readonly header: Header;
  /** Columns of the terminal. */
  readonly width: number;
  /** How far ahead it was looked: the last day; undefined: without end. */
  readonly until: string | undefined;
  /** A hash of a text, hexadecimal. */
  readonly hash: (text: string) => string;
}

/** One way to write down what is due. */
export interface DueView {
  readonly name: string;
  readonly render: (items: readonly DueItem[], options: DueOptions) => string;
}
