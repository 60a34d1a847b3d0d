import { expect, it } from 'vitest';
import { text } from '../../src/report/html/elements.js';
import { hanging, wrap } from '../../src/report/text-layout.js';

it.each([20, 40, 80])('a head longer than its indent stays within %d columns, and loses no word', (width) => {
  const head = 'reversible specific capacity between the two stoichiometries';
  const lines = hanging(head, '200 mAh/g', 8, width).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  expect(lines.slice(0, -1).join(' ')).toBe(head);
});

it('no line breaks between a number and its unit, on a card or on a page', () => {
  for (let width = 8; width < 40; width++) {
    expect(wrap('of 4.09 mAh/cm² at 25 °C and 12 % it is 3 of 4', width).join('\n')).not.toMatch(/\d\n(mAh|°C|%)/);
  }
  expect(text('4.09 mAh/cm^2 at 25 degC, 12 %, 3 of 4, 5 mass')).toBe(
    '4.09\u00a0mAh/cm² at 25\u00a0°C, 12\u00a0%, 3 of 4, 5 mass',
  );
});
