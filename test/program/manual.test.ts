import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/main.ts';
import { roff } from '../../src/cli/manual/roff.ts';
import { exitCode } from '../../src/errors.ts';
import { drplan, exec, root } from '../support/program.ts';

const file = join(root, 'man/drplan.1');
const page = readFileSync(file, 'utf8');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

const isThere = (name: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('the manual page', () => {
  it('is the one that the program prints', async () => {
    const { out, err, code } = await drplan(['manual']);
    expect([out, err, code]).toEqual([page, '', 0]);
  });
  it('is the same on every day', async () => {
    expect((await drplan(['--today', '2031-01-01', 'manual'])).out).toBe(page);
  });
  it('has every command, and says the exit codes as the README does', () => {
    for (const { usage, subcommands } of commands) {
      const [name = ''] = usage.split(' ');
      for (const sub of subcommands ?? [{ usage: '' }]) {
        expect(page).toContain(`.SS \\fB${roff(`drplan ${name} ${sub.usage.split(' ')[0]}`.trim())}\\fR`);
      }
    }
    for (const code of Object.values(exitCode)) {
      const means = new RegExp(`^\\.TP\\n\\\\fB${code}\\\\fR\\n(.*)$`, 'm').exec(page)?.[1] ?? '';
      expect(means).not.toBe('');
      expect(readme).toContain(`| ${code} | ${means.replaceAll('\\-', '-')} |`);
    }
  });
  it('keeps what roff would take for its own', () => {
    expect(roff(".so /etc/passwd\n'x \\fB -a")).toBe("\\&.so /etc/passwd\n\\&'x \\efB \\-a");
  });
});

describe.skipIf(!isThere('mandoc'))('the manual page (needs mandoc)', () => {
  it('has nothing that mandoc warns of', async () => {
    const { out, err } = await exec('mandoc', ['-T', 'lint', '-W', 'warning', file]);
    // A day on it would make it another page with every build.
    const warnings = out.split('\n').filter((line) => line !== '' && !line.includes('missing date'));
    expect([warnings, err]).toEqual([[], '']);
  });
  it('can be read on a terminal of 80 columns', async () => {
    const { out } = await exec('sh', ['-c', `mandoc -T ascii -O width=80 ${file} | sed 's/.\\x08//g'`]);
    expect(out).toContain('drplan recovery-order');
    expect(out).toContain('--failed id...');
    expect(Math.max(...out.split('\n').map((l) => l.length))).toBeLessThanOrEqual(80);
  });
});

describe.skipIf(!isThere('groff'))('the manual page (needs groff)', () => {
  it('has nothing that groff warns of', async () => {
    const { err } = await exec('groff', ['-man', '-Tutf8', '-ww', '-z', file]);
    expect(err).toBe('');
  });
});
