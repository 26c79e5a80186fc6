import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Location } from '../diagnostics/location.ts';
import { exitCode, UserError } from '../errors.ts';
import { isEvidence, type KnownFiles, locate, planFile, type Reading, readPlan } from '../pipeline.ts';
import type { Ports, RawFile } from '../ports.ts';
import type { Header } from '../views/header.ts';
import type { Context } from './command.ts';
import { version } from './version.ts';

/** A plan that was read, and the header that every output of this run carries. */
export interface Loaded {
  readonly reading: Reading;
  readonly header: Header;
  /** Whether there is a `drplan.yaml`: without it, nobody says that this folder is a plan. */
  readonly hasPlanFile: boolean;
}

const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);

/** Whether a file may be part of a plan. */
export const isPlanFile = (path: string): boolean => isYaml(path) || isEvidence(path);

function fingerprintOf(files: readonly RawFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file.path}\0`);
    if ('bytes' in file) hash.update(file.bytes);
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** A "what if" file; its name must not be that of a plan file, or places could not be told apart. */
async function overlayFile(ports: Ports, path: string, files: readonly RawFile[]): Promise<RawFile> {
  const name = files.some((f) => f.path === path) ? `./${path}` : path;
  return { path: name, bytes: await ports.files.read(path) };
}

/**
 * A slip in a "what if" would answer another question than the one asked.
 * @throws UserError (usage) with the first mistake in such a file, and its place
 */
function refuseBadOverlay(reading: Reading, names: ReadonlySet<string>): void {
  if (names.size === 0) return;
  const { references, duplicates } = reading.model.problems;
  const say = (at: Location, message: string, hint?: string): never => {
    const { line, column } = locate(reading, at);
    throw new UserError(`${at.file}:${line}:${column}: ${message}`, exitCode.usage, hint);
  };
  const wrong = reading.findings.find((f) => f.severity === 'error' && names.has(f.location.file));
  if (wrong) say(wrong.location, wrong.message, wrong.hint);
  const bad = references.find((r) => names.has(r.at.file));
  if (bad)
    say(bad.at, `"${bad.to}" ${bad.found ? `is a ${bad.found}, which does not fit here` : 'is not in the plan'}`);
  const twice = duplicates.find((d) => [d.kept, ...d.others].some((at) => names.has(at.file)));
  const at = twice && [twice.kept, ...twice.others].find((l) => names.has(l.file));
  if (twice && at)
    say(at, `"${twice.id}" is in the plan under another collection`, 'change it in the collection it is in');
}

/**
 * Reads every plan file below `--plan`, once, and lays the "what if" files over it.
 * @param known files as they were read before, where the plan is read again and again
 * @throws UserError (usage) when there is no plan: nothing to check is never "all is well".
 */
export async function loadPlan(
  { ports, global }: Context,
  over: readonly string[] = [],
  known?: KnownFiles,
): Promise<Loaded> {
  const dir = global.plan;
  if ((await ports.files.kindOf(dir)) !== 'folder') {
    throw new UserError(
      `${dir} is not a folder`,
      exitCode.usage,
      'name the folder that holds drplan.yaml with --plan DIR',
    );
  }
  const limits = { fileBytes: global.maxFileSize, totalBytes: global.maxTotalSize, files: global.maxFiles, depth: 32 };
  // A "what if" file that lies in the plan folder is no part of the plan.
  const apart = new Set(over.map((path) => resolve(ports.cwd, path)));
  const isPart = (path: string): boolean => isPlanFile(path) && !apart.has(resolve(ports.cwd, dir, path));
  const files = await ports.files.readTree(dir, isPart, limits);
  if (!files.some((f) => isYaml(f.path))) {
    throw new UserError(`there is no plan in ${dir}: no YAML file`, exitCode.usage, 'start one with: drplan init');
  }
  const laid = await Promise.all(over.map((path) => overlayFile(ports, path, files)));
  const reading = readPlan(files, limits, laid, known);
  refuseBadOverlay(reading, new Set(laid.map((f) => f.path)));
  const { plan } = reading.model;
  return {
    reading,
    hasPlanFile: files.some((f) => f.path === planFile),
    header: {
      tool: { name: 'drplan', version },
      plan: {
        name: plan?.name ?? null,
        version: plan?.version ?? null,
        fingerprint: fingerprintOf([...files, ...laid]),
        revision: (await ports.revision(dir)) ?? null,
      },
      today: global.today,
      ...(laid.length > 0 ? { with: laid.map((f) => f.path) } : {}),
    },
  };
}

/**
 * An outage must not be answered with "nothing has to be started" because nothing could be read.
 * @throws UserError (usage) when the plan has no element that can be up or down.
 */
export function refuseEmpty({ reading }: Loaded): void {
  if (reading.model.nodes.length > 0) return;
  const reasons = reading.model.problems.leftOut.slice(0, 3).map((l) => `${l.file}: ${l.reason}`);
  const why = reasons.length > 0 ? ` (${reasons.join('; ')})` : ': it has no processes, systems or services';
  throw new UserError(
    `there is nothing in the plan that can be up or down${why}`,
    exitCode.usage,
    'see: drplan validate',
  );
}

/** Says on stderr what was left out, elements and fields; answers whether there was anything. */
export async function sayLeftOut({ reading }: Loaded, { ports }: Context): Promise<boolean> {
  const { leftOut } = reading.model.problems;
  const errors = reading.findings.filter((f) => f.severity === 'error').length;
  if (errors > 0) {
    const said =
      errors === 1
        ? '1 error: a field that could not be read is'
        : `${errors} errors: fields that could not be read are`;
    await ports.err.write(`the plan has ${said} left out; see: drplan validate\n`);
  }
  if (leftOut.length === 0) return errors > 0;
  const { safe } = await import('../views/terminal.ts');
  const lines = leftOut.map((l) => `left out: ${safe(l.id ?? l.file)}: ${safe(l.reason)}`);
  await ports.err.write(
    `${lines.slice(0, 20).join('\n')}\n${lines.length > 20 ? `… and ${lines.length - 20} more\n` : ''}`,
  );
  return true;
}
