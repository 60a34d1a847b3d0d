import { describe, expect, it } from 'vitest';
import { parseComparison } from '../../src/config/studies/parse-comparison.js';
import { comparisonCard } from '../../src/report/comparison-report.js';
import { compare } from '../../src/study/compare/compare.js';

const cathode = { ionicTransport: { effectiveConductivity: '0.065 mS/cm' } };

async function compared(ranges: boolean, rate = 'C/3') {
  const reading = parseComparison({
    title: 'Electrolytes',
    membrane: { electrolyte: 'Li6PS5Cl', thickness: '30 um' },
    cathode: { activeMaterial: 'NMC811', electrolyte: 'Li6PS5Cl', porosity: '12 %', thickness: '50 um',
      massFractions: { activeMaterial: '80 %', electrolyte: '20 %' }, ...cathode },
    protocol: { rates: [rate] },
    mesh: 'coarse',
    designs: [{ name: 'argyrodite' }, { name: 'halide', cathode: { electrolyte: 'Li3InCl6' } }, {
      name: 'halide by its law',
      cathode: { electrolyte: 'Li3InCl6', ionicTransport: null },
    }],
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  const run = await compare(reading.file.designs, { ranges });
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.document;
}

describe('a comparison of electrolytes', () => {
  it('tells which design takes over a conductivity that was measured with another one', async () => {
    const { designs } = await compared(false);
    const borrowed = designs.map(({ result }) =>
      result.warnings.filter((text) => text.includes('which has another electrolyte'))
    );
    expect(borrowed.map(({ length }) => length)).toEqual([0, 1, 0]);
    expect(borrowed[1][0]).toContain('0.065 mS/cm');
  });

  it('with ranges has low to high around what each design delivers, and without none', async () => {
    const document = await compared(true);
    for (const { result: { rates: [rate], certainty } } of document.designs) {
      const { low, high } = rate.ranges?.arealCapacity_mAh_cm2 ?? { low: NaN, high: NaN };
      expect(low).toBeLessThan(rate.arealCapacity_mAh_cm2);
      expect(high).toBeGreaterThan(rate.arealCapacity_mAh_cm2);
      expect(certainty?.solves).toBeGreaterThan(0);
    }
    expect(comparisonCard(document, { colour: false, width: 100 })).toMatch(/\d \([\d.]+ to [\d.]+\) \(×1\.\d\d\)/);
    const outside = { ...document,
      designs: document.designs.map((design) => ({ ...design,
        result: { ...design.result,
          rates: design.result.rates.map((rate) => ({ ...rate,
            ranges: { ...rate.ranges!, outsideData: ['a law'] } })
          ) } })
      ) };
    const cards = [document, outside].map((one) => comparisonCard(one, { colour: false, width: 100 }));
    expect(cards.map((card) => card.includes('Utilisation of the theoretical capacity'))).toEqual([true, false]);
    expect((await compared(false)).designs.some(({ result }) => result.certainty)).toBe(false);
  });

  it('gives no single number of a cell that nobody compared: an interval in the answer as in the table, else the mark ≈', async () => {
    const [sure, alone] = [await compared(true, '2C'), await compared(false, '2C')];
    expect(sure.designs[0].limits.sentence).toMatch(
      /delivers [\d.]+ to [\d.]+ mAh\/cm2 \(≈ [\d.]+ mAh\/cm2 as computed\)/,
    );
    expect(alone.designs[0].limits.sentence).toMatch(/delivers ≈ [\d.]+ mAh/);
    expect(comparisonCard(alone, { colour: false, width: 100 })).toMatch(
      /\nargyrodite +≈ \d[^]*\noutside +a cell unlike/,
    );
  });
});
