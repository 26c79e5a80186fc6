import type { exitCode } from '../../errors.ts';

/** What every exit code means, in the words of the README. */
export const exitCodes: Readonly<Record<keyof typeof exitCode, string>> = {
  ok: 'nothing found, everything done',
  findings: 'problems found: errors in the plan, a deadlock',
  usage: 'wrong usage, or nothing to check',
  incomplete: 'done but incomplete: parts of the plan could not be used',
  browser: 'no browser could be found, started or used',
  io: 'input or output failed',
  interrupted: 'ended by the user, while watching',
  bug: 'a bug in drplan',
};

/** Files that drplan looks for, and what they are. */
export const files: readonly (readonly [string, string])[] = [
  ['drplan.yaml', 'the file that makes a folder a plan; every other YAML file below the folder belongs to it too'],
  ['evidence/*.jsonl', 'runs of backups beside the plan, one JSON object a line'],
  ['paper.jsonl', 'the register of printed copies, beside drplan.yaml'],
];

/** Variables of the environment that change something. */
export const environment: readonly (readonly [string, string])[] = [
  ['NO_COLOR', 'present and not empty: no colours'],
  ['FORCE_COLOR', 'colours also where the output is no terminal; 0 or false: none'],
  ['TERM', 'dumb: no colours and nothing that moves'],
  ['LC_ALL, LC_CTYPE, LANG', 'the first that is set; C or POSIX: text for people in ASCII, as with --ascii'],
  ['GITHUB_STEP_SUMMARY', 'where validate --format github writes the whole table'],
  ['USER', 'who is recorded by paper register; --by says otherwise'],
];

/** What people do with it, each line a command. */
export const examples: readonly (readonly [string, string])[] = [
  ['Start a plan and check it:', 'drplan init plan && drplan --plan plan validate'],
  ['What goes down when two systems fail, one of them destroyed:', 'drplan impact --failed san-1 db-1=destroyed'],
  [
    'In an outage: what to do now, with the people who are there:',
    'drplan recovery-order --scenario site-loss --staff admin=2',
  ],
  ['The binder for the safe, as a numbered copy:', 'drplan print --copy 1 --holder Erik --out copy-1.pdf'],
  ['What a finding means:', 'drplan explain reference-unknown'],
];
