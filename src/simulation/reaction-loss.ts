import type { CellProblem } from '../physics/cell-problem.js';
import { saltAboveZero } from '../physics/dry-salt.js';
import type { ParticleReactions } from '../physics/particle-reactions.js';
import { electrodePotentialOf, type Unknowns } from '../physics/unknowns.js';

/**
 * What the reactions cost at least under a current, where its state cannot be found. Not every particle can pass less than the mean,
 *
 *   jMean = -I / sum a V,
 *
 * so one of them needs at least the voltage phiS - phiE that jMean asks for at the lithium of the moment; the ions and electrons that reach
 * it cost more, never less. Of the electrode's particles the most favourable one counts:
 *
 *   V <= max needed_k(jMean) - Uanode + dE      on discharge; on charge V >= the same with min and -dE
 *
 *   Uanode   of a planar anode its potential; of a composite one what its own particles need, found in the same way [V]
 *   dE       what particles differ in at no current: they drive currents among themselves, which can be worth that much [V]
 *
 * Where reactions have all but vanished (cold, or particles whose surface is full at once), their conductance is lost in the round-off of
 * that of ions and electrons, and this is what is left to say.
 *
 * Returns `y` with the current and with that voltage: a cut-off that is past there is past under the load. Undefined where it says nothing:
 * under a power or a voltage, in a network, whose particles pass lithium on, and where the salt is uneven and drives currents of its own.
 */
export function leastByReaction(problem: CellProblem, t: number, y: Float64Array): Float64Array | undefined {
  const { model: { anode, mesh: { boundaries: { collector } } }, reactions, unknowns, control: { kind, target } } =
    problem;
  if (kind !== 'current' || reactions.some(({ particle }) => particle.network) || !isLevel(problem, y))
    return undefined;
  const current = typeof target === 'number' ? target : target.at(t);
  problem.follow(y);
  const cathode = mostFavourable(problem, 'cathode', y, -current);
  const other = anode.kind === 'planar'
    ? { potential: anode.material.equilibriumPotential, spread: 0 }
    : mostFavourable(problem, 'anode', y, current);
  const loaded = y.slice();
  loaded[unknowns.current] = current;
  const change = cathode.potential - other.potential + Math.sign(current) * (cathode.spread + other.spread)
    - problem.voltage(loaded);
  for (const cell of collector.cell) loaded[electrodePotentialOf(cell)] += change;
  if (unknowns.voltage >= 0) loaded[unknowns.voltage] += change;
  return loaded;
}

/** The voltage that the best placed particle of a side needs to pass the mean of `passed` [A m^-2 of cell], and dE. */
function mostFavourable({ reactions, unknowns }: CellProblem, side: 'anode' | 'cathode', y: Float64Array,
  passed: number): { readonly potential: number; readonly spread: number }
{
  const own = reactions.filter((reaction) => reaction.side === side);
  const area = own.reduce((sum, { wettedArea }) => sum + wettedArea.reduce((all, one) => all + one, 0), 0);
  const neededBy = (j: number): number[] =>
    own.flatMap((reaction) => Array.from(reaction.wettedArea, (_, k) => neededAt(reaction, unknowns, y, k, j)));
  const [atRest, loaded] = [neededBy(0), neededBy(passed / area)];
  return { potential: passed < 0 ? Math.max(...loaded) : Math.min(...loaded),
    spread: Math.max(...atRest) - Math.min(...atRest) };
}

/** The voltage phiS - phiE that particle k needs at j with the lithium and the salt of y, which was followed. */
function neededAt(reaction: ParticleReactions, { hasSalt, salt }: Unknowns, y: Float64Array, k: number,
  j: number): number
{
  const { at, diffusion } = reaction;
  const surface = diffusion.surface[k] + diffusion.surfaceByReaction[k] * (j - y[at.reaction + k]);
  return reaction.needed(k, j, surface, hasSalt ? saltAboveZero(y[salt + at.firstCell + k]) : 1);
}

/** Round-off of a salt that nothing has moved. */
const levelTo = 1e-9;

function isLevel({ unknowns: { hasSalt, salt, cells } }: CellProblem, y: Float64Array): boolean {
  if (!hasSalt) return true;
  const x = y.subarray(salt, salt + cells);
  return Math.max(...x) - Math.min(...x) <= levelTo * Math.max(...x);
}
