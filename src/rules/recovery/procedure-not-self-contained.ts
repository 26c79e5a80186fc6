import type { Element, Model } from '../../model/model.ts';
import { missing } from '../missing.ts';
import { fieldOf, listed } from '../place.ts';
import type { Rule } from '../rule.ts';
import { stepsOf } from '../steps.ts';

const pointing =
  /\b(see|refer to|consult|according to|described in|documented in|follow|siehe|gemäß|laut|nach|steht im)\b/i;
const elsewhere =
  /\b(wiki|intranet|confluence|sharepoint|manual|handbook|documentation|how-?to|read-?me|knowledge base|vendor's (?:site|page)|handbuch|anleitung|dokumentation)\b|https?:\/\//i;

/** Papers of the plan that can be had without power, by id and name. */
const papersOf = (model: Model): readonly string[] =>
  model
    .of('document')
    .filter((d) => (d.data.forms ?? []).some((f) => f.form !== 'electronic'))
    .flatMap((d) => [d.id, d.name]);

interface Reference {
  readonly path: readonly (string | number)[];
  readonly says: string;
}

/** What a stranger would have to look for outside the plan, or would not find in it. */
function* references(procedure: Element<'procedure'>, model: Model, papers: readonly string[]): Generator<Reference> {
  const procedures = model.of('procedure').map((p) => p.id);
  const verbs = new Set(procedures.filter((id) => id.includes('-')).map((id) => id.slice(0, id.indexOf('-'))));
  const { prerequisites = [], success = '', returnToNormal = '' } = procedure.data;
  const isElsewhere = (text: string): boolean =>
    elsewhere.test(text) && pointing.test(text) && !papers.some((paper) => text.includes(paper));
  const around = [
    ...prerequisites.map((text, i) => ({ text, path: ['prerequisites', i], name: 'what must be there' })),
    { text: success, path: ['success'], name: 'how it is seen that it worked' },
    { text: returnToNormal, path: ['returnToNormal'], name: 'the return to normal' },
  ];
  for (const { text, path, name } of around) {
    if (isElsewhere(text)) yield { path, says: `${name} sends the reader elsewhere ("${text}")` };
  }
  for (const { step, path, name } of stepsOf(procedure)) {
    for (const field of ['do', 'ifFails'] as const) {
      const text = step[field] ?? '';
      if (isElsewhere(text)) yield { path: [...path, field], says: `${name} sends the reader elsewhere ("${text}")` };
      for (const [, id = ''] of text.matchAll(/\b(?:use|with|by|then|run|see)\s+([a-z0-9]+(?:-[a-z0-9]+)+)/gi)) {
        // Only what looks like a procedure of this plan: "use two-factor login" is none.
        if (!verbs.has(id.slice(0, id.indexOf('-'))) || /-(up|in|on|off|out)$/.test(id)) continue;
        if (!model.elements.has(id))
          yield { path: [...path, field], says: `${name} names ${id}, which the plan does not have` };
      }
    }
  }
}

export const procedureNotSelfContained: Rule = {
  id: 'procedure-not-self-contained',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary:
    'A procedure can be followed with the paper alone: it has steps and prerequisites, and all it names is in the plan.',
  why: 'The wiki that explains the restart of the wiki is down.',
  source:
    'M 6.96: restored even without prior knowledge; M 6.138: by personnel not familiar with the previous configuration',
  bad: `
drplan: 1
plan: {name: Office}
virtualMachines:
  shop: {recovery: {restart: {takes: 5m, procedure: start-vm}}}
procedures:
  start-vm:
    title: Start a virtual machine
    prerequisites: The host is up
    steps:
      - {do: Start the machine, command: "qm start {vmId}", expect: No message} # <--
      - {do: Check it, expect: It answers, ifFails: See the wiki} # <--
  stop-vm: # <--
    title: Stop a virtual machine
    steps: [{do: Stop the machine, command: qm stop, expect: No message}]
  stolen: {title: An image was stolen, prerequisites: The list of passwords} # <--
  start-mail:
    title: Start the mail server
    prerequisites: [The host is up, The ports as documented in the wiki] # <--
    steps: [{do: Start the machine, command: systemctl start postfix, expect: No message}]
    success: See the checklist in the intranet # <--
    returnToNormal: Follow the handbook of the vendor # <--
`,
  good: `
drplan: 1
plan: {name: Office}
virtualMachines:
  shop: {vmId: "101", recovery: {restart: {takes: 5m, procedure: start-vm}}}
procedures:
  start-vm:
    title: Start a virtual machine
    prerequisites: The host is up
    steps:
      - {do: Start the machine, command: "qm start {vmId}", expect: No message}
      - {do: Check it, expect: It answers, ifFails: Read the task log; then use stop-vm and begin again}
  stop-vm:
    title: Stop a virtual machine
    prerequisites: None
    steps: [{do: Stop the machine, command: "qm stop {vmId}", expect: No message}]
  stolen:
    title: An image was stolen
    prerequisites: The list of passwords
    steps: [{do: Change each password on the list, expect: The old one is refused}]
`,
  *check({ model, needs, procedureUses, unfilledPlaceholders }) {
    const isGrave = (ids: readonly string[]): boolean =>
      ids.some((id) => needs.effective(model.node(id)?.index ?? -1, 'availability') !== 'normal');
    const severityOf = (ids: readonly string[]) => (isGrave(ids) ? 'error' : 'warning') as 'error' | 'warning';
    const served = (id: string): readonly string[] => procedureUses.of(id).map((use) => use.element);
    const papers = papersOf(model);
    for (const procedure of model.of('procedure')) {
      for (const { path, says } of references(procedure, model, papers)) {
        yield {
          severity: severityOf(served(procedure.id)),
          message: `${procedure.id}: ${says}`,
          hint: 'write here what stands there, or name a procedure or a paper document of the plan',
          location: fieldOf(procedure, ...path),
          element: procedure.id,
        };
      }
    }
    for (const { procedure, name, path, elements } of unfilledPlaceholders) {
      yield {
        severity: severityOf(elements),
        message: `${procedure.id} needs {${name}} of ${listed(elements, 3)}, which ${elements.length === 1 ? 'does' : 'do'} not say it`,
        hint: `add ${name}: to ${elements.length === 1 ? 'it' : 'them'}, or write the value into the step`,
        location: fieldOf(procedure, ...path),
        element: procedure.id,
      };
    }
    const isEmpty = (p: Element<'procedure'>): boolean => stepsOf(p).length === 0;
    const unwritten = {
      one: 'has a title and no steps',
      many: 'have a title and no steps',
      hint: 'add steps: [{do: …, command: …, expect: …, ifFails: …, takes: 5m}]',
    };
    for (const grave of [true, false]) {
      const some = model.of('procedure').filter((p) => isGrave(served(p.id)) === grave);
      for (const one of missing(some, unwritten, isEmpty)) yield { ...one, severity: grave ? 'error' : 'warning' };
    }
    const unprepared = {
      one: 'does not say what must be there before the first step',
      many: 'do not say what must be there before the first step',
      hint: 'add prerequisites: [WHAT IS UP, WHICH KEY OR PASSWORD, WHICH MEDIUM]; "None" where nothing is',
    };
    yield* missing(model.of('procedure'), unprepared, (p) => !isEmpty(p) && !p.data.prerequisites?.length);
  },
};
