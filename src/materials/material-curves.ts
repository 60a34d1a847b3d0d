import type { ActiveMaterial, ScalarFunction } from './material.js';

/** What an active material does over its stoichiometry, in SI. */
export interface MaterialCurves {
  readonly name: string;
  readonly stoichiometry: readonly number[];
  /** Against Li/Li+ [V]. */
  readonly potential: readonly number[];
  /** [m^2 s^-1] */
  readonly diffusivity: readonly number[];
  /** [A m^-2] */
  readonly exchangeCurrentDensity: readonly number[];
  /** What the cell uses, and where the potential is known. */
  readonly window: readonly [low: number, high: number];
  readonly known: readonly [low: number, high: number];
}

const samples = 400;

/** Between the ends of what is known of the potential, at the temperature that the material was built at; i0 as given, else 2 i0(1/2) sqrt(s (1 - s)). */
export function materialCurves(material: ActiveMaterial): MaterialCurves {
  const { name, chargedStoichiometry, dischargedStoichiometry, potentialRange } = material;
  const window = [Math.min(chargedStoichiometry, dischargedStoichiometry),
    Math.max(chargedStoichiometry, dischargedStoichiometry)] as const;
  const known = potentialRange ?? window;
  const stoichiometry = Array.from({ length: samples + 1 }, (_, i) => known[0] + ((known[1] - known[0]) * i) / samples);
  const out = new Float64Array(2);
  const sampled = (f: ScalarFunction): number[] =>
    stoichiometry.map((s) => {
      f.evaluate(s, out);
      return out[0];
    });
  return {
    name,
    stoichiometry,
    potential: sampled(material.openCircuitPotential),
    diffusivity: sampled(material.diffusivity),
    exchangeCurrentDensity: stoichiometry.map((s) => {
      material.exchangeCurrentShape?.evaluate(s, out);
      const shape = material.exchangeCurrentShape ? out[0] : 2 * Math.sqrt(Math.max(0, s * (1 - s)));
      return shape * material.referenceExchangeCurrentDensity;
    }),
    window,
    known,
  };
}
