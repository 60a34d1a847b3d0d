import { describe, expect, it } from 'vitest';
import { gapOf, readMeasuredDischarge } from '../../src/config/files/measured-discharge.js';

const rows = (head: string, ...lines: string[]): string => [head, ...lines].join('\n');
const words = (text: string): string[] => {
  const reading = readMeasuredDischarge(text);
  return reading.ok
    ? []
    : reading.problems.map(({ line, column, expected, received }) => `${line}:${column} ${expected} / ${received}`);
};

describe('a measured discharge', () => {
  it.each([
    ['activeMass', rows('step; Ewe/V; (Q-Qo)/mA.h/g', ...[0, 1, 2, 3, 4].map((k) => `1; ${4 - 0.1 * k}; ${10 * k}`)),
      36e3],
    ['area', rows('capacity [mAh/cm^2], voltage [mV]', ...[0, 1, 2, 3, 4].map((k) => `${k}, ${4000 - 100 * k}`)), 36e3],
    ['cell', rows('voltage [V], capacity [mAh]', ...[0, 1, 2, 3, 4].map((k) => `${4 - 0.1 * k}, ${k}`)), 3.6],
  ])('over %s, columns in any order', (basis, text, unit) => {
    const reading = readMeasuredDischarge(text.replace('mA.h/g', 'mAh/g'));
    expect(reading.ok && reading.discharge.basis).toBe(basis);
    const { capacity, voltage } = reading.ok ? reading.discharge : { capacity: [], voltage: [] };
    expect(capacity[4] / capacity[1]).toBeCloseTo(4, 9);
    expect(capacity[1]).toBeCloseTo(basis === 'activeMass' ? unit : unit, 6);
    expect(voltage[2]).toBeCloseTo(3.8, 9);
  });

  it('is counted from time and current, whatever the sign of a discharge', () => {
    for (const sign of [1, -1]) {
      const text = rows('time [h], current [mA/cm^2], voltage [V]', ...[0, 0.5, 1, 1.5, 2].map((t) =>
        `${t}, ${2 * sign}, ${4 - t}`
      ));
      const reading = readMeasuredDischarge(text);
      expect(reading.ok && reading.discharge.negative).toBe(sign < 0 ? true : undefined);
      expect(reading.ok && reading.discharge.capacity.map((q) => q / 36e3)).toEqual(
        [0, 1, 2, 3, 4].map((q) => expect.closeTo(q, 9) as number),
      );
    }
  });

  it.each([
    ['units in a second line',
      rows('Specific Capacity\tVoltage', 'mAh g⁻¹\tV', '0\t4', '10\t3.9', '20\t3.8', '30\t3.7', '40\t3.6')],
    ['decimal commas in quotes',
      rows('"Kapazität [mAh/g]","Spannung [V]"', '"0,0","4,0"', '"10,0","3,9"', '"20,0","3,8"', '"30,0","3,7"',
        '"40,0","3,6"')],
    ['dots between thousands beside decimal commas',
      rows('Q [mAh/g];U [mV]', '0;4.000,0', '10,0;3.900', '20;3.800', '30;3700', '40;3.600,00')],
    ['commas between thousands in quotes',
      rows('Q [mAh/g],U [mV]', '0,"4,000.0"', '10,3900', '20,"3,800."', '30,3700', '40,3600')],
    ['a reference in the title',
      rows('Capacity (mAh g-1), Voltage (V vs. Li-In)', '0,4', '10,3.9', '20,3.8', '30,3.7', '40,3.6')],
  ])('is read with %s', (_, text) => {
    expect(readMeasuredDischarge(text)).toMatchObject({ ok: true,
      discharge: { capacity: [0, 36e3, 72e3, 108e3, 144e3],
        voltage: [4, 3.9, 3.8, 3.7, 3.6].map((volts) => expect.closeTo(volts, 12) as number) } });
  });

  it.each([1, -1])('is found among charges and rests behind a preamble, a discharge of sign %i', (sign) => {
    const steps = [[-1, 3, 4], [0, 3.9, 3.9], [1, 4, 3], [0, 3.2, 3.3], [-2, 3.2, 4], [2, 3.9, 2.8]];
    const lines = steps.flatMap(([current, from, to], step) =>
      [0, 1, 2, 3, 4, 5].map((k) => `${step * 600 + k * 100};${current * sign};${from + ((to - from) * k) / 5}`)
    );
    const text = rows('Zelle 07; Müller', ';;', 'Zeit/s;Strom/mA;Spannung/V', ...lines).replaceAll('.', ',');
    expect(words(text)).toEqual(['3:1 one of the 2 discharges of the file (#1 1 mA, #2 2 mA) / no number']);
    const falling = (from: number, to: number) =>
      [0, 1, 2, 3, 4, 5].map((k) => expect.closeTo(from + ((to - from) * k) / 5, 9) as number);
    const [first, second, third] = [1, 2, 3].map((number) => readMeasuredDischarge(text, number));
    expect(first).toMatchObject({ ok: true, discharge: { basis: 'cell', current: 1e-3, voltage: falling(4, 3) } });
    expect(first.ok && first.discharge.capacity.at(-1)).toBeCloseTo(0.6, 12);
    expect(second).toMatchObject({ ok: true, discharge: { voltage: falling(3.9, 2.8) } });
    expect(third.ok).toBe(false);
  });

  it('has as many rows as a cycler writes', () => {
    const lines = Array.from({ length: 150_000 },
      (_, k) => `${k},${k < 1000 ? 1 : -1},${k < 1000 ? 3.5 : 4 - k * 6e-6}`);
    const reading = readMeasuredDischarge(`time [s],current [mA],voltage [V]\n${lines.join('\n')}`);
    expect(reading.ok && reading.discharge.capacity.length).toBe(149_000);
  });

  it('tells a column of strange numbers once', () => {
    expect(words(rows('capacity [mAh/g], voltage [V]', '0, x', '10, y', '20, z'))).toEqual([
      '2:4 a number / "x" and 2 more in this column',
    ]);
    // as charge in coulombs it would be infinite
    expect(words(rows('capacity [mAh/cm^2], voltage [V]', '0, 4', '1e308, 3.9', '2, 3.8'))).toEqual([
      '3:1 a number up to 1e100 / "1e308"',
    ]);
  });

  it('takes the mean of rows with one charge', () => {
    const reading = readMeasuredDischarge(
      rows('capacity [mAh/g], voltage [V]', '0, 4.2', '0, 4.0', '10, 3.9', '20, 3.8', '30, 3.7'),
    );
    expect(reading.ok && reading.discharge).toMatchObject({ capacity: [0, 36e3, 72e3, 108e3],
      voltage: [expect.closeTo(4.1, 12), 3.9, 3.8, 3.7] });
  });

  it.each([
    ['no units', rows('capacity, voltage', '0, 4', '1, 3'), '1:1 columns of a voltage and of a charge'],
    ['a gap', rows('capacity [mAh/g], voltage [V]', '0, 4', '1,', '2, 3.8', '3, 3.7', '4, 3.6'), '3:'],
    ['a charge that falls', rows('capacity [mAh/g], voltage [V]', '0, 4', '1, 3.9', '2, 3.8', '0.5, 3.7', '3, 3.6'),
      '5:1 a charge that rises'],
    ['a wrong sign', rows('capacity [mAh/g], voltage [V]', '0, 4', '-1, 3.9', '-2, 3.8', '-3, 3.7', '-4, 3.6'),
      '3:1 the charge of a discharge'],
    ['volts that are millivolts',
      rows('capacity [mAh/g], voltage [mV]', '0, 4', '1, 3.9', '2, 3.8', '3, 3.7', '4, 3.6'), '2:4 voltages of a cell'],
    ['voltages of the wrong sign',
      rows('voltage [V], capacity [mAh/g]', '-4, 0', '-3.9, 1', '-3.8, 2', '-3.7, 3', '-3.6, 4'),
      '2:1 voltages of a cell'],
    ['the rows of a charge', rows('capacity [mAh/g], voltage [V]', '0, 3', '1, 3.1', '2, 3.2', '3, 3.3', '4, 3.4'),
      '6:4 a voltage that falls'],
    ['no current', rows('time [s], current [mA/cm^2], voltage [V]', ...[0, 1, 2, 3, 4].map((t) => `${t}, 0, 4`)),
      '2:1 a discharge that delivers'],
    ['too few rows', rows('capacity [mAh/g], voltage [V]', '0, 4', '1, 3.9'), '1:1 at least 5 rows'],
  ])('with %s is one clear problem', (_, text, expected) => {
    const found = words(text);
    expect(found).toHaveLength(1);
    expect(found[0].startsWith(expected), found[0]).toBe(true);
  });

  it('tells the part of it that has no point, and none where points are merely few', () => {
    const at = (...shares: number[]) => gapOf({ capacity: shares.map((share) => 200 * share) });
    const close = Array.from({ length: 11 }, (_, k) => k / 50);
    expect(at(...close, 0.7, 0.72, 0.74, 0.76, 1)).toEqual([0.2, 0.7]);
    expect(at(0, 0.25, 0.5, 0.75, 1)).toBeUndefined();
  });
});
