import type { Command } from 'commander';
import type { ExitCode } from '../errors.ts';
import type { Ports } from '../ports.ts';

/** What every command gets: the world and the options that stand before the command's name. */
export interface Context {
  readonly ports: Ports;
  readonly global: GlobalOptions;
  /** All commands with their options, for those that speak about them: completion, the manual. */
  readonly program: Command;
}

export interface GlobalOptions {
  readonly plan: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly colour: boolean;
  readonly maxFileSize: number;
  readonly maxTotalSize: number;
  readonly maxFiles: number;
}

/** One command: its words for the help, and what it does. */
export interface CommandDefinition {
  /** As commander takes it: `explain <name>`. */
  readonly usage: string;
  readonly summary: string;
  /** Options and arguments. */
  readonly define: (command: Command) => void;
  /** Loads what it needs when it runs; answers the exit code. */
  readonly run: (
    args: readonly string[],
    options: Readonly<Record<string, unknown>>,
    context: Context,
  ) => Promise<ExitCode>;
  /** Whether standard output is read by programs; default: it is with any `--format` but text. */
  readonly isForPrograms?: (options: Readonly<Record<string, unknown>>) => boolean;
  readonly subcommands?: readonly CommandDefinition[];
}
