import type { AnodeHost } from '../config/case.js';
import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import type { AnodeModel } from './on-cells/cell-properties.js';

type Plane = Extract<AnodeModel, { readonly kind: 'planar' }>;

/**
 * How many times as much current as a plane a porous electrolyte takes whose pores hold lithium, at the same small overpotential:
 *
 *   kappaEff phi'' = a phi / r,  phi' = 0 at the end of the wetted depth L      (the lithium is one potential)
 *   f = porosity + sqrt(a kappaEff r) tanh(L sqrt(a / (kappaEff r)))             porosity + a L where the host is thin
 *
 *   r   resistance of the interface, R T / (F i0) + R [ohm m^2];  kappaEff = kappa (1 - porosity) / tau [S m^-1]
 *   a   surface of the pores per volume, 4 porosity / diameter [m^-1];  L = occupancy times thickness [m]
 *
 * The first term is the ends of the pores, which touch the dense membrane itself; the skeleton covers the rest of it, so that a host of fast
 * interfaces and poor conduction is worth less than a plane.
 */
export function hostFactor(
  { thickness, porosity, poreDiameter, tortuosityFactor, occupancy }: AnodeHost,
  conductivity: number,
  interfaceResistance: number,
): number {
  const area = (4 * porosity) / poreDiameter;
  const effective = (conductivity * (1 - porosity)) / tortuosityFactor;
  const depth = occupancy * thickness;
  if (interfaceResistance === 0) return porosity;
  return porosity
    + Math.sqrt(area * effective * interfaceResistance)
      * Math.tanh(depth * Math.sqrt(area / (effective * interfaceResistance)));
}

/**
 * The plane with the surface of its host: exchange current and resistance of a plane `hostFactor` times as large. Exact while the
 * overpotential of the anode stays below R T / F; beyond it the host would take the current closer to the membrane.
 */
export function hostedPlane(plane: Plane, host: AnodeHost, conductivity: number, temperature: number): Plane {
  const { material, resistance } = plane;
  const i0 = (material.temperatureFactor?.(temperature) ?? 1) * material.exchangeCurrentDensity;
  const factor = hostFactor(host, conductivity, (GAS_CONSTANT * temperature) / (FARADAY * i0) + resistance);
  return {
    ...plane,
    material: { ...material, exchangeCurrentDensity: factor * material.exchangeCurrentDensity },
    resistance: resistance / factor,
  };
}
