import type { CellProblem } from '../physics/cell-problem.js';
import { stateAt } from './balances.js';
import type { Performance } from './performance.js';
import { meanStoichiometry, sitesOf } from './sites.js';

/** What the particles of one kind did in the main step, mean over their layer. */
export interface ParticleClassResult {
  readonly layer: string;
  /** [m] */
  readonly radius: number;
  /** Share of the active volume of the layer. */
  readonly volumeShare: number;
  /** Of their own theoretical capacity. */
  readonly utilisation: number;
  /** Share of the surface in contact, at the beginning and at the end; absent without a contact law. */
  readonly contact?: readonly [start: number, end: number];
}

/** Every class of the cathode, where a layer has several or a contact that changes; empty where neither is so. */
export function particleClassResults({ problem, recording, main }: Performance): ParticleClassResult[] {
  const { classes, shareOfRegion } = sitesOf(problem, 'cathode');
  const { particles } = problem.model;
  const plain = shareOfRegion.every((share) => share === 1) && classes.every((p) => particles[p].contact === undefined);
  if (!main.segment || plain) return [];
  const stateOf = (point: number): Float64Array => stateAt(recording, point, new Float64Array(problem.size));
  const [first, last] = [stateOf(main.segment.first), stateOf(main.segment.last)];
  return classes.map((p, i) => {
    const { material, region, contact, connectedFraction } = particles[p];
    const change = meanStoichiometry(problem, p, last) - meanStoichiometry(problem, p, first);
    const window = (material.dischargedStoichiometry - material.chargedStoichiometry) / connectedFraction;
    return {
      layer: problem.model.mesh.regions[region].name,
      radius: material.particleRadius,
      volumeShare: shareOfRegion[i],
      utilisation: Math.abs(change / window),
      ...(contact && { contact: [meanContact(problem, p, first), meanContact(problem, p, last)] as const }),
    };
  });
}

/** Mean over a layer of the share of the surface in contact. */
function meanContact({ reactions, model: { mesh, particles } }: CellProblem, p: number, y: Float64Array): number {
  const { at, diffusion } = reactions[p];
  const local = new Float64Array(2);
  let sum = 0;
  for (let k = 0; k < at.count; k++) {
    particles[p].contact?.evaluate(diffusion.average(y, k), local);
    sum += mesh.volume[at.firstCell + k] * local[0];
  }
  return sum / mesh.regions[particles[p].region].thickness;
}
