import { createHash } from 'node:crypto';
import { exitCode, UserError } from '../errors.ts';
import { planFile, type Reading, readPlan } from '../pipeline.ts';
import type { RawFile } from '../ports.ts';
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

function fingerprintOf(files: readonly RawFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file.path}\0`);
    if ('bytes' in file) hash.update(file.bytes);
    hash.update('\0');
  }
  return hash.digest('hex');
}

/**
 * Reads every plan file below `--plan`, once.
 * @throws UserError (usage) when there is no plan: nothing to check is never "all is well".
 */
export async function loadPlan({ ports, global }: Context): Promise<Loaded> {
  const dir = global.plan;
  if ((await ports.files.kindOf(dir)) !== 'folder') {
    throw new UserError(
      `${dir} is not a folder`,
      exitCode.usage,
      'name the folder that holds drplan.yaml with --plan DIR',
    );
  }
  const limits = { fileBytes: global.maxFileSize, totalBytes: global.maxTotalSize, files: global.maxFiles, depth: 32 };
  const files = await ports.files.readTree(dir, isYaml, limits);
  if (files.length === 0) {
    throw new UserError(`there is no plan in ${dir}: no YAML file`, exitCode.usage, 'start one with: drplan init');
  }
  const reading = readPlan(files, limits);
  const { plan } = reading.model;
  return {
    reading,
    hasPlanFile: files.some((f) => f.path === planFile),
    header: {
      tool: { name: 'drplan', version },
      plan: {
        name: plan?.name ?? null,
        version: plan?.version ?? null,
        fingerprint: fingerprintOf(files),
        revision: (await ports.revision(dir)) ?? null,
      },
      today: global.today,
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
  throw new UserError(`there is nothing in the plan to start${why}`, exitCode.usage, 'see: drplan validate');
}

/** Says on stderr what was left out; answers whether there was anything. */
export async function sayLeftOut({ reading }: Loaded, { ports }: Context): Promise<boolean> {
  const { leftOut } = reading.model.problems;
  if (leftOut.length === 0) return false;
  const { safe } = await import('../views/terminal.ts');
  const lines = leftOut.map((l) => `left out: ${safe(l.id ?? l.file)}: ${safe(l.reason)}`);
  await ports.err.write(
    `${lines.slice(0, 20).join('\n')}\n${lines.length > 20 ? `… and ${lines.length - 20} more\n` : ''}`,
  );
  return true;
}
