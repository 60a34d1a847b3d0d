import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('.', import.meta.url));
const include = ['test/**/*.test.ts'];

/** Files that put something in the place of a module: in the process of others it would stay there. */
const replacing = readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.test.ts')
  && /\bvi\.(mock|resetModules|stubGlobal)\(/.test(readFileSync(`${root}test/${name}`, 'utf8'))
).map((name) => `test/${name.replaceAll('\\', '/')}`);

/** What takes longest, a quarter of a minute and more: begun last, one of them would keep a core waiting for it. */
const longest = ['style', 'study/validate/validate', 'study/reproduce', 'commands/sweep', 'pipeline/random-protocols',
  'validation/losses', 'pipeline/robustness', 'commands/hostile-world'].map((name) => `test/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = [...replacing, ...longest].map((name) => root + name).reverse();
    const place = ({ moduleId }: TestSpecification): number => order.indexOf(moduleId);
    return (await super.sort(files)).sort((a, b) => place(b) - place(a));
  }
}

export default defineConfig({
  // a machine that does other things as well is not a failure
  test: {
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // the default leaves one core to the watcher; a run of tests has none
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    globalSetup: 'test/support/own-folder.ts',
    projects: [
      // every module is read once for all files: half of the time of most files is spent there
      { extends: true,
        test: { name: 'together', include, exclude: [...configDefaults.exclude, ...replacing], isolate: false } },
      { extends: true, test: { name: 'alone', include: replacing } },
    ],
    // on request: npm run coverage [-- test/solver]
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary', 'html'], reportsDirectory: 'out/coverage' },
  },
});
