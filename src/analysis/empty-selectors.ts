import type { Location } from '../diagnostics/location.ts';
import type { Model } from '../model/model.ts';
import { asWritten } from '../model/written.ts';
import { type Selector, selectElements } from './select.ts';

/** A selector of a scenario that means nothing in this plan. */
export interface EmptySelector {
  readonly scenario: string;
  readonly at: Location;
}

/** Every selector of the plan's scenarios that no element fits. */
export function emptySelectors(model: Model): readonly EmptySelector[] {
  return model.of('scenario').flatMap((scenario) =>
    (scenario.data.affects ?? []).flatMap((affected, i) => {
      const selector = typeof affected === 'string' ? undefined : (affected.select as Selector | undefined);
      if (!selector || selectElements(model, selector).length > 0) return [];
      const path = [...scenario.at.path, ...asWritten(['affects', i], scenario.dropped), 'select'];
      return [{ scenario: scenario.id, at: { ...scenario.at, path } }];
    }),
  );
}
