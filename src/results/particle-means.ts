import type { CellProblem } from '../physics/cell-problem.js';
import type { Recording } from '../simulation/recording.js';

/** Volume means of the stoichiometry at every recorded point, per particle class. */
export interface ParticleMeans {
  /** Of each particle: points x particles. */
  readonly byParticle: readonly Float64Array[];
  /** Over the region of the class: points. */
  readonly byClass: readonly Float64Array[];
}

/** Evaluates them once for all that is made of a recording. */
export function particleMeans(problem: CellProblem, recording: Recording): ParticleMeans {
  const byParticle = problem.reactions.map((_, p) => meansOfParticles(problem, recording, p));
  return { byParticle, byClass: byParticle.map((means, p) => meansOfClass(problem, recording, p, means)) };
}

/** Those of each particle at some of the `points`. */
export const meansAt = ({ byParticle }: ParticleMeans, points: number,
  some: readonly number[]): Pick<ParticleMeans, 'byParticle'> => ({
    byParticle: byParticle.map((means) => {
      const count = means.length / points;
      return Float64Array.from({ length: some.length * count },
        (_, i) => means[some[Math.floor(i / count)] * count + i % count]);
    }),
  });

function meansOfParticles({ reactions }: CellProblem, { points, states }: Recording, p: number): Float64Array {
  const { at: { count, shells: offset }, diffusion: { shells } } = reactions[p];
  const { data, shape: [, size] } = states;
  const means = new Float64Array(points * count);
  for (let t = 0; t < points; t++) {
    const own = t * count;
    for (let i = 0; i < shells.count; i++) {
      const share = shells.volumeShare[i];
      const row = t * size + offset + i * count;
      for (let k = 0; k < count; k++) means[own + k] += share * data[row + k];
    }
  }
  return means;
}

function meansOfClass({ reactions, model: { mesh } }: CellProblem, { points }: Recording, p: number,
  means: Float64Array): Float64Array
{
  const { at: { count, firstCell }, particle: { region } } = reactions[p];
  const { thickness } = mesh.regions[region];
  return Float64Array.from({ length: points }, (_, t) => {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += mesh.volume[firstCell + k] * means[t * count + k];
    return sum / thickness;
  });
}
