import { cellEnergyDocument } from '../cell/cell-energy-document.js';
import { type CellEnergy, cellEnergy } from '../cell/cell-energy.js';
import { fullUtilisation } from '../cell/full-utilisation.js';
import type { Case, Checked, ParameterLedger } from '../config/case.js';
import type { MaterialSet } from '../materials/material.js';
import { resolveMaterials } from '../materials/resolve-materials.js';
import type { CellModel } from '../physics/cell-model.js';
import { CellProblem } from '../physics/cell-problem.js';
import { performanceOf } from '../results/performance.js';
import type { CaseOfRows, RateRow } from '../results/result-columns.js';
import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { currentOf, loadStep } from '../simulation/load-step.js';
import { notReached, simulate } from '../simulation/simulate.js';
import { sliceGradients } from '../transport/architecture/slice-gradients.js';
import { type ComposedElectrodes, composeElectrodes } from '../transport/compose-electrodes.js';
import { buildCellProperties } from '../transport/on-cells/build-cell-properties.js';
import { aCase, aFunction, aLedger, expectArguments, objectWith, optional } from '../units/arguments.js';
import { leftBy, type LeftCell, type StartOfSteps, startOfSteps } from './charge-before.js';
import { startDocument } from './charge-document.js';
import { chosenMesh, withMesh } from './chosen-mesh.js';
import { loadWarnings, oxidationWarnings } from './contact-warnings.js';
import { cutoffWarnings } from './cutoff-warnings.js';
import { meshOf } from './mesh-of-case.js';
import type { PreparedCase } from './prepared-case.js';
import { rateResult, rateRow } from './rate-result.js';
import { currentOf1C, meanCurrent, type RateRun, sharedStart } from './rate-run.js';
import { caseDocument, resultDocument } from './result-document.js';

/**
 * The whole program on one page. Data flows one way, one noun per stage:
 *
 *   Case -> materials -> slices of graded layers -> composition and effective transport -> mesh -> equations    prepareCase
 *        -> the charge before -> a recording in time -> performance, for each rate                              rateCapability
 *        -> cell energy -> result document                                                                      runCase
 *                       -> the rows of a table                                                                  rowsOfCase
 */

/** A case made ready to solve, or what of it cannot be. */
export type Prepared = Checked<{ prepared: PreparedCase }>;

/** The result of a case beside what was solved, or what of it cannot be. */
export type CaseRun = Checked<{ document: ResultDocument; prepared: PreparedCase }>;

/** Leads a case up to its equations; problems that need the materials to be seen come back as a list. */
export function prepareCase(written: Case): Prepared {
  expectArguments({ written: [written, aCase] });
  const resolved = resolveMaterials(written);
  if (!resolved.ok) return resolved;
  const sliced = sliceGradients(written, resolved.materials);
  if (!sliced.ok) return sliced;
  const { materials } = sliced;

  const composed = composeElectrodes(sliced.case, materials);
  if (!composed.ok) return composed;
  const { electrodes } = composed;
  const { mesh, reason: meshReason, warnings: meshWarnings } = chosenMesh(sliced.case, materials, electrodes);
  const given = { ...sliced.case, mesh };

  const built = modelOf(given, materials, electrodes);
  if (!built.ok) return built;
  const { model } = built;
  const arealCapacity = electrodes.compositions.reduce((sum, composition) => sum + composition.arealCapacity, 0);
  const foundLoadWarnings = loadWarnings(given, materials, arealCapacity);
  const warnings = [...cutoffWarnings(given, materials), ...resolved.warnings, ...foundLoadWarnings,
    ...oxidationWarnings(given, materials), ...electrodes.warnings, ...meshWarnings];
  return { ok: true,
    prepared: { ...electrodes, case: given, materials, model, warnings, loadWarnings: foundLoadWarnings,
      ...(meshReason && { meshReason }) } };
}

/** Mesh and equations of a composed cell. */
export function modelOf(given: Case, materials: MaterialSet,
  electrodes: ComposedElectrodes): Checked<{ model: CellModel }>
{
  const built = meshOf(given, electrodes);
  if (!built.ok) return built;
  return { ok: true, model: buildCellProperties(given, built.mesh, materials, electrodes) };
}

/**
 * Runs the protocol once per rate, each from the state that one charge before leaves (a charge at each rate runs for every one of
 * them; on one cell each cycle starts from what the one before leaves); yields the last cycle of each rate as it is done. All of them are
 * solved with the same equations, one after the other. `start`: that state, where it is there already.
 */
export function* rateCapability(given: Case, model: CellModel, start?: StartOfSteps,
  problem = new CellProblem(model)): Generator<RateRun>
{
  expectArguments({ given: [given, aCase], model: [model, objectWith('particles', 'mesh')] });
  const { protocol, numerics } = given;
  const oneC = currentOf1C(protocol, problem);
  const shared = start ?? sharedStart(given, model, problem);
  let left: LeftCell | undefined;
  const { cyclesPerRate, rates } = protocol;
  const cycles = (rates.length > 0 ? rates : [undefined]).flatMap((rate) =>
    Array<typeof rate>(cyclesPerRate).fill(rate)
  );
  for (const [i, rate] of cycles.entries()) {
    const each = rate ? currentOf(rate, oneC) : NaN;
    const from = (left ? undefined : shared) ?? startOfSteps(given, model, oneC, rate, problem, left);
    const steps = protocol.steps.map((step) => loadStep(step, each, oneC));
    const broken = from.charge?.broken ?? left?.broken;
    const recording = broken
      ? notReached(steps[0], problem, broken)
      : simulate(problem, steps, from.state, numerics, from.lithiumSupply);
    const performance = performanceOf(problem, recording);
    if (protocol.ratesOn === 'one-cell') left = leftBy(performance, from);
    if ((i + 1) % cyclesPerRate > 0) continue;
    const currentDensity = rate ? each : meanCurrent(performance);
    yield { rate, currentDensity, cRate: currentDensity / oneC, performance, start: from };
  }
}

/** Runs a case at all of its rates; `onRate` hears of every finished one. */
export async function runCase(
  given: Case,
  ledger: ParameterLedger,
  onRate?: (done: number, of: number) => void,
): Promise<CaseRun> {
  expectArguments({ given: [given, aCase], ledger: [ledger, aLedger], onRate: [onRate, optional(aFunction)] });
  const ready = prepareCase(given);
  if (!ready.ok) return ready;
  const { prepared } = ready;

  const { materials, compositions, model } = prepared;
  const energy = energyOf(prepared);

  const rates: RateResult[] = [];
  const problem = new CellProblem(model);
  const start = sharedStart(given, model, problem);
  for (const run of rateCapability(given, model, start, problem)) {
    rates.push(rateResult(run, given.protocol, energy, compositions));
    onRate?.(rates.length, Math.max(1, given.protocol.rates.length));
  }

  const all = [...withMesh(ledger, prepared.case.mesh), ...materials.ledger];
  const document = await resultDocument(given, all, prepared, energy, rates,
    startDocument(given, materials.anode, rates, start));
  return { ok: true, document, prepared };
}

/** The rows of a case in a table, beside what was solved. */
export type CaseRows = Checked<{ head: CaseOfRows; rates: readonly RateRow[]; prepared: PreparedCase }>;

/** The same run for a table: what its rows hold, and nothing else is made. */
export function rowsOfCase(given: Case): CaseRows {
  const ready = prepareCase(given);
  if (!ready.ok) return ready;
  const { prepared } = ready;
  const energy = energyOf(prepared);
  const rates = Array.from(rateCapability(given, prepared.model),
    (run) => rateRow(run, given.protocol, energy, prepared.compositions));
  return { ok: true, head: { case: caseDocument(prepared), energy: cellEnergyDocument(energy) }, rates, prepared };
}

/** Mass, volume, cost and energy of the cell at full utilisation. */
export function energyOf({ case: given, materials, compositions, anode }: PreparedCase): CellEnergy {
  const full = fullUtilisation(given, materials, compositions, anode?.composition);
  return cellEnergy(given, materials, compositions, full, anode?.composition);
}
