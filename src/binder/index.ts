import type { Binder, BinderInput, SectionBuilder } from './binder.ts';
import { composeBinder as compose } from './compose.ts';
import { backups } from './sections/backups.ts';
import { callList } from './sections/call-list.ts';
import { control } from './sections/control.ts';
import { cover } from './sections/cover.ts';
import { elementIndex } from './sections/element-index.ts';
import { emergencyCard } from './sections/emergency-card.ts';
import { protectionNeeds } from './sections/protection-needs.ts';
import { recoveryOrder } from './sections/recovery-order.ts';
import { roles } from './sections/roles.ts';
import { runbooks } from './sections/runbooks.ts';
import { supplies } from './sections/supplies.ts';
import { systems } from './sections/systems.ts';

export type { Binder, BinderInput, BinderMeta, Copy, Section, SectionBuilder } from './binder.ts';
export { languageOf } from './compose.ts';
export { elementScope, everything, roleScope, type Scope, scenarioScope } from './scope.ts';

/** All sections, in the order in which they are bound. */
export const sections: readonly SectionBuilder[] = [
  cover,
  emergencyCard,
  control,
  callList,
  roles,
  recoveryOrder,
  runbooks,
  systems,
  backups,
  protectionNeeds,
  supplies,
  elementIndex,
];

/** The binder of a plan: the sections it asks for (default: all), the empty ones named. */
export const composeBinder = (input: BinderInput): Binder => compose(input, sections);
