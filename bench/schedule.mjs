// The scheduler alone: gaps to proved optima by passes, and time, memory and growth over steps.
// Usage: node bench/schedule.mjs [steps …]   (reference instances are read from ../shared/reference where they are)
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);
const sizes = process.argv.slice(2).map(Number);

const dir = mkdtempSync(join(tmpdir(), 'drplan-bench-'));
const outfile = join(dir, 'scheduler.mjs');
const contents = `
export { search, passesFor } from '${here('../src/recovery/schedule/search.ts')}';
export { parallelRun } from '${here('../src/recovery/schedule/parallel.ts')}';
export { schedule } from '${here('../src/recovery/schedule/schedule.ts')}';
export { problemOf } from '${here('../test/support/scheduling.ts')}';
export { numbers } from '${here('../test/support/random-plan.ts')}';
`;
await build({ stdin: { contents, resolveDir: here('.') }, bundle: true, platform: 'node', format: 'esm', outfile });
const { search, passesFor, parallelRun, schedule, problemOf, numbers } = await import(pathToFileURL(outfile).href);
rmSync(dir, { recursive: true });

const none = new Float64Array(3).fill(Number.NEGATIVE_INFINITY);
const shift = 10_000;

/** Instances with proved optima, as problems. */
function reference() {
  const file = new URL('../../shared/reference/recovery-schedules.json', import.meta.url);
  if (!existsSync(file)) return [];
  return JSON.parse(readFileSync(file, 'utf8')).instances.map((instance) => {
    const place = new Map(instance.tasks.map((t, i) => [t.id, i]));
    const tasks = instance.tasks.map((t) => ({
      ...t,
      needs: t.needs.map(({ k, of }) => ({ k, of: of.map((id) => place.get(id)) })),
    }));
    const team = Object.entries(instance.pools).flatMap(([role, n]) =>
      Array.from({ length: n }, () => ({ roles: [role] })),
    );
    return { family: instance.name.replace(/-.*/, ''), tasks, team, optimum: instance.optimum };
  });
}

const instances = reference();
if (instances.length > 0) {
  say(`Node ${process.version}, ${instances.length} reference instances, mean gap to the proved optimum\n`);
  say(
    '| objective put first | family | passes | mean gap | worst | optimal | ms each |\n|---|---|---|---|---|---|---|',
  );
  const objectives = [
    ['lateness', 'maxLateness', shift],
    ['weighted', 'weightedCompletion', 0],
    ['makespan', 'makespan', 0],
  ];
  for (const [name, key, off] of objectives) {
    for (const family of ['single', 'and', 'andor']) {
      const some = instances.filter((i) => i.family === family);
      for (const passes of [1, 10, 100, 1_000, 10_000]) {
        const start = performance.now();
        const gaps = some.map((i) => {
          const { score } = search(problemOf(i.tasks, i.team, name, off), passes, none);
          const best = i.optimum[key].value;
          // A lateness may be zero or negative: its gap is held against the makespan.
          return name === 'lateness' ? (score[0] - off - best) / i.optimum.makespan.value : score[0] / best - 1;
        });
        const ms = (performance.now() - start) / some.length;
        const mean = (gaps.reduce((a, b) => a + b, 0) / gaps.length) * 100;
        const optimal = gaps.filter((g) => g === 0).length;
        say(
          `| ${name} | ${family} | ${passes} | ${mean.toFixed(2)} % | ${(Math.max(...gaps) * 100).toFixed(1)} % | ${optimal} of ${some.length} | ${ms.toFixed(1)} |`,
        );
      }
    }
    let proved = 0;
    for (const i of instances) if (schedule(problemOf(i.tasks, i.team, name, off)).proved > 0) proved++;
    say(`| ${name} | all | proved optimal | | | ${proved} of ${instances.length} | |`);
  }
}

/** Steps with three needs each, a tenth of them with alternatives, five roles of three people. */
function generated(size) {
  const random = numbers(5);
  const roles = ['a', 'b', 'c', 'd', 'e'];
  const team = roles.flatMap((role) => [{ roles: [role] }, { roles: [role] }, { roles: [role] }]);
  const tasks = Array.from({ length: size }, (_, t) => ({
    duration: 5 + 5 * random(12),
    people: { [roles[random(5)]]: 1 },
    needs:
      t === 0
        ? []
        : Array.from({ length: 3 }, () => ({
            k: 1,
            of: [...new Set(random(10) === 0 ? [random(t), random(t)] : [random(t)])],
          })),
    rto: random(5) === 0 ? 60 * random(100) : 1e9,
    weight: 1 + random(5),
  }));
  const problem = problemOf(tasks, team, 'lateness');
  // One demand for each role, as a plan has them: the generator of the tests makes one for each task.
  const demands = roles.map((_, r) => ({
    slots: [{ units: Int32Array.of(3 * r, 3 * r + 1, 3 * r + 2), whole: false }],
    simple: true,
  }));
  const demandOf = Int32Array.from(tasks, (t) => roles.indexOf(Object.keys(t.people)[0]));
  return { ...problem, demands, demandOf };
}

say(`\nNode ${process.version}, generated steps, 15 people in 5 roles\n`);
say('| steps | one pass | per step | full search | passes | memory |\n|---|---|---|---|---|---|');
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
  const problem = generated(size);
  const run = parallelRun(problem);
  const position = Float64Array.from({ length: size }, (_, t) => t);
  const runs = Math.max(5, Math.floor(200_000 / size));
  run.pass(position);
  let start = performance.now();
  for (let i = 0; i < runs; i++) run.pass(position);
  const pass = (performance.now() - start) / runs;
  start = performance.now();
  const passes = passesFor(size);
  search(problem, passes, none);
  const full = performance.now() - start;
  const memory = process.memoryUsage().rss / 2 ** 20;
  say(
    `| ${size} | ${pass.toFixed(2)} ms | ${((pass * 1e6) / size).toFixed(0)} ns | ${(full / 1000).toFixed(2)} s | ${passes} | ${memory.toFixed(0)} MB |`,
  );
}
