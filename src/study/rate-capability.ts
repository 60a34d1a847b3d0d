import type { Case, LoadProfile, Protocol, ProtocolStep, Rate } from '../config/case.js';
import type { CellModel } from '../physics/cell-model.js';
import { CellProblem } from '../physics/cell-problem.js';
import { performanceOf, type Performance } from '../results/performance.js';
import { theoreticalArealCapacity } from '../results/sites.js';
import { currentOf, loadStep } from '../simulation/load-step.js';
import { restedState } from '../simulation/rested-state.js';
import { simulate } from '../simulation/simulate.js';

/** One rate of the list with what came of it. */
export interface RateRun {
  /** Undefined where the protocol takes no rate of the list and runs once. */
  readonly rate: Rate | undefined;
  /** Magnitude; without a rate its mean over the main step [A m^-2]. */
  readonly currentDensity: number;
  readonly cRate: number;
  readonly performance: Performance;
}

/** Charge per area that 1C moves in an hour [C m^-2]. */
export const nominalCapacity = (protocol: Protocol, problem: CellProblem): number =>
  protocol.nominalArealCapacity ?? theoreticalArealCapacity(problem);

/** Runs the protocol once per rate, each from the same rested state; yields each rate as it is done. */
export function* rateCapability(given: Case, model: CellModel): Generator<RateRun> {
  const { protocol, numerics } = given;
  const charged = startsCharged(protocol.steps);
  const stoichiometries = model.particles.map(({ material, region }) => {
    const rested = charged ? material.chargedStoichiometry : material.dischargedStoichiometry;
    return model.mesh.regions[region].kind === 'cathode' ? protocol.initialStoichiometry ?? rested : rested;
  });
  for (const rate of protocol.rates.length > 0 ? protocol.rates : [undefined]) {
    const problem = new CellProblem(model);
    const oneC = nominalCapacity(protocol, problem) / 3600;
    const each = rate ? currentOf(rate, oneC) : NaN;
    const steps = protocol.steps.map((step) => loadStep(step, each, oneC));
    const performance = performanceOf(problem, simulate(problem, steps, restedState(problem, stoichiometries), numerics));
    const currentDensity = rate ? each : meanCurrent(performance);
    yield { rate, currentDensity, cRate: currentDensity / oneC, performance };
  }
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

/** Unless the first step that drives a current in a direction is a charge. */
function startsCharged(steps: readonly ProtocolStep[]): boolean {
  for (const step of steps) {
    if (step.kind === 'discharge' || step.kind === 'charge') return step.kind === 'discharge';
    if (step.kind === 'profile') return chargeOf(step.profile) >= 0;
  }
  return true;
}

/** Integral over a profile [C m^-2] or [J m^-2]; only its sign is asked for. */
function chargeOf({ time, value, interpolation }: LoadProfile): number {
  let sum = 0;
  for (let i = 1; i < time.length; i++) {
    sum += (time[i] - time[i - 1]) * (interpolation === 'linear' ? 0.5 * (value[i - 1] + value[i]) : value[i - 1]);
  }
  return sum;
}
