import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assets, packageRoot } from '../../src/adapters/assets.ts';
import { bundleProgram } from './support/bundle.ts';
import { runProgram } from './support/tools.ts';

const root = join(import.meta.dirname, '../..');

describe('what comes with drplan', () => {
  test('is found from the sources and from a bundle in a folder below', async () => {
    expect(packageRoot()).toBe(root);
    const { file, remove } = await bundleProgram(
      `import { packageRoot } from './adapters/assets.ts'; console.log(packageRoot());`,
    );
    const { out } = await runProgram(process.execPath, [file]);
    await remove();
    expect(out.trim()).toBe(root);
  });

  test('is listed with all files below a folder, sorted, with slashes', async () => {
    const listed = await assets.list('templates');
    expect(listed).toContain('binder/template.hbs');
    expect(listed).toEqual([...listed].sort());
    const partials = (await readdir(join(root, 'templates/binder/partials'))).map((name) => `binder/partials/${name}`);
    expect(listed).toEqual(expect.arrayContaining(partials));
    for (const path of listed) expect(existsSync(join(root, 'templates', path))).toBe(true);
  });

  test('is read byte by byte', async () => {
    const { name } = JSON.parse(new TextDecoder().decode(await assets.read('package.json'))) as { name: string };
    expect(name).toBe('drplan');
  });
});
