import { conductOnePhase } from '../../voxels/conduction/conduct.js';
import { fromFirst, fromLast, reachFromEnds } from '../../voxels/reach.js';

/** Effective conductivity of a phase, and what of it is reached from either end. */
export interface NetworkConduction {
  /** sigmaEff over the conductivity of the phase. */
  readonly ratio: number;
  /** Of that, as a solution of the voxels' equations. */
  readonly relativeError: number;
  /** Voxels of the phase that a path leads to from the plane z = 0, and from the last plane. */
  readonly fromFirst: Uint8Array;
  readonly fromLast: Uint8Array;
}

/** Of the effective conductivity; far below what random cubes differ by. */
const tolerance = 1e-6;

/**
 * Effective conductivity of one phase of a cube of voxels along z: div(grad u) = 0 in the phase, no flux into others nor through the
 * sides, u = 1 at z = 0 and 0 at the far end. Between centres of voxels lies a whole voxel, between a centre and the end half of one.
 */
export function conductThrough(edge: number, conducts: (voxel: number) => boolean): NetworkConduction {
  const marked = new Uint8Array(edge ** 3);
  for (let i = 0; i < marked.length; i++) marked[i] = Number(conducts(i));
  const size = [edge, edge, edge] as const;
  const reached = reachFromEnds(size, marked);
  const { conductivity: ratio, relativeError } = conductOnePhase(size, () => marked, tolerance);
  return {
    ratio,
    relativeError,
    fromFirst: reached.map((from) => from & fromFirst),
    fromLast: reached.map((from) => Number((from & fromLast) > 0)),
  };
}
