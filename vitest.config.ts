import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/setup.ts'],
    // Many tests wait for a program or a browser: one worker less than cores would leave half of two idle.
    maxWorkers: '100%',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    coverage: {
      include: ['src/{analysis,diagnostics,inventory,model,recovery,rules,source}/**'],
      thresholds: { lines: 90, branches: 85 },
    },
  },
});
