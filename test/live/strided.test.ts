import fc from 'fast-check';
import ndarray from 'ndarray';
import ops from 'ndarray-ops';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operations, strided } from '../../src/live/strided.js';

const root = new URL('../../src/', import.meta.url);
const fill = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => Math.sin(i));

describe('views on arrays without code made of text', () => {
  it('are those of ndarray', () => {
    const size = fc.integer({ min: 3, max: 6 });
    const at = fc.integer({ min: -1, max: 2 });
    fc.assert(fc.property(size, size, at, at, fc.integer({ min: 1, max: 2 }), (rows, columns, i, j, step) => {
      const data = fill(rows * columns);
      const [a, b] = [ndarray(data, [rows, columns]), strided(data, [rows, columns])];
      const pairs = [[a, b], [a.pick(i, j), b.pick(i, j)], [a.lo(i, j), b.lo(i, j)], [a.hi(i < 0 ? i : i + 1, j),
        b.hi(i < 0 ? i : i + 1, j)], [a.lo(0, 1).step(1, step), b.lo(0, 1).step(1, step)]] as const;
      for (const [theirs, ours] of pairs) {
        expect(ours.shape).toEqual(theirs.shape);
        expect(ours.offset).toBe(theirs.offset);
        expect(ours.stride).toEqual(theirs.stride);
        if (theirs.shape.length === 2 && theirs.size > 0)
          expect(ours.get(0, theirs.shape[1] - 1)).toBe(theirs.get(0, theirs.shape[1] - 1));
      }
    }));
  });

  it('are worked on as by ndarray-ops', () => {
    for (const shape of [[12], [3, 4]]) {
      const theirs = () => ndarray(fill(12), shape);
      const ours = () => strided(fill(12), shape);
      const results = [
        [(o = theirs()) => (ops.muls(o, theirs(), 3), o.data), (o = ours()) => (operations.muls(o, ours(), 3), o.data)],
        [(o = theirs()) => (ops.mulseq(o, 3), o.data), (o = ours()) => (operations.mulseq(o, 3), o.data)],
        [(o = theirs()) => (ops.addeq(o, theirs()), o.data), (o = ours()) => (operations.addeq(o, ours()), o.data)],
        [(o = theirs()) => (ops.divseq(o, 7), o.data), (o = ours()) => (operations.divseq(o, 7), o.data)],
        [(o = theirs()) => (ops.sub(o, theirs(), o), o.data), (o = ours()) => (operations.sub(o, ours(), o), o.data)],
      ] as const;
      for (const [expected, found] of results) expect(Array.from(found())).toEqual(Array.from(expected()));
    }
  });

  it('know every operation that the sources ask for', () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const texts = files.map((name) => readFileSync(new URL(name, root), 'utf8')).filter((text) =>
      text.includes('\'ndarray-ops\'')
    );
    const used = texts.flatMap((text) => [...text.matchAll(/\bops\.(\w+)\(/g)].map(([, name]) => name));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !(name in operations))).toEqual([]);
  });
});
