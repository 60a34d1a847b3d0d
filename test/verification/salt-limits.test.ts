import { describe, expect, it } from 'vitest';
import { constantFunction } from '../../src/materials/scalar-functions.js';
import { intervalMesh } from '../../src/mesh/interval-mesh.js';
import { particleShells } from '../../src/mesh/particle-shells.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, idealAnode } from '../support/cell-model.js';
import { observedOrder } from '../support/observed-order.js';
import { charge, discharge, runSteps } from '../support/runs.js';

/**
 * Salt between a plane of lithium and a cathode of much capacity, constant D and t+. Lithium takes part in the reaction, the
 * anions do not: a current I asks for the gradient (1 - t+) I / (F D) at the plane.
 */
const [D, transference, c0] = [1e-11, 0.4, 1000];

function saltCell(thickness: number, cells: number): CellModel {
  const mesh = intervalMesh([
    { name: 'membrane', kind: 'membrane', thickness, cells, grading: 1 },
    { name: 'cathode', kind: 'cathode', thickness: 20e-6, cells: 4, grading: 1 },
  ]);
  const ones = new Float64Array(mesh.cells).fill(1);
  const material = activeMaterial({ maximumConcentration: 1e6, diffusivity: constantFunction(1e-9) });
  return {
    mesh,
    shells: particleShells(3, 1),
    temperature: 298.15,
    ions: {
      kind: 'salt',
      volumeFraction: ones,
      transportFactor: ones,
      electrolyte: {
        initialConcentration: c0,
        referenceConcentration: c0,
        conductivity: constantFunction(0.1),
        diffusivity: constantFunction(D),
        transferenceNumber: constantFunction(transference),
        thermodynamicFactor: constantFunction(1),
      },
    },
    electronicConductivity: [undefined, constantFunction(100)],
    ionicContact: new Float64Array(mesh.faces.count),
    anode: { kind: 'planar', material: idealAnode, resistance: 0 },
    collectorResistance: 0,
    particles: [{ region: 1, material, volumeFraction: 0.5, specificInterfacialArea: 1e6, connectedFraction: 1,
      coverage: 1, filmResistance: 0 }],
  };
}

/** c/c0 in the membrane's cells at the end of a run. */
function saltAtEnd(model: CellModel, tolerance: number, step: ReturnType<typeof charge>): Float64Array {
  const { recording, problem } = runSteps(model, 0.5, [step], tolerance);
  const { salt } = problem.unknowns;
  const size = recording.states.shape[1];
  const from = (recording.points - 1) * size + salt;
  return recording.states.data.slice(from, from + model.mesh.regions[0].last + 1);
}

/** Complementary error function by its continued fraction and series, to 1e-12. */
function erfc(x: number): number {
  if (x < 2) {
    let [term, sum] = [x, x];
    for (let n = 1; n < 80; n++) sum += (term *= (-x * x) / n) / (2 * n + 1);
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = 0;
  for (let n = 80; n > 0; n--) fraction = (n / 2) / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

describe('the Sand time: plating at 10 A/m2 from a membrane of 1 mm', () => {
  const current = 10;
  // c(0) = c0 (1 - sqrt(t / tSand))
  const sandTime = Math.PI * D * ((FARADAY * c0) / (2 * current * (1 - transference))) ** 2;
  const time = 0.81 * sandTime;
  /** Semi-infinite diffusion with a constant flux, at depth x. */
  const exact = (x: number): number => {
    const length = Math.sqrt(4 * D * time);
    const gradient = ((1 - transference) * current) / (FARADAY * D * c0);
    return 1 - gradient * ((length / Math.sqrt(Math.PI)) * Math.exp(-((x / length) ** 2)) - x * erfc(x / length));
  };
  /** Largest in the first fifth; the other end is not felt there. */
  const errorOf = (cells: number): number => {
    const model = saltCell(1e-3, cells);
    const salt = saltAtEnd(model, 1e-7, charge(current, { time }));
    return Math.max(...Array.from(salt.subarray(0, cells / 5), (x, c) => Math.abs(x - exact(model.mesh.centre[c]))));
  };

  it('has depleted the plane to a tenth at 0.81 of it', () => expect(exact(0)).toBeCloseTo(0.1, 12));

  it('profile against the error function: 1e-4 on 200 cells, order 2', () => {
    const errors = [50, 100, 200].map(errorOf);
    expect(errors[2]).toBeLessThan(1e-4);
    expect(observedOrder(errors)).toBeGreaterThan(1.9);
  });
});

describe('the limiting current: steady discharge through 50 um', () => {
  it('has the gradient (1 - t+) I / (F D) everywhere to 1e-6, hence I = F D c0 / ((1 - t+) L/2) at depletion', () => {
    const current = 30;
    const model = saltCell(50e-6, 20);
    const salt = saltAtEnd(model, 1e-6, discharge(current, { time: 20 * (70e-6) ** 2 / D }));
    const gradient = ((1 - transference) * current) / (FARADAY * D * c0);
    for (let c = 1; c < 20; c++) {
      const slope = (salt[c - 1] - salt[c]) / (model.mesh.centre[c] - model.mesh.centre[c - 1]);
      expect(Math.abs(slope / gradient - 1)).toBeLessThan(1e-6);
    }
  });
});
