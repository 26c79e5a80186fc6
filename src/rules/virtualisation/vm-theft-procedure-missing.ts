import { keyOf } from '../place.ts';
import type { Rule } from '../rule.ts';

export const vmTheftProcedureMissing: Rule = {
  id: 'vm-theft-procedure-missing',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Where machines are virtual, a procedure says what is done when an image is stolen.',
  why: 'A stolen image keeps running elsewhere, with all its passwords; nobody has to carry anything out of the house.',
  source: 'M 6.138: is there a procedure for the theft of virtual IT systems?',
  bad: `
drplan: 1
plan: {name: Office}
hypervisors: {hv-1: {}}
virtualMachines:
  web: {runsOn: hv-1} # <--
`,
  good: `
drplan: 1
plan: {name: Office}
hypervisors: {hv-1: {}}
virtualMachines:
  web: {runsOn: hv-1}
procedures: {stolen: {title: An image was stolen, action: theft}}
`,
  *check({ model }) {
    const [first] = model.of('virtualMachine');
    if (!first || model.of('procedure').some((p) => p.data.action === 'theft')) return;
    yield {
      message: `no procedure says what is done when an image of one of the virtual machines (${model.of('virtualMachine').length}) is stolen`,
      hint: 'add a procedure with action: theft: whom to tell, which passwords and keys to change',
      location: keyOf(first),
      elements: model.of('virtualMachine').map((vm) => vm.id),
    };
  },
};
