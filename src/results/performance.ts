import { once } from '../config/once.js';
import type { CellProblem } from '../physics/cell-problem.js';
import type { Recording } from '../simulation/recording.js';
import { type Balances, balances } from './balances.js';
import { type MainStep, mainStep } from './main-step.js';
import { meansAt, particleMeans } from './particle-means.js';
import { mismatch, type Polarisation, PolarisationSplit, relativeMismatch } from './polarisation.js';
import { type RecordedFields, recordedFields } from './recorded-fields.js';
import { sitesOf, theoreticalArealCapacity } from './sites.js';
import { frontDepth, type UtilisationFields, utilisationFields, utilisationOverDepth } from './utilisation.js';

/**
 * One simulation in physical words, SI, over all recorded points. Discharge positive. What takes work is done when it is first asked for:
 * capacity, energy and their means are integrated with the equations and cost nothing, the split of the voltage a step's work per point.
 */
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
  /** That of one point, without the others [V]. */
  readonly equilibriumVoltageAt: (point: number) => number;
  /** [K]; absent where it is given. */
  readonly temperature?: Float64Array;
  /** Delivered over theoretical capacity. */
  readonly utilisation: Float64Array;
  /** [m]; NaN before there is one. */
  readonly frontDepth: Float64Array;
  /** That of one point, without the others [m]. */
  readonly frontDepthAt: (point: number) => number;
  /** [V]; parts NaN at zero current. */
  readonly polarisation: readonly Polarisation[];
  readonly balances: Balances;
  /** Relative mismatch of the heat, with a lumped temperature. */
  readonly heatMismatch: number;
  /** Largest |sum of parts - total| [V], and the same over the largest of them where that is above 1 V. */
  readonly polarisationError: number;
  readonly polarisationMismatch: number;
  readonly main: MainStep;
}

export function performanceOf(problem: CellProblem, recording: Recording): Performance {
  const { points } = recording;
  const fields = recordedFields(problem, recording);
  const [cathode, anode] = [sitesOf(problem, 'cathode'), sitesOf(problem, 'anode')];
  const theoretical = theoreticalArealCapacity(problem);
  const column = (value: (t: number) => number): Float64Array => {
    const values = new Float64Array(points);
    for (let t = 0; t < points; t++) values[t] = value(t);
    return values;
  };
  const means = once(() => particleMeans(problem, recording));
  const profiles = once(() => utilisationFields(problem, means(), points));
  const split = once(() => new PolarisationSplit(problem, recording, means, cathode, anode));
  const splits = once(() => Array.from({ length: points }, (_, t) => split().at(t)));
  const polarisation = once(() => splits().map(({ parts }) => parts));
  const equilibriumVoltage = once(() => column((t) => splits()[t].equilibriumVoltage));
  const voltage = once(() => column((t) => split().voltageAt(t)));
  const frontDepth = once(() => frontDepths(problem, profiles(), points));
  const lithiumAndCharge = once(() => balances(problem, recording, means(), cathode, anode));
  const charge = column((t) => fields.charge.get(t));
  const { temperature } = fields;
  return {
    problem,
    recording,
    fields,
    theoreticalArealCapacity: theoretical,
    step: stepsOfPoints(recording),
    current: column((t) => fields.current.get(t)),
    charge,
    ...(temperature && { temperature: column((t) => temperature.get(t)) }),
    utilisation: charge.map((passed) => passed / theoretical),
    main: mainStep(recording, fields, (t) => split().at(t).parts),
    get profiles() {
      return profiles();
    },
    get voltage() {
      return voltage();
    },
    get equilibriumVoltage() {
      return equilibriumVoltage();
    },
    equilibriumVoltageAt: (t) => split().at(t).equilibriumVoltage,
    get frontDepth() {
      return frontDepth();
    },
    // what is used up counts from the first point on
    frontDepthAt: (t) => frontDepths(problem, utilisationFields(problem, meansAt(means(), points, [0, t]), 2), 2)[1],
    get polarisation() {
      return polarisation();
    },
    get balances() {
      return lithiumAndCharge();
    },
    get heatMismatch() {
      splits();
      return split().heat.mismatch;
    },
    get polarisationError() {
      return largest(polarisation().map(mismatch));
    },
    get polarisationMismatch() {
      return largest(polarisation().map(relativeMismatch));
    },
  };
}

function frontDepths(problem: CellProblem, profiles: UtilisationFields, points: number): Float64Array {
  const { utilisation } = profiles;
  const { mesh } = problem.model;
  if (mesh.shape) return meanFrontDepths(problem, profiles, points);
  const cells = utilisation.shape[1];
  const first = mesh.cells - cells;
  const centre = mesh.centre.subarray(first);
  const { start } = mesh.regions[mesh.region[first]];
  const end = mesh.regions[mesh.regions.length - 1];
  return Float64Array.from({ length: points },
    (_, t) =>
      frontDepth(utilisation.data.subarray(t * cells, (t + 1) * cells), centre, start,
        end.start + end.thickness - start));
}

/** Of the means at every depth, in two and three dimensions. */
function meanFrontDepths(problem: CellProblem, profiles: UtilisationFields, points: number): Float64Array {
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
