import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that the tests of paper and faults read with, and the Debian packages that hold them. */
const tools = {
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
  strace: 'strace',
  scram: 'scram',
  script: 'bsdutils',
  zsh: 'zsh',
  fish: 'fish',
  mandoc: 'mandoc',
};

const isThere = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/**
 * Installs what is missing where that is possible (Debian, root). Where it is not, tests that need it are skipped by
 * name, and in CI they fail.
 */
export default function setup(): void {
  const missing = () => Object.entries(tools).filter(([name]) => !isThere(name));
  if (missing().length === 0) return;
  const packages = [...new Set(missing().map(([, name]) => name))];
  if (process.getuid?.() === 0 && isThere('apt-get')) {
    process.stderr.write(`installing for the tests: ${packages.join(', ')}\n`);
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    try {
      execFileSync('apt-get', ['update'], options);
      execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
    } catch {
      // What is still missing is told below.
    }
  }
  const left = missing().map(([name]) => name);
  if (left.length === 0) return;
  const message = `tests that need ${left.join(', ')} cannot run; install ${packages.join(', ')}`;
  if (process.env['CI'] === 'true') throw new Error(message);
  process.stderr.write(`${message}; they are skipped\n`);
}
