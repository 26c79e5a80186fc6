import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    coverage: {
      include: ['src/{analysis,diagnostics,inventory,model,recovery,rules,source}/**'],
      thresholds: { lines: 90, branches: 85 },
    },
  },
});
