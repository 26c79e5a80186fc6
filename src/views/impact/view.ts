import type { Facts } from '../../analysis/index.ts';
import type { Header } from '../header.ts';
import type { ImpactReport } from './report.ts';

/** What a view of an impact is asked for. */
export interface ImpactViewOptions {
  readonly header: Header;
  /** Columns of the terminal. */
  readonly width: number;
}

/** One way to write an impact down. */
export interface ImpactView {
  readonly name: string;
  readonly render: (facts: Facts, report: ImpactReport, options: ImpactViewOptions) => string;
}
