import type { Recovery } from '../recovery/recovery.ts';
import type { CommonWords } from './words/common.ts';

/** What has happened, as a heading: the name of the scenario, the cold start, or what was said to be lost. */
export function eventTitle({ id, name }: Recovery['scenario'], common: CommonWords): string {
  if (id !== null) return name;
  const lost = /^loss of (.*)$/s.exec(name)?.[1];
  return lost === undefined ? common.coldStart : common.lossOf(lost);
}
