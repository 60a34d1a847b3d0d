import type { ActiveMaterial, ActiveWhole, ScalarFunction } from './material.js';
import { constantFunction } from './scalar-functions.js';

type Window = Pick<ActiveMaterial, 'chargedStoichiometry' | 'dischargedStoichiometry'>;

/**
 * sigma of a random mixture of particles of several materials, none of which is the ground that holds the others:
 *
 *   0 = sum_k v_k (sigma_k - sigma) / (sigma_k + 2 sigma)
 *
 * v_k shares of the volume (Bruggeman's symmetric effective medium, doi 10.1002/andp.19354160705). A conductor in an insulator leads through
 * above a third of the volume. Writes the slopes d sigma/d sigma_k into `slopes`.
 */
export function mixedConductivity(sigmas: ArrayLike<number>, shares: readonly number[], slopes: Float64Array): number {
  let [low, high] = [Infinity, 0];
  for (let k = 0; k < shares.length; k++) {
    low = Math.min(low, sigmas[k]);
    high = Math.max(high, sigmas[k]);
  }
  // the sum falls as sigma rises; bisection of the logarithm, as conductivities differ by decades
  for (let i = 0; i < 80 && high > low * (1 + 1e-15); i++) {
    const middle = Math.sqrt(low) * Math.sqrt(high);
    let sum = 0;
    for (let k = 0; k < shares.length; k++) sum += (shares[k] * (sigmas[k] - middle)) / (sigmas[k] + 2 * middle);
    if (sum > 0) low = middle;
    else high = middle;
  }
  const sigma = Math.sqrt(low) * Math.sqrt(high);
  let own = 0;
  for (let k = 0; k < shares.length; k++) {
    const weight = shares[k] / (sigmas[k] + 2 * sigma) ** 2;
    slopes[k] = weight * sigma;
    own += weight * sigmas[k];
  }
  for (let k = 0; k < shares.length; k++) slopes[k] /= own;
  return sigma;
}

/**
 * sigma(s) of a blend over its mean stoichiometry, every material at the same share of its own window (assumed: what each holds at one
 * potential differs from that), with its spread and how it follows the temperature.
 */
export function mixedConductor(materials: readonly ActiveMaterial[], shares: readonly number[],
  { chargedStoichiometry: charged, dischargedStoichiometry: discharged }: Window
): Pick<ActiveWhole, 'electronicConductivity' | 'electronicConductivitySpread' | 'temperatureFactors'> {
  const [local, sigmas, slopes, each] = [2, ...Array<number>(3).fill(materials.length)].map((n) => new Float64Array(n));
  const mixedAt = (s: number, factor?: (material: ActiveMaterial) => number): number => {
    materials.forEach((material, k) => {
      const { chargedStoichiometry: from, dischargedStoichiometry: to, electronicConductivity } = material;
      const perMean = (to - from) / (discharged - charged);
      electronicConductivity.evaluate(from + (s - charged) * perMean, local);
      sigmas[k] = local[0] * (factor?.(material) ?? 1);
      each[k] = local[1] * perMean;
    });
    return mixedConductivity(sigmas, shares, slopes);
  };
  const middle = 0.5 * (charged + discharged);
  const atMiddle = mixedAt(middle);
  // shares of each in the logarithm of the whole, which add up to 1
  const weights = materials.map((_, k) => (slopes[k] * sigmas[k]) / atMiddle);
  return {
    electronicConductivity: materials.every(({ electronicConductivity: { constant } }) => constant !== undefined)
      ? constantFunction(atMiddle)
      : { evaluate: (s, out) => {
        out[0] = mixedAt(s);
        out[1] = slopes.reduce((sum, slope, k) => sum + slope * each[k], 0);
      } } satisfies ScalarFunction,
    // all err together, as layers of one electrode do
    electronicConductivitySpread: materials.reduce(
      (sum, { electronicConductivitySpread = 0 }, k) => sum + weights[k] * electronicConductivitySpread,
      0,
    ),
    temperatureFactors: {
      electronicConductivity: (temperature) =>
        mixedAt(middle, ({ temperatureFactors }) => temperatureFactors?.electronicConductivity?.(temperature) ?? 1)
        / atMiddle,
    },
  };
}
