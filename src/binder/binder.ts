import type { Facts } from '../analysis/index.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Recovery } from '../recovery/recovery.ts';

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
  readonly language: string;
  readonly tool: string;
  readonly author: string;
  /** What must be known of the whole before it is used: errors in the plan, parts left out. Empty: nothing. */
  readonly banner: string;
}

/** One section: what it says, as plain data for the partial of the same name. */
export interface Section {
  /** Also the anchor and the name of the partial. */
  readonly name: string;
  readonly title: string;
  /** A short hash of what it says, so that a stale page is seen. */
  readonly fingerprint: string;
  /** Lines of the table of contents below the section. */
  readonly entries: readonly { readonly anchor: string; readonly title: string }[];
  readonly content: unknown;
}

/** What stands on paper, without a word about how it looks. */
export interface Binder {
  readonly meta: BinderMeta;
  readonly sections: readonly Section[];
  /** Sections that would be empty and are left out on purpose. */
  readonly leftOut: readonly string[];
}

/** Everything a section may draw on. */
export interface BinderInput {
  readonly facts: Facts;
  readonly recovery: Recovery;
  readonly diagnostics: readonly Diagnostic[];
  readonly fingerprint: string;
  readonly revision: string;
  readonly toolVersion: string;
  /** The binder of the plan that is printed; undefined: everything. */
  readonly binderId: string | undefined;
  /** A hash of a text, hexadecimal. */
  readonly hash: (text: string) => string;
}

/** What a section builder gives: undefined means that there is nothing to say. */
export interface SectionDraft {
  readonly title: string;
  readonly entries?: Section['entries'];
  readonly content: unknown;
}

export interface SectionBuilder {
  readonly name: string;
  readonly build: (input: BinderInput, meta: BinderMeta) => SectionDraft | undefined;
}
