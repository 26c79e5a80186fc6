import type { Text } from '../demand.ts';
import { elements, readFiles, thePlan, waivers } from '../things/index.ts';

/** What must hold before anything else can be shown: no text asks for it, and every answer rests on it. */
export const soundness: Text = {
  name: 'Soundness of the plan',
  counts: 'point',
  demands: [
    {
      number: '5.1',
      demand: 'Every file of the plan could be read',
      about: elements,
      shows: [readFiles],
      rules: ['file-unreadable', 'yaml-encoding', 'yaml-limit', 'yaml-empty', 'yaml-syntax', 'yaml-duplicate-key'],
      commands: ['validate'],
    },
    {
      number: '5.2',
      demand: 'What is written has a meaning, and figures have a unit',
      about: elements,
      shows: [readFiles],
      rules: ['schema-invalid', 'unit-ambiguous'],
      commands: ['validate', 'schema'],
    },
    {
      number: '5.3',
      demand: 'Each name means one element, and there is an element for each name',
      about: elements,
      rules: ['id-duplicate', 'reference-unknown', 'reference-kind-wrong'],
      commands: ['validate'],
    },
    {
      number: '5.4',
      demand: 'What needs what can be computed',
      about: elements,
      rules: ['reference-circular', 'requirement-impossible'],
      commands: ['validate'],
    },
    {
      number: '5.5',
      demand: 'No record is from the future',
      about: elements,
      rules: ['date-in-future'],
      commands: ['validate'],
    },
    {
      number: '5.6',
      demand: 'Decisions about rules are about rules that exist',
      about: elements,
      shows: [thePlan, waivers],
      rules: ['rule-unknown'],
      commands: ['validate', 'explain'],
    },
  ],
};
