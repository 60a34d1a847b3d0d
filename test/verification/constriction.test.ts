import { describe, expect, it } from 'vitest';
import { scaledFunction } from '../../src/materials/scalar-functions.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { constriction, constrictionBySizes } from '../../src/transport/constriction.js';
import { FARADAY } from '../../src/units/constants.js';
import { at, caseOf, materialsOf } from '../materials/support.js';
import { activeMaterial, cellModel, type CellNumbers, exponentialFunction } from '../support/cell-model.js';
import { loadShippedCase, performanceOfCase } from '../support/reference-case.js';
import { charge, discharge, rest, runSteps } from '../support/runs.js';

const material = activeMaterial();
const { contactConstriction: _, ...electrolyte } = materialsOf(caseOf()).materials.layers[0].electrolyte;
/** Half of the solids is electrolyte. */
const half = { porosity: 0, volumeFractions: { activeMaterial: 0.5, electrolyte: 0.5, carbon: 0, binder: 0 } };
const [thickness, a] = [40e-6, 6e5];
const single: CellNumbers = {
  layers: [{ thickness, cells: 1, kappa: 1, sigma: 100, material, specificInterfacialArea: a }],
  shells: [80, 1],
};

const constricted = (numbers: CellNumbers, k: number): CellModel => {
  const model = cellModel(numbers);
  return {
    ...model,
    particles: model.particles.map((particle) => ({ ...particle,
      material: { ...particle.material, diffusivity: scaledFunction(particle.material.diffusivity, 1 / (1 + k)) } })
    ),
  };
};

/** dU/ds R/(5 F D cMax) of the sphere, per current density [ohm m^2]. */
const sphere = (0.8 * material.particleRadius) / (5 * FARADAY * 1e-14 * material.maximumConcentration);

describe('contacts that narrow the way into a particle', () => {
  it('cost k times the quasi-steady drop of the sphere, under diffusion in particles: 1e-3 of (1 + k) j R U\'/(5 F D cMax)', () => {
    const current = 2;
    for (const k of [0, 1.5, 8]) {
      const late = runSteps(constricted(single, k), 0.2, [discharge(current, { time: 400 * (1 + k) })], 1e-8);
      const lag = (1 + k) * sphere * (current / (a * thickness));
      expect(late.polarisation[late.recording.points - 1].diffusionInParticles / lag, `k = ${k}`).toBeCloseTo(1, 3);
    }
  });

  it('keep lithium and charge, and the parts of the loss add up to round-off', () => {
    const numbers: CellNumbers = {
      layers: [{ thickness: 80e-6, cells: 8, kappa: 0.05, sigma: 1,
        material: { ...material, diffusivity: exponentialFunction(5e-15, -4) } }],
    };
    const run = runSteps(constricted(numbers, 4), 0.2, [discharge(30, { voltage: 3.4 }), rest(600),
      charge(30, { time: 500 })]);
    expect(run.balances.lithium).toBeLessThan(1e-12);
    expect(run.balances.charge).toBeLessThan(1e-11);
    expect(run.polarisationError).toBeLessThan(1e-10);
  });
});

describe('contactsPerParticle of a layer', () => {
  const set = (more: readonly string[]): readonly string[] => [
    'cathode.activeMaterial={name: NMC811, particleRadius: 5.22 um, referenceExchangeCurrentDensity: 10 mA/cm^2}',
    'cathode.ionicTransport={tortuosityFactor: 1}',
    'protocol.rates=[1C]',
    'mesh=coarse',
    ...more,
  ];
  const capacity = (...more: string[]): number =>
    performanceOfCase(loadShippedCase('nmc811-li3incl6', set(more))).main.arealCapacity;

  it('lets coverage reach diffusion: less of it, or fewer contacts, deliver less', () => {
    const full = capacity('cathode.electrolyte.contactConstriction=0');
    const [half, tenth, few] = ['50 %', '10 %', '3 %'].map((coverage) =>
      capacity(`cathode.coverage=${coverage}`, 'cathode.contactsPerParticle=12')
    );
    expect(half).toBeLessThan(full);
    expect(tenth).toBeLessThan(0.95 * half);
    expect(few).toBeLessThan(0.85 * tenth);
    expect(capacity('cathode.coverage=10 %', 'cathode.contactsPerParticle=100')).toBeGreaterThan(1.02 * tenth);
    // without a number of contacts, coverage acts on the kinetics alone, which are fast here
    expect(capacity('cathode.coverage=3 %', 'cathode.electrolyte.contactConstriction=0') / full).toBeCloseTo(1, 2);
  });

  it('follows the share in contact of a contact law, and narrows in an active network what fills a particle, not what passes it', () => {
    const diffusivities = (more: readonly string[]) => {
      const ready = prepareCase(loadShippedCase('nmc811-li3incl6', set(more)));
      return ready.ok
        ? ready.prepared.model.particles.map(({ material: { diffusivity } }) => at(diffusivity, 0.5)[0])
        : ready.problems.map(({ key }) => key);
    };
    const [alone] = diffusivities(['cathode.electrolyte.contactConstriction=0']) as number[];
    const [few] = diffusivities(['cathode.coverage=20 %', 'cathode.contactsPerParticle=6']) as number[];
    expect(alone / few).toBeCloseTo(1 + constriction(0.2, 6), 9);
    const [loose, tight] = ['2 MPa', '300 MPa'].map((pressure) =>
      Number(diffusivities([`cathode.contact={pressure: ${pressure}}`, 'cathode.contactsPerParticle=6'])[0])
    );
    expect(loose).toBeLessThan(0.6 * tight);
    const ready = prepareCase(
      loadShippedCase('nmc811-li3incl6',
        set(['cathode.activeNetwork={tortuosityFactor: 2}', 'cathode.coverage=20 %', 'cathode.contactsPerParticle=6'])),
    );
    if (!ready.ok) throw new Error('a network may have contacts');
    const [{ material, fillingDiffusivity = material.diffusivity }] = ready.prepared.model.particles;
    expect(at(material.diffusivity, 0.5)[0] / alone).toBeCloseTo(1, 12);
    expect(at(fillingDiffusivity, 0.5)[0] / few).toBeCloseTo(1, 12);
  });

  it('in place of contacts a filling radius: (L/R)^2 of the whole distribution, at every coverage and whatever the electrolyte', () => {
    const diffusivities = (...more: string[]): number[] => {
      const ready = prepareCase(loadShippedCase('nmc811-li3incl6', set(more)));
      if (!ready.ok) throw new Error(ready.problems[0].key);
      return ready.prepared.model.particles.map(({ material: { diffusivity } }) => at(diffusivity, 0.5)[0]);
    };
    const [alone] = diffusivities('cathode.electrolyte.contactConstriction=0');
    expect(alone / diffusivities('cathode.fillingRadius=10.44 um')[0]).toBeCloseTo(4, 9);
    expect(alone / diffusivities('cathode.fillingRadius=10.44 um', 'cathode.coverage=20 %')[0]).toBeCloseTo(4, 9);
    expect(alone / diffusivities('cathode.fillingRadius=2.61 um')[0]).toBeCloseTo(0.25, 9);
    const sizes = 'cathode.particles={sizes: [{radius: 2 um, volumeShare: 50 %}, {radius: 6 um, volumeShare: 50 %}]}';
    // as much surface as spheres of 3 um
    for (const one of diffusivities(sizes, 'cathode.fillingRadius=6 um')) expect(alone / one).toBeCloseTo(4, 9);
  });

  it('without a number of contacts the sizes of the powders count: four times coarser electrolyte, four times the constriction', () => {
    const powder = { contactConstriction: 0.5 } as const;
    expect(constrictionBySizes({ ...electrolyte, ...powder, particleRadius: 8e-6 }, 2e-6, half)).toBeCloseTo(2, 12);
    expect(constrictionBySizes({ ...electrolyte, ...powder }, 2e-6, half)).toBe(0.5);
    expect(constrictionBySizes(electrolyte, 2e-6, half)).toBe(0);
    const used = (more: readonly string[]): number => capacity('cathode.electrolyte.contactConstriction=0.5', ...more);
    expect(used(['cathode.electrolyte.particleRadius=40 um'])).toBeLessThan(
      0.9 * used(['cathode.electrolyte.particleRadius=2 um']),
    );
  });

  it('of disks half as wide as the electrolyte, over half of the surface, is what the law of sizes has for them', () => {
    for (const ratio of [0.2, 0.5, 1]) {
      const contacts = 2 / (0.45 * ratio) ** 2;
      expect(
        constriction(0.5, contacts)
          / constrictionBySizes({ ...electrolyte, contactConstriction: 0.55, particleRadius: ratio }, 1, half),
      ).toBeCloseTo(1.05, 0);
    }
  });
});
