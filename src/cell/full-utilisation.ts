import { activeParts } from '../materials/blend.js';
import type { ActiveMaterial, LayerMaterials, MaterialSet } from '../materials/material.js';
import type { LayerComposition } from '../transport/layer-composition.js';
import { anodeLayer } from './anode-layer.js';
import type { CellDesign } from './cell-design.js';

/** What the electrochemistry promises at full utilisation. */
export interface FullUtilisation {
  /** Of the cathode [C m^-2]. */
  readonly theoreticalArealCapacity: number;
  /** What the cell can deliver: the cathode's, or less where the anode or the first cycle allows less [C m^-2]. */
  readonly limitingArealCapacity: number;
  /** Equilibrium voltage of the cell, mean over the limiting capacity [V]. */
  readonly meanEquilibriumVoltage: number;
}

/** An electrode layer as a reservoir of charge. */
export interface Reservoir {
  readonly material: Pick<ActiveMaterial, 'chargedStoichiometry' | 'dischargedStoichiometry' | 'openCircuitPotential'>;
  /** Theoretical [C m^-2]. */
  readonly arealCapacity: number;
}

const intervals = 400;

/** Sum of the theoretical areal capacities [C m^-2]. */
const capacityOf = (layers: readonly Reservoir[]): number =>
  layers.reduce((sum, { arealCapacity }) => sum + arealCapacity, 0);

/**
 * What the reviews take for granted: all of the capacity at the equilibrium voltage (Simpson's rule over the charge), with nothing
 * simulated,
 *
 *   mean U = sum_k q_k mean of U_k over its share of the window / Q - the same of the anode,   Q = sum_k q_k,
 *
 * every electrode from its charged state on, every layer giving the same share, the active material that is cut off included: that
 * is what they promise. Anode and first cycle decide what ends the discharge.
 */
export function fullUtilisation(design: CellDesign, materials: MaterialSet, compositions: readonly LayerComposition[],
  anode?: LayerComposition): FullUtilisation
{
  const cathode = compositions.flatMap((composition, i) => reservoirsOf(materials.layers[i], composition));
  const theoreticalArealCapacity = capacityOf(cathode);
  const limitingArealCapacity = anodeLayer(design, materials, theoreticalArealCapacity, anode).cycle.deliverable;
  return {
    theoreticalArealCapacity,
    limitingArealCapacity,
    meanEquilibriumVoltage: meanPotential(cathode, limitingArealCapacity)
      - anodePotential(materials, anode, limitingArealCapacity),
  };
}

function anodePotential({ anode }: MaterialSet, composition: LayerComposition | undefined, charge: number): number {
  if (anode.kind === 'planar') return anode.material.equilibriumPotential;
  return meanPotential(composition ? reservoirsOf(anode.layer, composition) : [], charge);
}

const reservoirsOf = (materials: LayerMaterials, { parts }: LayerComposition): Reservoir[] =>
  activeParts(materials).map(({ material }, k) => ({ material, arealCapacity: parts[k].arealCapacity }));

/** Mean of U over a charge that all layers share alike [V]. */
function meanPotential(layers: readonly Reservoir[], charge: number): number {
  const total = capacityOf(layers);
  const share = charge / total;
  return layers.reduce((sum, { material, arealCapacity }) => sum + (arealCapacity / total) * meanOver(material, share),
    0);
}

/** Of one material over a share of its window, from the charged state on [V]. */
function meanOver(
  { chargedStoichiometry: from, dischargedStoichiometry: to, openCircuitPotential }: Reservoir['material'],
  share: number,
): number {
  const out = new Float64Array(2);
  const step = (share * (to - from)) / intervals;
  let sum = 0;
  for (let i = 0; i <= intervals; i++) {
    openCircuitPotential.evaluate(from + i * step, out);
    sum += (i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2) * out[0];
  }
  return sum / (3 * intervals);
}
