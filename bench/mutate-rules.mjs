// Breaks every rule in every small way and looks whether its examples and tests notice. Development only.
// Usage: node bench/mutate-rules.mjs [--sample N] [rule …]; prints each survivor and a summary, exit code 1 when one is
// left that bench/mutants-left.json does not list with its reason: a list that may only become shorter.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, transformSync } from 'esbuild';
import { mutantsOf } from './mutants.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'src/rules');
const args = process.argv.slice(2);
const sampleAt = args.indexOf('--sample');
const sample = sampleAt < 0 ? 1 : Number(args.splice(sampleAt, 2)[1]);
const wanted = new Set(args);

const files = readdirSync(folder, { withFileTypes: true })
  .filter((e) => e.isDirectory())
  .flatMap((e) => readdirSync(join(folder, e.name)).map((f) => join(folder, e.name, f)))
  .sort();
/** A rule's file as a function body: imports become lookups of the modules that the bundle hands over. */
const plain = (file) =>
  transformSync(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm', target: 'es2023' }).code;
const imported = /import (?:(\{[^}]*\})|\* as (\w+)) from "([^"]+)";/g;
const codeOf = new Map(files.map((file) => [file, plain(file)]));
const modules = new Set();
for (const [file, code] of codeOf) {
  for (const [, , , specifier] of code.matchAll(imported)) {
    if (specifier.startsWith('.')) modules.add(resolve(dirname(file), specifier));
  }
}
/** The tests on rules, run in the same process against the rule as it was broken. */
const tests = ['backup', 'people-and-papers', 'recovery', 'rules'].map((name) =>
  join(root, `test/rules/${name}.test.ts`),
);
const out = mkdtempSync(join(tmpdir(), 'drplan-mutants-'));
const name = (path) => JSON.stringify(path);
const contents = `
${[...modules].map((path, i) => `import * as m${i} from ${name(path)};`).join('\n')}
export const modules = new Map([${[...modules].map((path, i) => `[${name(relative(root, path))}, m${i}]`).join(', ')}]);
export { rules } from ${name(join(folder, 'index.ts'))};
export { cases } from ${name(join(root, 'test/rules/cases/index.ts'))};
export { foundBy, readChanged } from ${name(join(root, 'test/support/changed-plan.ts'))};
export { flaggedBy, readMarked } from ${name(join(root, 'test/support/marked-plan.ts'))};
export { suites } from ${name(join(root, 'bench/small-vitest.mjs'))};
${tests.map((path) => `import ${name(path)};`).join('\n')}
`;
await build({
  stdin: { contents, resolveDir: root, loader: 'ts' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: join(out, 'rules.mjs'),
  alias: { vitest: join(root, 'bench/small-vitest.mjs') },
  define: { 'import.meta.url': JSON.stringify(pathToFileURL(tests[0]).href) },
  logLevel: 'error',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" },
});
const program = await import(pathToFileURL(join(out, 'rules.mjs')).href);
rmSync(out, { recursive: true, force: true });

/** What a rule's file exports once it runs with these lines. */
function evaluate(file, code) {
  const body = code
    .replace(imported, (_, names, all, specifier) => {
      const module = JSON.stringify(relative(root, resolve(dirname(file), specifier)));
      return `const ${names === undefined ? all : names.replaceAll(' as ', ': ')} = modules.get(${module});`;
    })
    .replace(/export \{([^}]*)\};?\s*$/, (_, names) => `return {${names.replaceAll(' as ', ': ')}};`);
  return new Function('modules', body)(program.modules);
}

const casesBy = new Map();
for (const one of program.cases) casesBy.set(one.rule, [...(casesBy.get(one.rule) ?? []), one]);
/** Everything that says what a rule finds: its two examples, and the cases that change them. */
const questionsOf = (rule) => {
  const examples = [
    { yaml: rule.bad, evidence: rule.evidence?.bad },
    { yaml: rule.good, evidence: rule.evidence?.good },
  ].map((example) => {
    const plan = program.readMarked(example);
    return (asked) => same(program.flaggedBy(asked, plan), plan.marks);
  });
  const changed = (casesBy.get(rule.id) ?? []).map((one) => {
    const { facts } = program.readChanged(rule, one);
    return (asked) => same(program.foundBy(asked, facts), one.finds);
  });
  return [...examples, ...changed];
};
const same = (a, b) => a.length === b.length && a.every((x, i) => x === b[i]);

/** Whether the examples or, where these see nothing, the tests that name the rule turn red. */
async function isNoticed(rule, broken, questions) {
  const { check } = rule;
  rule.check = broken.check;
  try {
    for (const holds of questions) if (!holds(rule)) return true;
    for (const { run, concerns } of program.suites) if (concerns(rule.id) && !(await run())) return true;
    return false;
  } catch {
    return true;
  } finally {
    rule.check = check;
  }
}

const listed = new Map(Object.entries(JSON.parse(readFileSync(new URL('mutants-left.json', import.meta.url), 'utf8'))));
const totals = { mutants: 0, killed: 0, listed: 0, survivors: 0 };
const left = [];
let turn = 0;
for (const [file, code] of codeOf) {
  for (const [, rule] of Object.entries(evaluate(file, code))) {
    if (!rule.check || !rule.bad || (wanted.size > 0 && !wanted.has(rule.id))) continue;
    const original = program.rules.find((r) => r.id === rule.id);
    const questions = questionsOf(original);
    if (questions.some((holds) => !holds(original))) throw new Error(`${rule.id} is red`);
    for (const mutant of mutantsOf(code)) {
      if (turn++ % sample !== 0) continue;
      totals.mutants++;
      let broken;
      try {
        broken = Object.values(evaluate(file, mutant.code)).find((r) => r.id === rule.id);
      } catch {
        broken = undefined;
      }
      if (!broken || (await isNoticed(original, broken, questions))) totals.killed++;
      else if (listed.has(`${rule.id}: ${mutant.what}`)) totals.listed++;
      else {
        totals.survivors++;
        left.push(`${rule.id}: ${mutant.what}`);
      }
    }
  }
}
for (const line of left) process.stdout.write(`${line}\n`);
process.stdout.write(`${JSON.stringify(totals)}\n`);
process.exitCode = left.length > 0 ? 1 : 0;
