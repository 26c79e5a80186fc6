import type { Location } from '../diagnostics/location.ts';
import type { Model } from '../model/model.ts';

/** Where the incident response begins; the plan's beginning where there is none. */
export const incidentKey = (model: Model): Location => ({
  ...((model.incidentResponseAt ?? model.planAt) as Location),
  onKey: true,
});

/** A field of the incident response, or the nearest thing around it that is written. */
export const incidentField = (model: Model, ...path: readonly (string | number)[]): Location => {
  const at = model.incidentResponseAt as Location;
  return { ...at, path: [...at.path, ...path] };
};
