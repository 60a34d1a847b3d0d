import { describe, expect, it } from 'vitest';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { diffusivityRatio } from '../../src/transport/secondary-particle.js';
import { loadShippedCase } from '../support/reference-case.js';

const crystals = { kind: 'boundaries' as const, radius: 250e-9, boundaryWidth: 1e-9, crackedShare: 0 };
const ratio = (boundaryDiffusivityRatio: number, changes: Partial<typeof crystals> = {}): number =>
  diffusivityRatio({ ...crystals, boundaryDiffusivityRatio, ...changes }, 5e-6);
const share = 1 - (1 - 1e-9 / 500e-9) ** 3;

describe('diffusivity of a secondary particle', () => {
  it('is that of its crystals where boundaries are like them, whatever their size', () => {
    expect(ratio(1)).toBeCloseTo(1, 12);
    expect(ratio(1, { radius: 2e-9 })).toBeCloseTo(1, 12);
  });

  it('is boundaries in series where they are slow: b d/w', () => {
    expect(ratio(1e-9) / (1e-9 * 500)).toBeCloseTo(1, 2);
  });

  it('is two thirds of the share of the boundaries where they are fast', () => {
    expect(ratio(1e9) / ((2 / 3) * share * 1e9)).toBeCloseTo(1, 2);
  });

  it('is below the crystals of slow boundaries the more, the smaller they are', () => {
    const falling = [1e-6, 1e-7, 1e-8].map((radius) => ratio(1e-3, { radius }));
    expect(falling[0]).toBeLessThan(1);
    expect(falling[1]).toBeLessThan(falling[0]);
    expect(falling[2]).toBeLessThan(falling[1]);
  });

  it('loses the cracked share, of boundaries and of a measured ratio', () => {
    expect(ratio(1e-2, { crackedShare: 0.3 })).toBeCloseTo(0.7 * ratio(1e-2), 12);
    expect(diffusivityRatio({ kind: 'measured', diffusivityRatio: 0.1, crackedShare: 0.5 }, 5e-6)).toBeCloseTo(0.05,
      15);
  });

  it('fills as quickly as a crystal of the length of diffusion: R^2/D = L^2/Dc', () => {
    const ratio = diffusivityRatio({ kind: 'length', diffusionLength: 1.6e-6, crackedShare: 0 }, 5e-6);
    expect((5e-6) ** 2 / ratio).toBeCloseTo((1.6e-6) ** 2, 20);
  });
});

describe('large particles of an oxide', () => {
  const warned = (...set: readonly string[]): readonly string[] => {
    const ready = prepareCase(loadShippedCase('nmc811-li6ps5cl', set));
    return ready.ok ? ready.prepared.warnings.filter((text) => text.includes('single crystal')) : [];
  };

  it('are said to be taken for single crystals, unless the case says what they are', () => {
    expect(warned('cathode.activeMaterial.particleRadius=5 um')).toHaveLength(1);
    expect(warned('cathode.activeMaterial.particleRadius=2 um')).toHaveLength(0);
    expect(
      warned('cathode.activeMaterial.particleRadius=5 um', 'cathode.particles={crystals: {diffusionLength: 1.6 um}}'),
    ).toHaveLength(0);
  });
});
