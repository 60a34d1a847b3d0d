import { descend } from '../conduction/finest-grid.js';
import { GraphDescent } from '../conduction/graph-descent.js';
import { type GraphLevel, inverseDiagonal } from '../conduction/graph-level.js';
import { phaseGraph } from '../conduction/phase-graph.js';
import { connectedParts } from '../connected-parts.js';
import type { SegmentedImage } from '../segmented-image.js';
import { eachFace } from '../voxel-grid.js';
import { reachedCodes } from './reached.js';

/** Of the mean of s; the true error is about a tenth of it. */
const tolerance = 1e-4;

/**
 * Radius L of the sphere that lithium, entering all around, fills as quickly as the active material of an image that enters where it is wetted [m]:
 *
 *   L^2 = 15 D <s>/q,   -D div grad s = q in the active material, s = 0 on its faces with electrolyte, no flux through the others
 *
 * the quasi-steady drop between mean and surface, q L^2/(15 D), q per volume. Active material and electrolyte are those that both carriers
 * reach (`reached`); parts of the active material without a wetted face are left out. 0 where nothing is wetted. The error is that of the solution.
 */
export function fillingRadius(
  { size, width, labels }: SegmentedImage,
): { readonly radius: number; readonly relativeError: number } {
  const { active, electrolyte } = reachedCodes;
  const [hx, hy, hz] = width;
  const [nx, ny] = size;
  const toSurface = new Float32Array(labels.length);
  const isWet = Uint8Array.from(labels, (label) => Number(label === active));
  const part = connectedParts(size, isWet);
  const wetted = new Set<number>();
  eachFace(size, (i, j) => {
    if (labels[i] + labels[j] !== active + electrolyte || labels[i] === labels[j]) return;
    const at = labels[i] === active ? i : j;
    // half a voxel away; faces across z, y, x by their steps
    toSurface[at] += j - i === nx * ny ? (2 * hx * hy) / hz : j - i === nx ? (2 * hx * hz) / hy : (2 * hy * hz) / hx;
    wetted.add(part[at]);
  });
  if (wetted.size === 0) return { radius: 0, relativeError: 0 };
  for (let i = 0; i < isWet.length; i++) isWet[i] &= Number(wetted.has(part[i]));
  const phases = { size, width, code: isWet, phaseOf: [0, 1], conductivity: [0, 1], ends: 'walls' } as const;
  const { scale, ...graph } = phaseGraph(phases, isWet, new Int32Array(0));
  const ground = toSurface.filter((_, i) => isWet[i] > 0).map((conductance) => conductance / scale);
  const { energy, relativeError } = descend(
    new EvenSource({ ...graph, ground, inverseDiagonal: inverseDiagonal(graph.start, graph.weight, ground) }),
    tolerance,
  );
  return { radius: Math.sqrt((-15 * energy * hx * hy * hz) / (graph.size * scale)), relativeError };
}

/** A u = 1, from u = 0; at the solution u . A u - 2 u . b is minus the sum of u. */
class EvenSource extends GraphDescent {
  readonly startEnergy = 0;

  constructor(graph: GraphLevel) {
    super(graph);
    this.r.fill(1);
  }

  energy(): number {
    let sum = 0;
    for (let i = 0; i < this.u.length; i++) sum -= this.u[i] * (1 + this.r[i]);
    return sum;
  }
}
