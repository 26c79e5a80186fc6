import { Option } from 'commander';
import { exitCode } from '../../errors.ts';
import type { CommandDefinition } from '../command.ts';

/** The schemas that drplan publishes: what authors write, and what its JSON outputs look like. */
export const schema: CommandDefinition = {
  usage: 'schema',
  summary: 'print a JSON Schema: of plan files (for editors) or of an output',
  define: (command) => {
    command.addOption(
      new Option('--of <document>', 'which one')
        .choices([
          'plan',
          'validate',
          'protection-needs',
          'impact',
          'weak-points',
          'recovery-order',
          'shutdown-order',
          'graph',
          'paper',
          'due',
          'coverage',
          'binder',
          'error',
        ])
        .default('plan'),
    );
  },
  isForPrograms: () => true,
  run: async (_args, options, { ports }) => {
    const { schemaOf } = await import('../schemas.ts');
    await ports.out.write(schemaOf(options['of'] as string));
    return exitCode.ok;
  },
};
