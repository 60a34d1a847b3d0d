import { defineConfig } from 'vitest/config';

export default defineConfig({
  // a machine that does other things as well is not a failure
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // the default leaves one core to the watcher; a run of tests has none
    maxWorkers: '100%',
    // on request: npm run coverage [-- test/solver]
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary', 'html'], reportsDirectory: 'out/coverage' },
  },
});
