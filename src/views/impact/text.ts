import type { DataLoss, Facts, NodeImpact } from '../../analysis/index.ts';
import type { Node } from '../../model/model.ts';
import { elapsed, inWords, safe, table, wrap } from '../terminal.ts';
import type { ImpactReport, ProcessImpact } from './report.ts';
import type { ImpactView } from './view.ts';

const most = 8;
const list = (ids: readonly string[], limit = most): string => {
  const shown = ids.slice(0, limit).map(safe).join(', ');
  return ids.length > limit ? `${shown} and ${ids.length - limit} more` : shown;
};
const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

function failedLines({ event }: ImpactReport, width: number): string[] {
  const byEffect = new Map<string, string[]>();
  for (const { element, effect } of event.failed) byEffect.set(effect, [...(byEffect.get(effect) ?? []), element]);
  return [...byEffect].flatMap(([effect, ids]) => wrap(`${effect}: ${list(ids, 12)}`, width, '    ', '  '));
}

const stateWords: Readonly<Record<ProcessImpact['state'], string>> = {
  stops: 'STOPS',
  later: 'STOPS',
  less: 'HAS LESS',
  'goes-on': 'goes on',
};

function processLines(facts: Facts, { processes }: ImpactReport, width: number): string[] {
  if (processes.length === 0) return ['', 'The plan has no processes: nobody can say who is hit.'];
  const by = (state: ProcessImpact['state']): number => processes.filter((p) => p.state === state).length;
  const parts = [
    `${by('stops')} of ${processes.length} stop at once`,
    by('later') > 0 ? `${by('later')} later` : '',
    by('less') > 0 ? `${by('less')} have less` : '',
    by('goes-on') === 1 ? '1 goes on' : `${by('goes-on')} go on`,
  ];
  const rows = processes
    .filter((p) => p.state !== 'goes-on')
    .map(({ node, state, after, because }) => {
      const { availability } = { availability: facts.needs.effective(node.index, 'availability') };
      const rto = facts.timeObjectives.rto.effective(node.index);
      const when = state === 'later' ? ` after ${elapsed(after)}` : '';
      const reasons = because.length === 0 ? 'it failed itself' : `it needs ${list(because, 4)}`;
      const missing = state === 'less' ? `without ${list(because, 4)}` : reasons;
      return [
        `${stateWords[state]}${when}`,
        safe(node.id),
        availability,
        rto === undefined ? '–' : elapsed(rto),
        missing,
      ];
    });
  const lines = ['', `PROCESSES: ${parts.filter(Boolean).join(', ')}`];
  if (rows.length === 0) return lines;
  return [...lines, ...table(['', 'process', 'availab.', 'RTO', 'because'], rows, width - 2).map((l) => `  ${l}`)];
}

/** "outage with hv-01", "needs dns": why something is down. */
function reason(impact: NodeImpact): string {
  if (impact.because.length === 0) return impact.effects.filter((e) => e !== 'disclosed').join(', ');
  const carried = impact.effects.some((e) => e !== 'disclosed');
  if (carried) return `${impact.effects.filter((e) => e !== 'disclosed').join(', ')} with ${list(impact.because, 4)}`;
  return impact.because.length > 1 ? `too few are left of ${list(impact.because, 4)}` : `needs ${list(impact.because)}`;
}

function downLines(facts: Facts, { impact }: ImpactReport, width: number): string[] {
  const nodes = impact.down.map((d) => facts.model.node(d.id) as Node).filter((n) => n.kind !== 'process');
  const at = (node: Node): NodeImpact => impact.nodes[node.index] as NodeImpact;
  const now = nodes.filter((n) => at(n).after === 0);
  const later = nodes.filter((n) => at(n).after > 0).sort((a, b) => at(a).after - at(b).after || a.index - b.index);
  const lines: string[] = [];
  if (now.length > 0) {
    const rows = now.map((n) => [safe(n.id), n.kind, reason(at(n))]);
    lines.push('', `DOWN AT ONCE: ${now.length}`);
    lines.push(...table(['element', 'kind', 'because'], rows, width - 2).map((l) => `  ${l}`));
  }
  if (later.length > 0) {
    const rows = later.map((n) => [elapsed(at(n).after), safe(n.id), n.kind, reason(at(n))]);
    lines.push('', `DOWN LATER, unless what they need is back before: ${later.length}`);
    lines.push(...table(['after', 'element', 'kind', 'because'], rows, width - 2).map((l) => `  ${l}`));
  }
  return lines;
}

function lessLines(facts: Facts, { impact }: ImpactReport, width: number): string[] {
  const others = impact.degraded.filter((d) => facts.model.node(d.id)?.kind !== 'process');
  const of = (kind: string) => others.filter((d) => d.kind === kind);
  const lines: string[] = [];
  const section = (title: string, items: readonly { id: string; lost: readonly string[] }[]): void => {
    if (items.length === 0) return;
    lines.push('', `${title}: ${items.length}`);
    for (const { id, lost } of items)
      lines.push(...wrap(`${safe(id)}: without ${list(lost, 4)}`, width, '      ', '  '));
  };
  section('UP WITH SOMETHING MISSING', of('function'));
  section('UP WITH LESS REDUNDANCY, one more failure may stop them', of('redundancy'));
  if (impact.perhapsStopped.length > 0) {
    lines.push('', `PERHAPS STOPPED, nobody knows on which host they ran: ${impact.perhapsStopped.length}`);
    lines.push(...wrap(list(impact.perhapsStopped, 20), width, '  '));
  }
  const disclosed = facts.model.nodes.filter(
    (n) => n.kind !== 'backup' && impact.nodes[n.index]?.effects.includes('disclosed'),
  );
  if (disclosed.length > 0) {
    const procedures = facts.model.of('procedure').filter((p) => p.data.action === 'theft');
    const how =
      procedures.length === 0 ? 'the plan has no procedure for it' : `see ${list(procedures.map((p) => p.id))}`;
    lines.push('', `DISCLOSED, others may read what is on them; ${how}: ${disclosed.length}`);
    lines.push(
      ...wrap(
        list(
          disclosed.map((n) => n.id),
          20,
        ),
        width,
        '  ',
      ),
    );
  }
  if (impact.suspect.length > 0) {
    lines.push('', `SUSPECT, to be checked before they are trusted: ${impact.suspect.length}`);
    for (const { id, from } of impact.suspect)
      lines.push(...wrap(`${safe(id)}: through ${safe(from)}`, width, '      ', '  '));
  }
  return lines;
}

/** Services that go on only after somebody has switched over. */
function failoverLines({ awaiting }: ImpactReport, width: number): string[] {
  if (awaiting.length === 0) return [];
  const lines = awaiting.flatMap(({ node, first }) => {
    const { failover } = node.data as { failover?: { takes?: number } };
    const time = failover?.takes === undefined ? '' : `, which takes ${inWords(failover.takes)}`;
    const said = `${safe(node.id)}: ${safe(first)} is down; others are up, but it stands still until it is switched over${time}`;
    return wrap(said, width, '      ', '  ');
  });
  return ['', `DOWN UNTIL SWITCHED OVER: ${awaiting.length}`, ...lines];
}

function lossWords({ upToMinutes, basis, backup }: DataLoss): [string, string] {
  if (upToMinutes === null) return ['everything', 'no usable backup'];
  const how = basis === 'evidence' ? 'newest run in the evidence' : 'its interval';
  return [`up to ${inWords(upToMinutes)}`, `${safe(backup ?? '')}, by ${how}`];
}

function lossLines({ losses, hosts }: ImpactReport, width: number): string[] {
  if (losses.length === 0) return [];
  const rows = losses.map((l) => {
    const [much, from] = lossWords(l);
    return [safe(l.id), much, from];
  });
  const shared = hosts.filter((h) => h.elements.length > 1);
  return [
    '',
    `DATA LOST: ${count(losses.length, 'element')} must be restored`,
    ...table(['element', 'loses', 'restored from'], rows, width - 2).map((l) => `  ${l}`),
    ...shared.flatMap((h) => {
      const none = h.withoutBackup.length > 0 ? `; ${h.withoutBackup.length} lose everything` : '';
      const said = `${safe(h.host)}: ${count(h.elements.length, 'element')} on it lose up to ${inWords(h.sumMinutes)} together, ${inWords(h.worstMinutes)} at most each${none}`;
      return wrap(said, width, '      ', '  ');
    }),
  ];
}

/** For a reader in a hurry: who is hit, what is down and when, what is only weaker, what is lost. */
export const text: ImpactView = {
  name: 'text',
  render: (facts, report, { width }) => {
    const { event, impact } = report;
    const lines = [
      `IMPACT: ${safe(event.name)}`,
      ...failedLines(report, width),
      ...processLines(facts, report, width),
      ...downLines(facts, report, width),
      ...failoverLines(report, width),
      ...lessLines(facts, report, width),
      ...lossLines(report, width),
      '',
      `UP: ${impact.upCount} of ${impact.upCount + impact.down.length} elements`,
    ];
    return `${lines.join('\n')}\n`;
  },
};
