import { describe, expect, it } from 'vitest';
import type { ScalarFunction } from '../../../src/materials/material.js';
import type { CellModel } from '../../../src/physics/cell-model.js';
import { prepareCase } from '../../../src/pipeline/run-case.js';
import { fullCell, type FullCellName } from '../../support/dfn-cells.js';
import { loadShippedCase } from '../../support/reference-case.js';

const mesh = ['mesh={anodeCells: 5, membraneCells: 3, cathodeCells: 4, grading: 1, shells: 6, shellGrading: 1}'];

function modelOf(name: string, set: readonly string[] = []): CellModel {
  const ready = prepareCase(loadShippedCase(name, [...mesh, ...set]));
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return ready.prepared.model;
}

function valuesOf(f: ScalarFunction | undefined, at: readonly number[]): number[] {
  const out = new Float64Array(2);
  return at.flatMap((x) => {
    f?.evaluate(x, out);
    return [...out];
  });
}

/** Largest relative difference of two lists. */
const difference = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (x, i) => Math.abs(x - b[i]) / (Math.abs(x) + 1e-300)));

const stoichiometries = [0.05, 0.3, 0.5, 0.62, 0.8, 0.95];
const concentrations = [100, 700, 1000, 1900];

const ofWindow = (
  side: string,
): number[] => (side === 'anode' ? stoichiometries : stoichiometries.filter((s) => s > 0.45));

describe.each([
  ['reference/lg-m50-chen2020', 'chen2020'],
  ['reference/marquis2019', 'marquis2019'],
  ['reference/lco-lionsimba', 'lco-lionsimba'],
] as const satisfies readonly (readonly [string, FullCellName])[])('configs/%s.yaml', (file, cell) => {
  const model = modelOf(file);
  const expected = fullCell(cell, { cells: [5, 3, 4], shells: 6 }).model;

  it('has the regions and cells of the published cell', () => {
    expect(model.mesh.regions.map(({ kind, first, last }) => [kind, first, last])).toEqual(
      [['anode', 0, 4], ['membrane', 5, 7], ['cathode', 8, 11]],
    );
    expect(difference(model.mesh.volume, expected.mesh.volume)).toBeLessThan(1e-12);
  });

  it('has its salt, and the pores it moves through', () => {
    if (model.ions.kind !== 'salt' || expected.ions.kind !== 'salt') throw new Error('the cell has a salt');
    expect(difference(model.ions.volumeFraction, expected.ions.volumeFraction)).toBeLessThan(1e-12);
    expect(difference(model.ions.transportFactor, expected.ions.transportFactor)).toBeLessThan(1e-12);
    for (const property of ['conductivity', 'diffusivity', 'transferenceNumber', 'thermodynamicFactor'] as const) {
      const [ours, theirs] = [model.ions, expected.ions].map(({ electrolyte }) =>
        valuesOf(electrolyte[property], concentrations)
      );
      expect(difference(ours, theirs), property).toBeLessThan(1e-12);
    }
  });

  it('has its particles and its conduction of electrons', () => {
    expect(model.particles.map(({ region }) => region)).toEqual([0, 2]);
    for (const region of [0, 2]) {
      const [ours, theirs] = [model, expected].map(({ electronicConductivity }) =>
        valuesOf(electronicConductivity[region], [0.5])
      );
      expect(difference(ours, theirs)).toBeLessThan(1e-9);
    }
    expect(model.electronicConductivity[1]).toBeUndefined();
    model.particles.forEach((ours, p) => {
      const theirs = expected.particles[p];
      const numbers = ({ volumeFraction, specificInterfacialArea, material }: typeof ours): number[] => [
        volumeFraction,
        specificInterfacialArea,
        material.maximumConcentration,
        material.particleRadius,
        material.referenceExchangeCurrentDensity,
        ...valuesOf(material.diffusivity, [0.5]),
        ...valuesOf(material.openCircuitPotential, ofWindow(model.mesh.regions[ours.region].kind)),
      ];
      expect(difference(numbers(ours), numbers(theirs)), `class ${p}`).toBeLessThan(1e-9);
    });
  });
});

it('a layer leads electrons as it is said to where that is the same at every stoichiometry', () => {
  const { electronicConductivity: [, sigma] } = modelOf('nmc811-li6ps5cl', ['cathode.activeMaterial=sulfur']);
  expect(sigma?.constant).toBeGreaterThan(0);
  expect(sigma?.constant).toBe(valuesOf(sigma, [0.5])[0]);
});

describe('the pores', () => {
  it('of a measured effective conductivity are what it says at the concentration at rest and the reference temperature', () => {
    const measured = ['cathode.ionicTransport={effectiveConductivity: 0.05 mS/cm}', 'temperature=85 degC'];
    const { ions } = modelOf('lfp-peo', measured);
    if (ions.kind !== 'salt') throw new Error('the cell has a salt');
    const { conductivity, initialConcentration } = ions.electrolyte;
    expect(valuesOf(conductivity, [initialConcentration])[0] * ions.transportFactor[3]).toBeCloseTo(5e-3, 15);
    expect(ions.transportFactor[0]).toBe(1);
  });

  it('of single-ion conductors are filled by the conductor of their own region', () => {
    const straight = 'cathode.ionicTransport={tortuosityFactor: 2}';
    const { ions, mesh: { region } } = modelOf('nmc811-li6ps5cl', ['cathode.electrolyte=LGPS', straight]);
    const { ions: before } = modelOf('nmc811-li6ps5cl', [straight]);
    if (ions.kind !== 'singleIon' || before.kind !== 'singleIon') throw new Error('the cell has no salt');
    expect(ions.conductivity[0]).toBe(before.conductivity[0]);
    expect(ions.conductivity[region.length - 1] / before.conductivity[region.length - 1]).toBeGreaterThan(2);
  });
});

describe('the contact of membrane and cathode', () => {
  it('is on that face and not on the one to a composite anode', () => {
    const { ionicContact, mesh: { faces, region } } = modelOf('reference/lg-m50-chen2020', [
      'membrane.contactResistance=3 ohm cm^2',
    ]);
    const resistive = Array.from(ionicContact).flatMap((contact, f) => (contact > 0 ? [f] : []));
    expect(resistive.map((f) => [region[faces.owner[f]], region[faces.neighbour[f]], ionicContact[f]])).toEqual([[1, 2,
      3e-4]]);
  });

  it('has what the mouths of channels lose, in proportion to what the membrane resists', () => {
    const lostOver = (...set: string[]): number => {
      const { ionicContact, ions } = modelOf('nmc811-li6ps5cl-thick', ['membrane.contactResistance=0 ohm cm^2',
        'cathode.ionicTransport={alignedChannels: {wallTortuosityFactor: 5, fraction: 15 %, spacing: 60 um}}', ...set]);
      if (ions.kind !== 'singleIon') throw new Error('the cell has no salt');
      return Math.max(...ionicContact) * ions.conductivity[0];
    };
    expect(lostOver()).toBeGreaterThan(0);
    expect(lostOver('membrane.porosity=50 %') / lostOver()).toBeCloseTo(1, 9);
  });
});

it('the contact of the collector is between the layer and the foil alone, and none at the tab', () => {
  const { electronicContact, collectorResistance, mesh: { faces, region, regions } } = modelOf('nmc811-li6ps5cl', [
    'cathode.collectorResistance=5 ohm cm^2',
    'mesh.unitCell={tabs: {cells: 4}}',
  ]);
  expect(collectorResistance).toBe(0);
  const parts = Array.from(electronicContact ?? [], (contact, f) =>
    [contact, ...[faces.owner[f], faces.neighbour[f]]
      .map((cell) => regions[region[cell]].part ?? 'layer')] as const);
  expect(parts.filter(([, a, b]) => a === 'foil' && b === 'foil').length).toBeGreaterThan(0);
  for (const [contact, a, b] of parts) expect(contact).toBe((a === 'foil') === (b === 'foil') ? 0 : 5e-4);
});
