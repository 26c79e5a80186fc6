// Plans of any size from a seed: realistic elements (12 fields, nested lists, comments), 20 systems a file, three
// requirement entries each, a tenth of them with alternatives.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Mulberry32: the same numbers for the same seed on every machine. */
function numbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Writes a plan of `systems` systems below `dir`; answers the number of files. */
export function generate(dir, systems, seed = 1) {
  const random = numbers(seed);
  mkdirSync(join(dir, 'systems'), { recursive: true });
  const id = (i) => `sys-${String(i).padStart(6, '0')}`;
  const head = 'drplan: 1\nplan: {name: Benchmark, organisation: Bench, owner: admin}\n';
  const records =
    'roles:\n  admin: {name: Administrator, holders: [anna]}\npeople:\n  anna: {name: Anna, phones: [{kind: mobile, number: "+49 30 5550 100"}]}\n' +
    'locations:\n  room: {type: room}\n' +
    'procedures:\n  start: {title: Start a system, steps: [{do: Press the button, expect: It runs, ifFails: Call Anna, takes: 5m}]}\n';
  // One process to a hundred systems, with needs and damage, so that there is something to protect.
  const processes = Array.from({ length: Math.max(3, Math.floor(systems / 100)) }, (_, i) => {
    const uses = [...new Set([id(random(systems)), id(random(systems)), id(random(systems))])].join(', ');
    const need = ['normal', 'high', 'high', 'very-high'][random(4)];
    return `  process-${i}: {uses: [${uses}], protection: {availability: {need: ${need}, reason: Bench}}, damage: {perHour: ${random(9000)} EUR}, rto: 2000h}\n`;
  });
  writeFileSync(join(dir, 'drplan.yaml'), `${head}${records}processes:\n${processes.join('')}`);
  const perFile = 20;
  let files = 1;
  for (let first = 0; first < systems; first += perFile) {
    const lines = ['# Written by the benchmark.', 'servers:'];
    for (let i = first; i < Math.min(systems, first + perFile); i++) {
      const entries = [];
      // Only earlier systems are needed: the plan can be started.
      for (let k = 0; k < 3 && i > 0; k++) {
        const a = id(random(i));
        const b = id(random(i));
        const when = ['run', 'serve', 'start'][random(3)];
        entries.push(random(10) === 0 ? `{anyOf: [${a}, ${b}], when: ${when}}` : `{id: ${a}, when: ${when}}`);
      }
      lines.push(
        `  ${id(i)}:`,
        `    name: System number ${i}`,
        '    # What it is for',
        `    purpose: Does the work of department ${random(40)}`,
        '    owner: admin',
        '    in: room',
        `    hostname: ${id(i)}.example.org`,
        `    address: 10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`,
        '    os: linux',
        `    serialNumber: "00${i}"`,
        `    tags: [bench, t${random(20)}]`,
        '    lastVerified: 2026-10-01',
        ...(entries.length > 0 ? ['    dependsOn:', ...entries.map((e) => `      - ${e}`)] : []),
        '    recovery:',
        `      rto: ${100 + random(900)}h`,
        '      restart: {takes: 5m, procedure: start}',
        '      restore: {takes: 1h, procedure: start}',
      );
    }
    writeFileSync(join(dir, 'systems', `s${String(first).padStart(6, '0')}.yaml`), `${lines.join('\n')}\n`);
    files++;
  }
  return files;
}
