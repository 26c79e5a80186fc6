import type { Ports } from '../ports.ts';
import type { Report } from '../reporters/index.ts';
import type { Checked } from './check-plan.ts';
import type { Context } from './command.ts';
import type { Output } from './report-outputs.ts';

/** Writes what was found in every form that was asked for, and the summary to stderr. @throws UserError (io). */
export async function report(
  { diagnostics, baselined, first, loaded: { reading, header } }: Checked,
  outputs: readonly Output[],
  { ports, global }: Context,
): Promise<void> {
  const [{ reporters, summaryLine }, { painter }, { rules }, { hashOf }] = await Promise.all([
    import('../reporters/index.ts'),
    import('./colour.ts'),
    import('../rules/index.ts'),
    import('./hash.ts'),
  ]);
  const findings: Report = {
    header,
    files: reading.files,
    elements: reading.elements,
    baselined,
    first,
    diagnostics,
    prefix: await ports.placeInCheckout(global.plan),
    paths: reading.paths,
    rules,
    hash: hashOf,
  };
  const width = ports.out.columns ? { width: ports.out.columns } : {};
  for (const { format, file } of outputs) {
    const reporter = reporters.find((r) => r.name === format);
    if (!reporter) throw new Error(`no reporter ${format}`);
    const paint = await painter(global.colour && file === undefined);
    const text = reporter.render(findings, { paint, ...(file === undefined ? width : {}) });
    if (file === undefined) await ports.out.write(text);
    else await ports.files.write(file, text, { overwrite: true });
  }
  if (outputs.some((o) => o.format === 'github')) await addStepSummary(findings, ports);
  if (outputs.some((o) => o.file === undefined && o.format === 'json')) return;
  await ports.err.write(`${summaryLine(findings)}\n`);
}

/** The whole table on the page of the run: annotations show only the first ten. @throws UserError (io). */
async function addStepSummary(findings: Report, ports: Ports): Promise<void> {
  const file = ports.env['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '') return;
  const { reporters } = await import('../reporters/index.ts');
  const table = reporters.find((r) => r.name === 'markdown')?.render(findings) ?? '';
  await ports.files.append(file, table);
}
