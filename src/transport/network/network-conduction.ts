import { type GraphLaplacian, solveLaplacian } from '../../solver/linear/graph-laplacian.js';

/** Effective conductivity of a phase, and what of it is reached from either end. */
export interface NetworkConduction {
  /** sigmaEff over the conductivity of the phase. */
  readonly ratio: number;
  /** Voxels of the phase that a path leads to from the plane z = 0, and from the last plane. */
  readonly fromFirst: Uint8Array;
  readonly fromLast: Uint8Array;
  readonly iterations: number;
}

/** Relative residual of the potentials; the current is more exact than that. */
const tolerance = 1e-8;

/**
 * Effective conductivity of one phase of a cube of voxels along z: div(grad u) = 0 in the phase, no flux into others nor through the
 * sides, u = 1 at z = 0 and 0 at the far end. Between centres of voxels lies a whole voxel, between a centre and the end half of one;
 * every current through the first plane counts:  ratio = I / (edge^2 / edge).
 */
export function conductThrough(edge: number, conducts: (voxel: number) => boolean): NetworkConduction {
  const fromFirst = reached(edge, conducts, 0);
  const fromLast = reached(edge, conducts, edge - 1);
  const number = new Int32Array(edge ** 3).fill(-1);
  let size = 0;
  for (let i = 0; i < number.length; i++) if (fromFirst[i] && fromLast[i]) number[i] = size++;
  if (size === 0) return { ratio: 0, fromFirst, fromLast, iterations: 0 };
  const { graph, source } = graphOf(edge, number, size);
  const potential = firstGuess(edge, number, size);
  const { iterations } = solveLaplacian(graph, source, potential, tolerance);
  let current = 0;
  for (let i = 0; i < edge * edge; i++) if (number[i] >= 0) current += 2 * (1 - potential[number[i]]);
  return { ratio: current / edge, fromFirst, fromLast, iterations };
}

/** Voxels that a path of the phase leads to from one plane of constant z. */
function reached(edge: number, conducts: (voxel: number) => boolean, plane: number): Uint8Array {
  const layer = edge * edge;
  const seen = new Uint8Array(edge ** 3);
  const stack = new Int32Array(edge ** 3);
  let top = 0;
  const visit = (i: number): void => {
    if (seen[i] || !conducts(i)) return;
    seen[i] = 1;
    stack[top++] = i;
  };
  for (let i = 0; i < layer; i++) visit(plane * layer + i);
  while (top > 0) {
    const i = stack[--top];
    const x = i % edge;
    const y = Math.floor(i / edge) % edge;
    if (x > 0) visit(i - 1);
    if (x < edge - 1) visit(i + 1);
    if (y > 0) visit(i - edge);
    if (y < edge - 1) visit(i + edge);
    if (i >= layer) visit(i - layer);
    if (i < seen.length - layer) visit(i + layer);
  }
  return seen;
}

/** Conductances in units of (conductivity times width of a voxel): 1 between neighbours, 2 to the ends. */
function graphOf(edge: number, number: Int32Array,
  size: number): { readonly graph: GraphLaplacian; readonly source: Float64Array }
{
  const layer = edge * edge;
  const start = new Int32Array(size + 1);
  const neighbour = new Int32Array(3 * size);
  const ground = new Float64Array(size);
  const source = new Float64Array(size);
  let edges = 0;
  for (let i = 0; i < number.length; i++) {
    const own = number[i];
    if (own < 0) continue;
    start[own] = edges;
    const before = [i >= layer ? i - layer : -1, Math.floor(i / edge) % edge > 0 ? i - edge : -1,
      i % edge > 0 ? i - 1 : -1];
    for (const j of before) if (j >= 0 && number[j] >= 0) neighbour[edges++] = number[j];
    if (i < layer) {
      ground[own] += 2;
      source[own] += 2;
    }
    if (i >= number.length - layer) ground[own] += 2;
  }
  start[size] = edges;
  return { graph: { size, start, neighbour, conductance: new Float64Array(edges).fill(1), ground }, source };
}

/** Falls evenly from 1 to 0 along z. */
function firstGuess(edge: number, number: Int32Array, size: number): Float64Array {
  const guess = new Float64Array(size);
  for (let i = 0; i < number.length; i++) {
    if (number[i] >= 0) guess[number[i]] = 1 - (Math.floor(i / (edge * edge)) + 0.5) / edge;
  }
  return guess;
}
