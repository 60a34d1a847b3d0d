/**
 * Mutation testing: the five rooms of the solver and the physics are changed a little, one place after the other, and every change that no
 * test notices is listed. See mutate.mjs.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'robustness/vitest.mutation.config.ts', related: true },
  mutate: ['solver', 'physics', 'cell', 'transport', 'simulation'].map((room) => `src/${room}/**/*.ts`),
  // texts are wording; a message that changes is seen by people
  mutator: { excludedMutations: ['StringLiteral'] },
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.CATHOLITH_MUTATION_WORKERS ?? 2),
  incremental: true,
  incrementalFile: 'out/mutants/incremental.json',
  tempDirName: 'out/mutants/copies',
  ignorePatterns: ['dist', 'out', 'bench', 'docs'],
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  htmlReporter: { fileName: 'out/mutants/mutants.html' },
  jsonReporter: { fileName: 'out/mutants/mutants.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
