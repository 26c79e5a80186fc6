// Small faults put into one module, one at a time: negated conditions, dropped parts of "and" and "or", neighbours of
// comparisons and numbers, filters and findings left out.
import { parseSync } from '@swc/core';

/** Words for people: what they say is no condition. */
const words = new Set(['message', 'hint', 'label', 'related', 'summary', 'why', 'source', 'bad', 'good', 'evidence']);
const comparisons = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
};

/** Every mutant of a text of JavaScript (ASCII only): its code, and in words what was done. */
export function mutantsOf(code) {
  const tree = parseSync(code, { syntax: 'ecmascript', target: 'es2023' });
  const base = tree.span.start;
  const mutants = [];
  const lead = code.length - code.trimStart().length;
  const start = (node) => node.span.start - base + lead;
  const end = (node) => node.span.end - base + lead;
  const text = (node) => code.slice(start(node), end(node));
  const short = (s) => s.replace(/\s+/g, ' ').slice(0, 160);
  const add = (node, replacement) => {
    const changed = code.slice(0, start(node)) + replacement + code.slice(end(node));
    mutants.push({ code: changed, what: `${short(text(node))} => ${short(replacement)}` });
  };
  const binary = (node) => {
    const { left, right, operator } = node;
    // "?? -1" is what the types ask for where an id is known to be there: no plan reaches it.
    if (operator === '??' && text(right) === '-1') return;
    if (operator === '&&' || operator === '||' || operator === '??') {
      add(node, text(left));
      if (operator !== '??') add(node, `(${text(right)})`);
      return;
    }
    for (const other of comparisons[operator] ?? []) add(node, `${text(left)} ${other} ${text(right)}`);
  };
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const child of node) visit(child);
      return;
    }
    if (node.type === 'KeyValueProperty' && words.has(node.key?.value)) return;
    // esbuild writes undefined as "void 0".
    if (node.type === 'UnaryExpression' && node.operator === 'void') return;
    switch (node.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        add(node.test, `!(${text(node.test)})`);
        break;
      case 'BinaryExpression':
        binary(node);
        break;
      case 'UnaryExpression':
        if (node.operator === '!') add(node, text(node.argument));
        break;
      case 'NumericLiteral':
        add(node, `${node.value + 1}`);
        break;
      case 'YieldExpression':
        add(node, 'void 0');
        break;
      case 'CallExpression': {
        const method = node.callee.type === 'MemberExpression' ? node.callee.property.value : undefined;
        const on = method && text(node.callee.object);
        if (method === 'filter') add(node, `[...${on}]`);
        if (method === 'some' || method === 'every') {
          const other = method === 'some' ? 'every' : 'some';
          add(node, `${on}.${other}(${node.arguments.map((a) => text(a.expression)).join(', ')})`);
        }
        break;
      }
    }
    for (const [key, child] of Object.entries(node)) if (key !== 'span' && typeof child === 'object') visit(child);
  };
  visit(tree.body);
  return mutants;
}
