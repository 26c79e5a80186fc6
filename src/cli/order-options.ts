import { type Command, Option } from 'commander';
import { aims } from '../recovery/recovery.ts';

/** The options that say who is there, what has been done and what matters most. */
export interface OrderFlags {
  readonly staff?: readonly string[];
  readonly present?: readonly string[];
  readonly objective?: (typeof aims)[number];
  readonly passes?: string;
  readonly allowBypass?: boolean;
  readonly from?: string;
  readonly outage?: string;
  readonly done?: readonly string[];
  readonly failedStep?: readonly string[];
  readonly journal?: string;
  readonly against?: string;
}

/** Adds them to a command. */
export const withOrder = (command: Command): Command =>
  command
    .option(
      '--staff <role=n...>',
      'how many holders of a role there are: ROLE=N, or ROLE=N@TIME for those who come later',
    )
    .option('--present <id...>', 'only these people are there')
    .addOption(new Option('--objective <name>', 'what comes first (default: tardiness)').choices([...aims]))
    .option('--passes <n>', 'how many timetables are compared at most')
    .option('--allow-bypass', 'take documented bypasses also where only a promise is kept by them')
    .option('--from <time>', 'the moment of planning: times of the clock are shown (02:40 or 2026-11-30T02:40)')
    .option('--outage <time>', 'when the outage began (default: the alarm time before --from)')
    .option('--done <id...>', 'steps that are finished, or elements that are back')
    .option('--failed-step <id...>', 'steps that have failed')
    .option('--journal <file>', 'what has been done so far, one JSON object a line')
    .option('--against <file>', 'the last order, as --format json wrote it: says first what changed');
