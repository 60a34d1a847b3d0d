import { energyAtRate } from '../../cell/cell-energy.js';
import { tellingBasis } from '../../cell/energy-density.js';
import type { Case, Rate } from '../../config/case.js';
import type { StartOfSteps } from '../../pipeline/charge-before.js';
import { type CoarseMesh, forRatios, onCoarseMesh } from '../../pipeline/coarse-mesh.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { type RateRun, sharedStart } from '../../pipeline/rate-run.js';
import { energyOf, rateCapability } from '../../pipeline/run-case.js';
import { couldNotGoOn } from '../../pipeline/steps-of-protocol.js';
import type { Delivered } from './combine.js';
import { haveSameEquations } from './same-equations.js';

/**
 * Few cells, and shells matched to a sphere: what a parameter changes is taken from the ratio of two such solutions, so that their error cancels.
 * Measured over the ends of the ranges: docs/uncertainty.md.
 */
const quick: CoarseMesh = { name: forRatios, membraneCells: 2, cathodeCells: 12, grading: 2, shells: 10,
  shellGrading: 0, tolerance: 2e-3 };

/** The same case with a mesh and a tolerance for asking what a parameter does. */
export const coarse = (given: Case): Case => onCoarseMesh(given, quick);

/** What solving took, and the cell that was solved first: another one with its equations runs alike, and is not solved. */
export interface Work {
  solves: number;
  milliseconds: number;
  first?: { readonly prepared: PreparedCase; readonly runs: readonly RateRun[] };
}

/** One rate of a cell: the run, and what it delivers; undefined where the solve broke off. */
export interface Delivery {
  readonly run: RateRun;
  readonly delivered: Delivered | undefined;
}

/** Runs the cell at each of the rates; the whole protocol once where it takes none. */
export function* deliveries(prepared: PreparedCase, rates: readonly Rate[],
  runs: Iterable<RateRun> = runsOf(prepared, rates)): Generator<Delivery>
{
  const cell = energyOf(prepared);
  const basis = tellingBasis(prepared.case.cell);
  for (const run of runs) {
    const { main, recording } = run.performance;
    yield { run, delivered: recording.segments.some(couldNotGoOn) ? undefined : {
      capacity: Math.abs(main.arealCapacity),
      voltage: main.meanVoltage,
      energy: main.direction === 'discharge' ? energyAtRate(cell, main.arealEnergy)[basis].gravimetric : NaN,
    } };
  }
}

function runsOf(prepared: PreparedCase, rates: readonly Rate[]): Iterable<RateRun> {
  const { case: given, model } = prepared;
  if (!starts.has(prepared)) starts.set(prepared, startOf(prepared));
  return rateCapability({ ...given, protocol: { ...given.protocol, rates } }, model, starts.get(prepared));
}

/** What the rates of a cell start from: the same however often some of them are asked for. */
const starts = new WeakMap<PreparedCase, StartOfSteps | undefined>();

function startOf({ case: given, model }: PreparedCase): StartOfSteps | undefined {
  const start = sharedStart(given, model);
  if (!start || start.charge?.broken) return start;
  // how it was charged is not asked for, and its states are many
  const { charge: _, ...found } = start;
  return found;
}

/** What the cell delivers at each of the rates; `work` counts what it took. */
export function deliver(prepared: PreparedCase, rates: readonly Rate[], work: Work): (Delivered | undefined)[] {
  const { first } = work;
  const known = first && haveSameEquations(first.prepared, prepared)
    ? first.runs.filter(({ rate }) => rate === undefined || rates.includes(rate))
    : undefined;
  const all = [...deliveries(prepared, rates, known)];
  const runs = all.map(({ run }) => run);
  if (!known) {
    work.solves += runs.length;
    for (const { performance: { recording } } of runs) work.milliseconds += recording.milliseconds;
  }
  work.first ??= { prepared, runs };
  return all.map(({ delivered }) => delivered);
}
