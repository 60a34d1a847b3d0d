import { describe, expect, it } from 'vitest';
import { BlockGraphKrylov } from '../../../src/solver/linear/block-graph-krylov.js';
import { BlockGraphLu } from '../../../src/solver/linear/block-graph-lu.js';
import type { BlockMatrix } from '../../../src/solver/linear/block-matrix.js';
import { singleMemory } from '../../../src/solver/linear/front-memory.js';
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

describe('an unknown beside an iterated matrix', () => {
  it('comes with the cells in one solution, whatever of its response is known', () => {
    const [matrix, exact] = [iterated(1e-5), new BlockGraphLu(2, 288, graph)];
    const random = randomNumbers(5);
    fillDominant(matrix, random);
    matrix.factor();
    matrix.entries.forEach((value, i) => (matrix.entries[i] = value * (0.95 + 0.1 * random())));
    matrix.factor();
    exact.entries.set(matrix.entries);
    exact.factor();
    const any = (): Float64Array => Float64Array.from({ length: 576 }, () => random() - 0.5);
    const [column, row, right, response] = [any(), any(), any(), new Float64Array(576)];
    const dot = (x: Float64Array): number => row.reduce((sum, value, i) => sum + value * x[i], 0);
    matrix.improve(response, column);
    const border = { column, row, response, pivot: 3, goal: 7 };
    const x = right.slice();
    const v = matrix.solveBeside(x, 1e-12, border);
    const [own, unit] = [right.slice(), column.slice()];
    exact.solve(own);
    exact.solve(unit);
    const expected = (7 - dot(own)) / (dot(unit) + 3);
    expect(v).toBeCloseTo(expected, 8);
    expect(Math.max(...x.map((value, i) => Math.abs(value - own[i] - expected * unit[i])))).toBeLessThan(1e-8);
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

  it('whose making fails inside a solution are not used again, until a matrix has factors', () => {
    const matrix = iterated(1e-6);
    const right = Float64Array.from({ length: 576 }, (_, i) => Math.sin(i));
    fillDominant(matrix, randomNumbers(4));
    const regular = matrix.entries.slice();
    expect(matrix.factor()).toBe(true);
    // of rank one, with a diagonal: nothing shows before it is solved
    matrix.clear();
    for (let c = 0; c < 288; c++) matrix.diagonal.set([1, 1, 1, 1], 4 * c);
    matrix.factor();
    for (let twice = 0; twice < 2; twice++) {
      const x = right.slice();
      matrix.solve(x);
      expect(x.every(Number.isNaN)).toBe(true);
    }
    matrix.entries.set(regular);
    expect(matrix.factor()).toBe(true);
    const x = right.slice();
    matrix.solve(x);
    expect(matrix.iterations).toBe(1);
    expect(x.every(Number.isFinite)).toBe(true);
  });

  it('are made in double precision where single precision has no digit left', () => {
    const rough = singleMemory({});
    const [single, double] = [new BlockGraphLu(2, 288, graph, rough), new BlockGraphLu(2, 288, graph)];
    const matrix = iterated(1e-8);
    fillDominant(matrix, randomNumbers(5));
    // two numbers of one cell that differ by 1e-9 of either
    const cell = matrix.diagonal.subarray(4 * 100, 4 * 101);
    const own = Math.max(...cell);
    for (let f = 0; f < graph.count; f++) {
      for (const blocks of [matrix.lower, matrix.upper]) {
        if (graph.owner[f] === 100 || graph.neighbour[f] === 100) blocks.fill(0, 4 * f, 4 * f + 4);
      }
    }
    cell.set([own, own, own, own * (1 + 1e-9)]);
    for (const one of [single, double]) one.entries.set(matrix.entries);
    expect([single.factor(), double.factor(), matrix.factor()]).toEqual([false, true, true]);
    const [x, y] = [0, 1].map(() => Float64Array.from({ length: 576 }, (_, i) => Math.sin(i)));
    matrix.solve(x);
    double.solve(y);
    expect(matrix.preconditioner.isRough).toBe(false);
    x.forEach((value, i) => expect(Math.abs(value - y[i])).toBeLessThan(1e-6 * Math.max(1, Math.abs(y[i]))));
  });

  it('are in single precision what they are in double precision, to its digits', () => {
    const [single, double] = [new BlockGraphLu(2, 288, graph, singleMemory({})), new BlockGraphLu(2, 288, graph)];
    fillDominant(double, randomNumbers(6));
    single.entries.set(double.entries);
    expect([single.factor(), double.factor()]).toEqual([true, true]);
    const [x, y] = [0, 1].map(() => Float64Array.from({ length: 576 }, (_, i) => Math.sin(i)));
    single.solve(x);
    double.solve(y);
    const errors = x.map((value, i) => Math.abs(value - y[i]));
    expect(Math.max(...errors)).toBeLessThan(1e-5);
    expect(Math.max(...errors)).toBeGreaterThan(1e-10);
  });

  it('say that a matrix is singular', () => expect(iterated(1e-6).factor()).toBe(false));
});
