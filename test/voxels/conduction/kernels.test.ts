import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { conductOnePhase } from '../../../src/voxels/conduction/conduct.js';
import { kernelMemory, plainMemory } from '../../../src/voxels/conduction/kernel-memory.js';
import type { GridSize } from '../../../src/voxels/voxel-grid.js';
import { complement, evenNumbers, marked, overlappingSpheres } from '../images.js';

const { compiledFiles, moduleOf } = await import(
  new URL('../../../tools/kernels.mjs', import.meta.url).href
) as {
  compiledFiles(): readonly (readonly [file: string, text: string])[];
  moduleOf(text: string): number[];
};

it('the compiled kernels are those of the sources: npm run kernels', () => {
  for (const [file, text] of compiledFiles()) expect(readFileSync(file, 'utf8')).toBe(text);
});

describe('compiled and plain kernels', () => {
  /** What every call of every kernel leaves behind, of a whole solution. */
  const recorded = (memory: typeof plainMemory, size: GridSize, mask: Uint8Array) => {
    const left = new Map<string, number[]>();
    const kernels = Object.entries(memory.kernels).map(([name, run]) => {
      if (typeof run !== 'function') return [name, run];
      return [name, (...given: (number | Float32Array)[]) => {
        const result: unknown = Reflect.apply(run, undefined, given);
        // the first call of each: later ones begin with what round-off has made of it
        if (left.has(name)) return result;
        const arrays = given.filter((one) => typeof one !== 'number').flatMap((one) => [...one]);
        left.set(name, typeof result === 'number' ? [...arrays, result] : arrays);
        return result;
      }];
    });
    const found = conductOnePhase(size, () => mask, 1e-5, { ...memory,
      kernels: Object.fromEntries(kernels) as typeof memory.kernels });
    return { left, found };
  };

  it.each<[string, GridSize]>([
    ['rows of whole fours', [15, 14, 16]],
    ['rows with a rest', [21, 18, 17]],
    ['a single row', [1, 1, 400]],
  ])('leave the same in every array, to round-off: %s', (_, size) => {
    const random = evenNumbers(3);
    const mask = marked(size, () => size[0] === 1 || random() < 0.7);
    const [plain, compiled] = [plainMemory, kernelMemory()].map((memory) => recorded(memory, size, mask));
    expect(compiled.left.size).toBeGreaterThan(12);
    expect([...compiled.left.keys()]).toEqual([...plain.left.keys()]);
    for (const [name, values] of plain.left) {
      const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      const differences = compiled.left.get(name)!.map((value, i) => Math.abs(value - values[i]));
      expect(Math.max(...differences), name).toBeLessThanOrEqual(1e-6 * largest);
    }
    expect(compiled.found.conductivity / plain.found.conductivity).toBeCloseTo(1, 6);
    expect(compiled.found.leading).toBe(plain.found.leading);
  });

  it('take as many iterations', () => {
    const pores = complement(overlappingSpheres(50, 5, 0.6));
    const [plain, compiled] = [plainMemory, kernelMemory()].map((memory) =>
      conductOnePhase([50, 50, 50], () => pores, 1e-5, memory)
    );
    expect(kernelMemory()).not.toBe(plainMemory);
    expect(compiled.iterations).toBe(plain.iterations);
    expect(compiled.conductivity / plain.conductivity).toBeCloseTo(1, 6);
  });
});

it('a field is what it was when the memory of the kernels has been taken for another', () => {
  const size: GridSize = [21, 20, 19];
  const { field } = conductOnePhase(size, () => complement(overlappingSpheres(21, 4, 0.3)).slice(0, 21 * 20 * 19));
  const before = [...field!.potential(), ...field!.currents(7), ...field!.byPlane()];
  conductOnePhase([9, 8, 30], () => new Uint8Array(9 * 8 * 30).fill(1));
  const after = [...field!.potential(), ...field!.currents(7), ...field!.byPlane()];
  expect(Math.max(...after.map((value, i) => Math.abs(value - before[i])))).toBeLessThan(1e-6);
});

describe('without WebAssembly', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it.each([['an engine that has none', undefined], ['a page that forbids it', {
    Module: function forbidden() {
      throw new Error('blocked by the policy of the page');
    },
  }]])('the kernels run as they stand: %s', async (_, instead) => {
    vi.stubGlobal('WebAssembly', instead);
    vi.resetModules();
    const alone = await import('../../../src/voxels/conduction/kernel-memory.js');
    expect(alone.kernelMemory()).toBe(alone.plainMemory);
  });

  it('an image that needs more memory than there is for the kernels is solved all the same', () => {
    const short = { ...kernelMemory(), float32: () => {
      throw new RangeError('Maximum memory size exceeded');
    } };
    const found = conductOnePhase([4, 4, 8], () => new Uint8Array(128).fill(1), 1e-5, short);
    expect(found.conductivity).toBeCloseTo(1, 6);
  });
});

it('what the compiler does not know is named', () => {
  expect(() => moduleOf('export function f(a: Float32Array): void { a[0] = a.length; }')).toThrow('a.length');
});
