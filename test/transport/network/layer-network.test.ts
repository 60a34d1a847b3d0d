import { describe, expect, it } from 'vitest';
import { parseCase } from '../../../src/config/parse-case.js';
import { formatIssue } from '../../../src/config/wording.js';
import { prepareCase, runCase } from '../../../src/pipeline/run-case.js';
import { networkCase } from '../../support/network-case.js';

const load = (cathode: string) => parseCase(networkCase(cathode), { file: 'configs/x.yaml' });

async function documentOf(cathode: string) {
  const loaded = load(cathode);
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  const run = await runCase(loaded.case, loaded.ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.document;
}

describe('active material that is cut off', () => {
  it('is theoretical capacity that nobody gets: utilisation ends at the connected share, balances close', async () => {
    const [whole, half] = await Promise.all([documentOf(''), documentOf('connectedFraction: 50 %')]);
    expect(half.case.theoreticalArealCapacity_mAh_cm2).toBeCloseTo(whole.case.theoreticalArealCapacity_mAh_cm2, 12);
    expect(half.energy.gravimetric_Wh_kg).toBeCloseTo(whole.energy.gravimetric_Wh_kg, 10);
    expect(Math.abs(half.rates[0].utilisation - 0.5 * whole.rates[0].utilisation)).toBeLessThan(5e-3);
    expect(whole.rates[0].utilisation).toBeGreaterThan(0.97);
    expect(half.balances.lithium_relative).toBeLessThan(1e-12);
    expect(half.balances.polarisation_mV).toBeLessThan(1e-9);
    expect(half.rates[0].limitation).toContain('50 % of the active material cut off');
  });

  it('has no volume and no surface in the equations', () => {
    const modelOf = (cathode: string) => {
      const loaded = load(cathode);
      if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
      const ready = prepareCase(loaded.case);
      if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
      return ready.prepared.model.particles[0];
    };
    const [whole, half] = [modelOf(''), modelOf('connectedFraction: 0.5')];
    expect(half.volumeFraction).toBeCloseTo(whole.volumeFraction / 2, 14);
    expect(half.specificInterfacialArea).toBeCloseTo(whole.specificInterfacialArea / 2, 6);
  });
});

describe('the network of a layer', () => {
  it('gives conductivities below the bulk, the connected share, and says that the structure is assumed', async () => {
    const { case: it, warnings } = await documentOf(
      'network: {electrolyteDiameter: 4 um, voxels: 24, realisations: 2}',
    );
    const [layer] = it.layers;
    expect(layer.ionicTortuosityFactor).toBeGreaterThan(1);
    expect(layer.connectedFraction).toBeGreaterThan(0.3);
    expect(layer.connectedFraction).toBeLessThan(1);
    expect(warnings.join(' ')).toMatch(
      /random network \(assumed structure\): \S+ % \+- \S+ % of the active material is cut off at most/,
    );
  });

  it('warns where the cube holds too few particles', async () => {
    const { warnings } = await documentOf(
      'network: {electrolyteDiameter: 10 um, voxels: 20, realisations: 1, resolution: 1}',
    );
    expect(warnings.join(' ')).toContain(
      'the cube of the network holds 3.2 of the largest particles along an edge; give it 32 voxels or more',
    );
  });

  it.each([
    ['electrolyteDiameter: 12 nm', 'voxels',
      'expected at least 828 voxels along an edge, 2 of the largest particles, found 40'],
    ['electrolyteDiameter: 2 um, voxels: 200, realisations: 30', 'realisations',
      'expected at most 20 cubes of 200 voxels, found 30'],
  ])('that would cost too much is refused before it is made: %s', (structure, key, words) => {
    const loaded = load(`network: {${structure}}`);
    if (!loaded.ok) throw new Error('valid as far as the file goes');
    const ready = prepareCase(loaded.case);
    expect(ready.ok ? [] : ready.problems.map((it) => `${it.key}: expected ${it.expected}, found ${it.received}`))
      .toEqual([`cathode.layers.0.network.${key}: ${words}`]);
  });

  it('says how sure it is: its spread over the cubes and what it does not resolve', async () => {
    const of = async (structure: string) =>
      (await documentOf(`network: {electrolyteDiameter: 3 um, ${structure}}`)).case.layers[0];
    const [fine, coarse] = await Promise.all([of('voxels: 30, realisations: 3'),
      of('voxels: 15, realisations: 3, resolution: 1')]);
    expect(fine.ionicSpread).toBeGreaterThan(0.5);
    expect(coarse.ionicSpread).toBeGreaterThan(2);
    const [low, high] = fine.effectiveIonicConductivity80_mS_cm;
    expect(low).toBeLessThan(fine.effectiveIonicConductivity_mS_cm);
    expect(high).toBeGreaterThan(fine.effectiveIonicConductivity_mS_cm);
  });

  it('tells sizes apart that are close to each other', async () => {
    const kappa = await Promise.all(
      [1.1, 1.6, 1.95].map(async (diameter) =>
        (await documentOf(`network: {electrolyteDiameter: ${diameter} um, voxels: 24, realisations: 1, resolution: 1}`))
          .case.layers[0]
          .effectiveIonicConductivity_mS_cm
      ),
    );
    expect(new Set(kappa).size).toBe(3);
  });

  it('stands alone: a transport model beside it is refused with its place', () => {
    const loaded = load('network: {electrolyteDiameter: 4 um}\n  ionicTransport: {tortuosityFactor: 3}');
    expect(loaded.ok ? [] : loaded.issues.map(formatIssue)).toEqual([
      'configs/x.yaml:11:19 cathode.ionicTransport: expected a network alone, which gives the transport of both carriers and the connected share, '
      + 'found ionicTransport; remove it or the network',
    ]);
  });
});
