import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontTree } from '../../../src/solver/linear/front-tree.js';
import { minimumDegree } from '../../../src/solver/linear/minimum-degree.js';
import { randomNumbers } from '../../../src/voxels/random-numbers.js';
import { boxFaces, faces, intervalFaces, randomFaces } from './support.js';

/**
 * Blocks below the diagonal that an elimination without an order of its own would fill in: the profile of a box of
 * cells.
 */
const bandOfBox = (nx: number, ny: number) => nx * nx * ny;

describe('minimum degree', () => {
  it('eliminates every cell once and joins exactly what elimination joins', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 25 }), fc.integer(), (cells, seed) => {
      const graph = randomFaces(cells, randomNumbers(seed));
      const { order, joined } = minimumDegree(cells, graph);
      expect(Array.from(order).sort((a, b) => a - b)).toEqual(Array.from({ length: cells }, (_, i) => i));
      const beside = Array.from({ length: cells }, () => new Set<number>());
      for (let f = 0; f < graph.count; f++) {
        beside[graph.owner[f]].add(graph.neighbour[f]);
        beside[graph.neighbour[f]].add(graph.owner[f]);
      }
      for (const cell of order) {
        expect([...joined[cell]].sort((a, b) => a - b)).toEqual([...beside[cell]].sort((a, b) => a - b));
        for (const other of beside[cell]) {
          for (const third of beside[cell]) if (third !== other) beside[other].add(third);
          beside[other].delete(cell);
        }
      }
    }), { numRuns: 100 });
  });

  it('fills nothing in on a tree', () => {
    const tree = faces(Array.from({ length: 30 }, (_, i) => [i + 1, Math.floor(i / 2)] as const));
    const { joined } = minimumDegree(31, tree);
    expect(joined.reduce((sum, list) => sum + list.length, 0)).toBe(30);
  });

  it('fills in far less than the band of a box', () => {
    const { joined } = minimumDegree(1600, boxFaces(40, 40));
    expect(joined.reduce((sum, list) => sum + list.length, 0)).toBeLessThan(bandOfBox(40, 40) / 3);
  });
});

describe('a tree of fronts', () => {
  it.each([['an interval', 40, intervalFaces(40)], ['a box', 60, boxFaces(5, 4, 3)], [
    'a random graph',
    30,
    randomFaces(30, randomNumbers(2)),
  ]])('of %s eliminates every cell and takes every face once, and children leave what their parents hold',
    (_, cells, graph) => {
      const fronts = frontTree(cells, graph);
      const eliminated = fronts.flatMap((front) => [...front.cells.subarray(0, front.own)]);
      expect(eliminated.sort((a, b) => a - b)).toEqual(Array.from({ length: cells }, (_value, i) => i));
      const taken = fronts.flatMap((front) => [...front.faces].filter((_value, i) => i % 3 === 0));
      expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: graph.count }, (_value, i) => i));
      const waiting: number[][] = [];
      for (const { cells: held, own, children } of fronts) {
        for (const places of [...children].reverse()) expect(waiting.pop()).toEqual([...places].map((p) => held[p]));
        waiting.push([...held.subarray(own)]);
      }
      expect(waiting.every((left) => left.length === 0)).toBe(true);
    });
});
