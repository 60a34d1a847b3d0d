import { describe, expect, it } from 'vitest';
import type { RateResult, ResultDocument } from '../../src/results/result-schema.js';
import { cubicInterpolation } from '../support/interpolate.js';
import { orderOfThree } from '../support/observed-order.js';
import { loadShippedCase, performanceOfCase, runShippedCase } from '../support/reference-case.js';

/**
 * The single-ion reference cells S1 to S3, configs/reference/s1.yaml to s3.yaml: Li | 30 um electrolyte | composite, computed
 * with an independent code (PyBaMM 26.8) on 20 to 160 cells and extrapolated. Code against code: this verifies numerics.
 * dfn-and-closed-forms.json, single_ion.cases; capacities are the Richardson limits of REFERENCE.md 4.4.
 */
interface Reference {
  readonly name: string;
  readonly thickness: string;
  /** [A h m^-2] */
  readonly capacity: number;
  /** [s, V] on 160 cells. */
  readonly voltage: readonly (readonly [number, number])[];
  /** Surface stoichiometry at the end: at the membrane, in the middle, at the collector; 160 cells. */
  readonly surface: readonly [number, number, number];
}

const references: readonly Reference[] = [
  {
    name: 's1',
    thickness: '100 um, tau 2.5',
    capacity: 56.1452,
    surface: [0.93102, 0.82964, 0.79813],
    voltage: [[60, 4.12598], [310, 4.06336], [620, 3.99312], [1240, 3.84372], [1870, 3.69475], [2490, 3.59286], [2950,
      3.52393]],
  },
  {
    name: 's2',
    thickness: '400 um, tau 2.5',
    capacity: 168.2269,
    surface: [0.93856, 0.64479, 0.59127],
    voltage: [[240, 4.11258], [1210, 4.00645], [2420, 3.919], [4840, 3.78432], [7260, 3.6797], [9680, 3.58762], [11500,
      3.52158]],
  },
  {
    name: 's3',
    thickness: '400 um, tau 1',
    capacity: 226.3866,
    surface: [0.94237, 0.81517, 0.78119],
    voltage: [
      [330, 4.14243],
      [1630, 4.0685],
      [3260, 3.996],
      [6520, 3.84839],
      [9780, 3.70192],
      [13040, 3.59327],
      [15480, 3.52309],
    ],
  },
];

const milliampHourPerSquareCentimetre = 10;

/** Each case is run once on each mesh, with steps that leave less than the mesh does. */
const documents = new Map<string, Promise<ResultDocument>>();
async function firstRate(name: string, mesh: string): Promise<RateResult> {
  const key = `${name} ${mesh}`;
  const document = documents.get(key)
    ?? runShippedCase(`reference/${name}`, [`mesh=${mesh}`, 'numerics.tolerance=1e-4']);
  documents.set(key, document);
  return (await document).rates[0];
}

/** Between what a case gets that names none and `fine`. */
const sixty = '{membraneCells: 8, cathodeCells: 60, grading: 2, shells: 20, shellGrading: 1.3}';

describe.each(references)('$name ($thickness) from its case file', ({ name, capacity, voltage, surface }) => {
  const bounds = [['default', 1e-3], [sixty, 5e-4], ['fine', 1e-4], ['reference', 5e-5]] as const;
  it.each(bounds)('capacity on the mesh `%s` within %d of the Richardson limit', async (mesh, bound) => {
    const rate = await firstRate(name, mesh);
    expect(rate.outcome.reason).toBe('voltage-cutoff');
    expect(Math.abs((rate.arealCapacity_mAh_cm2 * milliampHourPerSquareCentimetre) / capacity - 1)).toBeLessThan(bound);
  });

  it.each([['default', 5e-4], [sixty, 3e-4], ['reference', 3e-5]])('V(t) on the mesh `%s` within %d V, seven times',
    async (mesh, bound) => {
      const { series } = await firstRate(name, mesh);
      const differences = voltage.map(([time, volt]) =>
        cubicInterpolation(series.time_s, series.voltage_V, time) - volt
      );
      for (const difference of differences) expect(Math.abs(difference)).toBeLessThan(bound);
    });

  it('surface stoichiometry at the end within 2e-4 on the mesh `reference`', async () => {
    const { snapshots } = (await firstRate(name, 'reference')).profiles;
    const profile = snapshots[snapshots.length - 1].surfaceStoichiometry.filter((s) => s !== null);
    [0, 80, 159].forEach((cell, i) => expect(Math.abs(profile[cell] - surface[i])).toBeLessThan(2e-4));
  });

  const capacityOf = (...set: string[]): number => {
    const uniform = ['mesh=reference', 'mesh.membraneCells=4', 'numerics.tolerance=1e-7'];
    return performanceOfCase(loadShippedCase(`reference/${name}`, [...uniform, ...set])).main.arealCapacity / 3600;
  };

  it('order 2 or more in cells over 20, 40, 80, or the same to 2e-6, and 2 in shells, uniform', () => {
    const cells = [20, 40, 80].map((n) => capacityOf(`mesh.cathodeCells=${n}`, 'mesh.shells=10'));
    // S1 8e-7, S2 2.5e-4 (3.3), S3 3.3e-5 (4.0) from 20 cells to 80
    if (Math.abs(cells[0] / cells[2] - 1) > 2e-6) expect(orderOfThree(cells)).toBeGreaterThan(1.9);
    const shells = orderOfThree([20, 40, 80].map((n) => capacityOf('mesh.cathodeCells=20', `mesh.shells=${n}`)));
    expect(shells).toBeGreaterThan(1.9);
    expect(shells).toBeLessThan(2.1);
  });

  it('extrapolated from 40 and 80 cells and shells: within 5e-6 of the Richardson limit', () => {
    const [coarse, fine] = [40, 80].map((n) => capacityOf(`mesh.cathodeCells=${n}`, `mesh.shells=${n}`));
    expect(Math.abs((fine + (fine - coarse) / 3) / capacity - 1)).toBeLessThan(5e-6);
  });

  it('the error in time falls with the tolerance, 1e-3 to 1e-6, and is below 1e-4, 2.5e-5, 5e-6, 5e-7', () => {
    const onCoarse = (tolerance: number): number =>
      capacityOf('mesh.cathodeCells=20', 'mesh.shells=12', `numerics.tolerance=${tolerance}`);
    const exact = onCoarse(1e-8);
    const errors = [1e-3, 1e-4, 1e-5, 1e-6].map((tolerance) => Math.abs(onCoarse(tolerance) / exact - 1));
    // S2: 2.2e-5 at 1e-4
    [1e-4, 2.5e-5, 5e-6, 5e-7].forEach((bound, i) => expect(errors[i]).toBeLessThan(bound));
  });
});
