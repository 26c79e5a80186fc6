import { viewSchema } from '../binder/index.ts';
import { jsonText } from '../diagnostics/json-text.ts';
import { planSchema } from '../inventory/index.ts';
import { validateOutput } from '../reporters/json.ts';
import { coverageSchema } from '../views/coverage/json.ts';
import { dueSchema } from '../views/due/json.ts';
import { failureSchema } from '../views/failure.ts';
import { graphSchema } from '../views/graph/json.ts';
import { outputSchema } from '../views/header.ts';
import { impactSchema } from '../views/impact/json.ts';
import { paperSchema } from '../views/paper/json.ts';
import { protectionNeedsSchema } from '../views/protection-needs/json.ts';
import { recoveryOrderSchema } from '../views/recovery-order/json.ts';
import { shutdownOrderSchema } from '../views/shutdown-order/json.ts';
import { weakPointsSchema } from '../views/weak-points/json.ts';

/** File name below `schemas/` → the schema, made from the code that writes or reads the document. */
export const schemaFiles: Readonly<Record<string, () => object>> = {
  plan: planSchema,
  validate: () => outputSchema(validateOutput),
  'protection-needs': () => outputSchema(protectionNeedsSchema),
  impact: () => outputSchema(impactSchema),
  'weak-points': () => outputSchema(weakPointsSchema),
  graph: () => outputSchema(graphSchema),
  'recovery-order': () => outputSchema(recoveryOrderSchema),
  coverage: () => outputSchema(coverageSchema),
  due: () => outputSchema(dueSchema),
  binder: viewSchema,
  paper: () => outputSchema(paperSchema),
  error: () => outputSchema(failureSchema),
  'shutdown-order': () => outputSchema(shutdownOrderSchema),
};

/** The schema of one document as JSON text, the same bytes every time. */
export const schemaOf = (name: string): string => jsonText(schemaFiles[name]?.());
