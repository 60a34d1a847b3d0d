import { fileURLToPath } from 'node:url';

/** Whether only some mutants were drawn; see mutate.mjs. */
const sample = process.env.CATHOLITH_MUTANTS !== undefined;

export const rooms = ['solver', 'physics', 'cell', 'transport', 'simulation'];

/**
 * Mutation testing: the five rooms of the solver and the physics are changed a little, one place after the other, and every change that no
 * test notices is listed. See mutate.mjs.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('mutant-sample.mjs', import.meta.url))],
  checkers: sample ? ['drawn'] : [],
  vitest: { configFile: 'robustness/vitest.mutation.config.ts', related: true },
  mutate: [
    ...rooms.map((room) => `src/${room}/**/*.ts`),
    // what runs of the laws is derived.ts
    '!src/physics/laws/*.ts',
    'src/physics/laws/derived.ts',
  ],
  // texts are wording; a message that changes is seen by people
  mutator: { excludedMutations: ['StringLiteral'] },
  // a busy machine is no endless loop
  timeoutFactor: 2,
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 60,
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.CATHOLITH_MUTATION_WORKERS ?? 2),
  incremental: !sample,
  incrementalFile: 'out/mutants/incremental.json',
  tempDirName: 'out/mutants/copies',
  ignorePatterns: ['dist', 'out'],
  reporters: ['progress-append-only', 'clear-text', 'html', 'json', ...(sample ? ['shares'] : [])],
  htmlReporter: { fileName: 'out/mutants/mutants.html' },
  jsonReporter: { fileName: 'out/mutants/mutants.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
