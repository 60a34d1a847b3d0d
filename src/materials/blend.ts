import { FARADAY } from '../units/constants.js';
import type { ActiveMaterial, ActivePart, ActiveWhole, LayerMaterials, ScalarFunction } from './material.js';
import { constantFunction } from './scalar-functions.js';

/** The active materials of a layer with their shares of its active mass; one with all of it where it is no blend. */
export const activeParts = (materials: LayerMaterials): readonly ActivePart[] =>
  materials.blend === undefined ? [{ material: materials.activeMaterial, massShare: 1 }] : materials.blend;

/** Shares of the volume of all, w_k / rho_k over their sum. */
export function volumeSharesOf(parts: readonly ActivePart[]): number[] {
  const volumes = parts.map(({ material, massShare }) => massShare / material.density);
  const total = volumes.reduce((sum, volume) => sum + volume, 0);
  return volumes.map((volume) => volume / total);
}

/** Charge per mass over the window [C kg^-1]. */
export function capacityPerMass(
  { dischargedStoichiometry, chargedStoichiometry, maximumConcentration, density }: ActiveWhole,
): number {
  return (maximumConcentration * Math.abs(dischargedStoichiometry - chargedStoichiometry) * FARADAY) / density;
}

/**
 * Several active materials as one, for what asks of a layer as a whole; reaction and diffusion are of each alone. With shares of volume v_k:
 *
 *   rho = sum v_k rho_k,   cMax = sum v_k cMax_k,   s = sum v_k cMax_k s_k / cMax,   1/R = sum v_k/R_k
 *
 * s is lithium over sites of all, so that cMax times the window is the charge of all; R has the surface of all. Electrons: `mixed-conductor`.
 */
export function blendOf(parts: readonly ActivePart[]): ActiveWhole {
  const volumes = volumeSharesOf(parts);
  const over = (value: (material: ActiveMaterial) => number): number =>
    parts.reduce((sum, { material }, k) => sum + volumes[k] * value(material), 0);
  const maximumConcentration = over((material) => material.maximumConcentration);
  const perSite = (value: (material: ActiveMaterial) => number): number =>
    over((material) => material.maximumConcentration * value(material)) / maximumConcentration;
  const window = {
    chargedStoichiometry: perSite(({ chargedStoichiometry }) => chargedStoichiometry),
    dischargedStoichiometry: perSite(({ dischargedStoichiometry }) => dischargedStoichiometry),
  };
  return {
    kind: 'activeMaterial',
    name: parts.map(({ material: { name } }) => name).join(' + '),
    density: over(({ density }) => density),
    maximumConcentration,
    ...window,
    particleRadius: 1 / over(({ particleRadius }) => 1 / particleRadius),
    ...mixedConductor(parts.map(({ material }) => material), volumes, window),
  };
}

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
function mixedConductor(materials: readonly ActiveMaterial[], shares: readonly number[],
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
