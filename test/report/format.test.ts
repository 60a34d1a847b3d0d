import { expect, test } from 'vitest';
import { fixed, gainText, percent } from '../../src/report/format.js';

test('a number that rounds to nothing has no sign', () => {
  expect([fixed(-0.04, 1), fixed(-0.06, 1), fixed(0.04, 1), fixed(-0.4, 0), fixed(-12.34, 1)])
    .toEqual(['0.0', '-0.1', '0.0', '0', '-12.3']);
  expect([percent(-0.0004), percent(-0.0004, 2), percent(-0.02)]).toEqual(['0 %', '-0.04 %', '-2 %']);
});

test('a gain is a share up to ten times as much, then a factor', () => {
  expect([0, 0.0004, 0.62, -0.02, 8.99].map((gain) => gainText(gain))).toEqual(['0 %', '0 %', '+62 %', '−2 %',
    '+899 %']);
  expect([9, 1075.51, 1e6].map((gain) => gainText(gain))).toEqual(['×10', '×1100', 'from nothing']);
});
