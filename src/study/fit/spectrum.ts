import { CellProblem } from '../../physics/cell-problem.js';
import { CellImpedance } from '../../physics/impedance.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { restedAt } from '../../pipeline/rested-cell.js';
import { newCounters } from '../../solver/counters.js';
import { forImpedance, settleRest } from '../impedance.js';

/** Real and imaginary part per frequency [ohm m^2]. */
export interface Spectrum {
  readonly real: readonly number[];
  readonly imaginary: readonly number[];
}

/** Impedance of a prepared case at rest, at frequencies [Hz]; undefined where it has none. */
export function spectrumOf(prepared: PreparedCase, stateOfCharge: number, capacitance: number,
  frequencies: readonly number[]): Spectrum | undefined
{
  const { case: given, model } = forImpedance(prepared);
  const problem = new CellProblem(model);
  const rested = restedAt(problem, given.protocol.initialStoichiometry, stateOfCharge);
  if (settleRest(problem, rested, given.numerics.tolerance, newCounters()).kind !== 'completed') return undefined;
  const response = new CellImpedance(problem, rested.state, capacitance);
  const real: number[] = [];
  const imaginary: number[] = [];
  for (const frequency of frequencies) {
    if (!response.solve(0, 2 * Math.PI * frequency)) return undefined;
    real.push(response.parts.total.re);
    imaginary.push(response.parts.total.im);
  }
  return [...real, ...imaginary].every(Number.isFinite) ? { real, imaginary } : undefined;
}
