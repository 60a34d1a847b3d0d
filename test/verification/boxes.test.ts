import { describe, expect, it } from 'vitest';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { CellImpedance } from '../../src/physics/impedance.js';
import { performanceOf } from '../../src/results/performance.js';
import { restedState } from '../../src/simulation/rested-state.js';
import { simulate } from '../../src/simulation/simulate.js';
import { activeMaterial, cellModel, type CellNumbers, exponentialFunction, idealAnode,
  linearPotential } from '../support/cell-model.js';
import { minus, modulus } from '../support/complex.js';
import { type DfnCell, fullCell } from '../support/dfn-cells.js';
import { networkModel } from '../support/network-model.js';
import { discharge } from '../support/runs.js';
import { widened } from '../support/widened.js';

/**
 * The laws know no direction: a cell whose columns are all alike repeats, in two and three dimensions, the voltage of one dimension.
 */
const material = activeMaterial({ openCircuitPotential: linearPotential(4.2, -0.7),
  diffusivity: exponentialFunction(5e-15, -1) });
const numbers: CellNumbers = {
  shells: [4, 1.2],
  membrane: { cells: 2, contact: 1e-3 },
  anode: { ...idealAnode, exchangeCurrentDensity: 20 },
  collectorResistance: 1e-3,
  layers: [
    { thickness: 40e-6, cells: 4, kappa: 0.03, sigma: exponentialFunction(0.2, -2), material },
    { thickness: 20e-6, cells: 3, kappa: 0.05, sigma: 1, material: { ...material, particleRadius: 1e-6 },
      filmResistance: 1e-3 },
  ],
};
const chen = fullCell('chen2020', { cells: [4, 2, 5], shells: 4 });
const network = networkModel({ ...numbers,
  layers: [{ ...numbers.layers[0], material: { ...material, diffusivity: exponentialFunction(1e-11, -1) } }] }, 0.6,
  true);

const cells: readonly (readonly [string, DfnCell])[] = [
  ['plane of lithium, single-ion conductor, sigma(s), two layers', { model: cellModel(numbers),
    stoichiometries: [0.2, 0.2], current: 20, cutoff: 3.6 }],
  ['salt, composite anode', chen],
  ['active network beside electrolyte', { model: network, stoichiometries: [0.2], current: 20, cutoff: 3.6 }],
];
const spans = [
  ['two dimensions', [{ cells: 3, width: 30e-6 }]],
  ['three dimensions', [{ cells: 2, width: 20e-6 }, { cells: 3, width: 50e-6 }]],
] as const;

const run = (model: CellModel, { stoichiometries, current, cutoff }: DfnCell) => {
  const problem = new CellProblem(model);
  const recording = simulate(problem, [discharge(current, { voltage: cutoff })], restedState(problem, stoichiometries),
    { tolerance: 1e-5, maximumSteps: 2000 });
  return performanceOf(problem, recording);
};

const voltageAt = ({ recording: { time }, voltage }: ReturnType<typeof run>, t: number): number => {
  const i = time.findIndex((own) => own >= t);
  return voltage[i];
};

describe.each(cells)('%s', (_, cell) => {
  const line = run(cell.model, cell);
  it.each(spans)('in %s: the voltage of one dimension to 3e-9 V, step by step', (_name, across) => {
    const box = run(widened(cell.model, across), cell);
    expect(box.recording.points).toBe(line.recording.points);
    for (let t = 0; t < line.recording.points; t++) {
      expect(Math.abs(box.recording.time[t] / (line.recording.time[t] || 1) - (line.recording.time[t] ? 1 : 0)))
        .toBeLessThan(1e-9);
      // at the end of the cell with salt 2.4e-9: where it falls, round-off of another solution of the same equations shows most
      expect(Math.abs(box.voltage[t] - line.voltage[t])).toBeLessThan(3e-9);
      expect(Math.abs(box.utilisation[t] - line.utilisation[t])).toBeLessThan(1e-9);
    }
    expect(box.balances.lithium).toBeLessThan(1e-9);
    expect(box.balances.charge).toBeLessThan(1e-9);
    expect(box.polarisationError).toBeLessThan(1e-8);
    const parts = (of: typeof line) => of.polarisation[Math.floor(of.recording.points / 2)];
    for (const [name, value] of Object.entries(parts(line))) {
      expect(Math.abs(parts(box)[name as keyof ReturnType<typeof parts>] - value), name).toBeLessThan(1e-8);
    }
    expect(box.frontDepth.at(-1)).toBeCloseTo(line.frontDepth.at(-1) ?? NaN, 12);
  });

  it.each(spans)('in %s: the impedance of one dimension to 1e-9 of it', (_name, across) => {
    const of = (model: CellModel): CellImpedance => {
      const problem = new CellProblem(model);
      return new CellImpedance(problem, restedState(problem, cell.stoichiometries), 0.1);
    };
    const [flat, box] = [of(cell.model), of(widened(cell.model, across))];
    for (const omega of [1e-2, 1, 1e3]) {
      expect(flat.solve(0, omega)).toBe(true);
      expect(box.solve(0, omega)).toBe(true);
      const size = modulus(flat.parts.total);
      for (const part of ['total', 'anode', 'membrane', 'cathode', 'contacts'] as const) {
        expect(modulus(minus(box.parts[part], flat.parts[part])), part).toBeLessThan(1e-9 * size);
      }
    }
  });
});

describe('lamellae of two conductivities, side by side', () => {
  const columns = (count: number) => {
    const model = cellModel({ ...numbers, layers: [{ ...numbers.layers[0], kappa: 0.02, sigma: 1 }] });
    const box = widened(model, [{ cells: count, width: 120e-6 }]);
    const { ions, mesh } = box;
    if (ions.kind !== 'singleIon') throw new Error('single ion');
    // the left half conducts eight times as well as the right one
    const conductivity = ions.conductivity.map((kappa,
      c) => (mesh.regions[mesh.region[c]].kind === 'membrane' ? kappa : (c % count < count / 2 ? 0.035 : 0.005))
    );
    return run({ ...box, ions: { ...ions, conductivity } }, { model, stoichiometries: [0.2], current: 60,
      cutoff: 3.4 });
  };
  const ends = [4, 8, 16, 32].map((count) => columns(count).recording.time.at(-1) ?? NaN);

  it('ends at the time that finer columns agree on, with errors that fall by order 2', () => {
    const [coarse, middle, fine] = [ends[1] - ends[0], ends[2] - ends[1], ends[3] - ends[2]].map(Math.abs);
    expect(Math.log2(coarse / middle)).toBeGreaterThan(1.5);
    expect(Math.log2(middle / fine)).toBeGreaterThan(1.5);
    expect(fine / ends[3]).toBeLessThan(1e-3);
  });

  it('lies between two cells apart and one of the mean conductivity', () => {
    const half = (kappa: number) =>
      run(cellModel({ ...numbers, layers: [{ ...numbers.layers[0], kappa, sigma: 1 }] }), { model: cellModel(numbers),
        stoichiometries: [0.2], current: 60, cutoff: 3.4 });
    expect(voltageAt(half(0.005), 600)).toBeLessThan(voltageAt(columns(8), 600));
    expect(ends[3]).toBeLessThan(half(0.02).recording.time.at(-1) ?? NaN);
  });
});
