import type { Case, Protocol, ProtocolStep, Rate } from '../config/case.js';
import type { CellModel } from '../physics/cell-model.js';
import { CellProblem } from '../physics/cell-problem.js';
import { performanceOf, theoreticalArealCapacity, type Performance } from '../results/performance.js';
import { restedState } from '../simulation/rested-state.js';
import { simulate, type LoadedStep } from '../simulation/simulate.js';

/** One rate of the list with what came of it. */
export interface RateRun {
  readonly rate: Rate;
  /** Magnitude [A m^-2]. */
  readonly currentDensity: number;
  readonly cRate: number;
  readonly direction: 'discharge' | 'charge';
  readonly performance: Performance;
}

/** Charge per area that 1C moves in an hour [C m^-2]. */
export const nominalCapacity = (protocol: Protocol, problem: CellProblem): number =>
  protocol.nominalArealCapacity ?? theoreticalArealCapacity(problem);

/** Runs the protocol once per rate, each from the same rested state; yields each rate as it is done. */
export function* rateCapability(given: Case, model: CellModel): Generator<RateRun> {
  const { protocol, numerics } = given;
  const direction = directionOf(protocol.steps);
  const stoichiometries = model.particles.map(({ material }) =>
    protocol.initialStoichiometry ?? (direction === 'discharge' ? material.chargedStoichiometry : material.dischargedStoichiometry));
  for (const rate of protocol.rates) {
    const problem = new CellProblem(model);
    const oneC = nominalCapacity(protocol, problem) / 3600;
    const currentDensity = currentOf(rate, oneC);
    const steps = protocol.steps.map((step) => loaded(step, currentDensity, oneC));
    const recording = simulate(problem, steps, restedState(problem, stoichiometries), numerics);
    yield { rate, currentDensity, cRate: currentDensity / oneC, direction, performance: performanceOf(problem, recording) };
  }
}

const currentOf = (rate: Rate, oneC: number): number => (rate.kind === 'cRate' ? rate.value * oneC : rate.value);

function loaded(step: ProtocolStep, each: number, oneC: number): LoadedStep {
  if (step.kind === 'rest') return { step, current: 0 };
  const magnitude = step.rate === 'each' ? each : currentOf(step.rate, oneC);
  return { step, current: step.kind === 'discharge' ? magnitude : -magnitude };
}

/** The first step under current says what the rate is about. */
function directionOf(steps: readonly ProtocolStep[]): 'discharge' | 'charge' {
  const first = steps.find(({ kind }) => kind !== 'rest');
  return first?.kind === 'charge' ? 'charge' : 'discharge';
}
