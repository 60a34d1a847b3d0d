import type { Anode, CellFormat } from '../config/case.js';
import { sizedCapacity } from '../transport/compose-layers.js';

/** An anode that is a plane, as given. */
export type PlaneAnode = Extract<Anode, { kind: 'planar' }>;

/** A plane as mass and charge: density [kg m^-3], charge per mass as built [C kg^-1]. */
export interface PlaneMaterial {
  readonly density: number;
  readonly specificCapacity: number;
}

/**
 * Thickness as built [m] of a plane that is given by
 *
 *   its thickness          L
 *   its mass per area m    L = m / rho
 *   its N/P                L = (N/P) qP / (rho Q);   0 is plated on charge
 *   its excess e           L = e qP / (rho Q)        the cathode brings the lithium that cycles
 *                          L = (1 + e) qP / (rho Q)  the cathode is built charged, so the anode brings it
 *
 * qP reversible areal capacity of the cathode [C m^-2], rho Q charge per volume of the plane [C m^-3].
 */
export function planeThickness(anode: PlaneAnode, material: PlaneMaterial, format: CellFormat,
  cathodeCapacity: number): number
{
  const perVolume = material.density * material.specificCapacity;
  if (anode.massLoading !== undefined) return anode.massLoading / material.density;
  if (anode.nToP !== undefined) return sizedCapacity(anode.nToP, format, cathodeCapacity) / perVolume;
  if (anode.excess !== undefined)
    return ((anode.excess + (format.cathodeAsBuilt === 'charged' ? 1 : 0)) * cathodeCapacity) / perVolume;
  return anode.thickness ?? 0;
}
