import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';

/** The library for browsers as whoever bundles it gets it. */
describe('catholith/browser', () => {
  it('is bundled for a browser without anything of Node, and runs', async () => {
    const missing: string[] = [];
    const build = await rolldown({ input: new URL('../src/browser.ts', import.meta.url).pathname, platform: 'browser',
      onLog: (_, { message }) => void missing.push(message) });
    const { output } = await build.generate({ format: 'esm' });
    await build.close();
    expect(missing).toEqual([]);
    expect(
      output.flatMap((chunk) => (chunk.type === 'chunk'
        ? chunk.imports.filter((name) => !output.some(({ fileName }) => fileName === name))
        : [])
      ),
    ).toEqual([]);
    const library = await import('../src/browser.js');
    expect(Object.keys(library)).toEqual(
      expect.arrayContaining(['parseCase', 'runCase', 'limitsOf', 'formatIssue', 'readMeasuredDischarge']),
    );
  });
});
