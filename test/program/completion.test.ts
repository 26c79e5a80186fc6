import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exec, root } from '../support/program.ts';
import { inQuotes, onTerminal } from '../support/terminal.ts';

const dir = mkdtempSync(join(tmpdir(), 'drplan-completion-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const home = join(dir, 'home');
for (const folder of ['bin', 'home', 'my plans/inner']) mkdirSync(join(dir, folder), { recursive: true });
symlinkSync(join(root, 'examples'), join(dir, 'examples'));
symlinkSync(join(root, 'examples/two-sites'), join(home, 'sites'));
// An id that no shell may ever see as anything but text.
mkdirSync(join(dir, 'hostile'));
writeFileSync(
  join(dir, 'hostile/drplan.yaml'),
  'drplan: 1\nplan: {name: X}\nservers: {"$(touch pwned)": {}, "`touch pwned`": {}, "a;touch pwned": {}, "abc": {name: "$(touch pwned)\\e[2J"}}\n',
);
writeFileSync(
  join(dir, 'bin/drplan'),
  `#!/bin/sh\nexec ${inQuotes(process.execPath)} ${inQuotes(join(root, 'bin/drplan.js'))} "$@"\n`,
);
chmodSync(join(dir, 'bin/drplan'), 0o755);
// The shell shows the words of a line instead of running drplan with them.
const echoing =
  'drplan() { if [ "$1" = completion ]; then command drplan "$@"; else printf "<%s>" drplan "$@"; echo END; fi; }';
writeFileSync(
  join(home, '.bashrc'),
  `bind "set bell-style none"\nsource <(drplan completion bash)\n${echoing}\nPS1="ready> "\n`,
);
writeFileSync(
  join(home, '.zshrc'),
  `setopt no_auto_remove_slash\nunset zle_bracketed_paste\nautoload -U compinit; compinit -u -D\nsource <(drplan completion zsh)\n${echoing}\nPS1="ready> "\n`,
);
const { NO_COLOR: _, ...inherited } = process.env;
const env = {
  ...inherited,
  HOME: home,
  ZDOTDIR: home,
  TERM: 'dumb',
  LC_ALL: 'C.UTF-8',
  PATH: `${join(dir, 'bin')}:${process.env['PATH']}`,
};

const isThere = (name: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Types a line with its TAB, then has the shell show the words that it would have run. */
async function completed(shell: string, typed: string): Promise<string> {
  const { shown } = await onTerminal(shell, {
    cwd: dir,
    env,
    prompt: 'ready> ',
    typed: `${typed}\nexit\n`,
  });
  return /^<(.*)>END$/m.exec(shown)?.[1] ?? shown;
}

const sites = 'examples/two-sites';
/** What is typed before TAB, and the words that must stand there then. */
const lines: readonly (readonly [string, string])[] = [
  ['drplan val', 'drplan><validate'],
  ['drplan paper regi', 'drplan><paper><register'],
  ['drplan recovery-order --obj', 'drplan><recovery-order><--objective'],
  ['drplan graph --format mer', 'drplan><graph><--format><mermaid'],
  ['drplan graph --format=mer', 'drplan><graph><--format=mermaid'],
  [
    'drplan validate --format sarif --output-file x --format git',
    'drplan><validate><--format><sarif><--output-file><x><--format><git',
  ],
  [
    `drplan --plan ${sites} impact --scenario farm-col`,
    `drplan><--plan><${sites}><impact><--scenario><farm-cold-start`,
  ],
  [`drplan --plan=${sites} impact --scenario=farm-col`, `drplan><--plan=${sites}><impact><--scenario=farm-cold-start`],
  [
    `drplan impact --plan ${sites} --scenario "farm-col`,
    `drplan><impact><--plan><${sites}><--scenario><farm-cold-start`,
  ],
  [
    'drplan --plan ~/sites impact --scenario farm-col',
    'drplan><--plan><HOME/sites><impact><--scenario><farm-cold-start',
  ],
  [`drplan --plan ${sites} impact --failed san-1=dat`, `drplan><--plan><${sites}><impact><--failed><san-1=data-loss`],
  [
    `drplan --plan ${sites} impact --failed db-1 san-switch-2=dest`,
    `drplan><--plan><${sites}><impact><--failed><db-1><san-switch-2=destroyed`,
  ],
  [
    `drplan --plan ${sites} recovery-order --staff back`,
    `drplan><--plan><${sites}><recovery-order><--staff><backup-admin=`,
  ],
  ['drplan explain reference-unk', 'drplan><explain><reference-unknown'],
  ['drplan --plan my', 'drplan><--plan><my plans/'],
  ['drplan --plan=my', 'drplan><--plan=my plans/'],
  ['drplan --plan hostile impact --failed a', 'drplan><--plan><hostile><impact><--failed><abc'],
  ['drplan --plan nowhere impact --scenario x', 'drplan><--plan><nowhere><impact><--scenario><x'],
];

describe('completion in bash', () => {
  it.each(lines)('%s', async (typed, expected) => {
    expect(await completed('bash --noprofile -i', `${typed}\t`)).toBe(expected.replace('HOME', home));
  });
  it('lists what there is', async () => {
    expect(await completed('bash --noprofile -i', `drplan --plan ${sites} impact --failed san-1=d\u001b*`)).toBe(
      `drplan><--plan><${sites}><impact><--failed><san-1=data-loss><destroyed><disclosed`,
    );
  });
  it('leaves files behind > to the shell', async () => {
    writeFileSync(join(dir, 'notes.txt'), '');
    expect(await completed('bash --noprofile -i', 'drplan schema 2> note\t')).toBe('drplan><schema');
    expect(existsSync(join(dir, 'note'))).toBe(false);
  });
});

describe.skipIf(!isThere('zsh'))('completion in zsh (needs zsh)', () => {
  it.each(lines)('%s', async (typed, expected) => {
    expect(await completed('zsh -i', `${typed}\t`)).toBe(expected.replace('HOME', home));
  });
});

describe.skipIf(!isThere('fish'))('completion in fish (needs fish)', () => {
  const candidates = async (line: string): Promise<readonly string[]> => {
    const script = `drplan completion fish | source; complete -C ${inQuotes(line)}`;
    const { out } = await exec('fish', ['--no-config', '-c', script], { cwd: dir, env });
    return out
      .split('\n')
      .filter(Boolean)
      .map((text) => text.split('\t')[0] ?? '');
  };
  it.each(lines.filter(([line]) => !/"/.test(line)))('%s', async (typed, expected) => {
    const last = expected.split('><').at(-1) ?? '';
    const unchanged = typed.endsWith(` ${last}`);
    const found = (await candidates(typed)).map((text) => text.replaceAll('\\ ', ' '));
    if (unchanged) expect(found.every((word) => word.startsWith(last))).toBe(true);
    else expect(found).toEqual([last]);
  });
  it('says what the words mean', async () => {
    const script = `drplan completion fish | source; complete -C 'drplan --plan ${sites} impact --scenario farm-cold'`;
    const { out } = await exec('fish', ['--no-config', '-c', script], { cwd: dir, env });
    expect(out).toBe('farm-cold-start\tCold start of both sites (scenario)\n');
  });
});

describe('the question behind completion', () => {
  const ask = (...words: string[]) => exec('drplan', ['completion', 'fish', '--', ...words], { cwd: dir, env });
  it('never says a word on stderr and never fails', async () => {
    for (const words of [
      ['--plan', '/dev/null', 'impact', '--failed', ''],
      ['nonsense', ''],
      ['--today', 'x', ''],
      [''],
    ]) {
      const { code, err } = await ask(...words);
      expect([code, err], words.join(' ')).toEqual([0, '']);
    }
  });
  it('hands no control character of a plan to a terminal', async () => {
    const { out } = await ask('--plan', 'hostile', 'impact', '--failed', '');
    expect(out.split('\n').map((l) => l.split('\t')[0])).toEqual(['words', 'abc', '']);
    expect(out).not.toContain('\u001b');
  });
});
