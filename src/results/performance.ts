import { FARADAY } from '../units/constants.js';
import type { CellProblem } from '../physics/cell-problem.js';
import type { Recording, Segment } from '../simulation/recording.js';
import { balances, stateAt, type Balances } from './balances.js';
import { electrodeEquilibrium, type Sites } from './equilibrium.js';
import { polarisation, type Polarisation } from './polarisation.js';
import { recordedFields, type RecordedFields } from './recorded-fields.js';
import { frontDepth, utilisationFields, type UtilisationFields } from './utilisation.js';

/** One simulation in physical words, SI, over all recorded points. Discharge positive. */
export interface Performance {
  readonly problem: CellProblem;
  readonly recording: Recording;
  readonly fields: RecordedFields;
  readonly profiles: UtilisationFields;
  /** [C m^-2] */
  readonly theoreticalArealCapacity: number;
  /** Index of the protocol step of each point. */
  readonly step: Int32Array;
  /** [A m^-2], [C m^-2], [V], [V] */
  readonly current: Float64Array;
  readonly charge: Float64Array;
  readonly voltage: Float64Array;
  readonly equilibriumVoltage: Float64Array;
  /** Delivered over theoretical capacity. */
  readonly utilisation: Float64Array;
  /** [m]; NaN before there is one. */
  readonly frontDepth: Float64Array;
  /** [V]; parts NaN at zero current. */
  readonly polarisation: readonly Polarisation[];
  readonly balances: Balances;
  /** Largest |sum of parts - total| [V]. */
  readonly polarisationError: number;
  /** The step that the rate is about: the first charge or discharge. */
  readonly main: MainStep;
}

export interface MainStep {
  readonly segment: Segment | undefined;
  /** Magnitudes over the main step: [C m^-2], [J m^-2], [V]. */
  readonly arealCapacity: number;
  readonly arealEnergy: number;
  readonly meanVoltage: number;
  /** Mean over the charge passed [V]. */
  readonly meanPolarisation: Polarisation | undefined;
  readonly endPolarisation: Polarisation | undefined;
}

/** Charge between the charged and the discharged stoichiometry [C m^-2]. */
export function theoreticalArealCapacity(problem: CellProblem): number {
  return problem.model.particles.reduce((sum, { material }, p) =>
    sum + sitesOf(problem).perClass[p] * (material.dischargedStoichiometry - material.chargedStoichiometry), 0);
}

export function sitesOf(problem: CellProblem): Sites {
  const { mesh, particles } = problem.model;
  const perClass = particles.map(({ material, volumeFraction, region }) =>
    FARADAY * material.maximumConcentration * volumeFraction * mesh.regions[region].thickness);
  return { perClass, total: perClass.reduce((sum, n) => sum + n, 0) };
}

export function performanceOf(problem: CellProblem, recording: Recording): Performance {
  const { points } = recording;
  const fields = recordedFields(problem, recording);
  const profiles = utilisationFields(problem, fields, points);
  const sites = sitesOf(problem);
  const theoretical = theoreticalArealCapacity(problem);
  const column = (value: (t: number) => number): Float64Array => Float64Array.from({ length: points }, (_, t) => value(t));
  const voltage = new Float64Array(points);
  const equilibriumVoltage = new Float64Array(points);
  const parts: Polarisation[] = [];
  const y = new Float64Array(problem.size);
  const zero = new Float64Array(problem.size);
  const scratch = new Float64Array(problem.size);
  for (let t = 0; t < points; t++) {
    stateAt(recording, t, y);
    equilibriumVoltage[t] = electrodeEquilibrium(problem, sites, classMeans(problem, y)) - problem.model.anode.equilibriumPotential;
    const split = polarisation(problem, y, equilibriumVoltage[t], zero, scratch);
    parts.push(split);
    voltage[t] = equilibriumVoltage[t] - split.total;
  }
  const charge = column((t) => fields.charge.get(t));
  return {
    problem, recording, fields, profiles, charge, voltage, equilibriumVoltage, theoreticalArealCapacity: theoretical,
    step: stepsOfPoints(recording),
    current: column((t) => fields.current.get(t)),
    utilisation: column((t) => charge[t] / theoretical),
    frontDepth: column((t) => frontDepthAt(problem, profiles, t)),
    polarisation: parts,
    balances: balances(problem, recording, sites),
    polarisationError: Math.max(0, ...parts.map(mismatch).filter(Number.isFinite)),
    main: mainStep(recording, fields, parts),
  };
}

/** Mean stoichiometry of each class over its region. */
function classMeans(problem: CellProblem, y: Float64Array): number[] {
  const { mesh } = problem.model;
  return problem.reactions.map(({ at, diffusion, particle }) => {
    let sum = 0;
    for (let k = 0; k < at.count; k++) sum += mesh.volume[at.firstCell + k] * diffusion.average(y, k);
    return sum / mesh.regions[particle.region].thickness;
  });
}

function frontDepthAt(problem: CellProblem, profiles: UtilisationFields, t: number): number {
  const { mesh } = problem.model;
  const cells = profiles.utilisation.shape[1];
  const first = mesh.cells - cells;
  const row = Array.from({ length: cells }, (_, i) => profiles.utilisation.get(t, i));
  const start = mesh.regions[mesh.region[first]].start;
  const end = mesh.regions[mesh.regions.length - 1];
  return frontDepth(row, Array.from(mesh.centre.subarray(first)), start, end.start + end.thickness - start);
}

function stepsOfPoints(recording: Recording): Int32Array {
  const steps = new Int32Array(recording.points);
  recording.segments.forEach(({ first, last }, i) => steps.fill(i, first, last + 1));
  return steps;
}

const partsOf = ({ total: _total, ...parts }: Polarisation): number[] => Object.values(parts);

const mismatch = (split: Polarisation): number => Math.abs(partsOf(split).reduce((sum, part) => sum + part, 0) - split.total);

function mainStep(recording: Recording, fields: RecordedFields, parts: readonly Polarisation[]): MainStep {
  const segment = recording.segments.find(({ step }) => step.kind !== 'rest');
  if (!segment || recording.points === 0) {
    return { segment, arealCapacity: 0, arealEnergy: 0, meanVoltage: NaN, meanPolarisation: undefined, endPolarisation: undefined };
  }
  const { first, last } = segment;
  const passed = fields.charge.get(last) - fields.charge.get(first);
  const energy = fields.energy.get(last) - fields.energy.get(first);
  return {
    segment,
    arealCapacity: Math.abs(passed),
    arealEnergy: Math.abs(energy),
    meanVoltage: passed === 0 ? NaN : energy / passed,
    meanPolarisation: passed === 0 ? undefined : meanOverCharge(parts, fields, first, last),
    endPolarisation: parts[last],
  };
}

/** Trapezoidal mean over the charge passed between two points. */
function meanOverCharge(parts: readonly Polarisation[], fields: RecordedFields, first: number, last: number): Polarisation {
  const mean = Object.fromEntries(Object.keys(parts[first]).map((name) => [name, 0])) as Polarisation;
  const passed = fields.charge.get(last) - fields.charge.get(first);
  for (let t = first; t < last; t++) {
    const share = (fields.charge.get(t + 1) - fields.charge.get(t)) / passed;
    for (const name of Object.keys(mean) as (keyof Polarisation)[]) mean[name] += 0.5 * share * (parts[t][name] + parts[t + 1][name]);
  }
  return mean;
}
