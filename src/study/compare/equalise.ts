import { replaced } from '../../config/alternatives.js';
import type { Case, ElectrodeLayer } from '../../config/case.js';
import type { Equality } from '../../config/equality.js';
import type { LayerComposition } from '../../transport/layer-composition.js';
import { formatQuantity } from '../../units/quantity.js';

/** Amounts that can be made the same, summed over the layers of the cathode. */
const amounts = {
  'equal-areal-capacity': { of: 'arealCapacity', dimension: 'arealCapacity', words: 'theoretical areal capacity' },
  'equal-thickness': { of: 'thickness', dimension: 'length', words: 'thickness' },
  'equal-mass': { of: 'massLoading', dimension: 'massLoading', words: 'mass per area' },
} as const;

export interface EqualisedDesign {
  readonly case: Case;
  /** In words; undefined where nothing had to be changed. */
  readonly change: string | undefined;
}

/**
 * Every layer of the cathode stretched by one factor, so that the electrode as a whole holds as much as the reference; composition
 * and porosity stay.
 */
export function equalise(
  given: Case,
  compositions: readonly LayerComposition[],
  reference: readonly LayerComposition[],
  at: Equality,
): EqualisedDesign {
  if (at === 'as-given') return { case: given, change: undefined };
  const { of, dimension, words } = amounts[at];
  const total = (all: readonly LayerComposition[]): number => all.reduce((sum, one) => sum + one[of], 0);
  const factor = total(reference) / total(compositions);
  if (Math.abs(factor - 1) < 1e-9) return { case: given, change: undefined };
  const thickness = compositions.reduce((sum, one) => sum + one.thickness, 0);
  const layers = given.cathode.layers.map((layer, i) => stretched(layer, compositions[i], factor));
  return {
    case: { ...given, cathode: { ...given.cathode, layers } },
    change:
      `thickness ${formatQuantity(factor * thickness, 'length', 4)} instead of ${
        formatQuantity(thickness, 'length', 4)
      }, `
      + `for the same ${words}, ${formatQuantity(total(reference), dimension, 4)}`,
  };
}

const stretched = (layer: ElectrodeLayer, { thickness, porosity }: LayerComposition, factor: number): ElectrodeLayer =>
  replaced(layer, { porosity, thickness: factor * thickness });
