import { resolve } from 'node:path';
import { defineConfig } from 'rolldown';
import { spreadsBehind, whenCalled } from './tools/bundling.mjs';

/** What reading and running a case needs: read as one file, as every further one costs half a millisecond, and compiled beforehand. */
const core = new Set();
const coreOf = ['dist/config/read-one-case.js', 'dist/pipeline/run-case.js', 'node_modules/commander/esm.mjs'];

/** Finds `core`, once all modules are known. */
const gatherCore = {
  name: 'gather-core',
  buildEnd() {
    const gather = (id) => {
      if (core.has(id)) return;
      core.add(id);
      this.getModuleInfo(id)?.importedIds.forEach(gather);
    };
    coreOf.forEach((name) => gather(resolve(name)));
  },
};

export default defineConfig([
  /**
   * The command line and the library as a few files that share their chunks: reading 300 small modules takes longer than a simulation. What
   * a run without a report does not need stays in chunks of its own; the drawing libraries stay in node_modules. The package holds these
   * files and the types, not the modules.
   */
  {
    input: { catholith: 'dist/cli.js', index: 'dist/index.js', 'sweep-worker': 'dist/commands/sweep-worker.js',
      'uncertainty-worker': 'dist/commands/uncertainty-worker.js' },
    platform: 'node',
    external: ['@observablehq/plot', 'linkedom', '@resvg/resvg-js', 'dejavu-fonts-ttf', 'tinypool'],
    plugins: [gatherCore, whenCalled, spreadsBehind],
    output: { dir: 'dist/bin', format: 'esm', chunkFileNames: '[name].js', minify: false, comments: false,
      codeSplitting: { groups: [{ name: 'core', test: (id) => core.has(id) }] } },
  },
  /** The library for browsers and workers; nothing is left to be found by whoever bundles it. */
  {
    input: { browser: 'dist/browser.js' },
    platform: 'browser',
    output: { dir: 'dist/bin', format: 'esm', chunkFileNames: 'browser-[name].js', minify: false },
  },
  /** The searches for faults with all that they need: they run where nothing is installed. Not published. */
  {
    input: { main: 'test/robustness/main.ts', 'trial-worker': 'test/robustness/trial-worker.ts' },
    platform: 'node',
    output: { dir: 'dist/robustness', format: 'esm', chunkFileNames: '[name].js', minify: false },
  },
]);
