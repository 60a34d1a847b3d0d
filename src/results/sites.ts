import type { CellProblem } from '../physics/cell-problem.js';
import { particleSites } from '../physics/particle-sites.js';
import type { ParticleMeans } from './particle-means.js';

export type Side = 'anode' | 'cathode';

/** The lithium sites of one side of the cell, in charge per area [C m^-2]. */
export interface Sites {
  /** Indices of its particle classes, and eps cMax F L of each. */
  readonly classes: readonly number[];
  readonly perClass: readonly number[];
  /** Of each class in the sites of its region; 1 where it is alone. */
  readonly shareOfRegion: readonly number[];
  readonly total: number;
}

const known = new WeakMap<CellProblem, Partial<Record<Side, Sites>>>();

/** Counted once per problem: all rates of a design ask for the same. */
export function sitesOf(problem: CellProblem, side: Side): Sites {
  const sides = known.get(problem) ?? {};
  known.set(problem, sides);
  return sides[side] ??= countSites(problem, side);
}

function countSites(problem: CellProblem, side: Side): Sites {
  const { particles } = problem.model;
  const classes = problem.reactions.flatMap((reaction, p) => (reaction.side === side ? [p] : []));
  const perClass = classes.map((p) => particleSites(problem.model, particles[p]));
  const shareOfRegion = classes.map((p, i) =>
    perClass[i]
    / perClass.reduce((sum, n, k) => (particles[classes[k]].region === particles[p].region ? sum + n : sum), 0)
  );
  return { classes, perClass, shareOfRegion, total: perClass.reduce((sum, n) => sum + n, 0) };
}

/** Of one region. */
export function sitesOfRegion(problem: CellProblem, region: number): Sites {
  const { classes, perClass, shareOfRegion } = sitesOf(problem, sideOf(problem, region));
  const own = classes.flatMap((p, i) => (problem.model.particles[p].region === region ? [i] : []));
  const pick = <T>(of: readonly T[]): T[] => own.map((i) => of[i]);
  return { classes: pick(classes), perClass: pick(perClass), shareOfRegion: pick(shareOfRegion),
    total: pick(perClass).reduce((sum, n) => sum + n, 0) };
}

const sideOf = ({ model: { mesh } }: CellProblem, region: number): Side =>
  mesh.regions[region].kind === 'anode' ? 'anode' : 'cathode';

/** Charge between the charged and the discharged stoichiometry of the cathode, or in all of its `sites`, what is cut off included [C m^-2]. */
export function theoreticalArealCapacity(problem: CellProblem, of: 'window' | 'sites' = 'window'): number {
  const { classes, perClass } = sitesOf(problem, 'cathode');
  return classes.reduce((sum, p, i) => {
    const { material: { dischargedStoichiometry, chargedStoichiometry }, connectedFraction } =
      problem.model.particles[p];
    const share = of === 'sites' ? 1 : dischargedStoichiometry - chargedStoichiometry;
    return sum + (perClass[i] / connectedFraction) * share;
  }, 0);
}

/** Volume mean of the stoichiometry of a particle class over its region. */
export function meanStoichiometry(problem: CellProblem, p: number, y: Float64Array): number {
  const { mesh } = problem.model;
  const { at, diffusion, particle } = problem.reactions[p];
  let sum = 0;
  for (let k = 0; k < at.count; k++) sum += mesh.volume[at.firstCell + k] * diffusion.average(y, k);
  return sum / mesh.regions[particle.region].thickness;
}

/** Lithium of one side as charge per area [C m^-2]. */
export const lithiumOf = (problem: CellProblem, sites: Sites, y: Float64Array): number =>
  sites.classes.reduce((sum, p, i) => sum + sites.perClass[i] * meanStoichiometry(problem, p, y), 0);

/** The same at a recorded point. */
export const lithiumAt = (sites: Sites, { byClass }: ParticleMeans, point: number): number =>
  sites.classes.reduce((sum, p, i) => sum + sites.perClass[i] * byClass[p][point], 0);
