import { FARADAY } from '../units/constants.js';
import type { ActiveMaterial, ActivePart, ActiveWhole, LayerMaterials } from './material.js';
import { mixedConductor } from './mixed-conductor.js';

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
