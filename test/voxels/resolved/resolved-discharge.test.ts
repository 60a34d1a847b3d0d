import { describe, expect, it } from 'vitest';
import { makeStructure } from '../../../src/voxels/made/make-structure.js';
import { ResolvedElectrode, type ResolvedLoad,
  type ResolvedMaterials } from '../../../src/voxels/resolved/resolved-discharge.js';
import type { SegmentedImage } from '../../../src/voxels/segmented-image.js';

const um = 1e-6;
/** U falls by a volt over all stoichiometries; i0 is the same at all. */
const materials: ResolvedMaterials = {
  ionicConductivity: 0.2,
  electronicConductivity: 1,
  diffusivity: 1e-14,
  sites: 50_000,
  thermalVoltage: 0.0257,
  faraday: 96485.33212,
  potential: { evaluate: (s, out) => void out.set([4.2 - s, -1]) },
  exchangeCurrent: { evaluate: (_, out) => void out.set([2, 0]) },
};
const load: ResolvedLoad = { currentDensity: 10, start: 0.3, step: 100, mostSteps: 40, cutoff: 2.5 };

describe('a slab of electrolyte before a slab of active material', () => {
  const [nx, nz] = [2, 16];
  const image: SegmentedImage = {
    size: [nx, nx, nz],
    width: [0.5 * um, 0.5 * um, 0.5 * um],
    labels: Uint8Array.from({ length: nx * nx * nz }, (_, i) => (i < (nx * nx * nz) / 2 ? 2 : 1)),
    phases: ['void', 'activeMaterial', 'electrolyte'],
    phaseOf: Uint8Array.of(0, 1, 2),
    through: 'z',
  };
  const length = (nz / 2) * 0.5 * um;
  const slow = { ...load, currentDensity: 3, mostSteps: 20 };
  const { points, balances } = new ResolvedElectrode(image, materials, slow).run();

  it('settles at U of its surface less what kinetics, ions and electrons take', () => {
    const { ionicConductivity, electronicConductivity, diffusivity, sites, thermalVoltage, faraday } = materials;
    const i = slow.currentDensity;
    const { voltage, stoichiometry } = points[points.length - 1];
    // constant flux into a plate, long after its start: the surface leads the mean by i L / (3 F c D), on n voxels by 1/(2 n^2) more
    const lead = (i * length) / (3 * faraday * sites * diffusivity);
    const surface = stoichiometry + lead * (1 + 1 / (2 * (nz / 2) ** 2));
    const lost = i * (length / ionicConductivity) + 2 * thermalVoltage * Math.asinh(i / (2 * 2));
    const electrons = (i * length) / electronicConductivity;
    expect(voltage).toBeCloseTo(4.2 - surface - lost - electrons, 4);
  });

  it('takes up what passed, and passes what enters', () => {
    const { time, stoichiometry } = points[points.length - 1];
    const charge = (slow.currentDensity * time) / (materials.faraday * materials.sites * length);
    expect(stoichiometry - load.start).toBeCloseTo(charge, 10);
    expect(balances.charge).toBeLessThan(1e-10);
    expect(balances.lithium).toBeLessThan(1e-10);
  });
});

describe('a packing, every voxel its phase', () => {
  const { image } = makeStructure({ voxels: [16, 16, 16], voxelSize: um, seed: 2, overlap: 0.05,
    activeMaterial: { share: 0.5, diameter: 5 * um, deviation: 0.2 },
    electrolyte: { share: 0.4, diameter: 4 * um, deviation: 0.2 } });

  it('balances lithium and charge to 1e-10 and falls to its cut-off', () => {
    const { points, balances, ended, counters } = new ResolvedElectrode(image, materials, { ...load, currentDensity: 20,
      cutoff: 3.5 }).run();
    expect(ended).toBe('cutoff');
    expect(balances.charge).toBeLessThan(1e-10);
    expect(balances.lithium).toBeLessThan(1e-10);
    for (let k = 1; k < points.length; k++) expect(points[k].voltage).toBeLessThan(points[k - 1].voltage);
    expect(counters.krylov / counters.newton).toBeLessThan(40);
  });

  it('is first order in the step', () => {
    const voltage = (step: number): number => {
      const { points } = new ResolvedElectrode(image, materials, { ...load, step, mostSteps: 800 / step }).run();
      return points[points.length - 1].voltage;
    };
    const [coarse, middle, fine] = [voltage(400), voltage(200), voltage(100)];
    expect((coarse - middle) / (middle - fine)).toBeGreaterThan(1.5);
    expect((coarse - middle) / (middle - fine)).toBeLessThan(2.6);
  });
});
