import type { Location } from '../diagnostics/location.ts';
import type { Model } from '../model/model.ts';

/** A text that looks like a secret. The text itself is never kept. */
export interface SuspectedSecret {
  readonly element: string;
  /** What it looks like: "a private key". */
  readonly looksLike: string;
  readonly at: Location;
}

const patterns: readonly (readonly [looksLike: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  ['an access key of a cloud provider', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a token of a code host', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|glpat-[A-Za-z0-9_-]{20,})/],
  ['a token of a chat service', /\bxox[abprs]-[A-Za-z0-9-]{10,}/],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/],
  ['a password in an address', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:(?!\{)[^\s/@]{3,}@/i],
  [
    'a password',
    /(?:password|passwd|passphrase|passwort|kennwort|secret|api[ _-]?key|token)\s*(?:is|ist|=|:)\s*(?!see\b|in\b|siehe\b|the\b|\{|<|\*)[^\s,;.]{6,}/i,
  ],
  ['a password on a command line', /(?:^|\s)(?:--password[= ]|-p)(?!\s|\{|<|\$)(?=[^\s]*\d)(?=[^\s]*[a-z])[^\s]{8,}/i],
];

const kindOfSecret = (text: string): string | undefined =>
  text.length < 8 ? undefined : patterns.find(([, pattern]) => pattern.test(text))?.[0];

/** Every text of the plan that looks like a password, a token or a key: a binder is lost sooner or later. */
export function suspectedSecrets(model: Model): readonly SuspectedSecret[] {
  const found: SuspectedSecret[] = [];
  const walk = (element: string, at: Location, value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'string') {
      const looksLike = kindOfSecret(value);
      if (looksLike) found.push({ element, looksLike, at: { ...at, path: [...at.path, ...path] } });
    } else if (Array.isArray(value)) {
      for (const [i, v] of value.entries()) walk(element, at, v, [...path, i]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [k, v] of Object.entries(value)) {
        if (typeof v === 'object' || (typeof v === 'string' && v.length >= 8)) walk(element, at, v, [...path, k]);
      }
    }
  };
  for (const element of model.elements.values()) walk(element.id, element.at, element.data, []);
  if (model.plan && model.planAt) walk('plan', model.planAt, model.plan, []);
  if (model.incidentResponse && model.incidentResponseAt) {
    walk('incidentResponse', model.incidentResponseAt, model.incidentResponse, []);
  }
  return found;
}
