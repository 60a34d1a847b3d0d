import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { type GraphLaplacian, solveLaplacian } from '../../../src/solver/linear/graph-laplacian.js';
import { randomNumbers } from '../../../src/transport/network/random-numbers.js';

/** A random connected graph: every node to one before it, and to some others. */
function randomGraph(size: number, seed: number): GraphLaplacian {
  const random = randomNumbers(seed);
  const start = [0];
  const neighbour: number[] = [];
  const conductance: number[] = [];
  for (let i = 0; i < size; i++) {
    const before = new Set(i === 0 ? [] : [Math.floor(random() * i), Math.floor(random() * i)]);
    for (const j of before) {
      neighbour.push(j);
      conductance.push(10 ** (4 * random() - 2));
    }
    start.push(neighbour.length);
  }
  const ground = Float64Array.from({ length: size }, (_, i) => (i % 7 === 0 ? random() : 0));
  ground[0] = 1;
  return { size, start: Int32Array.from(start), neighbour: Int32Array.from(neighbour),
    conductance: Float64Array.from(conductance), ground };
}

function dense({ size, start, neighbour, conductance, ground }: GraphLaplacian): Matrix {
  const a = Matrix.zeros(size, size);
  for (let i = 0; i < size; i++) {
    a.set(i, i, a.get(i, i) + ground[i]);
    for (let e = start[i]; e < start[i + 1]; e++) {
      const j = neighbour[e];
      for (const [row, column, sign] of [[i, i, 1], [j, j, 1], [i, j, -1], [j, i, -1]] as const) {
        a.set(row, column, a.get(row, column) + sign * conductance[e]);
      }
    }
  }
  return a;
}

describe('conduction on a graph', () => {
  it.each([1, 2, 3])('is solved as the dense matrix is: 1e-9, conductances over four decades (%d)', (seed) => {
    const graph = randomGraph(120, seed);
    const b = Float64Array.from({ length: graph.size }, (_, i) => Math.sin(i));
    const u = new Float64Array(graph.size);
    const outcome = solveLaplacian(graph, b, u, 1e-13);
    const exact = solve(dense(graph), Matrix.columnVector([...b])).to1DArray();
    const scale = Math.max(...exact.map(Math.abs));
    expect(outcome.converged).toBe(true);
    expect(Math.max(...exact.map((x, i) => Math.abs(x - u[i]))) / scale).toBeLessThan(1e-9);
  });

  it('takes no iteration where the guess is the answer, and says so where it may take none', () => {
    const graph = randomGraph(30, 5);
    const u = new Float64Array(30).fill(1);
    expect(solveLaplacian(graph, graph.ground, u, 1e-12)).toMatchObject({ iterations: 0, converged: true });
    expect(solveLaplacian(graph, graph.ground, new Float64Array(30), 1e-12, 2)).toMatchObject({ iterations: 2,
      converged: false });
  });
});
