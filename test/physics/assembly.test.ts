import { describe, expect, it } from 'vitest';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { recordAt } from '../../src/physics/records.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../../src/physics/unknowns.js';
import { FARADAY } from '../../src/units/constants.js';
import { randomNumbers } from '../../src/voxels/random-numbers.js';
import { activeMaterial, cellModel, type CellNumbers, exponentialFunction, idealAnode,
  type LayerNumbers } from '../support/cell-model.js';
import { draggedSolvent } from '../support/dragged-solvent.js';
import { networkModel, networkOfSizes } from '../support/network-model.js';
import { salted } from '../support/salted.js';

/** What the balances of all cells say together, whatever their laws are: the assembly is the one loop over the mesh. */

const material = activeMaterial({ diffusivity: exponentialFunction(1e-11, -3) });
const layer: LayerNumbers = { thickness: 60e-6, cells: 3, grading: 2, kappa: 0.05, sigma: 0.5, material };
const numbers: CellNumbers = { layers: [layer], shells: [3, 1.4], membrane: { cells: 2, contact: 1e-3 },
  collectorResistance: 1e-3, anode: { ...idealAnode, exchangeCurrentDensity: 30 } };
const solvent = { cRef: 2000, D: 3e-10, xi: 2, eps: 0.3 };

/** A foil behind the layer: electrons, no lithium and no particles. */
function withFoil(): CellModel {
  const model = cellModel({ ...numbers, layers: [layer, { ...layer, cells: 2, kappa: 0 }] });
  return { ...model, particles: model.particles.slice(0, 1) };
}

const models: Record<string, () => CellModel> = {
  'a conductor of lithium alone': () => cellModel(numbers),
  'sigma(s)': () => cellModel({ ...numbers, layers: [{ ...layer, sigma: exponentialFunction(0.05, -6) }] }),
  'a foil': withFoil,
  'a salt': () => salted(cellModel(numbers)),
  'a solvent that ions drag': () => ({ ...cellModel(numbers), fields: [draggedSolvent(solvent)] }),
  'a network without electrolyte': () => networkModel(numbers, 0.7, false),
  'a network beside electrolyte': () => networkModel(numbers, 0.7, true),
  'a network in two sizes': () => networkOfSizes(networkModel(numbers, 0.7, true), [1.5e-6, 4e-6]),
};

/** A cell in a state without any order; what it does not have stands at zero unless `everything` is disturbed. */
function disturbed(model: CellModel, everything = false) {
  const problem = new CellProblem(model);
  const { unknowns, assembly: { state } } = problem;
  const random = randomNumbers(5);
  const y = Float64Array.from({ length: problem.size }, () => 0.3 + 0.4 * random());
  for (let c = 0; c < unknowns.cells; c++) {
    const electrodes = state.electrode.conducts[c] === 1 || everything;
    const ions = state.electrolyte.wets(c) || model.particles.some(({ network }) => network) || everything;
    y[electrolytePotentialOf(c)] = ions ? -0.2 - 0.3 * random() : 0;
    y[electrodePotentialOf(c)] = electrodes ? 3.7 + 0.5 * random() : 0;
  }
  for (const { reaction, count } of unknowns.classes) {
    for (let k = 0; k < count; k++) y[reaction + k] = 4 * (random() - 0.7);
  }
  for (const { at: { crossing, count } } of problem.reactions) {
    if (crossing >= 0) { for (let k = 0; k < count; k++) y[crossing + k] = random() - 0.5; }
  }
  for (let e = 0; e < state.entries.length; e++) y[unknowns.entries + e] = 40 * (random() - 0.3);
  y[unknowns.anodeCurrent] = 40 * (random() - 0.3);
  y[unknowns.current] = 40 * (random() - 0.3);
  const yp = Float64Array.from({ length: problem.size }, () => 1e-3 * (random() - 0.5));
  const residualAt = (at: Float64Array, rates: Float64Array): Float64Array => {
    // what stood there before is overwritten
    const out = new Float64Array(problem.size).fill(1e3);
    problem.residual(0, at, rates, out);
    return out;
  };
  return { problem, unknowns, y, yp, residualAt, random, out: residualAt(y, yp) };
}

const sumOver = (cells: number, value: (cell: number) => number): number =>
  Array.from({ length: cells }, (_, c) => value(c)).reduce((sum, one) => sum + one, 0);

describe.each(Object.entries(models))('the balances of a cell with %s', (_, modelOf) => {
  it('lose no charge between cells, nor between ions and electrons: what enters at the anode leaves at the collector', () => {
    const { unknowns: { cells, anodeCurrent, current, classes }, problem, y, out } = disturbed(modelOf());
    // in a network the lithium that is stored has a row of its own
    const stored = problem.reactions.reduce(
      (sum, { leads }, p) => sum + (leads ? sumOver(classes[p].count, (k) => out[classes[p].reaction + k]) : 0),
      0,
    );
    const ofIons = (c: number): number => (problem.electrolyte.wets(c) ? out[electrolytePotentialOf(c)] : 0);
    const all = sumOver(cells, (c) => ofIons(c) + out[electrodePotentialOf(c)]);
    expect(Math.abs(Math.abs(all + stored) - Math.abs(y[anodeCurrent] - y[current]))).toBeLessThan(1e-9);
  });

  it('are, cell by cell, the currents through its faces as they are recorded', () => {
    const { problem, problem: { model: { mesh: { faces, boundaries: { anode, collector } } }, reactions }, unknowns, y,
      out } = disturbed(modelOf());
    const { ions, network, electrons, entries, plane, collector: leaving } = recordAt(problem, y);
    const [lost, rows] = [new Float64Array(unknowns.cells), new Float64Array(unknowns.cells)];
    for (let f = 0; f < faces.count; f++) {
      const through = ions[f] + network[f] + electrons[f];
      lost[faces.owner[f]] += through;
      lost[faces.neighbour[f]] -= through;
    }
    for (const { outside, inside, current } of entries) {
      lost[outside] += current;
      lost[inside] -= current;
    }
    plane.forEach(({ current }, f) => (lost[anode.cell[f]] -= current));
    leaving.forEach((current, f) => (lost[collector.cell[f]] += current));
    for (let c = 0; c < unknowns.cells; c++) {
      if (problem.electrolyte.wets(c)) rows[c] += out[electrolytePotentialOf(c)];
      rows[c] += out[electrodePotentialOf(c)];
    }
    for (const { leads, at } of reactions) {
      for (let k = 0; leads && k < at.count; k++) rows[at.firstCell + k] += out[at.reaction + k];
    }
    lost.forEach((value, c) => expect(Math.abs(value - rows[c]), `cell ${c}`).toBeLessThan(1e-9));
    expect(Math.max(...ions.map(Math.abs), ...network.map(Math.abs))).toBeGreaterThan(1);
  });

  it('store each field as it is: a rate more is as much more in its row', () => {
    const { problem, yp, y, residualAt, out } = disturbed(modelOf());
    const more = residualAt(y, yp.map((rate) => rate + 1));
    problem.differential.forEach((flag, i) => {
      if (flag) expect(more[i] - out[i], problem.nameOf(i)).toBeCloseTo(1, 9);
      else expect(more[i], problem.nameOf(i)).toBe(out[i]);
    });
  });

  it('hold at zero what a cell does not have', () => {
    const model = modelOf();
    const { problem: { assembly: { state } }, unknowns, y, out } = disturbed(model, true);
    for (let c = 0; c < unknowns.cells; c++) {
      const [e, s] = [electrolytePotentialOf(c), electrodePotentialOf(c)];
      const particles = model.particles.some(({ region, network }) => network && region === model.mesh.region[c]);
      if (state.electrode.conducts[c] === 0) expect(out[s]).toBe(y[s]);
      if (!state.electrolyte.wets(c) && !particles) expect(out[e]).toBe(y[e]);
    }
  });

  it.each([0, 40])('follow from their slopes: what solves them in a step of %d s takes any residual away', (gamma) => {
    const { problem, y, yp, residualAt, random } = disturbed(modelOf(), true);
    problem.control = { kind: 'voltage', target: 3.7 };
    const [scratch, delta] = [new Float64Array(problem.size), new Float64Array(problem.size)];
    const held = (i: number): boolean => gamma === 0 && problem.differential[i] === 1;
    // slopes of another state must not linger
    problem.linearise(0, y.map((value) => value + 0.01 * random()), yp, 3, scratch);
    expect(problem.linearise(0, y, yp, gamma, scratch)).toBe(true);
    const r = Float64Array.from({ length: problem.size }, (_, i) => (held(i) ? 0 : random() - 0.5));
    problem.solve(r, delta);
    const h = 1e-6 / Math.max(...delta.map((d, i) => Math.abs(d) / Math.max(1, Math.abs(y[i]))));
    const moved = (sign: number) =>
      residualAt(y.map((value, i) => value + sign * h * delta[i]), yp.map((value, i) =>
        value + (gamma > 0 ? (sign * h * delta[i]) / gamma : 0)
      ));
    const [high, low] = [moved(1), moved(-1)];
    for (let i = 0; i < problem.size; i++) {
      if (held(i)) continue;
      const size = Math.max(1, Math.abs(high[i]) * 1e-9 / h);
      expect(Math.abs((high[i] - low[i]) / (2 * h) + r[i]) / size, problem.nameOf(i)).toBeLessThan(1e-3);
    }
  });
});

describe('what cells store', () => {
  it('of salt is F eps cRef V, and all of it changes by what enters and reacts', () => {
    const model = models['a salt']();
    const { problem: { assembly: { stores } }, unknowns: { cells, salt }, yp, out } = disturbed(model);
    expect(stores.map(({ first }) => first)).toEqual([salt]);
    const [{ capacity }] = stores;
    capacity.forEach((value, c) => expect(value / (FARADAY * 0.4 * 1000 * model.mesh.volume[c])).toBeCloseTo(1, 12));
    const gained = sumOver(cells, (c) => capacity[c] * (out[salt + c] - yp[salt + c]));
    expect(gained).toBeCloseTo(sumOver(cells, (c) => out[electrolytePotentialOf(c)]), 8);
  });

  it('of a field of the membrane is there alone, and one per unit where it only stays', () => {
    const model = models['a solvent that ions drag']();
    const { problem: { assembly: { stores: [{ capacity, first }] } }, yp, out } = disturbed(model);
    capacity.forEach((value, c) => {
      const inside = model.mesh.region[c] === 0;
      const { eps, cRef } = solvent;
      expect(value / (inside ? FARADAY * eps * cRef * model.mesh.volume[c] : 1)).toBeCloseTo(1, 12);
      if (!inside) expect(out[first + c]).toBe(yp[first + c]);
    });
    const gained = sumOver(capacity.length, (c) => capacity[c] * (out[first + c] - yp[first + c]));
    expect(Math.abs(gained)).toBeLessThan(1e-9);
  });
});

it('balances are linear where nothing follows the state but the potentials', () => {
  const linear = Object.entries(models).filter(([, modelOf]) => new CellProblem(modelOf()).assembly.isLinear);
  expect(linear.map(([name]) => name)).toEqual(['a conductor of lithium alone', 'a foil']);
});

describe('the currents into a network', () => {
  it.each(['a network without electrolyte', 'a network beside electrolyte', 'a network in two sizes'])(
    'of %s follow their own equation exactly once they are settled, whatever the step before',
    (name) => {
      const { problem, unknowns: { entries }, y, yp, residualAt, random } = disturbed(models[name]());
      const delta = Float64Array.from({ length: problem.size }, () => 1e-2 * (random() - 0.5));
      const others = delta.slice();
      problem.assembly.settleEntries(y, delta);
      const out = residualAt(y.map((value, i) => value + delta[i]), yp);
      const count = problem.assembly.state.entries.length;
      expect(count).toBe(1);
      expect(Math.abs(out[entries])).toBeLessThan(1e-9);
      delta.forEach((value, i) => i !== entries && expect(value).toBe(others[i]));
    },
  );

  it('are none without a network, and nothing is settled', () => {
    const { problem, y } = disturbed(models['a salt']());
    const delta = y.map(() => 1);
    problem.assembly.settleEntries(y, delta);
    expect(delta.every((value) => value === 1)).toBe(true);
  });
});
