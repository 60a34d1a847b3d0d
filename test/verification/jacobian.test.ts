import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import type { ScalarFunction } from '../../src/materials/material.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { CellProblem } from '../../src/physics/cell-problem.js';
import type { Control } from '../../src/physics/control.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../../src/physics/unknowns.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { contactCoverage } from '../../src/transport/contact-law.js';
import { randomNumbers } from '../../src/voxels/random-numbers.js';
import { activeMaterial, cellModel, type CellNumbers, exponentialFunction, idealAnode,
  type LayerNumbers } from '../support/cell-model.js';
import { draggedSolvent } from '../support/dragged-solvent.js';
import { networkModel, networkOfSizes } from '../support/network-model.js';
import { loadShippedCase } from '../support/reference-case.js';
import { resolvedChannels } from '../support/resolved-channels.js';
import { salted } from '../support/salted.js';

/**
 * `linearise` and `solve` never build the matrix: particles and reactions are eliminated cell by cell. Here the matrix
 * G = dF/dy + (1/gamma) dF/dy' is built by differences of `residual`, and the change that `solve` gives for a random
 * right-hand side is put into it. Row by row, |G delta + r| must vanish beside its largest term.
 */
const curvedPotential: ScalarFunction = {
  evaluate(s, out) {
    const t = Math.tanh(4 * (s - 0.45));
    out[0] = 4.3 - 0.7 * s - 0.1 * t;
    out[1] = -0.7 - 0.4 * (1 - t * t);
  },
};
const material = activeMaterial({ openCircuitPotential: curvedPotential });
const layer: LayerNumbers = { thickness: 60e-6, cells: 4, grading: 2, kappa: 0.05, sigma: 0.5, material };
const anode = { ...idealAnode, equilibriumPotential: 0.6, exchangeCurrentDensity: 30 };
const base: CellNumbers = { layers: [layer], shells: [4, 1.4], anode };

const otherLayer: LayerNumbers = {
  ...layer,
  cells: 3,
  thickness: 40e-6,
  kappa: 0.02,
  sigma: exponentialFunction(2, 3),
  filmResistance: 2e-3,
  material: activeMaterial({
    name: 'other',
    maximumConcentration: 30e3,
    particleRadius: 5e-6,
    diffusivity: exponentialFunction(4e-14, 2),
  }),
};

const variants: Record<string, CellNumbers> = {
  'constant D': base,
  'D(s)': { ...base, layers: [{ ...layer, material: { ...material, diffusivity: exponentialFunction(1e-14, -4) } }] },
  'one shell': { ...base, shells: [1, 1] },
  'sigma(s)': { ...base, layers: [{ ...layer, sigma: exponentialFunction(0.05, -6) }] },
  'two layers of different materials': { ...base, layers: [layer, otherLayer] },
  'film resistance': { ...base, layers: [{ ...layer, filmResistance: 5e-3 }] },
  'coverage 0.4': { ...base, layers: [{ ...layer, coverage: 0.4 }] },
  'unequal transfer coefficients': {
    ...base,
    anode: { ...anode, anodicTransferCoefficient: 0.3, cathodicTransferCoefficient: 0.7 },
    layers: [{ ...layer,
      material: { ...material, anodicTransferCoefficient: 0.35, cathodicTransferCoefficient: 0.65 } }],
  },
  'contacts at anode, membrane and collector': {
    ...base,
    anodeResistance: 2e-3,
    collectorResistance: 3e-3,
    membrane: { contact: 1e-3, cells: 3 },
  },
  'all of it': {
    shells: [5, 1.2],
    anode: { ...anode, anodicTransferCoefficient: 0.4, cathodicTransferCoefficient: 0.6 },
    anodeResistance: 1e-3,
    collectorResistance: 2e-3,
    membrane: { contact: 1e-3, cells: 3 },
    layers: [
      {
        ...otherLayer,
        coverage: 0.7,
        material: { ...otherLayer.material, anodicTransferCoefficient: 0.4, cathodicTransferCoefficient: 0.6 },
      },
      { ...layer, sigma: exponentialFunction(0.05, -6), filmResistance: 1e-3 },
    ],
  },
};

/** Shipped cells with salt on a mesh of a few cells: a plane of lithium, a composite anode, and sigma of the stoichiometry. */
function saltModels(): (readonly [string, CellModel])[] {
  const mesh = 'mesh={membraneCells: 2, cathodeCells: 4, grading: 1.5, shells: 3, shellGrading: 1.2}';
  const modelOf = (name: string, set: readonly string[] = []): CellModel => {
    const ready = prepareCase(loadShippedCase(name, [mesh, ...set]));
    if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
    return ready.prepared.model;
  };
  return [
    ['salt, plane of lithium', modelOf('lfp-peo')],
    ['salt, plane of lithium, sigma(s)',
      modelOf('lfp-peo', ['cathode.activeMaterial=NMC532', 'cathode.carbon=null',
        'cathode.massFractions={activeMaterial: 70 %, electrolyte: 30 %}'])],
    ['salt, active network beside it, sigma(s)',
      modelOf('lfp-peo', ['cathode.activeMaterial=NMC532', 'cathode.carbon=null',
        'cathode.activeNetwork={tortuosityFactor: 3}',
        'cathode.massFractions={activeMaterial: 70 %, electrolyte: 30 %}'])],
    // the conductivity of graphite would drown the differences in round-off
    ['salt, composite anode',
      modelOf('reference/lg-m50-chen2020', ['anode.electronicTransport={effectiveConductivity: 1 S/m}'])],
  ];
}

/** The same with a temperature of their own, and every property that follows it. */
function lumpedModels(): (readonly [string, CellModel])[] {
  const mesh = 'mesh={membraneCells: 2, cathodeCells: 4, grading: 1.5, shells: 3, shellGrading: 1.2}';
  const thermal = 'thermal={mode: lumped, heatCapacity: 40 J/(m^2 K), heatTransfer: 3 W/(m^2 K), ambient: 30 degC}';
  const set = ['cathode.electronicTransport={tortuosityFactor: 20}', thermal, mesh];
  const cells = [['nmc811-li3incl6'], ['lfp-peo'], ['reference/lg-m50-chen2020',
    'anode.electronicTransport={effectiveConductivity: 1 S/m}']];
  return cells.map(([name, ...more]) => {
    const ready = prepareCase(loadShippedCase(name, [...set, ...more]));
    if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
    return [`lumped temperature: ${name}`, ready.prepared.model] as const;
  });
}

/** A field that the model brings itself, on every electrolyte. */
const ownFields = (): (readonly [string, CellModel])[] => {
  const fields = [draggedSolvent({ cRef: 2000, D: 3e-10, xi: 2, eps: 0.3 })];
  const membrane = { cells: 4, contact: 1e-3 };
  return [
    ['a solvent that ions drag', { ...cellModel({ ...variants['all of it'], membrane }), fields }],
    ['a solvent beside a salt', { ...salted(cellModel({ ...base, membrane })), fields }],
    ['a solvent before a network', {
      ...networkModel({ ...base,
        layers: [{ ...layer, material: { ...material, diffusivity: exponentialFunction(1e-11, -3) } }], membrane,
        collectorResistance: 1e-3 }, 0.7, true),
      fields,
    }],
  ];
};

const controls: readonly Control[] = [
  { kind: 'current', target: 20 },
  { kind: 'voltage', target: 3.7 },
  { kind: 'power', target: 60 },
];

/** Potentials of a few tenths of a volt around rest, particles between 0.3 and 0.7, currents of the size of a 1C discharge. */
function randomState(problem: CellProblem, random: () => number): Float64Array {
  const { unknowns } = problem;
  const y = Float64Array.from({ length: problem.size }, () => 0.3 + 0.4 * random());
  for (let c = 0; c < unknowns.cells; c++) {
    y[electrolytePotentialOf(c)] = -0.6 - 0.3 * random();
    y[electrodePotentialOf(c)] = 3.2 + 0.5 * random();
  }
  for (const { reaction, count } of unknowns.classes) {
    for (let k = 0; k < count; k++) y[reaction + k] = 4 * (random() - 0.7);
  }
  for (let e = 0; e < problem.assembly.state.entries.length; e++) y[unknowns.entries + e] = 40 * (random() - 0.3);
  y[unknowns.anodeCurrent] = 40 * (random() - 0.3);
  y[unknowns.current] = 40 * (random() - 0.3);
  if (unknowns.temperature >= 0) y[unknowns.temperature] = 290 + 30 * random();
  return y;
}

/** G by central differences; for gamma = 0 the differential unknowns are held and their rows left out. */
function differencedMatrix(problem: CellProblem, y: Float64Array, yp: Float64Array, gamma: number): Matrix {
  const n = problem.size;
  // what a network of several sizes stores moves its surface so little that the round-off of smaller steps shows
  const step = problem.model.particles.some(({ network }) => network?.particles) ? 1e-4 : 1e-5;
  const matrix = new Matrix(n, n);
  const [high, low] = [new Float64Array(n), new Float64Array(n)];
  for (let j = 0; j < n; j++) {
    if (gamma === 0 && problem.differential[j]) continue;
    const h = step * Math.max(1, Math.abs(y[j]));
    const rate = gamma === 0 ? 0 : h / gamma;
    const moved = (sign: number, out: Float64Array): void => {
      const [at, atRate] = [y.slice(), yp.slice()];
      at[j] += sign * h;
      atRate[j] += sign * rate;
      problem.residual(0, at, atRate, out);
    };
    moved(1, high);
    moved(-1, low);
    for (let i = 0; i < n; i++) {
      if (gamma > 0 || !problem.differential[i]) matrix.set(i, j, (high[i] - low[i]) / (2 * h));
    }
  }
  return matrix;
}

/** Largest |G delta + r| of a row over the largest term of that row, and the name of the row. */
function worstRow(problem: CellProblem, matrix: Matrix, delta: Float64Array,
  r: Float64Array): { error: number; row: string }
{
  let worst = { error: 0, row: '' };
  for (let i = 0; i < problem.size; i++) {
    let [sum, size] = [0, 0];
    for (let j = 0; j < problem.size; j++) {
      const term = matrix.get(i, j) * delta[j];
      sum += term;
      size = Math.max(size, Math.abs(term));
    }
    const error = size === 0 ? 0 : Math.abs(sum + r[i]) / Math.max(size, Math.abs(r[i]));
    if (!(error <= worst.error)) worst = { error, row: problem.nameOf(i) };
  }
  return worst;
}

function check(model: CellModel, control: Control, gamma: number, seed: number): { error: number; row: string } {
  const random = randomNumbers(seed);
  const problem = new CellProblem(model);
  problem.control = control;
  const y = randomState(problem, random);
  const yp = Float64Array.from({ length: problem.size }, () => 1e-3 * (random() - 0.5));
  const own = new Float64Array(problem.size);
  // factors of another step must not linger
  problem.linearise(0, y, yp, 1.7, own);
  expect(problem.linearise(0, y, yp, gamma, own)).toBe(true);
  // a right-hand side that has nothing to do with the residual: every row counts
  const r = Float64Array.from({ length: problem.size },
    (_, i) => (gamma === 0 && problem.differential[i] ? 0 : random() - 0.5));
  const delta = new Float64Array(problem.size);
  problem.solve(r, delta);
  if (gamma === 0)
    problem.differential.forEach((flag, i) => flag && expect(Math.abs(delta[i]), problem.nameOf(i)).toBe(0));
  const copy = new CellProblem(problem.model);
  copy.control = control;
  return worstRow(problem, differencedMatrix(copy, y, yp, gamma), delta, r);
}

/** The particles of every layer in three sizes. */
function inThreeSizes(numbers: CellNumbers): CellModel {
  const model = cellModel(numbers);
  return {
    ...model,
    particles: model.particles.flatMap((particle) =>
      [[0.4, 0.2], [1, 0.5], [2.5, 0.3]].map(([radius, share]) => ({
        ...particle,
        material: { ...particle.material, particleRadius: radius * particle.material.particleRadius },
        volumeFraction: share * particle.volumeFraction,
        specificInterfacialArea: (share * particle.specificInterfacialArea) / radius,
      }))
    ),
  };
}

/** Contact that follows the volume of the particles, in three sizes. */
function inContact(numbers: CellNumbers, pathResistance = 0): CellModel {
  const model = inThreeSizes(numbers);
  const relativeVolume = exponentialFunction(1, 0.3);
  return {
    ...model,
    particles: model.particles.map((particle) => ({
      ...particle,
      pathResistance,
      contact: contactCoverage({
        pressure: 50e6,
        characteristicPressure: 200e6,
        residual: 0.1,
        stiffness: 0.3e9,
        contactMadeAt: 'discharged',
      }, { ...particle.material, relativeVolume }),
    })),
  };
}

/** A network beside electrolyte that it touches by a law of its volume. */
const networkInContact = (): (readonly [string, CellModel])[] => {
  const model = networkModel({ ...base,
    layers: [{ ...layer, filmResistance: 2e-3, sigma: exponentialFunction(0.05, -3) }], collectorResistance: 1e-3 },
    0.7, true);
  const relativeVolume = exponentialFunction(1, 0.3);
  return [['network beside electrolyte, in contact by its volume', {
    ...model,
    particles: model.particles.map((particle) => ({
      ...particle,
      contact: contactCoverage({ pressure: 50e6, characteristicPressure: 200e6, residual: 0.1, stiffness: 0.3e9,
        contactMadeAt: 'discharged' }, { ...particle.material, relativeVolume }),
    })),
  }]];
};

/** Networks whose particles have several sizes, or keep their diffusion where no electrolyte is. */
const networksOfSizes = (): (readonly [string, CellModel])[] => {
  const [[, contact]] = networkInContact();
  const [[, dry], [, graded], , [, wetted]] = networkModels();
  const radii = [1.5e-6, 4e-6, 6e-6];
  return [
    ['network without electrolyte, diffusion in its particles', networkOfSizes(dry, [5e-6])],
    ['network without electrolyte, three sizes', networkOfSizes(graded, radii)],
    ['network beside electrolyte, three sizes', networkOfSizes(wetted, radii)],
    ['network beside electrolyte, three sizes, in contact by its volume', networkOfSizes(contact, radii)],
    ['salt, network beside it, three sizes', salted(networkOfSizes(wetted, radii))],
  ];
};

const contactModels =
  (): (readonly [string, CellModel])[] => [['contact', inContact(variants['D(s)'])], ['contact, all of it',
    inContact(variants['all of it'])], ['contact, a way to the particles',
    inContact(variants['film resistance'], 3e-3)]];

/** Lithium through the active material itself; D of a solid that conducts well enough for a layer to fill. */
const networkModels = (): (readonly [string, CellModel])[] => {
  // the contact keeps the current's slope of the voltage above the round-off of the differences
  const fast: LayerNumbers = { ...layer, material: { ...material, diffusivity: exponentialFunction(1e-11, -3) } };
  const graded: LayerNumbers = { ...fast, cells: 3, kappa: 0.02, sigma: exponentialFunction(0.05, -3),
    filmResistance: 2e-3 };
  return [
    ['network without electrolyte', networkModel({ ...base, layers: [fast], collectorResistance: 1e-3 }, 0.7, false)],
    ['network without electrolyte, two layers, sigma(s), contacts', networkModel(
      { ...base, layers: [graded, fast], membrane: { contact: 1e-3 }, collectorResistance: 2e-3 },
      0.5,
      false,
    )],
    ['network beside electrolyte', networkModel({ ...base, layers: [fast], collectorResistance: 1e-3 }, 0.7, true)],
    ['network beside electrolyte, two layers, sigma(s), contacts', networkModel(
      { ...base, layers: [graded, fast], membrane: { contact: 1e-3 }, collectorResistance: 2e-3 },
      0.5,
      true,
    )],
  ];
};

/** Two dimensions: the collector meets several cells, whose conductivities follow their stoichiometry. */
function severalFaces(): (readonly [string, CellModel])[] {
  const model = resolvedChannels();
  return [['a collector of several faces', {
    ...model,
    electronicConductivity: model.electronicConductivity.map((sigma) => sigma && exponentialFunction(0.5, -3)),
    particles: model.particles.map((particle) => ({ ...particle,
      material: { ...particle.material, openCircuitPotential: curvedPotential,
        diffusivity: exponentialFunction(1e-14, -2) } })
    ),
  }]];
}

const sizeModels =
  (): (readonly [string, CellModel])[] => [['three sizes of particles, sigma(s)', inThreeSizes(variants['sigma(s)'])], [
    'three sizes, all of it',
    inThreeSizes(variants['all of it']),
  ]];

describe('the eliminated linear system against a dense matrix of differences: 1e-6 of the largest term of each row', () => {
  describe.each([...Object.entries(variants).map(([name, numbers]) => [name, cellModel(numbers)] as const),
    ...sizeModels(), ...networkModels(), ...networkInContact(), ...networksOfSizes(), ...contactModels(),
    ...saltModels(), ...lumpedModels(), ...ownFields(), ...severalFaces()])('%s', (_, model) => {
      // the column of a lumped temperature is a difference over 1e-4 K; a polymer far below its reference temperature curves most
      const tolerance = model.thermal ? 5e-5 : 1e-6;
      it.each(controls)('$kind control, gamma of a step and gamma = 0, three random states each', (control) => {
        for (const [i, gamma] of [0.3, 7, 250, 0, 0, 0].entries()) {
          const { error, row } = check(model, control, gamma, 17 + i);
          expect(error, `gamma ${gamma}: ${row}`).toBeLessThan(tolerance);
        }
      });
    });
});
