import { firstCycle, type FirstCycle } from './first-cycle.js';
import { compositeParts } from './composite-parts.js';
import { partOf, type LayerItem } from './layer-item.js';
import { planeThickness } from './plane-thickness.js';
import type { CellDesign, CellMaterials, CoatedAnode } from './cell-design.js';

/** The anode of a unit cell, and what it makes of the cathode's capacity. */
export interface AnodeLayer {
  readonly item: LayerItem;
  /** As built of a plane, theoretical of a composite [C m^-2]. */
  readonly arealCapacity: number;
  readonly cycle: FirstCycle;
  /** Lithium that the first charge plates on top of what was built in [m]. */
  readonly plated: number;
}

/** Planes below this potential [V] grow by the lithium that they take up; what an alloy does is not known here. */
const platesBelow = 0.1;

/**
 *   plane       m = rho L,  charged L + q1 / (rho Q)     q1 the charge that leaves the cathode in the first charge
 *   composite   m = its mass loading                      it keeps its thickness: breathing is not counted
 *
 * `cathodeCapacity` is the reversible one [C m^-2].
 */
export function anodeLayer(
  { anode, cell }: CellDesign, materials: CellMaterials, cathodeCapacity: number, coated?: CoatedAnode,
): AnodeLayer {
  if (anode.kind === 'planar' && materials.anode.kind === 'planar') {
    const { material } = materials.anode;
    const thickness = planeThickness(anode, material, cell, cathodeCapacity);
    const perVolume = material.density * material.specificCapacity;
    const cycle = firstCycle(cathodeCapacity, thickness * perVolume, true, cell);
    const plated = (material.equilibriumPotential ?? 0) < platesBelow ? cycle.firstCharge / perVolume : 0;
    const arealMass = material.density * thickness;
    return {
      item: {
        name: `anode (${material.name})`, role: 'anode', arealMass, thickness, chargedThickness: thickness + plated,
        parts: [partOf(material, arealMass)],
      },
      arealCapacity: thickness * perVolume, cycle, plated,
    };
  }
  if (coated === undefined || materials.anode.kind === 'planar') throw new Error('a composite anode without its composition');
  const { massLoading, thickness, arealCapacity } = coated;
  return {
    item: {
      name: 'anode composite', role: 'anode', arealMass: massLoading, thickness, chargedThickness: thickness,
      parts: compositeParts(coated, materials.anode.layer),
    },
    arealCapacity, cycle: firstCycle(cathodeCapacity, arealCapacity, false, cell), plated: 0,
  };
}
