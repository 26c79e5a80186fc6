import type { Location } from '../diagnostics/location.ts';
import type { Model } from '../model/model.ts';

/** A day on which something is said to have happened. */
export interface RecordedDate {
  readonly element: string;
  /** The field, as people write it: `restoreTests.date`. */
  readonly field: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly at: Location;
}

/** Fields that record what has happened; deadlines (`due`, `until`, `validUntil`, `by`) are about the future. */
const recording = new Set(['date', 'last', 'lastVerified', 'lastChanged', 'updated', 'verified', 'reviewed', 'done']);
const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** All recorded days of the plan, by element and in the order written. */
export function recordedDates(model: Model): readonly RecordedDate[] {
  const found: RecordedDate[] = [];
  const walk = (element: string, at: Location, value: unknown, path: readonly (string | number)[]): void => {
    const key = path.at(-1);
    if (isDate(value)) {
      if (!recording.has(String(key))) return;
      const field = path.filter((p) => typeof p === 'string').join('.');
      found.push({ element, field, date: value, at: { ...at, path: [...at.path, ...path] } });
    } else if (typeof value === 'object' && value !== null) {
      for (const [k, v] of Object.entries(value)) {
        if (typeof v === 'string' ? recording.has(k) : typeof v === 'object') {
          walk(element, at, v, [...path, Array.isArray(value) ? Number(k) : k]);
        }
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
