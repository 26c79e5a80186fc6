import { exitCode } from '../../errors.ts';
import type { CommandDefinition } from '../command.ts';
import { version } from '../version.ts';

/** The manual page, for packages that install it and for those who have none. */
export const manual: CommandDefinition = {
  usage: 'manual',
  summary: 'print the manual page: drplan manual | man -l -',
  define: () => undefined,
  isForPrograms: () => true,
  run: async (_args, _options, { ports, program }) => {
    const { manualPage } = await import('../manual/page.ts');
    await ports.out.write(manualPage(program, version));
    return exitCode.ok;
  },
};
