import { planeThickness } from '../cell/plane-thickness.js';
import type { Case, ProtocolStep, Rate } from '../config/case.js';
import type { ActiveMaterial } from '../materials/material.js';
import type { CellModel } from '../physics/cell-model.js';
import { CellProblem } from '../physics/cell-problem.js';
import { type Performance, performanceOf } from '../results/performance.js';
import { lithiumOf, sitesOf, theoreticalArealCapacity } from '../results/sites.js';
import { type LoadedStep, loadStep } from '../simulation/load-step.js';
import { stateAt } from '../simulation/recording.js';
import { restedState } from '../simulation/rested-state.js';
import { notReached, simulate } from '../simulation/simulate.js';
import type { SolverOutcome } from '../solver/outcome.js';
import { sharedInBlends, withinData } from './rested-cell.js';
import { couldNotGoOn, startsCharged } from './steps-of-protocol.js';

/** State that the steps of a protocol begin with. */
export interface StartOfSteps {
  readonly state: Float64Array;
  /** At rest before the first step [V]. */
  readonly voltage: number;
  /** Charge that the lithium of a planar anode gives from here on [C m^-2]; infinite for a composite, whose particles count it. */
  readonly lithiumSupply: number;
  /** Absent where nothing was charged. */
  readonly charge?: ChargeRun;
}

/** What the rate before left of the cell that all rates are tested on. */
export interface LeftCell extends Omit<StartOfSteps, 'charge'> {
  /** Set where that rate could not go on: no other follows. */
  readonly broken?: SolverOutcome;
}

/** A charge before the steps, as it went. */
export interface ChargeRun {
  /** As run. */
  readonly rate: Rate;
  /** Under the load of the rate before, where it follows one; else at rest. */
  readonly found: { readonly current: number; readonly voltage: number };
  /** Until the rest ended. */
  readonly performance: Performance;
  /** Set where it could not go on: no step follows. */
  readonly broken?: SolverOutcome;
}

/**
 * The state that a protocol starts from.
 *
 *   ideal      every material at its charged stoichiometry (as built, where the first step charges), or the cathode at the one given;
 *              of a blend with its lithium shared out so that all rest at one potential
 *   as built   the same of a cathode that is built charged
 *   charge     from as built, every material at its as-built stoichiometry (a composite anode is empty then): constant current to
 *              the upper cut-off, a hold where one is given, a rest
 *
 * `rate` is the one that is being run; only a charge at each rate asks for it. `left`: the cell as the rate before left it, in place of the
 * cell as built.
 */
export function startOfSteps(given: Case, model: CellModel, oneC: number, rate: Rate | undefined,
  problem = new CellProblem(model), left?: LeftCell): StartOfSteps
{
  const { charge, steps } = given.protocol;
  if (charge.kind === 'charge')
    return charged(given, problem, oneC, charge, charge.rate === 'each' ? rate : charge.rate, left);
  if (left) return left;
  const state = restedState(problem, stoichiometriesAt(given, problem, startsCharged(steps)));
  return { state, voltage: problem.voltage(state), lithiumSupply: lithiumSupply(given, problem, state) };
}

type Charge = Extract<Case['protocol']['charge'], { kind: 'charge' }>;

function charged(given: Case, problem: CellProblem, oneC: number, charge: Charge, rate: Rate | undefined,
  left: LeftCell | undefined): StartOfSteps
{
  if (rate === undefined) throw new Error('a charge at each rate without a rate');
  const found = left ?? builtCell(given, problem);
  const steps = stepsOfCharge(charge, rate, oneC);
  const recording = left?.broken
    ? notReached(steps[0], problem, left.broken)
    : simulate(problem, steps, found.state, given.numerics, left?.lithiumSupply);
  const performance = performanceOf(problem, recording);
  const broken = recording.segments.find(couldNotGoOn)?.outcome;
  const run: ChargeRun = { rate, found: { current: found.state[problem.unknowns.current], voltage: found.voltage },
    performance, ...(broken && { broken }) };
  const last = recording.points - 1;
  // a charge that was over at once leaves what it found
  if (!(performance.charge[last] < 0)) return { ...found, charge: run };
  if (left) return { ...leftBy(performance, left), charge: run };
  const end = stateAt(recording, last);
  return { ...afterCharge(given, problem, end), voltage: problem.voltage(end), charge: run };
}

function builtCell(given: Case, problem: CellProblem): StartOfSteps {
  const state = asBuilt(given, problem);
  return { state, voltage: problem.voltage(state), lithiumSupply: lithiumSupply(given, problem, state) };
}

/** The cell as the steps of a rate leave it: whatever passed is in its state and in the lithium of its anode; counters at zero. */
export function leftBy(performance: Performance,
  { state: found, voltage, lithiumSupply: supply }: StartOfSteps): LeftCell
{
  const { problem, problem: { unknowns }, recording, recording: { segments } } = performance;
  const broken = segments.find(couldNotGoOn)?.outcome;
  // a step that was over at once leaves what it found
  const last = segments.findLast((segment) => segment.last > segment.first)?.last;
  if (last === undefined) return { state: found, voltage, lithiumSupply: supply, ...(broken && { broken }) };
  const state = stateAt(recording, last).slice();
  const passed = state[unknowns.charge];
  state[unknowns.charge] = 0;
  state[unknowns.energy] = 0;
  return { state, voltage: problem.voltage(state), lithiumSupply: supply - passed, ...(broken && { broken }) };
}

/** The cell before its first charge. */
export const asBuilt = (given: Case, problem: CellProblem): Float64Array =>
  restedState(problem, stoichiometriesAt(given, problem, false));

/** The charge before the protocol as steps: constant current to the cut-off, a hold and a rest where they are given. */
export function stepsOfCharge({ voltage, hold, rest }: Charge, rate: Rate, oneC: number): LoadedStep[] {
  const steps: ProtocolStep[] = [
    { kind: 'charge', rate, until: { voltage } },
    ...(hold ? [{ kind: 'hold' as const, voltage, until: { current: hold } }] : []),
    ...(rest > 0 ? [{ kind: 'rest' as const, until: { time: rest } }] : []),
  ];
  return steps.map((step) => loadStep(step, NaN, oneC));
}

/** What a charge that ended in state `end` leaves for the protocol: lithium lost at the anode, counters of charge and energy at zero. */
export function afterCharge(given: Case, problem: CellProblem, end: Float64Array): Pick<StartOfSteps,
  | 'state'
  | 'lithiumSupply'>
{
  const state = end.slice();
  const { charge, energy } = problem.unknowns;
  loseAtAnode(given, problem, state, -state[charge]);
  const supply = lithiumSupply(given, problem, state);
  state[charge] = 0;
  state[energy] = 0;
  return { state, lithiumSupply: supply };
}

/** Stoichiometry before the first charge: an oxide holds more than it takes back. */
const builtWith = ({ asBuiltStoichiometry, dischargedStoichiometry }: ActiveMaterial): number =>
  asBuiltStoichiometry ?? dischargedStoichiometry;

/** Materials that share a layer share their potential before anything begins. */
function stoichiometriesAt({ protocol: { initialStoichiometry } }: Case, problem: CellProblem,
  charged: boolean): number[]
{
  const { particles, mesh } = problem.model;
  const each = particles.map(({ material, region }) => {
    const own = charged ? material.chargedStoichiometry : builtWith(material);
    return withinData(material, mesh.regions[region].kind === 'cathode' ? initialStoichiometry ?? own : own);
  });
  return sharedInBlends(problem, each);
}

/**
 * Charge of the lithium at a planar anode [C m^-2]:
 *
 *   as built  +  what has left the cathode since it was built,   times etaN/etaP where that is the first charge
 *
 * etaP, etaN are the declared first-cycle efficiencies: the cathode gives 1/etaP times what it can take back, of which the anode
 * keeps etaN. They stand for side reactions alone: what the kinetics of the first cycle leave in the anode is in the equations.
 */
function lithiumSupply({ anode, cell }: Case, problem: CellProblem, state: Float64Array): number {
  const { model } = problem;
  if (anode.kind !== 'planar' || model.anode.kind !== 'planar') return Infinity;
  const { material } = model.anode;
  const asBuilt = planeThickness(anode, material, cell, theoreticalArealCapacity(problem)) * material.density
    * material.specificCapacity;
  const cathode = sitesOf(problem, 'cathode');
  const builtCharged = cell.cathodeAsBuilt === 'charged';
  const inCathode = cathode.classes.reduce((sum, p, i) => {
    const { material: classMaterial } = model.particles[p];
    return sum + cathode.perClass[i] * (builtCharged ? classMaterial.chargedStoichiometry : builtWith(classMaterial));
  }, 0);
  const left = inCathode - lithiumOf(problem, cathode, state);
  return asBuilt + (builtCharged || left < 0 ? left : left * lithiumKept(cell));
}

const lithiumKept = ({ firstCycleEfficiency: { cathode, anode } }: Case['cell']): number => anode / cathode;

/**
 * The same in a composite anode that has taken up `accepted` [C m^-2]: its particles end up with etaN/etaP of that. The difference is
 * taken from all of them alike, or given to their empty sites, after the rest.
 */
function loseAtAnode({ cell }: Case, problem: CellProblem, state: Float64Array, accepted: number): void {
  const change = (lithiumKept(cell) - 1) * accepted;
  const anode = sitesOf(problem, 'anode');
  if (change === 0 || anode.total === 0) return;
  const held = lithiumOf(problem, anode, state);
  const scale = change < 0 ? Math.max(0, 1 + change / held) : Math.max(0, 1 - change / (anode.total - held));
  for (const p of anode.classes) {
    const { at } = problem.reactions[p];
    for (let i = at.shells; i < at.shells + at.count * at.shellCount; i++) {
      state[i] = change < 0 ? scale * state[i] : 1 - scale * (1 - state[i]);
    }
  }
}
