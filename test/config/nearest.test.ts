import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/config/nearest.js';

describe('editDistance', () => {
  it.each([['', 'abc', 3], ['kitten', 'sitting', 3], ['thickness', 'thicknes', 1], ['form', 'from', 1], ['same', 'same',
    0]])(
      'of %s and %s is %i',
      (from, to, distance) => {
        expect(editDistance(from, to)).toBe(distance);
        expect(editDistance(to, from)).toBe(distance);
      },
    );
});

describe('nearest', () => {
  const known = ['thickness', 'porosity', 'tortuosityFactor', 'density'];
  it.each([
    ['Thicknes', 'thickness'],
    ['tortuosity', 'tortuosityFactor'],
    ['desnity', 'density'],
    ['colour', undefined],
    ['', undefined],
  ])('of %s is %s', (word, expected) => expect(nearest(word, known)).toBe(expected));
});
