// Ratios measured in one run on this machine, against floors: `node -e 0` for starting, js-yaml's plain `load` of the
// same files for reading, one print of the same HTML for paper. Usage: node bench/run.mjs [largest number of systems]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.mjs';

const program = fileURLToPath(new URL('../bin/drplan.js', import.meta.url));
const floor = fileURLToPath(new URL('floor.mjs', import.meta.url));
const largest = Number(process.argv[2] ?? 10_000);
const dir = mkdtempSync(join(tmpdir(), 'drplan-bench-'));

/** Median milliseconds of a command, and its largest memory in MB. */
function measure(args, runs) {
  const times = [];
  for (let i = 0; i <= runs; i++) {
    const before = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 28,
    });
    if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
    if (i > 0) times.push(Number(process.hrtime.bigint() - before) / 1e6);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

const say = (line) => process.stdout.write(`${line}\n`);
const row = (what, ms, base, goal) =>
  say(`| ${what} | ${ms.toFixed(0)} ms | ${base === undefined ? '' : `${(ms / base).toFixed(2)} ×`} | ${goal} |`);

try {
  say(`Node ${process.version}, medians\n\n| what | time | ratio | goal |\n|---|---|---|---|`);
  const bare = measure(['-e', '0'], 20);
  row('node -e 0', bare, bare, 'floor');
  row('drplan --version', measure([program, '--version'], 20), bare, '≤ 1.4 ×');
  row('drplan --help', measure([program, '--help'], 20), bare, '≤ 1.4 ×');
  for (const systems of [20, 1_000, 10_000, 100_000].filter((n) => n <= largest)) {
    const plan = join(dir, String(systems));
    generate(plan, systems);
    const runs = systems > 10_000 ? 1 : systems > 1_000 ? 3 : 7;
    const at = ['--today', '2026-11-23', '--plan', plan];
    const read = measure([floor, plan], runs);
    row(`js-yaml load, ${systems} systems`, read, read, 'floor');
    row(
      `validate, ${systems} systems`,
      measure([program, ...at, 'validate'], runs),
      read,
      systems > 1_000 ? '≤ 1.6 ×' : '≤ 2.5 ×',
    );
    const order = measure([program, ...at, 'recovery-order', '--format', 'json'], runs);
    row(
      `recovery-order, ${systems} systems`,
      order,
      bare,
      systems === 20 ? '≤ 2.2 ×' : systems === 1_000 ? '≤ 6.5 ×' : '',
    );
    row(
      `protection-needs, ${systems} systems`,
      measure([program, ...at, 'protection-needs', '--format', 'csv'], runs),
      read,
      '',
    );
  }
  for (const example of readdirSync(new URL('../examples', import.meta.url))) {
    const plan = fileURLToPath(new URL(`../examples/${example}`, import.meta.url));
    row(
      `print ${example} (PDF)`,
      measure([program, '--today', '2026-11-23', '--plan', plan, 'print', '--out', join(dir, 'x.pdf')], 3),
      undefined,
      '',
    );
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
