import { describe, expect, it } from 'vitest';
import type { AlignedChannels } from '../../src/config/case.js';
import { mouthLength } from '../../src/transport/tortuosity/channel-mouth.js';

const channels: AlignedChannels = { kind: 'alignedChannels', fraction: 0.2, spacing: 60e-6, shape: 'lamellae',
  misalignment: 0, wallTortuosityFactor: 5 };

describe.each(['lamellae', 'cylinders'] as const)('the mouths of channels: %s', (shape) => {
  const of = (share: number, membrane: number, more: Partial<AlignedChannels> = {}): number =>
    mouthLength({ ...channels, shape, ...more }, share, membrane);

  it('cost nothing where channels and walls take what is before them', () => {
    expect(of(0.2, 30e-6)).toBeCloseTo(0, 18);
  });

  it('cost c^2 phi (1 - phi) d in a membrane so thin that no current spreads in it: Parseval', () => {
    const c = 0.9 / 0.2 - 0.1 / 0.8;
    expect(of(0.9, 1e-9) / (c * c * 0.2 * 0.8 * 1e-9)).toBeGreaterThan(0.97);
    expect(of(0.9, 1e-9) / (c * c * 0.2 * 0.8 * 1e-9)).toBeLessThan(1.0001);
  });

  it('cost in proportion to the spacing in a membrane that is thick beside it', () => {
    expect(of(0.9, 1, { spacing: 30e-6 }) / of(0.9, 1)).toBeCloseTo(0.5, 12);
    // a spacing away from the mouths all has spread
    expect(of(0.9, 60e-6) / of(0.9, 1)).toBeGreaterThan(0.999);
  });
});

it('discs of a small share cost what a disc with an even flux costs on a half space', () => {
  // Carslaw and Jaeger: mean potential of a disc with an even flux, 8 q r/(3 pi kappa)
  const fraction = 0.002;
  const radius = 0.5 * Math.sqrt(fraction);
  const alone = (8 * radius) / (3 * Math.PI) / fraction;
  const found = mouthLength({ ...channels, shape: 'cylinders', fraction, spacing: 1 }, 1, 10);
  expect(found / alone).toBeGreaterThan(0.85);
  expect(found / alone).toBeLessThan(1);
});
