import { Argument } from 'commander';
import { exitCode } from '../../errors.ts';
import type { CommandDefinition } from '../command.ts';
import { type Shell, scripts, shells } from '../completion/scripts.ts';

/** Completion in shells: the script, and behind `--` the question that the script asks at every TAB. */
export const completion: CommandDefinition = {
  usage: 'completion',
  summary: 'print the script that completes commands, options and ids of the plan in a shell',
  define: (command) => {
    command
      .addArgument(new Argument('<shell>', 'the shell').choices([...shells]))
      .argument('[word...]', 'asked by the script: the words typed so far, behind --');
  },
  isForPrograms: () => true,
  run: async ([shell = '', ...words], _options, context) => {
    const { ports } = context;
    if (words.length === 0) {
      await ports.out.write(scripts[shell as Shell]);
      return exitCode.ok;
    }
    const [{ answerTo }, { safe }] = await Promise.all([
      import('../completion/answer.ts'),
      import('../../views/terminal.ts'),
    ]);
    const { kind, candidates } = await answerTo(words, context);
    // bash has no room for descriptions.
    const lines = candidates.map(({ word, says }) =>
      shell === 'bash' || says === '' ? word : `${word}\t${safe(says)}`,
    );
    await ports.out.write(`${[kind, ...lines].join('\n')}\n`);
    return exitCode.ok;
  },
};
