/** Pictures before anybody has laid them out: what is in them and what leads where, in the words of the plan. */
import type { Facts } from '../../analysis/index.ts';
import type { Recovery } from '../../recovery/recovery.ts';
import type { PictureTexts } from './texts.ts';

/** The clock on the wall: what it shows so many minutes after the start. */
export interface WallClock {
  /** The time, with the day where it is another than at the minute `before`. */
  readonly next: (minute: number, before: number) => string;
  readonly moment: (minute: number) => string;
}

/** What pictures are made from. */
export interface PictureInput {
  readonly facts: Facts;
  readonly recovery: Recovery;
  /** The words on them; default: English. */
  readonly texts?: PictureTexts | undefined;
  /** When the recovery begins, if that is known. */
  readonly clock?: WallClock | undefined;
}

/** A line of a box: an identifier (empty: it has none), and what people call it. */
export interface Label {
  readonly id: string;
  readonly name: string;
}

/** A box of a graph. Elements that hang on the same things are one box with a line for each. */
export interface GraphNode {
  /** The first of its elements. */
  readonly key: string;
  readonly labels: readonly Label[];
  readonly kind: string;
  /** What stands below, in small letters. */
  readonly notes: readonly string[];
  /** Whether it has to be available before others. */
  readonly heavy: boolean;
  /** Not ours to start. */
  readonly external: boolean;
}

/** How a need is meant: all the time, only to start, or going on without for a while. */
export type Bond = 'plain' | 'start' | 'later' | 'cable';

/** `from` needs `atLeast` of `of` elements, which are in the boxes `to`. */
export interface GraphEdge {
  readonly from: string;
  readonly to: readonly string[];
  readonly atLeast: number;
  readonly of: number;
  readonly bond: Bond;
}

/** Boxes that belong on one sheet, if they fit. */
export interface GraphPart {
  readonly title: string;
  /** Keys, related ones beside each other: where the part does not fit on a sheet it is cut there. */
  readonly keys: readonly string[];
}

/** A graph and how it falls into sheets. */
export interface GraphSeries {
  readonly type: 'graph';
  /** The letter before the numbers of its pictures: D1, D2. */
  readonly letter: string;
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** How many elements of the plan have no place here, since nothing of this kind is said of them. */
  readonly alone: number;
  readonly parts: readonly GraphPart[];
}

/** A machine on its host. */
export interface Cell {
  readonly label: Label;
  readonly notes: readonly string[];
  readonly heavy: boolean;
}

/** A host with what runs on it, or the machines of a farm that have no usual host. */
export interface HostBox {
  readonly label: Label;
  readonly notes: readonly string[];
  readonly heavy: boolean;
  readonly cells: readonly Cell[];
}

/** A farm, or the hosts of one place. */
export interface FarmFrame {
  readonly title: Label;
  readonly notes: readonly string[];
  readonly hosts: readonly HostBox[];
  readonly stores: readonly Cell[];
}

/** Hosts and their machines, boxes in boxes. */
export interface HostSeries {
  readonly type: 'hosts';
  readonly letter: string;
  readonly title: string;
  readonly farms: readonly FarmFrame[];
}

/** A promise that ends on the axis of time. */
export interface PromiseMark {
  readonly at: number;
  readonly text: string;
  readonly kept: boolean;
}

/** One step of a timetable; times in minutes after the start. */
export interface TimetableRow {
  /** Its number in the order; empty: it comes back by itself. */
  readonly number: string;
  readonly label: Label;
  readonly does: string;
  readonly who: string;
  readonly start: number;
  readonly end: number;
  /** The first part of it, which needs its people. */
  readonly attended: number;
  /** From here on it could begin, and waits for people. */
  readonly ready: number;
  readonly critical: boolean;
  readonly promises: readonly PromiseMark[];
  /** "0:15 to 0:30", the time of the clock where it is known. */
  readonly when: string;
}

/** Rows that belong together: a wave, or what one person does. */
export interface TimetableGroup {
  readonly title: string;
  readonly rows: readonly TimetableRow[];
}

/** A timetable on an axis of time. */
export interface TimetableSeries {
  readonly type: 'timetable';
  readonly letter: string;
  readonly title: string;
  readonly groups: readonly TimetableGroup[];
  /** The last minute of the axis. */
  readonly end: number;
  /** Where the axis is marked: the time since the start, and what the clock shows, if that is known. */
  readonly ticks: readonly { readonly at: number; readonly text: string; readonly moment: string }[];
  /** Steps for which there is no room: neither critical nor promised. */
  readonly leftOut: readonly string[];
}

/** Pictures of one kind. */
export type PictureSeries = GraphSeries | HostSeries | TimetableSeries;
