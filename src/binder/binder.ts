import type { Facts } from '../analysis/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Event } from '../recovery/event.ts';
import type { Recovery } from '../recovery/recovery.ts';
import type { Language, Words } from './language.ts';
import type { PictureSeries } from './pictures/index.ts';
import type { PictureTexts } from './pictures/texts.ts';
import type { Extract, Scope } from './scope.ts';
import type { Shape, ViewOf } from './view.ts';
import type { CommonWords } from './words/common.ts';

/** The copy that is printed; empty where nobody said. */
export interface Copy {
  readonly number: string;
  readonly holder: string;
  readonly place: string;
}

/** What stands in the head and foot of every page. Texts, ready to be printed; empty where there is nothing to say. */
export interface BinderMeta {
  readonly title: string;
  readonly planName: string;
  readonly organisation: string;
  readonly version: string;
  readonly classification: string;
  /** The first characters of the plan's fingerprint. */
  readonly fingerprint: string;
  readonly revision: string;
  readonly printedOn: string;
  readonly validUntil: string;
  readonly language: Language;
  readonly tool: string;
  readonly author: string;
  /** What must be known of the whole before it is used: errors in the plan, parts left out. Empty: nothing. */
  readonly banner: string;
  readonly copy: Copy;
  /** What this paper is cut down to; empty: nothing is left out. */
  readonly extract: string;
}

/** One section: what it says, as plain data for the partial of the same name. */
export interface Section {
  /** Also the anchor and the name of the partial. */
  readonly name: string;
  /** Its place in this binder, from 1, as it stands on the tab; empty for the cover. */
  readonly number: string;
  readonly title: string;
  /** A short hash of what it says, so that a stale section is seen without a browser. */
  readonly fingerprint: string;
  /** Lines of the table of contents below the section. */
  readonly entries: readonly { readonly anchor: string; readonly title: string }[];
  /** The words its partial uses, in the language of the binder. */
  readonly words: Readonly<Record<string, string>>;
  readonly content: unknown;
  /** Pictures that are drawn when it is rendered; the partial sees them as `pictures`. */
  readonly pictures: readonly PictureSeries[];
  readonly pictureTexts: PictureTexts;
}

/** What stands on paper, without a word about how it looks. */
export interface Binder {
  readonly meta: BinderMeta;
  readonly sections: readonly Section[];
  /** Titles of the sections that would be empty and are left out on purpose. */
  readonly leftOut: readonly string[];
  /** Words around the sections: table of contents, head and foot of the pages. */
  readonly words: Readonly<Record<string, string>>;
}

/** Everything a binder is made from. */
export interface BinderInput {
  readonly facts: Facts;
  /** What has happened: the cold start where nobody said. */
  readonly event: Event;
  readonly recovery: Recovery;
  /** The order of a scenario, computed when first asked for. */
  readonly orderOf: (scenario: string) => Recovery;
  readonly diagnostics: readonly Diagnostic[];
  readonly fingerprint: string;
  readonly revision: string;
  readonly toolVersion: string;
  /** The binder of the plan that is printed; undefined: everything. */
  readonly binderId: string | undefined;
  /** Number of the copy that is printed, with holder and place where they are not those of the plan. */
  readonly copy: Partial<Copy> | undefined;
  readonly scope: Scope;
  /** Only where the binder asks for that section. */
  readonly coverage?: CoverageSheet | undefined;
  /** A hash of a text, hexadecimal. */
  readonly hash: (text: string) => string;
}

/** What texts and standards ask for, as an auditor reads it: text by text, demand by demand. */
export type CoverageSheet = readonly {
  readonly source: string;
  readonly demands: readonly {
    readonly number: string;
    readonly demand: string;
    readonly state: 'fulfilled' | 'open' | 'waived' | 'not-applicable';
    /** What that rests on, in short. */
    readonly evidence: string;
  }[];
}[];

/** What a section may draw on. */
export interface SectionInput extends BinderInput {
  readonly meta: BinderMeta;
  readonly language: Language;
  /** Words that many sections use. */
  readonly common: CommonWords;
  /** A day of the plan (`YYYY-MM-DD`) as the language writes it. */
  readonly day: (date: string | undefined) => string;
  /** The anchor of an element, a person, a procedure; empty where no section of this binder shows it. */
  readonly linkTo: (id: string | undefined) => string;
  /** Whether a section is in this binder. */
  readonly includes: (section: string) => boolean;
}

/** What a section builder gives: undefined means that there is nothing to say. */
export interface SectionDraft<S extends Shape = Shape> {
  /** Where it is not the usual one. */
  readonly title?: string;
  readonly entries?: Section['entries'];
  readonly content: ViewOf<S>;
  readonly pictures?: readonly PictureSeries[];
}

/** Words of a section: the texts are for its partial too, the functions for the builder. */
export type SectionWords = { readonly title: string } & Readonly<
  Record<string, string | ((...given: never[]) => string) | Readonly<Record<string, string>>>
>;

/** One section of the binder: its words, what its partial sees, and how that is made. */
export interface SectionBuilder<W extends SectionWords = SectionWords, S extends Shape = Shape> {
  readonly name: string;
  /** Page type of the design, P1 to P28; P29: what texts ask for. */
  readonly page: string;
  /** In which extracts it belongs; the whole binder has all. */
  readonly extracts: readonly Extract[];
  readonly words: Words<W>;
  readonly view: S;
  /** It is printed only in a binder that names it. */
  readonly onRequest?: boolean;
  /** Whether it has pictures. */
  readonly draws?: boolean;
  /** Ids whose place is in this section: references to them lead here. */
  readonly shows?: (input: BinderInput & { readonly includes: (section: string) => boolean }) => Iterable<string>;
  readonly build: (input: SectionInput, say: W) => SectionDraft<S> | undefined;
}

/** Keeps the types of a section together; the registry knows only that it is one. */
export const section = <W extends SectionWords, S extends Shape>(definition: SectionBuilder<W, S>): SectionBuilder =>
  definition as unknown as SectionBuilder;
