import { exitCode, UserError } from '../../errors.ts';
import type { CommandDefinition, Context } from '../command.ts';

/** Plan files from what exists. What cannot be known is left out and said, never invented. */
export const importCommand: CommandDefinition = {
  usage: 'import',
  summary: 'write plan files from an inventory that exists',
  define: () => undefined,
  run: async () => exitCode.usage,
  subcommands: [
    {
      usage: 'ansible',
      summary: 'from an Ansible inventory: INI, YAML, host_vars and group_vars',
      define: (command) => {
        command
          .argument('<path>', 'the inventory: a folder or a file')
          .requiredOption('--out <dir>', 'the folder of the plan; drplan.yaml is written where there is none')
          .option('--name <name>', 'the name of the plan; default: the name of the folder')
          .option('--force', 'overwrite files of an earlier import');
      },
      isForPrograms: () => true,
      run: async ([path = ''], options, context) =>
        runImport('ansible', path, options as unknown as ImportOptions, context),
    },
  ],
};

interface ImportOptions {
  readonly out: string;
  readonly name?: string;
  readonly force?: boolean;
}

async function runImport(
  name: string,
  path: string,
  options: ImportOptions,
  { ports, global }: Context,
): Promise<number> {
  const [{ importers }, { readForeign }, { safe }] = await Promise.all([
    import('../../importers/index.ts'),
    import('../foreign.ts'),
    import('../../views/terminal.ts'),
  ]);
  const importer = importers.find((i) => i.name === name);
  if (!importer) throw new Error(`no importer ${name}`);
  const { files, unread } = await readForeign(path, ports, global);
  const folder = path.replace(/\/+$/, '').split('/').at(-1) || 'plan';
  const imported = importer.import(files, { name: options.name ?? folder });
  if (!imported.files.some((file) => file.path !== 'drplan.yaml')) {
    const within = files
      .map((f) => /^(?:.*\/)?[^/]*inventor[^/]*(?=\/)/i.exec(f.path)?.[0])
      .find((f) => f !== undefined);
    throw new UserError(
      `no hosts were found in ${path}; nothing was written`,
      exitCode.usage,
      within === undefined
        ? 'name the folder or file that holds the inventory'
        : `try ${path.replace(/\/+$/, '')}/${within}`,
    );
  }
  for (const file of imported.files) {
    const target = `${options.out}/${file.path}`;
    const there = (await ports.files.kindOf(target)) !== 'nothing';
    if (file.path === 'drplan.yaml' && there) continue;
    if (there && !options.force) {
      throw new UserError(
        `${target} is there already`,
        exitCode.usage,
        'give --force to overwrite it, or another --out',
      );
    }
  }
  for (const file of imported.files) {
    const target = `${options.out}/${file.path}`;
    if (file.path === 'drplan.yaml' && (await ports.files.kindOf(target)) !== 'nothing') continue;
    await ports.files.write(target, file.text, { overwrite: true });
    await ports.out.write(`${target}\n`);
  }
  const lines = [
    ...unread.map((u) => `not read: ${safe(u.path)}: ${safe(u.problem)}`),
    ...imported.findings.map(
      (f) => `${f.severity}: ${safe(f.file)}${f.line === undefined ? '' : `:${f.line}`}: ${safe(f.message)}`,
    ),
    ...imported.summary,
  ];
  await ports.err.write(`${lines.join('\n')}\n`);
  return unread.length > 0 ? exitCode.incomplete : exitCode.ok;
}
