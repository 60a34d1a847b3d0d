import type { ProtocolStep } from '../config/case.js';
import type { CellProblem } from '../physics/cell-problem.js';
import type { EventFunction } from '../solver/dae-problem.js';
import { FARADAY } from '../units/constants.js';
import { cutoffNames } from './cutoffs.js';

/** An event that is past already stops only a current that goes farther: this much of it [C m^-2] stands where one goes back. */
const back = 1e-6;

/**
 * The ends of what a cell holds, as events of a step under current:
 *
 *   lithium of a planar anode     qLi - Q = 0                                  on discharge
 *   data of a potential           sum_p n_p (sEnd_p - s_p) = 0                 in the direction of the current
 *
 *   qLi  charge of the lithium at the plane at Q = 0;  Q  charge passed, discharge positive [C m^-2]
 *   n_p  sites of particle class p as charge;  s_p  its mean stoichiometry;  sEnd_p  where the data of its potential end, or its lattice
 *
 * The sum is over one electrode: its materials fill side by side, each up to its own end (`physics/site-limit`).
 */
export function exhaustions(problem: CellProblem, { kind }: ProtocolStep, lithiumSupply: number): EventFunction[] {
  if (kind === 'rest') return [];
  const { current, charge } = problem.unknowns;
  const ends = (name: string, sign: 1 | -1, left: (y: Float64Array) => number): EventFunction => ({
    name,
    value: (_t, y) => (sign * y[current] > 0 ? left(y) : Math.max(left(y), back)),
  });
  const supply = Number.isFinite(lithiumSupply) ? [ends(cutoffNames.lithium, 1, (y) => lithiumSupply - y[charge])] : [];
  const data = (['cathode', 'anode'] as const).flatMap((side) => {
    const classes = problem.reactions.flatMap((reaction, p) => (reaction.side === side ? [p] : []));
    if (!classes.some((p) => problem.model.particles[p].material.potentialRange)) return [];
    // a cathode fills on discharge, an anode on charge
    const filling = side === 'cathode' ? 1 : -1;
    return [
      ends(cutoffNames.potential, filling, (y) => sitesBefore(problem, classes, 1, y)),
      ends(cutoffNames.potential, filling === 1 ? -1 : 1, (y) => -sitesBefore(problem, classes, 0, y)),
    ];
  });
  return [...supply, ...data];
}

/** sum_p n_p (sEnd_p - s_p) with the upper (1) or lower (0) end of each material [C m^-2]; below its end positive. */
function sitesBefore(problem: CellProblem, classes: readonly number[], end: 0 | 1, y: Float64Array): number {
  let sum = 0;
  for (const p of classes) {
    const { at, diffusion, particle } = problem.reactions[p];
    const { material, volumeFraction } = particle;
    const sEnd = material.potentialRange?.[end] ?? end;
    const perVolume = FARADAY * material.maximumConcentration * volumeFraction;
    for (let k = 0; k < at.count; k++) {
      sum += perVolume * problem.model.mesh.volume[at.firstCell + k] * (sEnd - diffusion.average(y, k));
    }
  }
  return sum;
}
