import { effects, type Kind, nodeKinds } from '../../inventory/index.ts';
import type { Model } from '../../model/model.ts';
import type { Candidate } from './expected.ts';
import type { Meaning } from './meaning.ts';

const idsOf = ({ elements }: Model, kinds: readonly Kind[]): readonly Candidate[] =>
  [...elements.values()]
    .filter((e) => kinds.includes(e.kind))
    .map((e) => ({ word: e.id, says: e.name === e.id ? e.kind : `${e.name} (${e.kind})` }));

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

function tagsOf(model: Model): readonly string[] {
  const tags = model.nodes.flatMap((n) => (n.data as { readonly tags?: readonly string[] }).tags ?? []);
  return [...new Set(tags)].sort();
}

/** `kind=server,in=ro`: keys, then their values. */
function selectorWords(model: Model, typed: string): readonly Candidate[] {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const [key = '', value] = typed.slice(before.length).split('=');
  if (value === undefined) return prefixed(before, selectorKeys);
  const start = `${before}${key}=`;
  if (key === 'kind') return prefixed(start, plainWords(nodeKinds, 'kind'));
  if (key === 'effect') return prefixed(start, plainWords(effects, 'effect'));
  if (key === 'tag') return prefixed(start, plainWords(tagsOf(model), 'tag'));
  return prefixed(start, idsOf(model, selectorKinds[key] ?? []));
}

/** The words of a plan that a value may be, given what was typed of it. */
export function planWords(model: Model, meaning: Meaning, typed: string): readonly Candidate[] {
  if (meaning.is === 'selector') return selectorWords(model, typed);
  if (meaning.is === 'explained') return [...model.elements.values()].map((e) => ({ word: e.id, says: e.kind }));
  if (meaning.is !== 'id') return [];
  const before = meaning.list ? typed.slice(0, typed.lastIndexOf(',') + 1) : '';
  const last = typed.slice(before.length);
  const found = idsOf(model, meaning.kinds);
  if (meaning.behind === 'count') return found.map(({ word, says }) => ({ word: `${word}=`, says }));
  if (meaning.behind === 'effect' && last.includes('=')) {
    return prefixed(`${before}${last.split('=')[0]}=`, plainWords(effects, 'effect'));
  }
  return prefixed(before, found);
}
