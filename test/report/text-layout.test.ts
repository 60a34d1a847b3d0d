import { expect, it } from 'vitest';
import { hanging } from '../../src/report/text-layout.js';

it.each([20, 40, 80])('a head longer than its indent stays within %d columns, and loses no word', (width) => {
  const head = 'reversible specific capacity between the two stoichiometries';
  const lines = hanging(head, '200 mAh/g', 8, width).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  expect(lines.slice(0, -1).join(' ')).toBe(head);
});
