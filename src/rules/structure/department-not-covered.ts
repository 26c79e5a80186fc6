import type { Rule } from '../rule.ts';

export const departmentNotCovered: Rule = {
  id: 'department-not-covered',
  severity: 'warning',
  profiles: ['grundschutz'],
  summary: 'Every department of the organisation has at least one process in the plan.',
  why: 'The department that was not asked is the one whose system is forgotten in the order.',
  source: 'ISO 27002 backup workflow, task 1: collaborating across teams',
  bad: `
drplan: 1
plan:
  name: Office
  responsibility: {initiate: admin, implement: admin}
  departments: [Sales, Finance] # <--
policy: {profiles: [grundschutz]}
roles:
  admin: {name: Administrator}
processes:
  orders: {department: Sales}
`,
  good: `
drplan: 1
plan:
  name: Office
  responsibility: {initiate: admin, implement: admin}
  departments: [Sales, Finance]
policy: {profiles: [grundschutz]}
roles:
  admin: {name: Administrator}
processes:
  orders: {department: Sales}
  invoices: {department: Finance}
`,
  *check({ model }) {
    const at = model.planAt;
    if (!at) return;
    const covered = new Set(model.of('process').map((p) => p.data.department));
    for (const [i, department] of (model.plan?.departments ?? []).entries()) {
      if (covered.has(department)) continue;
      yield {
        message: `no process belongs to the department ${department}`,
        hint: 'ask the department what it cannot do without, and write it as a process',
        location: { ...at, path: [...at.path, 'departments', i] },
      };
    }
  },
};
