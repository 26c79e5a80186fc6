// What laying out and printing costs beyond one bare print of the same HTML in the same browser (tagged, with outline,
// start of the browser included): time, and memory of the browser (Linux). Usage: node bench/print.mjs [pages ...]
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 100, 1000];
const outfile = join(root, 'node_modules', `.drplan-bench-${process.pid}.mjs`);

/** About so many pages: chapters of a table and steps, references to each of them, in the manner of the templates. */
function book(pages) {
  const css = `@page{size:A4;margin:24mm 16mm 22mm;@bottom-right{content:counter(page) " / " counter(pages) " " counter(page,page-fingerprint)}}
    @counter-style page-fingerprint{system:cyclic;symbols:"";suffix:""}
    body{margin:0;font:12pt/1.35 sans-serif;overflow-wrap:anywhere}table{width:100%;border-collapse:collapse;table-layout:fixed}thead{display:table-header-group}
    td,th{border:.6pt solid;padding:1.4mm}tr{break-inside:avoid}.chapter,.blank-page{break-before:page}.page-ref{display:inline-block;width:3em}`;
  const chapters = Math.max(1, Math.round(pages / 4));
  const rows = (n) =>
    Array.from(
      { length: 48 },
      (_, i) =>
        `<tr id="r${n}-${i}"><td>host-${n}-${i}</td><td>Start the machine and wait</td><td>+49 30 ${n}${i}</td><td>ten minutes</td></tr>`,
    ).join('');
  const steps = (n) =>
    Array.from(
      { length: 16 },
      (_, i) => `<li>Step ${i} of ${n}: look at the display, write down what it says.</li>`,
    ).join('');
  const all = Array.from({ length: chapters }, (_, n) => n);
  const toc = all.map((n) => `<tr><td>Chapter ${n}</td><td><a class="page-ref" href="#c${n}"></a></td></tr>`).join('');
  const body = all.map(
    (n) =>
      `<section id="c${n}" class="chapter" data-recto><h1>Chapter ${n}</h1><p>See <a class="page-ref" href="#c${(n * 7) % chapters}"></a>.</p><table data-continues="Chapter ${n}"><thead><tr><th>Host</th><th>What</th><th>Call</th><th>Time</th></tr></thead><tbody>${rows(n)}</tbody></table><ol>${steps(n)}</ol><p>${`All that has to be known about chapter ${n}. `.repeat(30)}</p></section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>b</title><style>${css}</style></head><body data-continued-text="continued" data-continued-from-text="from"><table><tbody>${toc}</tbody></table>${body.join('')}</body></html>`;
}

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended meanwhile, or there is no /proc.
    return '';
  }
};

/** Memory of all processes of our browsers, in MB, shared parts shared out; 0 where /proc does not tell. */
function memory() {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const ours = new Set(pids.filter((pid) => read(`/proc/${pid}/cmdline`).includes(`drplan-browser-${process.pid}-`)));
  // A browser and its helpers are one process group.
  const groupOf = (pid) => /\) \S+ \d+ (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1];
  const all = pids.filter((pid) => ours.has(groupOf(pid)) || ours.has(pid));
  return (
    all.reduce((sum, pid) => sum + Number(/^Pss: +(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0) / 1024
  );
}

async function measured(work) {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, memory());
  }, 250);
  const before = performance.now();
  const result = await work();
  const time = performance.now() - before;
  clearInterval(timer);
  return { time, most, result };
}

const say = (line) => void process.stdout.write(`${line}\n`);
await build({
  stdin: {
    contents: `export { findBrowser } from './find-browser.ts'; export { startBrowser } from './start-browser.ts'; export { pdfPrinter } from './print-pdf.ts';`,
    resolveDir: join(root, 'src/adapters/browser'),
    loader: 'ts',
  },
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'error',
});
try {
  const { findBrowser, startBrowser, pdfPrinter } = await import(pathToFileURL(outfile).href);
  const found = await findBrowser(undefined, process.env);
  const printer = pdfPrinter(found, process.env);
  say('pages | bare print       | drplan           | layout alone     | time  | memory');
  for (const size of sizes) {
    const html = book(size);
    const job = {
      html,
      title: 't',
      author: 'a',
      language: 'en',
      date: new Date(0),
      fingerprint: (t) => String(t.length),
    };
    const bare = () =>
      measured(async () => {
        const running = await startBrowser(found, process.env);
        const page = await running.browser.newPage();
        await page.setContent(html, { waitUntil: 'load', timeout: 0 });
        await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 });
        await running.stop();
      });
    const rounds = size > 300 ? 1 : 3;
    const best = async (work) => {
      let least = await work();
      for (let i = 1; i < rounds; i++) {
        const next = await work();
        if (next.time < least.time) least = next;
      }
      return least;
    };
    const floor = await best(bare);
    const full = await best(() => measured(() => printer.print(job)));
    const layout = await best(() => measured(() => printer.layout(job)));
    const cell = ({ time, most }) => `${(time / 1000).toFixed(2).padStart(6)} s ${most.toFixed(0).padStart(5)} MB`;
    say(
      `${String(full.result.pages).padStart(5)} | ${cell(floor)} | ${cell(full)} | ${cell(layout)} | ${(full.time / floor.time).toFixed(2)}  | ${(full.most / floor.most).toFixed(2)}`,
    );
  }
} finally {
  rmSync(outfile, { force: true });
}
