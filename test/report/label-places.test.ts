import { expect, test } from 'vitest';
import { placeLabels } from '../../src/report/figures/impedance.js';

const frame = { width: 200, height: 100 };
const stepsOf = (labels: readonly { x: number; y: number; text: string }[],
  obstacles: readonly { x: number; y: number }[] = []) =>
  placeLabels(labels, obstacles, frame).map(({ label, dx, dy }) => [label.text, Math.sign(dx), Math.sign(dy)]);

test('a label stands above its point where that is free', () => {
  expect(stepsOf([{ x: 100, y: 50, text: '1 Hz' }])).toEqual([['1 Hz', 0, -1]]);
});

test('at the top of the frame, or under a curve, it moves to the right, in the corner to the left', () => {
  expect(stepsOf([{ x: 100, y: 10, text: '1 Hz' }])).toEqual([['1 Hz', 1, 0]]);
  expect(stepsOf([{ x: 100, y: 50, text: '1 Hz' }], [{ x: 100, y: 36 }])).toEqual([['1 Hz', 1, 0]]);
  expect(stepsOf([{ x: 195, y: 10, text: '1 Hz' }])).toEqual([['1 Hz', -1, 0]]);
});

test('the first of a crowd come first; who finds no place is left out', () => {
  const crowd = ['1 Hz', '2 Hz', '3 Hz'].map((text) => ({ x: 100, y: 50, text }));
  expect(stepsOf(crowd)).toEqual([['1 Hz', 0, -1], ['2 Hz', 0, 1]]);
});
