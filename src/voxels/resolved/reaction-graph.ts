import { type GraphLevel, inverseDiagonal } from '../conduction/graph-level.js';
import type { VoxelCell } from './voxel-cell.js';

/** Conductances of the potentials, those of the reaction [S] among them, as shares of `scale`; `electrolyte` is kappa h. */
export function reactionGraph(
  { nodes, from, to, conductance, electrolyteSide, activeSide, cells, first, membrane }: VoxelCell,
  electrolyte: number,
  scale: number,
  reactionConductance: Float64Array,
): { readonly level: GraphLevel; readonly scale: number } {
  const start = new Int32Array(nodes + 1);
  for (const ends of [from, to, electrolyteSide, activeSide]) for (const node of ends) start[node + 1]++;
  for (let i = 0; i < nodes; i++) start[i + 1] += start[i];
  const next = start.slice();
  const neighbour = new Int32Array(start[nodes]);
  const weight = new Float32Array(start[nodes]);
  const join = (i: number, k: number, value: number): void => {
    neighbour[next[i]] = k;
    weight[next[i]++] = value;
    neighbour[next[k]] = i;
    weight[next[k]++] = value;
  };
  for (let e = 0; e < from.length; e++) join(from[e], to[e], conductance[e] / scale);
  for (let f = 0; f < activeSide.length; f++) join(electrolyteSide[f], activeSide[f], reactionConductance[f] / scale);
  const ground = new Float32Array(nodes);
  for (const node of membrane) ground[node] = (2 * electrolyte) / scale;
  return { scale,
    level: { size: nodes, cells, first, start, neighbour, weight, ground,
      inverseDiagonal: inverseDiagonal(start, weight, ground) } };
}
