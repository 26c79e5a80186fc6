import type { EventImpact, Facts } from '../../analysis/index.ts';
import type { Element } from '../../model/model.ts';
import { incidentField } from '../incident.ts';
import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';

interface Line {
  readonly audience: string;
  readonly channel?: string | undefined;
  readonly fallback?: string | undefined;
}

/** What takes every channel of a line in this event; undefined: one of them works, or none is named. */
function lostIn({ model }: Facts, event: EventImpact, line: Line): readonly string[] | undefined {
  const named = [line.channel, line.fallback].flatMap((id) => {
    const channel = model.elements.get(id ?? '');
    return channel?.kind === 'channel' ? [channel as Element<'channel'>] : [];
  });
  const lost = named.map((channel) => event.lost(channel.data.dependsOn));
  return named.length > 0 && lost.every((ids) => ids.length > 0) ? [...new Set(lost.flat())] : undefined;
}

export const communicationChannelDependsOnOutage: Rule = {
  id: 'communication-channel-depends-on-outage',
  severity: 'error',
  profiles: ['grundschutz', 'nis2', 'dora'],
  summary: 'Whoever must be told is told over a channel, or its fallback, that works in the emergency.',
  why: 'The mail that mail is down could not be delivered.',
  source: 'incident response course: communication channels; NIS2 4.2.4 (d); computed for the cold start and scenarios',
  bad: `
drplan: 1
plan: {name: Office}
roles: {manager: {count: 2}}
servers: {mail-1: {}}
services: {mail: {role: mail, providers: [mail-1]}}
channels: {mails: {kind: mail, dependsOn: [mail]}, radio: {kind: radio}}
scenarios:
  mail-lost:
    affects: [mail-1]
    communication:
      - {audience: Staff, channel: mails} # <--
incidentResponse:
  communication:
    - {audience: Everybody, channel: mails, by: manager, within: 1h} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
roles: {manager: {count: 2}}
servers: {mail-1: {}}
services: {mail: {role: mail, providers: [mail-1]}}
channels: {mails: {kind: mail, dependsOn: [mail]}, radio: {kind: radio}}
scenarios:
  mail-lost:
    affects: [mail-1]
    communication:
      - {audience: Staff, channel: radio}
incidentResponse:
  communication:
    - {audience: Everybody, channel: mails, fallback: radio, by: manager, within: 1h}
`,
  *check(facts) {
    const { model, scenarioImpacts } = facts;
    for (const [i, line] of (model.incidentResponse?.communication ?? []).entries()) {
      const hit = scenarioImpacts.filter((event) => lostIn(facts, event, line));
      const [first] = hit;
      if (!first) continue;
      yield {
        message: `${line.audience} cannot be told in ${listed(hit.map((e) => e.name))}: ${line.fallback ? `${line.channel} and ${line.fallback} need` : `${line.channel} needs`} ${listed(lostIn(facts, first, line) ?? [])}, which is down then`,
        label: 'no channel works',
        hint: 'add a fallback that needs none of it: mobile, messenger on private telephones, radio, notice board',
        location: incidentField(model, 'communication', i),
        elements: hit.flatMap((e) => (e.scenario ? [e.scenario.id] : [])),
      };
    }
    for (const event of scenarioImpacts) {
      for (const [i, line] of (event.scenario?.data.communication ?? []).entries()) {
        const lost = lostIn(facts, event, line);
        if (!lost || !event.scenario) continue;
        yield {
          message: `${line.audience} cannot be told in ${event.name}: ${line.fallback ? `${line.channel} and ${line.fallback} need` : `${line.channel} needs`} ${listed(lost)}, which is down then`,
          label: 'no channel works',
          hint: 'choose a channel that needs none of it, or add one as fallback',
          location: fieldOf(event.scenario, 'communication', i),
          element: event.scenario.id,
        };
      }
    }
  },
};
