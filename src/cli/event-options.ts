import type { Command } from 'commander';

/** The options that say what has happened. */
export interface EventOptions {
  readonly scenario?: string;
  readonly failed?: readonly string[];
  readonly select?: readonly string[];
}

/** Adds them to a command. */
export const withEvent = (command: Command): Command =>
  command
    .option('--scenario <id>', 'what has happened, as the plan describes it')
    .option(
      '--failed <id...>',
      'what has failed, as ID or ID=EFFECT: outage (default), data-loss, destroyed, compromised, disclosed',
    )
    .option(
      '--select <selector...>',
      'what has failed, by what it has in common: kind=, in=, tag=, os=, runsOn=, storedOn=, effect=, joined by commas',
    );
