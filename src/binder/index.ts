import type { Binder, BinderInput, SectionBuilder } from './binder.ts';
import { composeBinder as compose } from './compose.ts';
import { actionCards } from './sections/action-cards.ts';
import { activation } from './sections/activation.ts';
import { backups } from './sections/backups.ts';
import { callList } from './sections/call-list.ts';
import { communication } from './sections/communication.ts';
import { control } from './sections/control.ts';
import { cover } from './sections/cover.ts';
import { coverage } from './sections/coverage.ts';
import { diagrams } from './sections/diagrams.ts';
import { distribution } from './sections/distribution.ts';
import { elementIndex } from './sections/element-index.ts';
import { emergencyCard } from './sections/emergency-card.ts';
import { exercises } from './sections/exercises.ts';
import { findings } from './sections/findings.ts';
import { glossary } from './sections/glossary.ts';
import { hypervisors } from './sections/hypervisors.ts';
import { immediateMeasures } from './sections/immediate-measures.ts';
import { incidentLog } from './sections/incident-log.ts';
import { incidents } from './sections/incidents.ts';
import { protectionNeeds } from './sections/protection-needs.ts';
import { recoveryOrder } from './sections/recovery-order.ts';
import { restoreTests } from './sections/restore-tests.ts';
import { returnToNormal } from './sections/return-to-normal.ts';
import { roles } from './sections/roles.ts';
import { runbooks } from './sections/runbooks.ts';
import { scenarios } from './sections/scenarios.ts';
import { supplies } from './sections/supplies.ts';
import { systems } from './sections/systems.ts';
import { trainings } from './sections/trainings.ts';
import { voip } from './sections/voip.ts';
import { workarounds } from './sections/workarounds.ts';
import { binderViewSchema } from './view-schema.ts';

export type { Binder, BinderInput, BinderMeta, Copy, CoverageSheet, Section, SectionBuilder } from './binder.ts';
export { languageOf } from './compose.ts';
export { type ExchangeOfPages, exchangeSlip, exchangeSlipView } from './exchange-slip.ts';
export { elementScope, everything, roleScope, type Scope, scenarioScope } from './scope.ts';

/** All sections, in the order in which they are bound. */
export const sections: readonly SectionBuilder[] = [
  cover,
  emergencyCard,
  control,
  callList,
  roles,
  activation,
  immediateMeasures,
  incidents,
  communication,
  scenarios,
  recoveryOrder,
  runbooks,
  systems,
  hypervisors,
  voip,
  backups,
  restoreTests,
  exercises,
  trainings,
  protectionNeeds,
  diagrams,
  supplies,
  incidentLog,
  workarounds,
  returnToNormal,
  distribution,
  findings,
  coverage,
  glossary,
  actionCards,
  elementIndex,
];

/** The binder of a plan: the sections it asks for (default: all), the empty ones named. */
export const composeBinder = (input: BinderInput): Binder => compose(input, sections);

/** The JSON Schema of what templates may name. */
export const viewSchema = (): object => binderViewSchema(sections);
