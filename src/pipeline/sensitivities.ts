import type { Case, Protocol, Rate } from '../config/case.js';
import type { CellModel } from '../physics/cell-model.js';
import { CellProblem } from '../physics/cell-problem.js';
import { currentOf, loadStep } from '../simulation/load-step.js';
import { type Recording, stateAt } from '../simulation/recording.js';
import { type CellBeside, type Sensitivity, SensitivityRun } from '../simulation/sensitivity-run.js';
import { notReached, simulate } from '../simulation/simulate.js';
import type { SolverOutcome } from '../solver/outcome.js';
import { afterCharge, asBuilt, startOfSteps, stepsOfCharge } from './charge-before.js';
import type { PreparedCase } from './prepared-case.js';
import { currentOf1C } from './rate-run.js';
import { couldNotGoOn } from './steps-of-protocol.js';

/** The same case with one parameter moved by `step`, in the unit in which sensitivities are asked for; about 1e-6 of its size. */
export interface VariedCase {
  readonly prepared: Pick<PreparedCase, 'case' | 'model'>;
  readonly step: number;
}

/** One rate of a case, and what each parameter changes of it. */
export interface RateSensitivity {
  readonly rate: Rate | undefined;
  readonly problem: CellProblem;
  readonly recording: Recording;
  /** One per varied case; without points where no step was reached. */
  readonly sensitivities: readonly Sensitivity[];
}

/** A cell, with the equations that serve all of its runs one after the other. */
interface Cell {
  readonly given: Case;
  readonly model: CellModel;
  readonly problem: CellProblem;
  readonly oneC: number;
  readonly step: number;
}

interface Start {
  readonly states: readonly Float64Array[];
  readonly lithiumSupplies: readonly number[];
  /** What each varied case has over the first of the states. */
  readonly ways: readonly Float64Array[];
}

/**
 * Runs every rate of a case with the forward sensitivities of its states: through the charge before it, loads that follow the parameter
 * (C-rates), cut-offs and rests. A varied case has the same mesh; one whose sizes differ does not enter smoothly. `protocols`: what all of
 * these cells run in place of their own, from one charge; those that charge otherwise are not meant.
 *
 * @throws RangeError where a varied case has another number of unknowns.
 */
export function* rateSensitivities(base: PreparedCase, varied: readonly VariedCase[],
  protocols?: readonly Protocol[]): Generator<RateSensitivity>
{
  const cells = [{ prepared: base, step: 1 }, ...varied].map(({ prepared: { case: given, model }, step }): Cell => {
    const problem = new CellProblem(model);
    return { given, model, problem, step, oneC: currentOf1C(given.protocol, problem) };
  });
  const [{ problem }] = cells;
  const { protocol: { charge }, numerics } = base.case;
  const ownCharge = charge.kind === 'charge' && charge.rate === 'each';
  const shared = ownCharge ? undefined : startOf(cells, undefined);
  const runs = (protocols ?? [base.case.protocol]).flatMap(({ rates, steps }) =>
    (rates.length > 0 ? rates : [undefined]).map((rate) => ({ rate, steps }))
  );
  for (const { rate, steps: asked } of runs) {
    const start = ownCharge ? startOf(cells, rate) : shared;
    const stepsOf = ({ given, oneC }: Cell) =>
      (protocols ? asked : given.protocol.steps).map((step) =>
        loadStep(step, rate ? currentOf(rate, oneC) : NaN, oneC)
      );
    const steps = stepsOf(cells[0]);
    if (start === undefined) throw new Error('a charge at each rate without a rate');
    if ('broken' in start) {
      yield { rate, problem, recording: notReached(steps[0], problem, start.broken), sensitivities: [] };
      continue;
    }
    const besides = cells.slice(1).map((cell, i): CellBeside => ({
      problem: cell.problem,
      step: cell.step,
      steps: stepsOf(cell),
      lithiumSupply: start.lithiumSupplies[i + 1],
    }));
    const along = new SensitivityRun(problem, besides, start.ways);
    const recording = simulate(problem, steps, start.states[0], numerics, start.lithiumSupplies[0], along);
    yield { rate, problem, recording, sensitivities: along.sensitivities };
  }
}

/** The state that the steps begin with, of the cell and of the cells beside. */
function startOf(cells: readonly Cell[], rate: Rate | undefined): Start | { readonly broken: SolverOutcome } {
  const { charge } = cells[0].given.protocol;
  if (charge.kind === 'charge') return chargedStart(cells, charge.rate === 'each' ? rate : charge.rate);
  const starts = cells.map(({ given, model, oneC, problem }) => startOfSteps(given, model, oneC, undefined, problem));
  const states = starts.map(({ state }) => state);
  return { states, lithiumSupplies: starts.map((start) => start.lithiumSupply), ways: waysTo(states) };
}

function chargedStart(cells: readonly Cell[], rate: Rate | undefined): Start | { readonly broken: SolverOutcome } {
  const problems = cells.map(({ problem }) => problem);
  const built = cells.map(({ given }, i) => asBuilt(given, problems[i]));
  const steps = cells.map(({ given: { protocol: { charge } }, oneC }) =>
    charge.kind === 'charge' && rate ? stepsOfCharge(charge, rate, oneC) : []
  );
  const besides = cells.slice(1).map(({ step }, i): CellBeside => ({ problem: problems[i + 1], step,
    steps: steps[i + 1], lithiumSupply: Infinity })
  );
  const along = new SensitivityRun(problems[0], besides, waysTo(built));
  const recording = simulate(problems[0], steps[0], built[0], cells[0].given.numerics, Infinity, along);
  const broken = recording.segments.find(couldNotGoOn)?.outcome;
  if (broken) return { broken };
  const { unknowns } = problems[0];
  const end = stateAt(recording, recording.points - 1);
  // a charge that was over at once leaves what it found
  const charged = end[unknowns.charge] < 0;
  const ends = cells.map((_, i) => i === 0 ? end : along.stateBeside(i - 1, end).slice());
  const after = cells.map(({ given }, i) => afterCharge(given, problems[i], charged ? ends[i] : built[i]));
  const states = after.map(({ state }) => state);
  return { states, lithiumSupplies: after.map(({ lithiumSupply }) => lithiumSupply), ways: waysTo(states) };
}

/** y beside - y */
const waysTo = ([state, ...besides]: readonly Float64Array[]): Float64Array[] =>
  besides.map((beside) => beside.map((value, k) => value - state[k]));
