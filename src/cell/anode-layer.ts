import type { CellDesign, CellMaterials, CoatedAnode } from './cell-design.js';
import { compositeParts } from './composite-parts.js';
import { type FirstCycle, firstCycle } from './first-cycle.js';
import { type LayerItem, layerOf, partOf } from './layer-item.js';
import { planeThickness } from './plane-thickness.js';

/** The anode of a unit cell, and what it makes of the cathode's capacity. */
export interface AnodeLayer {
  readonly item: LayerItem;
  /** As built of a plane, theoretical of a composite [C m^-2]. */
  readonly arealCapacity: number;
  readonly cycle: FirstCycle;
  /** Lithium that the first charge plates on top of what was built in [m]. */
  readonly plated: number;
}

/** The lithium fills the pores of its host first; what they do not hold lies beside it [m]. */
const within = (host: { readonly thickness: number; readonly porosity: number } | undefined,
  lithium: number): number => (host ? host.thickness + Math.max(0, lithium - host.porosity * host.thickness) : lithium);

/** Planes below this potential [V] grow by the lithium that they take up; what an alloy does is not known here. */
const platesBelow = 0.1;

/**
 *   plane       m = rho L,  charged L + q1 / (rho Q)     q1 the charge that leaves the cathode in the first charge
 *   in a host   m = rho L + rhoH (1 - eps) LH,  as thick as the host while its pores hold the lithium
 *   composite   m = its mass loading                      it keeps its thickness: breathing is not counted
 *
 * `cathodeCapacity` is the reversible one [C m^-2].
 */
export function anodeLayer({ anode, cell }: CellDesign, materials: CellMaterials, cathodeCapacity: number,
  coated?: CoatedAnode): AnodeLayer
{
  if (anode.kind === 'planar' && materials.anode.kind === 'planar') {
    const { material } = materials.anode;
    const thickness = planeThickness(anode, material, cell, cathodeCapacity);
    const perVolume = material.density * material.specificCapacity;
    const cycle = firstCycle(cathodeCapacity, thickness * perVolume, true, cell);
    const plated = (material.equilibriumPotential ?? 0) < platesBelow ? cycle.firstCharge / perVolume : 0;
    const lithium = material.density * thickness;
    const { host: solid } = materials.anode;
    const host = solid && anode.host ? { ...anode.host, solid } : undefined;
    const hostMass = host ? host.solid.density * (1 - host.porosity) * host.thickness : 0;
    return {
      item: layerOf('anode', `anode (${material.name}${host ? ` in ${host.solid.name}` : ''})`, within(host, thickness),
        [partOf(material, lithium), ...(host ? [partOf(host.solid, hostMass)] : [])], within(host, thickness + plated)),
      arealCapacity: thickness * perVolume,
      cycle,
      plated,
    };
  }
  if (coated === undefined || materials.anode.kind === 'planar')
    throw new Error('a composite anode without its composition');
  const { massLoading, thickness, arealCapacity } = coated;
  const coating = layerOf('anode', 'anode composite', thickness, compositeParts(coated, materials.anode.layer));
  return {
    item: { ...coating, arealMass: massLoading },
    arealCapacity,
    cycle: firstCycle(cathodeCapacity, arealCapacity, false, cell),
    plated: 0,
  };
}
