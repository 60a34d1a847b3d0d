import type { Case, Protocol, Rate } from '../config/case.js';
import type { CellModel } from '../physics/cell-model.js';
import { CellProblem } from '../physics/cell-problem.js';
import type { Performance } from '../results/performance.js';
import { theoreticalArealCapacity } from '../results/sites.js';
import { type StartOfSteps, startOfSteps } from './charge-before.js';

/** Run at one rate of the list. */
export interface RateRun {
  /** Undefined where the protocol takes no rate of the list and runs once. */
  readonly rate: Rate | undefined;
  /** Magnitude; without a rate its mean over the main step [A m^-2]. */
  readonly currentDensity: number;
  readonly cRate: number;
  readonly performance: Performance;
  readonly start: StartOfSteps;
}

/** Current per area that empties the nominal capacity in an hour [A m^-2]. */
export const currentOf1C = ({ nominalArealCapacity }: Protocol, problem: CellProblem): number =>
  (nominalArealCapacity ?? theoreticalArealCapacity(problem)) / 3600;

/** The state that all rates start from; undefined where each has its own charge. `problem`: the equations, where they are there already. */
export function sharedStart(given: Case, model: CellModel, problem = new CellProblem(model)): StartOfSteps | undefined {
  const { charge } = given.protocol;
  if (charge.kind === 'charge' && charge.rate === 'each') return undefined;
  return startOfSteps(given, model, currentOf1C(given.protocol, problem), undefined, problem);
}

/** Charge of the main step over the time that it took under current [A m^-2]; where it ended at once, the current that it met. */
export function meanCurrent({ main, recording, current }: Performance): number {
  if (!main.segment) return 0;
  const { first, last } = main.segment;
  let duration = 0;
  for (let t = first; t < last; t++) {
    if (current[t] !== 0 || current[t + 1] !== 0) duration += recording.time[t + 1] - recording.time[t];
  }
  return duration === 0 ? Math.abs(current[first]) : main.arealCapacity / duration;
}
