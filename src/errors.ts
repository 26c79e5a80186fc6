/**
 * What the program says to a script: a closed list, documented in README and `product.md`.
 * New codes may be added; an unknown one means failure.
 */
export const exitCode = {
  /** Nothing found, everything done. */
  ok: 0,
  /** Problems found: findings of severity error, a deadlock. */
  findings: 1,
  /** Wrong usage, broken policy, or nothing to check. */
  usage: 2,
  /** Done but incomplete: parts of the plan were left out. */
  incomplete: 3,
  /** No browser could be found, started or used. */
  browser: 4,
  /** Input or output failed. */
  io: 5,
  /** Ended by the user while watching, as shells say it. */
  interrupted: 130,
  /** A bug in drplan. */
  bug: 70,
} as const;

export type ExitCode = number;

/**
 * Something the user can mend: a wrong flag, a missing folder, a full disk. Caught once, in `main`, and printed
 * without a stack trace. Anything else that is thrown is a bug.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: ExitCode;
  /** What helps, one sentence; printed behind "help:". */
  readonly hint: string | undefined;

  constructor(message: string, code: ExitCode, hint?: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
