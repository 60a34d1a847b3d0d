import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compositeNetwork } from '../../src/transport/network/composite-network.js';

/**
 * The network against measured composites, with nothing fitted: particle sizes, porosities and bulk values are theirs. It is within a
 * factor of 3 where both phases lead through; near the threshold of the electrolyte (60 and 80 vol% of active material) a cube of six
 * particles across says too much or nothing.
 */
interface Point {
  readonly activeOfSolids: number;
  readonly porosity: number;
  readonly electronic_mS_cm: readonly number[];
  readonly ionic_mS_cm: readonly number[];
}

const data = JSON.parse(readFileSync(new URL('ketter2025.json', import.meta.url), 'utf8'));

/** Diameter of a sphere with the volume of a voxel. */
const ofOneVoxel = Math.cbrt(6 / Math.PI);

describe.each(data.points as Point[])('composite with $activeOfSolids of active material in its solids', (point) => {
  const { activeOfSolids, porosity, electronic_mS_cm, ionic_mS_cm } = point;
  const active = activeOfSolids * (1 - porosity);
  const network = compositeNetwork({
    activeMaterial: active,
    electrolyte: 1 - porosity - active,
    activeDiameter: ofOneVoxel,
    electrolyteDiameter: (ofOneVoxel * data.electrolyteDiameter_um) / data.activeDiameter_um,
    voidDiameter: 1,
  }, { voxels: 60, realisations: 1 });
  const ratioTo = (value: number, measured: readonly number[]): number => value / Math.sqrt(measured[0] * measured[1]);

  it('conducts electrons as measured, within a factor of 3', () => {
    const ratio = ratioTo(data.electronicConductivity_mS_cm * network.electronic, electronic_mS_cm);
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(3);
  });

  it.runIf(activeOfSolids < 0.5)('conducts ions as measured, within a factor of 2', () => {
    const ratio = ratioTo(data.ionicConductivity_mS_cm * network.ionic, ionic_mS_cm);
    expect(ratio).toBeGreaterThan(1 / 2);
    expect(ratio).toBeLessThan(2);
  });
});
