import type { Case, Checked } from '../config/case.js';
import type { MaterialSet } from '../materials/material.js';
import { networkProblems } from './active-network.js';
import { composeLayers } from './compose-layers.js';
import { type EffectiveLayerProperties, effectiveLayerProperties } from './effective-properties.js';
import { electronProblems } from './electron-path.js';
import type { LayerComposition } from './layer-composition.js';
import { networkCostProblems } from './network/network-cost.js';
import { onceForSlices } from './slice-warnings.js';
import { transportWarnings } from './transport-warnings.js';

/** A layer made consistent, and what it conducts. */
export interface ComposedLayer {
  readonly composition: LayerComposition;
  readonly effective: EffectiveLayerProperties;
}

/** `compositions` and `effective` hold the cathode's layers, from the membrane to the collector. */
export interface ComposedElectrodes {
  readonly compositions: readonly LayerComposition[];
  readonly effective: readonly EffectiveLayerProperties[];
  /** Absent where the anode is a plane. */
  readonly anode?: ComposedLayer;
  readonly warnings: readonly string[];
}

/** Composition of an electrode, or why there is none. */
export type ElectrodeComposition = Checked<{ electrodes: ComposedElectrodes }>;

/** Composition and effective transport of every layer of both electrodes, or every problem of all of them at once. */
export function composeElectrodes(
  given: Pick<Case, 'anode' | 'cathode' | 'cell'>,
  materials: MaterialSet,
): ElectrodeComposition {
  const layers = composeLayers(given, materials);
  if (!layers.ok) return layers;
  const places = [...layers.cathode, ...(layers.anode ? [layers.anode] : [])];
  const unsolved = [...networkProblems(places), ...electronProblems(places), ...networkCostProblems(places)];
  if (unsolved.length > 0) return { ok: false, problems: unsolved };
  const composed = places.map(({ layer, materials: layerMaterials, composition }): ComposedLayer => ({ composition,
    effective: effectiveLayerProperties(layer, composition, layerMaterials) })
  );
  const cathodeLayers = composed.slice(0, layers.cathode.length);
  const [anodeLayer] = composed.slice(layers.cathode.length);
  return {
    ok: true,
    electrodes: {
      compositions: cathodeLayers.map(({ composition }) => composition),
      effective: cathodeLayers.map(({ effective }) => effective),
      ...(anodeLayer && { anode: anodeLayer }),
      warnings: onceForSlices(
        places.map((place, i) => ({ sliceOf: place.layer.sliceOf,
          warnings: transportWarnings(place, composed[i].effective) })
        ),
      ),
    },
  };
}
