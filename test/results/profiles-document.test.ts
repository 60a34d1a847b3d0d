import { describe, expect, it } from 'vitest';
import { profilesDocument } from '../../src/results/profiles-document.js';
import { activeMaterial, cellModel } from '../support/cell-model.js';
import { loadShippedCase, performanceOfCase } from '../support/reference-case.js';
import { charge, discharge, profile, rest, runSteps } from '../support/runs.js';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('profiles of a cell with a composite anode and salt', () => {
  // what Newton leaves of the current of a cell is a tenth of the tolerance: 2e-4 at the 2e-3 of this case
  const given = loadShippedCase('reference/lg-m50-chen2020', ['numerics.tolerance=1e-4']);
  const performance = performanceOfCase(given);
  const { x_um: depth, region, boundaries_um: borders, snapshots } = profilesDocument(performance);
  const { mesh } = performance.problem.model;
  const side = (cell: number) => mesh.regions[mesh.region[cell]].kind;

  it('name their regions from one collector to the other', () => {
    expect([...new Set(region)]).toEqual(['anode', 'membrane', 'cathode']);
    expect(borders[0]).toBe(0);
    expect(borders).toHaveLength(4);
    expect(depth.every((x) => x > 0 && x < borders[3])).toBe(true);
  });

  it('the ionic and the electronic current add up to the applied one in both electrodes: 1e-4', () => {
    snapshots.forEach((snapshot) => {
      const applied = snapshot.ionicCurrentDensity_mA_cm2[region.indexOf('membrane')];
      snapshot.electronicCurrentDensity_mA_cm2.forEach((electronic, cell) => {
        if (side(cell) === 'membrane') expect(electronic).toBeNull();
        else expect(Math.abs((snapshot.ionicCurrentDensity_mA_cm2[cell] + electronic!) / applied - 1)).toBeLessThan(
            1e-4,
          );
      });
    });
  });

  it('the reaction is one on average in both electrodes', () => {
    for (const { reactionRate } of snapshots) {
      for (const kind of ['anode', 'cathode']) {
        const cells = reactionRate.flatMap((_, cell) => (side(cell) === kind ? [cell] : []));
        const mean = sum(cells.map((cell) => mesh.volume[cell] * reactionRate[cell]!))
          / sum(cells.map((cell) => mesh.volume[cell]));
        expect(mean).toBeCloseTo(1, 4);
      }
    }
  });

  it('the salt starts even and piles up where the lithium leaves', () => {
    const first = snapshots[0].saltConcentration_mol_m3!;
    const last = snapshots[snapshots.length - 1].saltConcentration_mol_m3!;
    expect(Math.max(...first) - Math.min(...first)).toBeLessThan(1e-6);
    expect(last[0]).toBeGreaterThan(first[0]);
    expect(last[last.length - 1]).toBeLessThan(first[0]);
  });
});

describe('profiles of the main step', () => {
  const model = cellModel({
    layers: [{ thickness: 80e-6, cells: 10, kappa: 0.03, sigma: 1, material: activeMaterial() }],
  });
  const performance = runSteps(model, 0.3, [rest(60), discharge(40, { time: 3600 }), charge(40, { time: 600 })]);
  const { mainStep, snapshots } = profilesDocument(performance);

  it('point at it in the series', () => {
    const { first, last } = performance.recording.segments[1];
    expect(mainStep).toEqual({ firstPoint: first, lastPoint: last });
    expect([snapshots[0].fraction, snapshots[snapshots.length - 1].fraction]).toEqual([0, 1]);
  });

  it('count the local utilisation from its start, and know no salt', () => {
    const whole = performance.main.arealCapacity / performance.theoreticalArealCapacity;
    const cells = snapshots[snapshots.length - 1].utilisation.filter((value) => value !== null);
    expect(snapshots[0].utilisation.filter((value) => value !== null).every((value) => value === 0)).toBe(true);
    expect(Math.min(...cells)).toBeLessThan(whole);
    expect(Math.max(...cells)).toBeGreaterThan(whole);
    expect(snapshots.every(({ saltConcentration_mol_m3: salt }) => salt === null)).toBe(true);
  });
});

it('takes back from the local utilisation what lithium goes back, so that its mean is that of the electrode', () => {
  const model = cellModel({
    layers: [{ thickness: 150e-6, cells: 10, kappa: 0.01, sigma: 1, material: activeMaterial() }],
  });
  // a fast charge empties the side of the membrane; in the slow discharge behind it lithium comes there from the collector as well
  const performance = runSteps(model, 0.8, [
    profile({ kind: 'current', time: [0, 1200], value: [-60, -60], interpolation: 'linear' }),
    discharge(2, { time: 20_000 }),
  ]);
  const { snapshots } = profilesDocument(performance);
  expect(performance.main.segment?.first).toBe(performance.recording.segments[1].first);
  const early = snapshots[1].utilisation.filter((value) => value !== null);
  expect(Math.min(...early)).toBeLessThan(0);
  const mean = sum(early) / early.length;
  const delivered = snapshots[1].fraction * performance.main.arealCapacity / performance.theoreticalArealCapacity;
  expect(mean).toBeCloseTo(delivered, 9);
});
