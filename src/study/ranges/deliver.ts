import { energyAtRate } from '../../cell/cell-energy.js';
import type { Case, Rate } from '../../config/case.js';
import { type CoarseMesh, onCoarseMesh } from '../../pipeline/coarse-mesh.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import type { RateRun } from '../../pipeline/rate-run.js';
import { energyOf, rateCapability } from '../../pipeline/run-case.js';
import { couldNotGoOn } from '../../pipeline/steps-of-protocol.js';
import type { Delivered } from './combine.js';

/** Few cells and shells: what a parameter changes is taken from the ratio of two such solutions, so that their error cancels. */
const quick: CoarseMesh = { name: 'ranges', membraneCells: 4, cathodeCells: 12, grading: 2, shells: 10,
  shellGrading: 1.35, tolerance: 5e-4 };

/** The same case with a mesh and a tolerance for asking what a parameter does. */
export const coarse = (given: Case): Case => onCoarseMesh(given, quick);

export interface Work {
  solves: number;
  milliseconds: number;
}

/** One rate of a cell: the run, and what it delivers; undefined where the solve broke off. */
export interface Delivery {
  readonly run: RateRun;
  readonly delivered: Delivered | undefined;
}

/** Runs the cell at each of the rates; the whole protocol once where it takes none. */
export function* deliveries(prepared: PreparedCase, rates: readonly Rate[]): Generator<Delivery> {
  const { case: given, model } = prepared;
  const cell = energyOf(prepared);
  for (const run of rateCapability({ ...given, protocol: { ...given.protocol, rates } }, model)) {
    const { main, recording } = run.performance;
    yield { run, delivered: recording.segments.some(couldNotGoOn) ? undefined : {
      capacity: Math.abs(main.arealCapacity),
      voltage: main.meanVoltage,
      energy: main.direction === 'discharge' ? energyAtRate(cell, main.arealEnergy).pouch.gravimetric : NaN,
    } };
  }
}

/** What the cell delivers at each of the rates; `work` counts what it took. */
export function deliver(prepared: PreparedCase, rates: readonly Rate[], work: Work): (Delivered | undefined)[] {
  return Array.from(deliveries(prepared, rates), ({ delivered, run: { performance: { recording } } }) => {
    work.solves++;
    work.milliseconds += recording.milliseconds;
    return delivered;
  });
}
