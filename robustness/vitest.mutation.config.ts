import { defineConfig } from 'vitest/config';

/** The tests that a mutant has to pass: those of its own room, and for the whole run also those against references. */
const tests = process.env.CATHOLITH_MUTATION_TESTS?.split(',') ?? ['test'];

export default defineConfig({
  test: {
    root: '.',
    include: tests.map((path) => (path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.test.ts`)),
    testTimeout: 120_000,
    // they start the built program, or read the sources as text
    exclude: ['test/commands/**', 'test/readme.test.ts', 'test/architecture.test.ts', 'test/robustness/**'],
  },
});
