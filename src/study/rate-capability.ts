import type { Case, Protocol, Rate } from '../config/case.js';
import type { CellModel } from '../physics/cell-model.js';
import { CellProblem } from '../physics/cell-problem.js';
import { type Performance, performanceOf } from '../results/performance.js';
import { theoreticalArealCapacity } from '../results/sites.js';
import { currentOf, loadStep } from '../simulation/load-step.js';
import { notReached, simulate } from '../simulation/simulate.js';
import { type StartOfSteps, startOfSteps } from './charge-before.js';

/** One rate of the list with what came of it. */
export interface RateRun {
  /** Undefined where the protocol takes no rate of the list and runs once. */
  readonly rate: Rate | undefined;
  /** Magnitude; without a rate its mean over the main step [A m^-2]. */
  readonly currentDensity: number;
  readonly cRate: number;
  readonly performance: Performance;
  readonly start: StartOfSteps;
}

/** Charge per area that 1C moves in an hour [C m^-2]. */
export const nominalCapacity = (protocol: Protocol, problem: CellProblem): number =>
  protocol.nominalArealCapacity ?? theoreticalArealCapacity(problem);

/**
 * Runs the protocol once per rate, each from the state that one charge before leaves (a charge at each rate runs for every one of
 * them); yields each rate as it is done. `start`: that state, where it is there already.
 */
export function* rateCapability(given: Case, model: CellModel, start = sharedStart(given, model)): Generator<RateRun> {
  const { protocol, numerics } = given;
  for (const rate of protocol.rates.length > 0 ? protocol.rates : [undefined]) {
    const problem = new CellProblem(model);
    const oneC = nominalCapacity(protocol, problem) / 3600;
    const each = rate ? currentOf(rate, oneC) : NaN;
    const from = start ?? startOfSteps(given, model, oneC, rate);
    const steps = protocol.steps.map((step) => loadStep(step, each, oneC));
    const recording = from.charge?.broken
      ? notReached(steps[0], problem, from.charge.broken)
      : simulate(problem, steps, from.state, numerics, from.lithiumSupply);
    const performance = performanceOf(problem, recording);
    const currentDensity = rate ? each : meanCurrent(performance);
    yield { rate, currentDensity, cRate: currentDensity / oneC, performance, start: from };
  }
}

/** The state that all rates start from; undefined where each has its own charge. */
export function sharedStart(given: Case, model: CellModel): StartOfSteps | undefined {
  const { charge } = given.protocol;
  if (charge.kind === 'charge' && charge.rate === 'each') return undefined;
  return startOfSteps(given, model, nominalCapacity(given.protocol, new CellProblem(model)) / 3600, undefined);
}

/** Charge of the main step over the time that it took under current [A m^-2]; where it ended at once, the current that it met. */
function meanCurrent({ main, recording, current }: Performance): number {
  if (!main.segment) return 0;
  const { first, last } = main.segment;
  let duration = 0;
  for (let t = first; t < last; t++) {
    if (current[t] !== 0 || current[t + 1] !== 0) duration += recording.time[t + 1] - recording.time[t];
  }
  return duration === 0 ? Math.abs(current[first]) : main.arealCapacity / duration;
}
