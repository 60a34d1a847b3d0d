import type { ProtocolStep } from '../config/case.js';
import { once, withLazy } from '../config/once.js';
import type { CellProblem } from '../physics/cell-problem.js';
import type { Recording, Segment } from '../simulation/recording.js';
import { type Balances, balances } from './balances.js';
import { meansAt, particleMeans } from './particle-means.js';
import { mismatch, type PartsAndTotal, type Polarisation, polarisationOf,
  relativeMismatch } from './polarisation-parts.js';
import { PolarisationSplit } from './polarisation.js';
import { sitesOf, theoreticalArealCapacity } from './sites.js';
import { frontDepth, type UtilisationFields, utilisationFields, utilisationOverDepth } from './utilisation.js';

/**
 * What a rate is about: the first step that takes each rate of the list; where none does, the first charge or discharge, or else
 * the first hold or profile. A step that is repeated with nothing but rests between counts as one (a train of pulses).
 */
export interface MainStep {
  /** From its first point to its last, with the outcome of the last pulse; undefined where no point was reached. */
  readonly segment: Segment | undefined;
  /** Of the step; of a hold or a profile that of the charge it passed. */
  readonly direction: 'discharge' | 'charge';
  /** Magnitudes over the main step: [C m^-2], [J m^-2], [V]. */
  readonly arealCapacity: number;
  readonly arealEnergy: number;
  readonly meanVoltage: number;
  /** Mean over the charge passed [V]. */
  readonly meanPolarisation: Polarisation | undefined;
  /** At the last point under current [V]. */
  readonly endPolarisation: Polarisation | undefined;
}

/** `charge`, `energy`: at every point; `partsAt`: the split of a point, asked for only where a mean or an end is. */
function mainStep({ segments }: Recording, charge: Float64Array, energy: Float64Array,
  partsAt: (point: number) => PartsAndTotal): MainStep
{
  const found = mainSegment(segments);
  const segment = found && found.last >= found.first ? found : undefined;
  const kind = found?.step.kind;
  const { first, last } = segment ?? { first: 0, last: 0 };
  const [passed, delivered] = segment ? [charge[last] - charge[first], energy[last] - energy[first]] : [0, 0];
  return withLazy({
    segment,
    direction: kind === 'charge' || (kind !== 'discharge' && passed < 0) ? 'charge' as const : 'discharge' as const,
    arealCapacity: Math.abs(passed),
    arealEnergy: Math.abs(delivered),
    meanVoltage: passed === 0 ? NaN : delivered / passed,
  }, {
    meanPolarisation: () => passed === 0 ? undefined : polarisationOf(meanOverCharge(partsAt, charge, first, last)),
    endPolarisation: () => {
      if (!segment) return undefined;
      let point = last;
      while (point >= first && !isSplit(partsAt(point))) point--;
      return polarisationOf(partsAt(point < first ? last : point));
    },
  });
}

function mainSegment(segments: readonly Segment[]): Segment | undefined {
  const main = segments.find(({ step }) => loadOf(step) === 'each')
    ?? segments.find(({ step }) => step.kind === 'discharge' || step.kind === 'charge')
    ?? segments.find(({ step }) => step.kind !== 'rest');
  if (!main) return undefined;
  let end = main;
  for (const segment of segments.slice(segments.indexOf(main) + 1)) {
    if (segment.step.kind === 'rest') continue;
    if (segment.step.kind !== main.step.kind || loadOf(segment.step) !== loadOf(main.step)) break;
    end = segment;
  }
  return { ...end, first: main.first };
}

/** What drives a step; a step that is repeated has the same one, not an equal one. */
function loadOf(step: ProtocolStep): unknown {
  switch (step.kind) {
    case 'rest':
      return undefined;
    case 'hold':
      return step.voltage;
    case 'profile':
      return step.profile;
    default:
      return step.rate;
  }
}

/** Whether the parts are known: they are not where no current flows. */
const isSplit = (split: PartsAndTotal): boolean => Number.isFinite(mismatch(split));

/** Trapezoidal mean over the charge passed between two points; intervals without the parts at both ends are left out. */
function meanOverCharge(partsAt: (point: number) => PartsAndTotal, charge: Float64Array, first: number,
  last: number): PartsAndTotal
{
  let before = partsAt(first);
  const mean = before.map(() => 0);
  let passed = 0;
  let wasSplit = isSplit(before);
  for (let t = first; t < last; t++) {
    const after = partsAt(t + 1);
    const known = isSplit(after);
    if (wasSplit && known) {
      const more = charge[t + 1] - charge[t];
      passed += more;
      for (let i = 0; i < mean.length; i++) mean[i] += 0.5 * more * (before[i] + after[i]);
    }
    [before, wasSplit] = [after, known];
  }
  return mean.map((sum) => sum / passed);
}

/**
 * One simulation in physical words, SI, over all recorded points. Discharge positive. What takes work is done when it is first asked for:
 * capacity, energy and their means are integrated with the equations and cost nothing, the split of the voltage a step's work per point.
 */
export interface Performance {
  readonly problem: CellProblem;
  readonly recording: Recording;
  readonly profiles: UtilisationFields;
  /** [C m^-2] */
  readonly theoreticalArealCapacity: number;
  /** Index of the protocol step of each point. */
  readonly step: Int32Array;
  /** [A m^-2], [C m^-2], [J m^-2], [V], [V] */
  readonly current: Float64Array;
  readonly charge: Float64Array;
  readonly energy: Float64Array;
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
  const { unknowns } = problem;
  const [cathode, anode] = [sitesOf(problem, 'cathode'), sitesOf(problem, 'anode')];
  const theoretical = theoreticalArealCapacity(problem);
  const column = (value: (t: number) => number): Float64Array => {
    const values = new Float64Array(points);
    for (let t = 0; t < points; t++) values[t] = value(t);
    return values;
  };
  const means = once(() => particleMeans(problem, recording));
  const split = once(() => new PolarisationSplit(problem, recording, means, cathode, anode));
  const splits = once(() => Array.from({ length: points }, (_, t) => split().at(t)));
  const recorded = (unknown: number): Float64Array => column((t) => recording.states.get(t, unknown));
  const [charge, energy] = [unknowns.charge, unknowns.energy].map(recorded);
  const performance: Performance = withLazy({
    problem,
    recording,
    theoreticalArealCapacity: theoretical,
    step: stepsOfPoints(recording),
    current: recorded(unknowns.current),
    charge,
    energy,
    ...(unknowns.temperature >= 0 && { temperature: recorded(unknowns.temperature) }),
    utilisation: charge.map((passed) => passed / theoretical),
    main: mainStep(recording, charge, energy, (t) => split().at(t).parts),
    equilibriumVoltageAt: (t: number) => split().at(t).equilibriumVoltage,
    // what is used up counts from the first point on
    frontDepthAt: (t: number) =>
      frontDepths(problem, utilisationFields(problem, meansAt(means(), points, [0, t]), 2), 2)[1],
  }, {
    profiles: () => utilisationFields(problem, means(), points),
    voltage: () => column((t) => split().voltageAt(t)),
    equilibriumVoltage: () => column((t) => splits()[t].equilibriumVoltage),
    frontDepth: () => frontDepths(problem, performance.profiles, points),
    polarisation: () => splits().map(({ parts }) => polarisationOf(parts)),
    balances: () => balances(problem, recording, means(), cathode, anode),
    heatMismatch: () => {
      splits();
      return split().heat.mismatch;
    },
    polarisationError: () => largest(splits().map(({ parts }) => mismatch(parts))),
    polarisationMismatch: () => largest(splits().map(({ parts }) => relativeMismatch(parts))),
  });
  return performance;
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
