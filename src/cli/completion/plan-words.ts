import { effects, type Kind, nodeKinds } from '../../inventory/index.ts';
import type { Candidate } from './expected.ts';
import type { Meaning } from './meaning.ts';
import type { PlanName } from './plan-names.ts';

const idsOf = (names: readonly PlanName[], kinds: readonly Kind[]): readonly Candidate[] =>
  names
    .filter((n) => kinds.includes(n.kind))
    .map((n) => ({ word: n.id, says: n.name === '' ? n.kind : `${n.name} (${n.kind})` }));

const prefixed = (before: string, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.map(({ word, says }) => ({ word: before + word, says }));

const plainWords = (words: readonly string[], says: string): readonly Candidate[] =>
  words.map((word) => ({ word, says }));

const selectorKeys: readonly Candidate[] = [
  { word: 'kind=', says: 'all elements of a kind' },
  { word: 'in=', says: 'what is in a place' },
  { word: 'tag=', says: 'what has a tag' },
  { word: 'os=', says: 'what runs an operating system' },
  { word: 'runsOn=', says: 'what runs on a host' },
  { word: 'storedOn=', says: 'what is stored on a system' },
  { word: 'effect=', says: 'what has become of it' },
];

const selectorKinds: Readonly<Record<string, readonly Kind[]>> = {
  in: ['location'],
  runsOn: nodeKinds,
  storedOn: nodeKinds,
};

const tagsOf = (names: readonly PlanName[]): readonly string[] => [...new Set(names.flatMap((n) => n.tags))].sort();

/** `kind=server,in=ro`: keys, then their values. */
function selectorWords(names: readonly PlanName[], typed: string): readonly Candidate[] {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const [key = '', value] = typed.slice(before.length).split('=');
  if (value === undefined) return prefixed(before, selectorKeys);
  const start = `${before}${key}=`;
  if (key === 'kind') return prefixed(start, plainWords(nodeKinds, 'kind'));
  if (key === 'effect') return prefixed(start, plainWords(effects, 'effect'));
  if (key === 'tag') return prefixed(start, plainWords(tagsOf(names), 'tag'));
  return prefixed(start, idsOf(names, selectorKinds[key] ?? []));
}

/** The words of a plan that a value may be, given what was typed of it. */
export function planWords(names: readonly PlanName[], meaning: Meaning, typed: string): readonly Candidate[] {
  if (meaning.is === 'selector') return selectorWords(names, typed);
  if (meaning.is === 'explained') return names.map((n) => ({ word: n.id, says: n.kind }));
  if (meaning.is !== 'id') return [];
  const before = meaning.list ? typed.slice(0, typed.lastIndexOf(',') + 1) : '';
  const last = typed.slice(before.length);
  const found = idsOf(names, meaning.kinds);
  if (meaning.behind === 'count') return found.map(({ word, says }) => ({ word: `${word}=`, says }));
  if (meaning.behind === 'effect' && last.includes('=')) {
    return prefixed(`${before}${last.split('=')[0]}=`, plainWords(effects, 'effect'));
  }
  return prefixed(before, found);
}
