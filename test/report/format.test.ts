import { expect, test } from 'vitest';
import { fixed, percent } from '../../src/report/format.js';

test('a number that rounds to nothing has no sign', () => {
  expect([fixed(-0.04, 1), fixed(-0.06, 1), fixed(0.04, 1), fixed(-0.4, 0), fixed(-12.34, 1)])
    .toEqual(['0.0', '-0.1', '0.0', '0', '-12.3']);
  expect([percent(-0.0004), percent(-0.0004, 2), percent(-0.02)]).toEqual(['0 %', '-0.04 %', '-2 %']);
});
