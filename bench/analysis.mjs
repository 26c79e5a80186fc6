// Times of the analyses alone, after reading, in one process: medians of several runs, each on facts made anew.
// Usage: node bench/analysis.mjs [systems …]
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse, impactOf, readPlan } from '../dist/index.js';
import { generate } from './generate.mjs';

const sizes = process.argv.slice(2).map(Number);
const say = (line) => process.stdout.write(`${line}\n`);

const files = (dir) =>
  readdirSync(dir, { recursive: true })
    .filter((f) => f.endsWith('.yaml'))
    .sort()
    .map((f) => ({ path: f, bytes: readFileSync(join(dir, f)) }));

/** Median milliseconds of a piece of work on facts that nobody has looked at. */
function median(reading, runs, work) {
  const times = [];
  for (let i = 0; i < runs; i++) {
    const facts = analyse(reading, '2026-11-23');
    void facts.graph.hold;
    const start = performance.now();
    work(facts);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

say(`Node ${process.version}, medians\n\n| what | time | per system |\n|---|---|---|`);
for (const systems of sizes.length > 0 ? sizes : [2_000, 10_000, 100_000]) {
  const dir = mkdtempSync(join(tmpdir(), 'drplan-bench-'));
  try {
    generate(dir, systems);
    const reading = readPlan(files(dir), { fileBytes: 1 << 23 });
    const runs = systems > 10_000 ? 3 : 7;
    const row = (what, ms) =>
      say(`| ${what}, ${systems} systems | ${ms.toFixed(1)} ms | ${((ms * 1000) / systems).toFixed(2)} µs |`);
    row(
      'build the graph',
      median(reading, runs, (f) => analyse(f, '2026-11-23') && f.graph.complete),
    );
    row(
      'protection needs',
      median(reading, runs, (f) => f.needs.effective(0, 'availability')),
    );
    row(
      'RTO, RPO, MTPD',
      median(reading, runs, (f) => f.timeObjectives),
    );
    row(
      'cumulation proposals',
      median(reading, runs, (f) => f.needs.cumulations('availability')),
    );
    row(
      'distribution proposals',
      median(reading, runs, (f) => f.needs.isIndispensable(0)),
    );
    const first = reading.model.nodes.find((n) => n.kind === 'server')?.id ?? '';
    const failed = [{ element: first, effect: 'destroyed' }];
    row(
      'impact of one loss',
      median(reading, runs, (f) => impactOf(f.model, f.graph, failed)),
    );
    if (systems <= 10_000)
      row(
        'all single points',
        median(reading, runs, (f) => f.weakPoints.singlePoints()),
      );
    if (systems <= 2_000)
      row(
        'apparent redundancy',
        median(reading, runs, (f) => f.weakPoints.apparent()),
      );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
