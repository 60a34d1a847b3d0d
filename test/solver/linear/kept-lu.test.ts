import { describe, expect, it } from 'vitest';
import { BlockGraphKrylov } from '../../../src/solver/linear/block-graph-krylov.js';
import { BlockGraphLu } from '../../../src/solver/linear/block-graph-lu.js';
import type { BlockMatrix } from '../../../src/solver/linear/block-matrix.js';
import { KeptLu } from '../../../src/solver/linear/kept-lu.js';
import { randomNumbers } from '../../../src/voxels/random-numbers.js';
import { boxProblem } from '../box-problem.js';
import { solve } from '../support.js';
import { boxFaces, fillDominant } from './support.js';

const graph = boxFaces(24, 12);
const iterated = (reduction: number) => new BlockGraphKrylov(2, 288, graph, reduction, (system) => new KeptLu(system));

describe('factors that are kept, on a box of 288 cells with a nonlinear reaction', () => {
  const tolerance = 1e-5;
  const on = (matrix: BlockMatrix) => {
    const problem = boxProblem(graph, matrix);
    const still = new Array<number>(problem.size).fill(0);
    return solve(problem, still, still, 20, { tolerance });
  };
  const kept = iterated(1e-4);
  const [fresh, saved] = [on(new BlockGraphLu(2, 288, graph)), on(kept)];

  it('leave the solution, the steps and the iterations of Newton as they are', () => {
    const error = Math.max(...saved.y.map((value, i) => Math.abs(value - fresh.y[i])));
    expect(error).toBeLessThan(tolerance);
    expect(saved.counters.steps).toBe(fresh.counters.steps);
    expect(Math.abs(saved.counters.newtonIterations - fresh.counters.newtonIterations)).toBeLessThan(5);
  });

  it('are made for few of the matrices', () => {
    expect(kept.renewals).toBeGreaterThan(1);
    expect(kept.renewals).toBeLessThan(saved.counters.factorisations / 5);
  });
});

describe('factors of another matrix', () => {
  it('solve in one iteration what they were made of, and in a few what differs by a tenth', () => {
    const matrix = iterated(1e-6);
    fillDominant(matrix, randomNumbers(1));
    const right = Float64Array.from({ length: 576 }, (_, i) => Math.sin(i));
    matrix.factor();
    matrix.solve(right.slice());
    expect(matrix.iterations).toBe(1);
    const random = randomNumbers(2);
    matrix.entries.forEach((value, i) => (matrix.entries[i] = value * (0.95 + 0.1 * random())));
    matrix.factor();
    expect(matrix.renewals).toBe(1);
    matrix.solve(right.slice());
    expect(matrix.iterations).toBeGreaterThan(1);
    expect(matrix.iterations).toBeLessThan(8);
  });

  it('are given up at once where they lead nowhere', () => {
    const matrix = iterated(1e-10);
    fillDominant(matrix, randomNumbers(3));
    matrix.factor();
    matrix.clear();
    const { diagonal, lower, upper } = matrix;
    for (let f = 0; f < graph.count; f++) {
      for (const i of [0, 3]) {
        lower[4 * f + i] = upper[4 * f + i] = -1;
        for (const c of [graph.owner[f], graph.neighbour[f]]) diagonal[4 * c + i] += 1;
      }
    }
    diagonal[0] += 1;
    diagonal[3] += 1;
    matrix.factor();
    const exact = new BlockGraphLu(2, 288, graph);
    exact.entries.set(matrix.entries);
    exact.factor();
    const [x, y] = [0, 1].map(() => Float64Array.from({ length: 576 }, (_, i) => Math.sin(i)));
    matrix.solve(x);
    exact.solve(y);
    expect(matrix.renewals).toBe(2);
    x.forEach((value, i) => expect(Math.abs(value - y[i])).toBeLessThan(1e-8));
  });

  it('say that a matrix is singular', () => expect(iterated(1e-6).factor()).toBe(false));
});
