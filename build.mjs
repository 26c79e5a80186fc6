// Bundles the program: one small entry and one chunk per command that loads when it runs, so that `--help` and
// `recovery-order` never pay for the browser or the templates.
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { run: 'src/cli/run.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  sourcemap: false,
  legalComments: 'linked',
  // The browser that comes through the package registry is optional and brings its own files.
  external: ['@sparticuz/chromium'],
  define: { 'process.env.NODE_ENV': '"production"' },
  // Some bundled packages are CommonJS and ask for Node's own modules by require.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: 'warning',
});
