import type { CellProblem } from '../physics/cell-problem.js';
import type { Recording } from '../simulation/recording.js';
import { type Balances, balances, stateAt, unmetPoints } from './balances.js';
import { type MainStep, mainStep } from './main-step.js';
import { type Polarisation, PolarisationSplit } from './polarisation.js';
import { type RecordedFields, recordedFields } from './recorded-fields.js';
import { sitesOf, theoreticalArealCapacity } from './sites.js';
import { frontDepth, type UtilisationFields, utilisationFields, utilisationOverDepth } from './utilisation.js';

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
  /** [K]; absent where it is given. */
  readonly temperature?: Float64Array;
  /** Delivered over theoretical capacity. */
  readonly utilisation: Float64Array;
  /** [m]; NaN before there is one. */
  readonly frontDepth: Float64Array;
  /** [V]; parts NaN at zero current. */
  readonly polarisation: readonly Polarisation[];
  readonly balances: Balances;
  /** Relative mismatch of the heat, with a lumped temperature. */
  readonly heatMismatch: number;
  /** Largest |sum of parts - total| [V], and the same over the total where that is above 1 V. */
  readonly polarisationError: number;
  readonly polarisationMismatch: number;
  readonly main: MainStep;
}

export function performanceOf(problem: CellProblem, recording: Recording): Performance {
  const { points } = recording;
  const fields = recordedFields(problem, recording);
  const profiles = utilisationFields(problem, fields, points);
  const cathode = sitesOf(problem, 'cathode');
  const anode = sitesOf(problem, 'anode');
  const theoretical = theoreticalArealCapacity(problem);
  const column = (value: (t: number) => number): Float64Array =>
    Float64Array.from({ length: points }, (_, t) => value(t));
  const split = new PolarisationSplit(problem, cathode, anode);
  const y = new Float64Array(problem.size);
  const unmet = unmetPoints(recording);
  const states = Array.from({ length: points }, (_, t) => split.at(stateAt(recording, t, y), !unmet.has(t)));
  const equilibriumVoltage = column((t) => states[t].equilibriumVoltage);
  const parts = states.map(({ equilibriumVoltage: _, ...rest }): Polarisation => rest);
  const charge = column((t) => fields.charge.get(t));
  const { temperature } = fields;
  return {
    problem,
    recording,
    fields,
    profiles,
    charge,
    equilibriumVoltage,
    voltage: column((t) => states[t].equilibriumVoltage - states[t].total),
    theoreticalArealCapacity: theoretical,
    step: stepsOfPoints(recording),
    current: column((t) => fields.current.get(t)),
    ...(temperature && { temperature: column((t) => temperature.get(t)) }),
    utilisation: column((t) => charge[t] / theoretical),
    frontDepth: frontDepths(problem, profiles, points),
    polarisation: parts,
    balances: balances(problem, recording, cathode, anode),
    heatMismatch: split.heat.mismatch,
    polarisationError: largest(parts.map(mismatch)),
    polarisationMismatch: largest(parts.map((split) => mismatch(split) / Math.max(1, Math.abs(split.total)))),
    main: mainStep(recording, fields, parts),
  };
}

function frontDepths(problem: CellProblem, profiles: UtilisationFields, points: number): Float64Array {
  const { regions } = problem.model.mesh;
  const layers = regions.filter(({ kind, part }) => kind === 'cathode' && part !== 'foil');
  const thickness = layers.reduce((sum, region) => sum + region.thickness, 0);
  const at = utilisationOverDepth(problem, profiles);
  return Float64Array.from({ length: points }, (_, t) => {
    const { centre, utilisation } = at(t);
    return frontDepth(utilisation, centre, layers[0].start, thickness);
  });
}

function stepsOfPoints(recording: Recording): Int32Array {
  const steps = new Int32Array(recording.points);
  recording.segments.forEach(({ first, last }, i) => steps.fill(i, first, last + 1));
  return steps;
}

/** Of those that are finite: parts are not where no current flows. */
const largest = (values: readonly number[]): number => Math.max(0, ...values.filter(Number.isFinite));

const partsOf = ({ total: _total, ...parts }: Polarisation): number[] => Object.values(parts);

const mismatch = (split: Polarisation): number =>
  Math.abs(partsOf(split).reduce((sum, part) => sum + part, 0) - split.total);
