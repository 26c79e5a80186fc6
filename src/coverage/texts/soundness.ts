import type { Text } from '../demand.ts';
import { said } from '../said.ts';
import { elements, readFiles, thePlan, waivers } from '../things/index.ts';

/** What must hold before anything else can be shown: no text asks for it, and every answer rests on it. */
export const soundness: Text = {
  name: said('Soundness of the plan', 'Stimmigkeit des Plans'),
  counts: 'point',
  demands: [
    {
      number: '5.1',
      demand: said('Every file of the plan could be read', 'Jede Datei des Plans konnte gelesen werden'),
      about: elements,
      shows: [readFiles],
      rules: ['file-unreadable', 'yaml-encoding', 'yaml-limit', 'yaml-empty', 'yaml-syntax', 'yaml-duplicate-key'],
      commands: ['validate'],
    },
    {
      number: '5.2',
      demand: said(
        'What is written has a meaning, and figures have a unit',
        'Was geschrieben steht, hat eine Bedeutung, und Zahlen haben eine Einheit',
      ),
      about: elements,
      shows: [readFiles],
      rules: ['schema-invalid', 'unit-ambiguous'],
      commands: ['validate', 'schema'],
    },
    {
      number: '5.3',
      demand: said(
        'Each name means one element, and there is an element for each name',
        'Jeder Name meint ein Element, und zu jedem Namen gibt es eines',
      ),
      about: elements,
      rules: ['id-duplicate', 'reference-unknown', 'reference-kind-wrong'],
      commands: ['validate'],
    },
    {
      number: '5.4',
      demand: said('What needs what can be computed', 'Was was braucht, lässt sich berechnen'),
      about: elements,
      rules: ['reference-circular', 'requirement-impossible'],
      commands: ['validate'],
    },
    {
      number: '5.5',
      demand: said('No record is from the future', 'Keine Aufzeichnung stammt aus der Zukunft'),
      about: elements,
      rules: ['date-in-future'],
      commands: ['validate'],
    },
    {
      number: '5.6',
      demand: said(
        'Decisions about rules are about rules that exist',
        'Entscheidungen über Regeln betreffen Regeln, die es gibt',
      ),
      about: elements,
      shows: [thePlan, waivers],
      rules: ['rule-unknown'],
      commands: ['validate', 'explain'],
    },
  ],
};
