import type { Deadlock } from '../analysis/index.ts';
import type { CommonWords } from './words/common.ts';

/** How many links of a long circle, and how many of several providers, are said in words. */
const mostLinks = 10;
const mostProviders = 6;

/** "hv-01 needs dns; dns is provided only by vm-dc1; vm-dc1 runs on hv-01". */
export function deadlockText({ cycle }: Deadlock, common: CommonWords): string {
  const said = cycle.slice(0, mostLinks).map(({ from, to, relation, when, alternatives }) => {
    const all = [to, ...alternatives.map((a) => a.id)];
    const shown = all.slice(0, mostProviders).join(` ${common.or} `);
    const rest = all.length > mostProviders ? ` ${common.or} ${common.more(all.length - mostProviders)}` : '';
    const how = common.links[relation] ?? common.links[when === 'start' ? 'start' : 'other'];
    return `${from} ${how} ${shown}${rest}`;
  });
  return cycle.length > mostLinks ? `${said.join('; ')}; … ${common.more(cycle.length - mostLinks)}` : said.join('; ');
}
