import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TransportModel } from '../../src/config/case.js';
import { carbonConduction } from '../../src/transport/additives/carbon-conduction.js';
import { tortuosityFactorOf } from '../../src/transport/tortuosity/tortuosity-models.js';

interface Point {
  readonly share: number;
  readonly porosity: number;
  readonly sizeRatio: number;
  readonly measured: number;
  readonly carrier: 'ions' | 'electrons';
  readonly role: string;
}

/** Percolation against effective conductivities of eight sets of composites; only the size exponent is fitted, to the sets marked so. */
const data = JSON.parse(readFileSync(new URL('composites.json', import.meta.url), 'utf8'));
const points: readonly Point[] = data.sets.flatMap((set: { points: readonly object[]; bulk_mS_cm: number }) =>
  set.points.map((point) => {
    const all = { ...set, ...point } as unknown as Point & { measured_mS_cm: number };
    return { ...all, measured: all.measured_mS_cm / set.bulk_mS_cm };
  })
);
const fitted = points.filter(({ role }) => role === 'fitted');
const predicted = points.filter(({ role }) => role === 'predicted');

function relative<K extends TransportModel['kind']>(model: Extract<TransportModel, { kind: K }>,
  { carrier, share, porosity }: Point): number
{
  const volumeFraction = share * (1 - porosity);
  return volumeFraction
    / tortuosityFactorOf(model, { bulkConductivity: () => 1, volumeFraction,
      mixture: { carrier, share, porosity, activeDiameter: 1 } });
}
const percolation = (sizeExponent: number) => (point: Point): number =>
  relative({ kind: 'percolation', sizeRatio: point.sizeRatio, sizeExponent, exponent: 2, coordinationNumber: 6 },
    point);
const bruggeman = (point: Point): number => relative({ kind: 'bruggeman', exponent: 1.5, prefactor: 1 }, point);

/** exp of the root mean square of ln(computed / measured). */
const misfit = (of: (point: Point) => number, some: readonly Point[]): number =>
  Math.exp(Math.sqrt(some.reduce((sum, point) => sum + Math.log(of(point) / point.measured) ** 2, 0) / some.length));

describe('percolation against measured composites', () => {
  it('has the size exponent that fits the two ionic sets best', () => {
    const exponents = Array.from({ length: 61 }, (_, k) => k / 200);
    const best = exponents.reduce((a, b) => (misfit(percolation(b), fitted) < misfit(percolation(a), fitted) ? b : a));
    expect(Math.abs(best - 0.11)).toBeLessThan(0.006);
    expect(misfit(percolation(0.11), fitted)).toBeLessThan(1.3);
  });

  it('predicts the others, other materials and electrons among them, within a factor of 2, and better than Bruggeman', () => {
    expect(predicted.length).toBeGreaterThan(10);
    expect(misfit(percolation(0.11), predicted)).toBeLessThan(1.8);
    expect(misfit(bruggeman, predicted)).toBeGreaterThan(2.5);
  });

  it('as rigid spheres finds no path in coarse electrolyte that conducts', () => {
    expect(Math.min(...fitted.map(percolation(1)))).toBeLessThan(1e-8);
  });
});

describe('fibres of carbon against a measured series', () => {
  const { fibreDensity_g_cm3: fibre, solidDensity_g_cm3: solid, porosity, activeOfSolids, points: series } =
    data.fibres;
  const conductivity = (massFraction: number): number => {
    const carbon = massFraction / fibre;
    const scale = (1 - porosity) / (carbon + (1 - massFraction) / solid);
    const volumeFractions = {
      activeMaterial: (activeOfSolids * (1 - massFraction) * scale) / solid,
      carbon: carbon * scale,
      electrolyte: 0,
      binder: 0,
    };
    const network = { shape: 'fibres', aspectRatio: 70, conductivity: 1e4, exponent: 2 } as const;
    return series[0].electronic_mS_cm + 10 * carbonConduction(network, { volumeFractions }).conductivity;
  };

  it('are within a factor of 2 up to 3 wt%, and too good above, where real fibres bundle', () => {
    for (const { massFraction, electronic_mS_cm: value } of series.slice(1)) {
      const ratio = conductivity(massFraction) / value;
      if (massFraction < 0.035) expect(Math.abs(Math.log2(ratio))).toBeLessThan(1);
      else expect(ratio).toBeGreaterThan(2);
    }
  });
});
