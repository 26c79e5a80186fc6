import { backup } from './backup.ts';
import { continuity } from './continuity.ts';
import { documentation } from './documentation.ts';
import { incident } from './incident.ts';
import { people } from './people.ts';
import { protection } from './protection.ts';
import { recovery } from './recovery.ts';
import { redundancy } from './redundancy.ts';
import { restoreTests } from './restore-tests.ts';
import type { RuleCase } from './rule-case.ts';
import { scenarios } from './scenarios.ts';
import { structure } from './structure.ts';
import { virtualisation } from './virtualisation.ts';
import { voip } from './voip.ts';

/** By theme, as the rules are. */
export const cases: readonly RuleCase[] = [
  ...backup,
  ...continuity,
  ...documentation,
  ...incident,
  ...people,
  ...protection,
  ...recovery,
  ...redundancy,
  ...restoreTests,
  ...scenarios,
  ...structure,
  ...virtualisation,
  ...voip,
];
