import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const tool = '../../tools/bundling.mjs';
const { spreadsBehind } = await import(tool) as { spreadsBehind: { renderChunk(code: string): string } };
const changed = (code: string): string => spreadsBehind.renderChunk(code);

describe('Spreads that stand first', () => {
  it('follow an empty one where a key follows them, at every depth', () => {
    expect(changed('f({...a, b: {...c, d}})')).toBe('f({...null, ...a, b: {...null, ...c, d}})');
  });

  it('stay as they are alone, behind a key, in lists, and where they take what is left', () => {
    const code = 'const {x, ...left} = {...a}; g({b, ...a}); h([...a, b], ...a)';
    expect(changed(code)).toBe(code);
  });

  it('mean the same: keys in their order, the later value', () => {
    const made = runInThisContext(changed('(a) => Object.entries({...a, y: 3, z: 4})')) as (a: object) => unknown;
    expect(made({ x: 1, y: 2 })).toEqual([['x', 1], ['y', 3], ['z', 4]]);
  });
});
