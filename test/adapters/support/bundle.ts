import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles TypeScript that imports from the sources to one file a real process can run, in a folder of its own inside the
 * project, so that packages are found as usual. Answers the file and how to remove it.
 */
export async function bundleProgram(
  code: string,
): Promise<{ readonly file: string; readonly remove: () => Promise<void> }> {
  const root = join(import.meta.dirname, '../../..');
  const folder = await mkdtemp(join(root, 'node_modules', '.drplan-test-'));
  const file = join(folder, 'program.mjs');
  await build({
    stdin: { contents: code, resolveDir: join(root, 'src'), loader: 'ts', sourcefile: 'program.ts' },
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'error',
  });
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}
