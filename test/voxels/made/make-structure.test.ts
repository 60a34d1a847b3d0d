import { describe, expect, it } from 'vitest';
import { conductOnePhase, conductPhases } from '../../../src/voxels/conduction/conduct.js';
import { madeElectrode } from '../../../src/voxels/made/made-electrode.js';
import { makeStructure } from '../../../src/voxels/made/make-structure.js';
import { particleContacts } from '../../../src/voxels/made/particle-contacts.js';
import { relax } from '../../../src/voxels/made/relax.js';
import { signedDistance } from '../../../src/voxels/made/signed-distance.js';
import { scatteredSpheres } from '../../../src/voxels/made/spheres.js';
import { madePhases, type Pattern, type StructurePlan } from '../../../src/voxels/made/structure-plan.js';
import { crossings } from '../../../src/voxels/measures/crossings.js';
import { electrodeStructure } from '../../../src/voxels/measures/electrode-structure.js';
import { twoPoint } from '../../../src/voxels/measures/two-point.js';
import { volumeFractions } from '../../../src/voxels/segmented-image.js';

const um = 1e-6;
const edge = 40;
const powder: StructurePlan = {
  voxels: [edge, edge, edge],
  voxelSize: um,
  seed: 3,
  overlap: 0.05,
  activeMaterial: { share: 0.45, diameter: 9 * um, deviation: 0.2 },
  electrolyte: { share: 0.35, diameter: 6 * um, deviation: 0.2 },
};
const filling = (share: number) => ({ share, deviation: 0 });
const pattern = (changes: Partial<Pattern>): Pattern => (
  { shape: 'lamellae', phase: 'electrolyte', share: 0.2, period: 20 * um, tilt: 0, waviness: 0.25, ...changes }
);
const label = (name: (typeof madePhases)[number]): number => madePhases.indexOf(name);
const mask = (plan: StructurePlan, name: (typeof madePhases)[number]): Uint8Array =>
  Uint8Array.from(makeStructure(plan).image.labels, (one) => Number(one === label(name)));
const sharesOf = (plan: StructurePlan): number[] => volumeFractions(makeStructure(plan).image);

describe('shares', () => {
  const films = { carbon: { share: 0.03, at: 'contacts' as const }, binder: { share: 0.02, at: 'surfaces' as const } };
  it.each<[string, StructurePlan, number[]]>([
    ['a powder', powder, [0.2, 0.45, 0.35, 0, 0]],
    ['films and cracks', { ...powder, ...films, cracks: { share: 0.5, width: 1.5 * um } }, [0.15, 0.45, 0.35, 0.03,
      0.02]],
    ['soft electrolyte that fills, with voids', { ...powder, electrolyte: filling(0.45), voidDiameter: 5 * um }, [0.1,
      0.45, 0.45, 0, 0]],
    ['85 vol% pressed', { ...powder, activeMaterial: { ...powder.activeMaterial, share: 0.55 },
      electrolyte: { ...powder.electrolyte, share: 0.3 } }, [0.15, 0.55, 0.3, 0, 0]],
    ['channels in a powder', { ...powder, pattern: pattern({ shape: 'channels' }) }, [0.2, 0.45, 0.35, 0, 0]],
    ['voids as lamellae', { ...powder, pattern: pattern({ phase: 'void' }) }, [0.2, 0.45, 0.35, 0, 0]],
  ])('of %s are those asked for, to a voxel', (_, plan, shares) => {
    for (const [k, share] of sharesOf(plan).entries()) expect(Math.abs(share - shares[k])).toBeLessThan(2 / edge ** 3);
  });

  it('follow a profile slice by slice', () => {
    const { image } = makeStructure({ ...powder, activeMaterial: { ...powder.activeMaterial, share: [0.3, 0.6] } });
    for (const z of [0, 10, 25, 39]) {
      const slice = Array.from(image.labels.subarray(z * edge ** 2, (z + 1) * edge ** 2));
      const got = slice.filter((one) => one === 1).length / edge ** 2;
      expect(Math.abs(got - (0.3 + (0.3 * (z + 0.5)) / edge))).toBeLessThan(1 / edge ** 2);
    }
  });
});

describe('patterns', () => {
  const of = (changes: Partial<Pattern>, share = 0.2): StructurePlan => (
    { ...powder, activeMaterial: filling(1 - share), electrolyte: filling(share),
      pattern: pattern({ share, ...changes }) }
  );
  const conducts = (plan: StructurePlan): number =>
    conductOnePhase(plan.voxels, () => mask(plan, 'electrolyte')).conductivity;

  it.each(['lamellae', 'channels'] as const)('%s along the current conduct with their share: tau = 1', (shape) => {
    const plan = of({ shape });
    const [, , share] = sharesOf(plan);
    expect(conducts(plan)).toBeCloseTo(share, 5);
    expect(Math.abs(share - 0.2)).toBeLessThan(shape === 'lamellae' ? 1e-9 : 0.02);
  });

  it('leaning lamellae are tau = 1/cos^2 or worse, the walls of the box being in their way', () => {
    const tilt = Math.PI / 6;
    const plan = of({ tilt, period: 8 * um }, 0.5);
    const [, , share] = sharesOf(plan);
    expect(share / conducts(plan)).toBeGreaterThan(1 / Math.cos(tilt) ** 2);
  });

  it('a labyrinth of the gyroid has tau = 1.5 where voxels are fine, below the bound of Hashin and Shtrikman', () => {
    const repeated = (period: number): number => {
      const plan = { ...of({ shape: 'gyroid', period: period * um }, 0.5), voxels: [period, period, period] as const };
      const conductivity = madePhases.map((name) => Number(name === 'electrolyte'));
      const { size, width, labels, phaseOf } = makeStructure(plan).image;
      return conductPhases({ size, width, code: labels, phaseOf, conductivity, ends: 'periodic' }).conductivity;
    };
    const [coarse, fine] = [repeated(20), repeated(40)];
    expect(fine).toBeLessThan((2 * 0.5) / (3 - 0.5));
    // stairs cost in first order of the voxel
    expect(0.5 / (2 * fine - coarse)).toBeCloseTo(1.5, 1);
  });

  it.each(['lattice', 'textile', 'freezeCast'] as const)('%s leads through, with less than its share', (shape) => {
    const plan = of({ shape }, 0.4);
    const [, , share] = sharesOf(plan);
    expect(Math.abs(share - 0.4)).toBeLessThan(0.03);
    expect(conducts(plan)).toBeLessThan(share);
    expect(conducts(plan)).toBeGreaterThan(0.05);
  });

  it('a straight channel in a powder helps ions', () => {
    const ions = (plan: StructurePlan): number =>
      conductOnePhase(plan.voxels, () => mask(plan, 'electrolyte')).conductivity;
    expect(ions({ ...powder, pattern: pattern({ shape: 'channels' }) })).toBeGreaterThan(1.3 * ions(powder));
  });
});

describe('packings', () => {
  it('are the same for the same seed, and others for another', () => {
    const labels = (seed: number) => makeStructure({ ...powder, seed }).image.labels;
    expect(labels(3)).toEqual(labels(3));
    expect(labels(4)).not.toEqual(labels(3));
  });

  it('have spheres with the volume, mean and deviation asked for', () => {
    const box = [100, 100, 100];
    const { count, places } = scatteredSpheres(box, { share: 0.5, diameter: 6, deviation: 0.3 }, 1);
    const diameters = Array.from({ length: count }, (_, k) => 2 * places[4 * k + 3]);
    const mean = diameters.reduce((sum, d) => sum + d, 0) / count;
    const deviation = Math.sqrt(diameters.reduce((sum, d) => sum + (d - mean) ** 2, 0) / count);
    expect(diameters.reduce((sum, d) => sum + (Math.PI / 6) * d ** 3, 0) / 1e6).toBeCloseTo(0.5, 9);
    expect(mean).toBeCloseTo(6, 0);
    expect(deviation / mean).toBeCloseTo(0.3, 1);
  });

  it('push spheres apart until none overlaps by more than allowed, across the sides as well', () => {
    const box = [30, 30, 30];
    const spheres = scatteredSpheres(box, { share: 0.35, diameter: 6, deviation: 0.1 }, 2);
    const { residualOverlap } = relax(box, [{ spheres, stiffness: 1 }], 0.05);
    expect(residualOverlap).toBeLessThan(2e-3);
    const { count, places: p } = spheres;
    let worst = Infinity;
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < i; j++) {
        const distance = Math.hypot(...box.map((width, axis) => {
          const d = p[4 * i + axis] - p[4 * j + axis];
          return d - width * Math.round(d / width);
        }));
        worst = Math.min(worst, distance / (p[4 * i + 3] + p[4 * j + 3]));
      }
    }
    expect(worst).toBeGreaterThan(0.9);
  });

  it('voxels of a sphere have its volume, in better than first order of the voxel', () => {
    const miss = (radius: number): number => {
      const size = [4 * radius, 4 * radius, 4 * radius] as const;
      const { nearest } = signedDistance(size, { count: 1, places: Float64Array.of(0.3, 0.1, 0.2, radius) }, 1);
      const inside = nearest.reduce((sum, distance) => sum + Number(distance <= 0), 0);
      return Math.abs(inside / ((4 / 3) * Math.PI * radius ** 3) - 1);
    };
    expect(miss(5)).toBeLessThan(0.03);
    expect(miss(20)).toBeLessThan(0.002);
  });

  it('correlate as their share at no distance, as its square far apart', () => {
    const plan = { ...powder, voxels: [80, 80, 80] as const };
    const { image } = makeStructure(plan);
    const [none, ...far] = twoPoint(image, label('activeMaterial'), [0, 30, 33, 36, 39]);
    expect(none).toBeCloseTo(0.45, 4);
    expect(far.reduce((sum, one) => sum + one, 0) / far.length / 0.45 ** 2).toBeCloseTo(1, 1);
    const [step] = twoPoint(image, label('activeMaterial'), [1]);
    // Debye: slope -s/4; on voxels what crosses along the axes, which is 3/2 of smooth surfaces' share of it
    const { surface } = crossings(image);
    const s = surface[1].reduce((sum, one) => sum + one, 0) * um;
    expect((0.45 - step) / (s / 4)).toBeCloseTo(1, 1);
  });
});

describe('films, cracks and contacts', () => {
  const surfaceOf = (plan: StructurePlan): number =>
    crossings(makeStructure(plan).image).surface[1].reduce((sum, one) => sum + one, 0);

  it('cracks open surface and leave the share', () => {
    expect(surfaceOf({ ...powder, cracks: { share: 1, width: 1.5 * um } })).toBeGreaterThan(1.2 * surfaceOf(powder));
  });

  it('carbon at contacts joins particles: more of them lead to the collector', () => {
    const sparse = { ...powder, activeMaterial: { ...powder.activeMaterial, share: 0.28 } };
    const byElectrons = (plan: StructurePlan): number => particleContacts(makeStructure(plan)).reachedByElectrons;
    expect(byElectrons({ ...sparse, carbon: { share: 0.04, at: 'contacts' } })).toBeGreaterThan(byElectrons(sparse));
  });

  it('a binder film takes wetted surface away', () => {
    const wet = (plan: StructurePlan): number => crossings(makeStructure(plan).image).surface[1][2];
    expect(wet({ ...powder, binder: { share: 0.06, at: 'surfaces' } })).toBeLessThan(0.9 * wet(powder));
  });

  it('particles that touch are counted: alone none, in a dense powder several', () => {
    const dilute = { ...powder, activeMaterial: { ...powder.activeMaterial, share: 0.05 } };
    expect(particleContacts(makeStructure(dilute)).neighbours).toBeLessThan(1);
    const dense = particleContacts(makeStructure(powder));
    expect(dense.neighbours).toBeGreaterThan(3);
  });

  it('what takes part is counted voxel by voxel, as in an image: halves of cracked particles that lost their contact do not', () => {
    const cracked = { ...powder, cracks: { share: 1, width: 1.5 * um } };
    const made = makeStructure(cracked);
    expect(madeElectrode(made, powder.voxelSize).connectedFraction).toBe(
      electrodeStructure(made.image).connectedFraction,
    );
  });
});
