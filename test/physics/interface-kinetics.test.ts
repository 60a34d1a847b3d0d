import { describe, expect, it } from 'vitest';
import { type Kinetics, overpotential } from '../../src/physics/interface-kinetics.js';
import { thermalVoltage } from '../support/cell-model.js';
import { relativeDifference, slopeOf } from '../support/differences.js';

const kineticsOf = (anodic: number, cathodic: number): Kinetics => ({ anodic: anodic / thermalVoltage,
  cathodic: cathodic / thermalVoltage });
const coefficients: readonly (readonly [number, number])[] = [[0.5, 0.5], [0.3, 0.7], [0.65, 0.35], [0.5, 0.5 + 1e-9], [
  1,
  1,
]];
/** j over i0 from the linear range to far into the Tafel range, both signs. */
const loads = [-1e8, -1e3, -2, -0.3, -1e-5, 1e-5, 0.3, 2, 1e3, 1e8];

const out = new Float64Array(3);
function evaluate(j: number, i0: number, kinetics: Kinetics): readonly number[] {
  overpotential(j, i0, kinetics, out);
  return Array.from(out);
}
const eta = (j: number, i0: number, kinetics: Kinetics): number => evaluate(j, i0, kinetics)[0];

describe.each(coefficients)('the overpotential of Butler-Volmer kinetics, alpha = %d and %d', (anodic, cathodic) => {
  const kinetics = kineticsOf(anodic, cathodic);
  const i0 = 0.8;

  it('inverts j = i0 [exp(alphaA F eta/RT) - exp(-alphaC F eta/RT)]: 1e-9', () => {
    for (const load of loads) {
      const value = eta(load * i0, i0, kinetics);
      const back = i0 * (Math.expm1(kinetics.anodic * value) - Math.expm1(-kinetics.cathodic * value));
      expect(relativeDifference(back, load * i0), `j/i0 = ${load}`).toBeLessThan(1e-9);
    }
    expect(eta(0, i0, kinetics)).toBeCloseTo(0, 15);
  });

  it('has the slopes by j and by i0 that differences see: 1e-7', () => {
    for (const load of loads) {
      const j = load * i0;
      const [, byReaction, byExchange] = evaluate(j, i0, kinetics);
      const step = 1e-2 * Math.max(Math.abs(j), 0.1 * i0);
      expect(relativeDifference(byReaction, slopeOf((x) => eta(x, i0, kinetics), j, step)), `d/dj at ${load}`)
        .toBeLessThan(1e-7);
      // below 1e-4 V the differences have no digits left
      if (Math.abs(load) < 0.1) continue;
      const difference = slopeOf((x) => eta(j, x, kinetics), i0, 1e-2 * i0);
      expect(relativeDifference(byExchange, difference), `d/di0 at ${load}`).toBeLessThan(1e-7);
    }
  });

  it('rises with j, is linear near rest and logarithmic far from it', () => {
    const values = loads.map((load) => eta(load * i0, i0, kinetics));
    for (let i = 1; i < values.length; i++) expect(values[i]).toBeGreaterThan(values[i - 1]);
    expect(relativeDifference(eta(1e-7 * i0, i0, kinetics), (1e-7 * thermalVoltage) / (anodic + cathodic)))
      .toBeLessThan(1e-6);
    expect(relativeDifference(eta(1e8 * i0, i0, kinetics), (Math.log(1e8) * thermalVoltage) / anodic)).toBeLessThan(
      1e-6,
    );
    expect(relativeDifference(eta(-1e8 * i0, i0, kinetics), (-Math.log(1e8) * thermalVoltage) / cathodic)).toBeLessThan(
      1e-6,
    );
  });
});

it('turns round with its coefficients: eta(-j) of (a, c) is -eta(j) of (c, a)', () => {
  for (const load of loads) {
    expect(eta(-load, 1, kineticsOf(0.3, 0.7))).toBeCloseTo(-eta(load, 1, kineticsOf(0.7, 0.3)), 14);
  }
});
