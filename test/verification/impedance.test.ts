import { describe, expect, it } from 'vitest';
import { particleShells } from '../../src/mesh/particle-shells.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import { impedancePartNames } from '../../src/physics/impedance-parts.js';
import { CellImpedance } from '../../src/physics/impedance.js';
import { surfacePerSlope } from '../../src/physics/particle-response.js';
import { recordAt } from '../../src/physics/records.js';
import { restedState, spreadReaction } from '../../src/simulation/rested-state.js';
import { consistentStart } from '../../src/solver/consistent-start.js';
import { newCounters } from '../../src/solver/counters.js';
import { integrate } from '../../src/solver/integrate.js';
import { FARADAY } from '../../src/units/constants.js';
import { activeMaterial, cellModel, type CellNumbers, exponentialFunction, idealAnode, membraneResistance,
  thermalVoltage } from '../support/cell-model.js';
import { type Complex, complex, hyperbolic, minus, over, plus, relativeError, root, scaled,
  times } from '../support/complex.js';
import { fullCell } from '../support/dfn-cells.js';
import { networkModel, networkOfSizes } from '../support/network-model.js';
import { observedOrder } from '../support/observed-order.js';
import { resolvedChannels } from '../support/resolved-channels.js';
import { salted } from '../support/salted.js';

interface Electrode {
  readonly L: number;
  readonly kappa: number;
  readonly sigma: number;
  readonly a: number;
}

/**
 * Two-rail transmission line (de Levie; REFERENCE of the linear porous electrode with a complex nu):
 *   nu^2 = L^2 a Y (1/kappa + 1/sigma),  Z = L/(kappa + sigma) [1 + (2 + (sigma/kappa + kappa/sigma) cosh nu) / (nu sinh nu)]
 * with Y the admittance of a unit of wetted area.
 */
function transmissionLine({ L, kappa, sigma, a }: Electrode, admittance: Complex): Complex {
  const nu = scaled(L * Math.sqrt(a * (1 / kappa + 1 / sigma)), root(admittance));
  const { tanh, inverseSinh } = hyperbolic(nu);
  const rails = plus(scaled(2, over(inverseSinh, nu)), over(complex(sigma / kappa + kappa / sigma), times(nu, tanh)));
  return scaled(L / (kappa + sigma), plus(complex(1), rails));
}

/** Surface value of a sphere per ds/drho: tanh q / (q - tanh q), q = sqrt(i lambda). */
function exactSphere(lambda: number): Complex {
  const q = root(complex(0, lambda));
  const { tanh } = hyperbolic(q);
  return over(tanh, minus(q, tanh));
}

function shellsResponse(count: number, grading: number, lambda: number): Complex {
  return surfacePerSlope(particleShells(count, grading), complex(0, lambda));
}

/** The material of `activeMaterial` in the particles of all the electrodes below. */
const [radius, diffusivity, maximum, slope, i0] = [2e-6, 1e-14, 50e3, -0.8, 2];
const electrode: Electrode = { L: 100e-6, kappa: 0.05, sigma: 0.2, a: 9e5 };
const material = activeMaterial();

/** Y = 1/(RT/(F 2 i0) + |U'| R/(F cMax D) W) + i omega C: alphaA + alphaC = 1 makes d eta/dj = RT/(F i0). */
function exactAdmittance(omega: number, capacitance: number): Complex {
  const diffusion = scaled((-slope * radius) / (FARADAY * maximum * diffusivity),
    exactSphere((omega * radius ** 2) / diffusivity));
  return plus(over(complex(1), plus(complex(thermalVoltage / i0), diffusion)), complex(0, omega * capacitance));
}

function impedanceOf(model: CellModel, stoichiometries: readonly number[], capacitance = 0): CellImpedance {
  const problem = new CellProblem(model);
  return new CellImpedance(problem, restedState(problem, stoichiometries), capacitance);
}

function cathodeImpedance(
  numbers: Partial<CellNumbers['layers'][0]>,
  cells: number,
  shells: readonly [number, number],
  capacitance: number,
  frequency: number,
): Complex {
  const { L, kappa, sigma, a } = electrode;
  const layer = { thickness: L, cells, kappa, sigma, material, specificInterfacialArea: a, ...numbers };
  const model = cellModel({ layers: [layer], shells });
  const impedance = impedanceOf(model, [0.5], capacitance);
  expect(impedance.solve(0, 2 * Math.PI * frequency)).toBe(true);
  return impedance.parts.cathode;
}

describe('blocking electrode against the transmission line', () => {
  const a = 7e5;
  const exact = (frequency: number): Complex =>
    transmissionLine({ ...electrode, a }, complex(0, 2 * Math.PI * frequency * 0.2));
  /** So little exchange that only the double layer carries current. */
  const inert = { specificInterfacialArea: a, material: activeMaterial({ referenceExchangeCurrentDensity: 1e-30 }) };

  it('the closed form gives the printed value at 10 Hz', () => {
    expect(relativeError(exact(10), complex(8.242953e-4, -1.1837459e-3))).toBeLessThan(1e-7);
  });

  it.each([0.1, 10, 100])('at %d Hz: order 2 over 40, 80, 160 uniform cells, within 1e-4 on 160', (frequency) => {
    const errors = [40, 80, 160].map((cells) =>
      relativeError(cathodeImpedance(inert, cells, [1, 1], 0.2, frequency), exact(frequency))
    );
    expect(errors[2]).toBeLessThan(1e-4);
    expect(observedOrder(errors)).toBeGreaterThan(1.98);
    expect(observedOrder(errors)).toBeLessThan(2.02);
  });

  it('within 1e-3 of L/3 kappa + L/3 sigma in its real part at 1 mHz, 40 cells: the quasi-static limit without an offset', () => {
    const { L, kappa, sigma } = electrode;
    const limit = L / (3 * kappa) + L / (3 * sigma);
    expect(Math.abs(cathodeImpedance(inert, 40, [1, 1], 0.2, 1e-3).re / limit - 1)).toBeLessThan(1e-3);
  });
});

describe('diffusion in the particles against tanh q / (q - tanh q)', () => {
  it.each([0.1, 1, 10, 100])('lambda = %d: order 2 over 40, 80, 160 uniform shells', (lambda) => {
    const errors = [40, 80, 160].map((count) => relativeError(shellsResponse(count, 1, lambda), exactSphere(lambda)));
    expect(errors[2]).toBeLessThan(1e-3);
    expect(observedOrder(errors)).toBeGreaterThan(1.85);
  });

  it('tends to 3/lambda + 1/5 at low frequency without loss of digits: lambda = 1e-9', () => {
    const { re, im } = shellsResponse(200, 1, 1e-9);
    expect(Math.abs((im * 1e-9) / -3 - 1)).toBeLessThan(1e-12);
    expect(Math.abs(re / 0.2 - 1)).toBeLessThan(1e-4);
  });
});

describe('electrode with charge transfer, double layer and diffusion against the transmission line', () => {
  const exact = (frequency: number): Complex =>
    transmissionLine(electrode, exactAdmittance(2 * Math.PI * frequency, 0.1));

  it.each([1e-4, 1e-3])('at %d Hz: order 2 in cells and shells, 40 x 20 to 160 x 80, within 3e-5 on the last',
    (frequency) => {
      const errors = [40, 80, 160].map((n) =>
        relativeError(cathodeImpedance({}, n, [n / 2, 1], 0.1, frequency), exact(frequency))
      );
      expect(errors[2]).toBeLessThan(3e-5);
      expect(observedOrder(errors)).toBeGreaterThan(1.95);
    });

  it('40 cells graded 4, 20 shells graded 1.3 as in the mesh `default`: within 1.5e-3 up to 1 kHz, within 2e-2 at 1 MHz', () => {
    const errorAt = (frequency: number): number =>
      relativeError(cathodeImpedance({ grading: 4 }, 40, [20, 1.3], 0.1, frequency), exact(frequency));
    const decades = Array.from({ length: 13 }, (_, k) => 10 ** (-3 + k / 2));
    expect(Math.max(...decades.map(errorAt))).toBeLessThan(1.5e-3);
    expect(errorAt(1e6)).toBeLessThan(2e-2);
  });
});

describe('parts of the cell', () => {
  const anode = { ...idealAnode, exchangeCurrentDensity: 20 };
  const layer = { thickness: 50e-6, cells: 12, kappa: 0.05, sigma: 0.2, material };
  const model = cellModel({
    layers: [layer],
    anode,
    anodeResistance: 2e-4,
    collectorResistance: 3e-4,
    membrane: { contact: 5e-4, cells: 4 },
  });

  it('an anode plane of kinetics and resistance beside its double layer, an ohmic membrane, contacts: exact to 1e-12', () => {
    const impedance = impedanceOf(model, [0.5], 0.3);
    for (const omega of [1e-2, 1e3, 1e6]) {
      expect(impedance.solve(0, omega)).toBe(true);
      const { parts } = impedance;
      const plane = over(complex(1), plus(complex(1 / (thermalVoltage / 20 + 2e-4)), complex(0, omega * 0.3)));
      expect(relativeError(parts.anode, plane)).toBeLessThan(1e-12);
      expect(relativeError(parts.membrane, complex(membraneResistance))).toBeLessThan(1e-9);
      expect(Math.abs(parts.contacts.re / 8e-4 - 1)).toBeLessThan(1e-12);
      const sum = plus(...impedancePartNames.map((name) => parts[name]));
      expect(relativeError(sum, parts.total)).toBeLessThan(1e-12);
    }
  });

  it('one layer in two: nothing changes', () => {
    const half = { ...layer, thickness: 25e-6, cells: 6 };
    const split = impedanceOf(cellModel({ layers: [half, half], anode }), [0.5, 0.5], 0.1);
    const whole = impedanceOf(cellModel({ layers: [layer], anode }), [0.5], 0.1);
    for (const omega of [1e-3, 1, 1e4]) {
      split.solve(0, omega);
      whole.solve(0, omega);
      expect(relativeError(split.parts.total, whole.parts.total)).toBeLessThan(1e-10);
    }
  });
});

/** x = c/cRef; t+, kappa, D and chi with slopes, so that all of them would show if they did not drop out at rest. */
const layers: CellNumbers['layers'] = [
  { thickness: 60e-6, cells: 6, kappa: 0.05, sigma: exponentialFunction(0.2, -4), material, filmResistance: 1e-3 },
  {
    thickness: 30e-6,
    cells: 4,
    grading: 2,
    kappa: 0.1,
    sigma: 1,
    coverage: 0.7,
    material: activeMaterial({ particleRadius: 4e-6, diffusivity: exponentialFunction(2e-14, 2),
      anodicTransferCoefficient: 0.4 }),
  },
];
const numbers: CellNumbers = {
  layers,
  anode: { ...idealAnode, exchangeCurrentDensity: 15 },
  anodeResistance: 1e-3,
  collectorResistance: 1e-3,
  membrane: { contact: 1e-3 },
};
const planar = cellModel(numbers);
const chen = fullCell('chen2020', { cells: [8, 4, 8], shells: 10, shellGrading: 1.2 });

/** The times of a step; where the anode is a plane and there is salt, the salt beside it is taken alike only in slow steps. */
const cells: readonly (readonly [string, CellModel, readonly number[], readonly number[]])[] = [
  ['plane of lithium, single-ion conductor, two layers', planar, [0.4, 0.4], [1e-3, 1, 1e3]],
  ['plane of lithium, salt', salted(planar), [0.4, 0.4], [1e5, 1e6]],
  ['network of active material beside electrolyte', networkModel(numbers, 0.7, true), [0.4, 0.4], [1e-3, 1, 1e3]],
  ['network of two sizes beside electrolyte', networkOfSizes(networkModel(numbers, 0.7, true), [1.5e-6, 4e-6]), [0.4,
    0.4, 0.4, 0.4], [1e-3, 1, 1e3]],
  ['channels in two dimensions, a collector of several faces', resolvedChannels(), [0.4], [1e-3, 1, 1e3]],
  ['composite anode, salt (Chen 2020)', chen.model, chen.stoichiometries, [1e-3, 1, 1e3]],
];

/** Z(p) for real p = 1/gamma, from the matrix of an implicit step of the time-domain solver: I -> I + 1 in its control row. */
function stepImpedance(model: CellModel, stoichiometries: readonly number[], gamma: number): number {
  const problem = new CellProblem(model);
  const y = restedState(problem, stoichiometries);
  const { count, cell: [last], distance: [half] } = model.mesh.boundaries.collector;
  const endResistance = half / recordAt(problem, y).electronic[last] + model.collectorResistance;
  const residual = new Float64Array(problem.size);
  expect(problem.linearise(0, y, new Float64Array(problem.size), gamma, residual)).toBe(true);
  residual.fill(0);
  residual[problem.unknowns.current] = -1;
  const delta = new Float64Array(problem.size);
  problem.solve(residual, delta);
  return count === 1 ? endResistance - delta[2 * last + 1] : -delta[problem.unknowns.voltage];
}

describe.each(cells)('the matrix of the time-domain solver: %s', (_, model, stoichiometries, gammas) => {
  it.each(gammas)('is that of the impedance at the real p = 1/gamma, gamma = %d s: 1e-9', (gamma) => {
    const impedance = impedanceOf(model, stoichiometries);
    expect(impedance.solve(1 / gamma, 0)).toBe(true);
    expect(Math.abs(impedance.parts.total.re / stepImpedance(model, stoichiometries, gamma) - 1)).toBeLessThan(1e-9);
    expect(Math.abs(impedance.parts.total.im / impedance.parts.total.re)).toBeLessThan(1e-12);
  });

  it('continues to complex p: its value is the mean over a circle around it, 32 points, 1e-9', () => {
    const impedance = impedanceOf(model, stoichiometries);
    const gamma = 10;
    for (const part of ['total', 'anode', 'membrane'] as const) {
      const points = Array.from({ length: 32 }, (_, k) => {
        const angle = (2 * Math.PI * (k + 0.5)) / 32;
        expect(impedance.solve((1 + 0.4 * Math.cos(angle)) / gamma, (0.4 * Math.sin(angle)) / gamma)).toBe(true);
        return impedance.parts[part];
      });
      impedance.solve(1 / gamma, 0);
      expect(relativeError(scaled(1 / 32, plus(...points)), impedance.parts[part])).toBeLessThan(1e-9);
    }
  });
});

describe('salt in the membrane beside a plane of lithium', () => {
  const membraneAt = (cellsOfMembrane: number, frequency: number): Complex => {
    const layer = { thickness: 40e-6, cells: 2 * cellsOfMembrane, kappa: 1, sigma: 1, material };
    const model = salted(cellModel({ layers: [layer], membrane: { thickness: 20e-6, cells: cellsOfMembrane } }));
    const impedance = impedanceOf(model, [0.5], 0.1);
    impedance.solve(0, 2 * Math.PI * frequency);
    return impedance.parts.membrane;
  };
  const ohmic = 20e-6 / (0.5 * 0.3 * Math.exp(0.2 * (0.9 - 0.5)));

  it.each([1e-2, 1, 100])('at %d Hz: converges with the cells over 10, 20, 40, order above 1.6', (frequency) => {
    const fine = membraneAt(320, frequency);
    const errors = [10, 20, 40].map((count) => relativeError(membraneAt(count, frequency), fine));
    expect(observedOrder(errors)).toBeGreaterThan(1.6);
  });

  it('is the ohmic resistance and the Warburg element of the plane at 1 MHz on ten cells: the element within 1e-2', () => {
    // Z = theta (1 - t+) / (F c sqrt(i omega eps DEff)), theta = (2RT/F) (1 - t+) chi
    const at = (value: number): number => value * Math.exp(0.2 * (0.9 - 0.5));
    const anions = 1 - at(0.35);
    const theta = 2 * thermalVoltage * anions * at(1.4);
    const perRoot = (theta * anions) / (FARADAY * 900 * Math.sqrt(0.4 * 0.5 * at(2e-10)));
    const warburg = over(complex(perRoot), root(complex(0, 2e6 * Math.PI)));
    expect(relativeError(minus(membraneAt(10, 1e6), complex(ohmic)), warburg)).toBeLessThan(1e-2);
  });
});

describe('low frequencies', () => {
  /** Slow parts settle within about R^2/D = 400 s; U is linear, so that the charge taken out does not change it. */
  const { L, kappa, sigma, a } = electrode;
  const layer = { thickness: L, cells: 20, kappa, sigma, material, specificInterfacialArea: a };
  const model = cellModel({ layers: [layer], shells: [10, 1.2] });
  const doubleLayer = 0.1;
  /** Charge per volt: sites / |dU/ds| of the lattice (its area is that of spheres, a = 3 eps/R) [F m^-2]. */
  const insertion = (FARADAY * maximum * L * a * radius) / 3 / -slope;

  it('the imaginary part is -1/(omega C), C of lattice and double layer, within 1e-9 at 1 nHz', () => {
    const impedance = impedanceOf(model, [0.5], doubleLayer);
    const omega = 2 * Math.PI * 1e-9;
    impedance.solve(0, omega);
    const capacitance = insertion + doubleLayer * a * L;
    expect(Math.abs(-impedance.parts.total.im * omega * capacitance - 1)).toBeLessThan(1e-9);
  });

  it('the real part is the resistance of the time-domain solver (no double layer) under a small steady current: 1e-6', () => {
    const impedance = impedanceOf(model, [0.5]);
    impedance.solve(0, 2 * Math.PI * 1e-6);
    const current = 1e-2;
    const time = 4000;
    const voltageAfter = (applied: number): number => {
      const problem = new CellProblem(model);
      const y = restedState(problem, [0.5]);
      const yp = new Float64Array(problem.size);
      problem.control = { kind: 'current', target: applied };
      spreadReaction(problem, y, applied);
      const counters = newCounters();
      expect(consistentStart(problem, 0, y, yp, 1e-9, counters)).toBeUndefined();
      integrate(problem, 0, time, y, yp, counters, { tolerance: 1e-9, maximumSteps: 20_000, events: [],
        onStep: () => true });
      expect(consistentStart(problem, time, y, yp, 1e-9, counters)).toBeUndefined();
      return problem.voltage(y);
    };
    const resistance = (voltageAfter(-current) - voltageAfter(current)) / (2 * current) - time / insertion;
    expect(Math.abs(resistance / impedance.parts.total.re - 1)).toBeLessThan(1e-6);
  });

  it('Kramers and Kronig: R(0) - R(inf) = -(2/pi) integral (Im Z + 1/omega C) dln omega, 1e-4', () => {
    const impedance = impedanceOf(model, [0.5], doubleLayer);
    const capacitance = insertion + doubleLayer * a * L;
    const perDecade = 20;
    const count = 15 * perDecade;
    const frequencies = Array.from({ length: count + 1 }, (_, k) => 10 ** (-7 + k / perDecade));
    const values = frequencies.map((frequency) => {
      impedance.solve(0, 2 * Math.PI * frequency);
      const { re, im } = impedance.parts.total;
      return { re, rest: im + 1 / (2 * Math.PI * frequency * capacitance) };
    });
    const weighted = values.reduce((sum, { rest }, k) => sum + (k === 0 || k === count ? 0.5 : 1) * rest, 0);
    const integral = weighted * (Math.LN10 / perDecade);
    const span = values[0].re - values[count].re;
    expect(Math.abs((-(2 / Math.PI) * integral) / span - 1)).toBeLessThan(1e-4);
  });
});
