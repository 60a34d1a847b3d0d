import { defineConfig } from 'vitest/config';
import { BaseSequencer, type Reporter, type RunnerTestCase, type RunnerTestFile,
  type TestSpecification } from 'vitest/node';

/** The tests that a mutant has to pass: those of its own room, and for the whole run also those against references. */
const tests = process.env.CATHOLITH_MUTATION_TESTS?.split(',') ?? ['test'];

/**
 * A file that a mutant breaks before its first test (what its `describe` computes throws) has no test that fails, and Stryker would take the
 * mutant for one that nobody noticed: such a file gets a test that failed.
 */
const brokenFiles: Reporter = {
  onTestRunEnd(modules) {
    for (const { task } of modules as unknown as readonly { readonly task: RunnerTestFile }[]) {
      if (task.result?.errors?.length) {
        task.tasks.push(
          { type: 'test', name: 'has tests', file: task, mode: 'run', result: task.result } as RunnerTestCase,
        );
      }
    }
  },
};

/** A mutant is done with at the first test that fails: files that are quick come first. */
class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).reverse();
  }
}

export default defineConfig({
  test: {
    root: '.',
    include: tests.map((path) => (path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.test.ts`)),
    testTimeout: 600_000,
    reporters: [brokenFiles],
    // they start the built program, or read the sources as text
    exclude: ['test/commands/**', 'test/readme.test.ts', 'test/architecture.test.ts', 'test/robustness/**',
      'test/physics/laws.test.ts'],
    // modules are loaded once for all files: most of the time of a change is spent there
    isolate: false,
    sequence: { sequencer: ShortestFirst },
  },
});
