import { exitCode, UserError } from '../../errors.ts';
import type { CommandDefinition } from '../command.ts';

/** A small, complete plan to start from. Never overwrites anything. */
export const init: CommandDefinition = {
  usage: 'init',
  summary: 'write a small, complete plan to start from',
  define: (command) => {
    command.argument('[dir]', 'the folder it is written to; default: --plan');
  },
  isForPrograms: () => true,
  run: async (args, _options, { ports, global }) => {
    const dir = args[0] ?? global.plan;
    const names = await ports.assets.list('templates/init');
    for (const name of names) {
      if ((await ports.files.kindOf(`${dir}/${name}`)) !== 'nothing') {
        throw new UserError(
          `${dir}/${name} is there already`,
          exitCode.usage,
          'choose an empty folder; nothing was written',
        );
      }
    }
    for (const name of names) {
      const content = await ports.assets.read(`templates/init/${name}`);
      await ports.files.write(`${dir}/${name}`, content, { overwrite: false });
    }
    await ports.out.write(names.map((name) => `${dir}/${name}\n`).join(''));
    await ports.err.write(`wrote ${names.length} files; check them with: drplan --plan ${dir} validate\n`);
    return exitCode.ok;
  },
};
