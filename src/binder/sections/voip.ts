import type { Element, Node } from '../../model/model.ts';
import { type SectionInput, section } from '../binder.ts';
import { commas, idAndName, nameOf } from '../format.ts';
import { sheetFields, sheetMaker, sheetsIn } from '../sheets.ts';
import { group, list, text } from '../view.ts';
import { voipWords } from '../words/voip.ts';

type Say = (typeof voipWords)['en'];

const view = {
  sheets: list(
    group(
      {
        ...sheetFields,
        own: list(
          group({ label: text('What it is.'), value: text('The value.') }, 'A fact.'),
          'Releases, spares, calls.',
        ),
        classes: list(
          group({ name: text('Class of data.'), saved: text('Whether it is saved.') }, 'A class of data.'),
          'The four classes of data that a backup of telephony consists of; empty: it keeps none.',
        ),
      },
      'A device.',
    ),
    'The devices.',
  ),
};

function ownFacts({ facts, day }: SectionInput, node: Node, say: Say): { label: string; value: string }[] {
  const { data } = facts.model.elements.get(node.id) as Element<'voipDevice'>;
  const known = facts.voipDevices.find((d) => d.device.id === node.id);
  const { firmware } = data;
  const releases = commas([
    firmware?.current === undefined ? '' : `${say.current} ${firmware.current}`,
    firmware?.fallback === undefined ? '' : `${say.fallback}: ${firmware.fallback}`,
  ]);
  const spares = (known?.spares ?? []).map((s) =>
    say.spare(idAndName(s), s.data.firmware ?? '', nameOf(facts, s.data.in)),
  );
  const rows: readonly (readonly [string, string])[] = [
    [say.firmware, releases],
    [say.configRelease, firmware?.configRelease ?? ''],
    [say.changelog, day(firmware?.changelogReviewed)],
    [say.spareRelease, spares.join('; ')],
    [say.generations, commas((known?.backups ?? []).map((b) => `${b.id}: ${b.data.generations ?? '–'}`))],
    [say.count, data.count === undefined ? '' : String(data.count)],
    [say.emergencyCalls, data.emergencyCalls ?? ''],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

function classesOf({ facts }: SectionInput, node: Node, say: Say) {
  if (!facts.voipDevices.some((d) => d.device.id === node.id)) return [];
  const scope = (facts.model.elements.get(node.id) as Element<'voipDevice'>).data.backupScope ?? {};
  const saved = (one: (typeof scope)['settings']): string =>
    one === undefined ? say.notSaid : one === 'included' ? say.isSaved : say.notApplicable(one['not-applicable']);
  return [
    { name: say.settings, saved: saved(scope.settings) },
    { name: say.systemSettings, saved: saved(scope.system) },
    { name: say.logs, saved: saved(scope.logs) },
    { name: say.user, saved: saved(scope.user) },
  ];
}

/** One sheet per telephony device: its releases, what is saved of it, what replaces it. */
export const voip = section({
  name: 'voip',
  page: 'P14',
  extracts: ['role', 'scenario', 'element'],
  words: voipWords,
  view,
  shows: (input) => sheetsIn('voip', input).map((node) => node.id),
  build: (input, say) => {
    const nodes = sheetsIn('voip', input);
    if (nodes.length === 0) return undefined;
    const sheetOf = sheetMaker(input, say);
    const sheets = nodes.map((node) => ({
      ...sheetOf(node),
      own: ownFacts(input, node, say),
      classes: classesOf(input, node, say),
    }));
    return { entries: sheets.map((s) => ({ anchor: s.anchor, title: s.id })), content: { sheets } };
  },
});
