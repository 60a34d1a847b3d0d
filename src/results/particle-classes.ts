import type { Performance } from './performance.js';
import { meanStoichiometry, sitesOf } from './sites.js';
import { stateAt } from './balances.js';

/** What the particles of one kind did in the main step, mean over their layer. */
export interface ParticleClassResult {
  readonly layer: string;
  /** [m] */
  readonly radius: number;
  /** Share of the active volume of the layer. */
  readonly volumeShare: number;
  /** Of their own theoretical capacity. */
  readonly utilisation: number;
}

/** Every class of the cathode where a layer has several; empty where one size stands for all. */
export function particleClassResults({ problem, recording, main }: Performance): ParticleClassResult[] {
  const { classes, shareOfRegion } = sitesOf(problem, 'cathode');
  if (!main.segment || shareOfRegion.every((share) => share === 1)) return [];
  const stateOf = (point: number): Float64Array => stateAt(recording, point, new Float64Array(problem.size));
  const [first, last] = [stateOf(main.segment.first), stateOf(main.segment.last)];
  return classes.map((p, i) => {
    const { material, region } = problem.model.particles[p];
    const change = meanStoichiometry(problem, p, last) - meanStoichiometry(problem, p, first);
    return {
      layer: problem.model.mesh.regions[region].name, radius: material.particleRadius, volumeShare: shareOfRegion[i],
      utilisation: Math.abs(change / (material.dischargedStoichiometry - material.chargedStoichiometry)),
    };
  });
}
