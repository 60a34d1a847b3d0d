import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The cells of the tests, for the benchmarks: the same builders over the same numbers, so that what is timed is what is
 * validated. They are TypeScript that imports src; here they are turned into JavaScript that imports dist.
 */
const build = new URL('.build/', import.meta.url);

export async function loadCells() {
  mkdirSync(build, { recursive: true });
  for (const name of ['dfn-functions', 'dfn-cells', 'dfn-discharge']) {
    const source = readFileSync(new URL(`../test/support/${name}.ts`, import.meta.url), 'utf8');
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
    });
    writeFileSync(new URL(`${name}.js`, build), outputText.replaceAll('\'../../src/', '\'../../dist/'));
  }
  const load = (name) => import(new URL(`${name}.js`, build).href);
  const { performanceOf } = await import('../dist/results/performance.js');
  return { ...(await load('dfn-cells')), ...(await load('dfn-discharge')), performanceOf };
}
