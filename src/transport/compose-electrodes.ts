import type { Case, ElectrodeLayer, Problem } from '../config/case.js';
import type { LayerMaterials, MaterialSet } from '../materials/material.js';
import { formatNumber } from '../units/quantity.js';
import { composeLayer, type CompositionResult } from './composition.js';
import { effectiveLayerProperties, type EffectiveLayerProperties } from './effective-properties.js';
import type { LayerComposition } from './layer-composition.js';
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

export type ElectrodeComposition =
  | { readonly ok: true; readonly electrodes: ComposedElectrodes }
  | { readonly ok: false; readonly problems: readonly Problem[] };

interface Given {
  readonly layer: ElectrodeLayer;
  readonly materials: LayerMaterials;
  readonly key: string;
}

/** Composition and effective transport of every layer of both electrodes, or every problem of all of them at once. */
export function composeElectrodes(
  { anode, cathode }: Pick<Case, 'anode' | 'cathode'>, materials: MaterialSet,
): ElectrodeComposition {
  const given = cathode.layers.map((layer, i): Given => ({ layer, materials: materials.layers[i], key: `cathode.layers.${layer.sliceOf ?? i}` }));
  if (anode.kind === 'composite' && materials.anode.kind === 'composite') {
    given.push({ layer: anode.layer, materials: materials.anode.layer, key: 'anode' });
  }
  const results = given.map(({ layer, materials: ofLayer, key }) => withChannels(composeLayer(layer, ofLayer, key), layer, key));
  // slices of one layer have the same problem at the same key
  const found = results.flatMap((result) => (result.ok ? [] : result.problems));
  const problems = found.filter((one, i) => found.findIndex(({ key }) => key === one.key) === i);
  if (problems.length > 0) return { ok: false, problems };

  const compositions = results.flatMap((result) => (result.ok ? [result.composition] : []));
  const composed = compositions.map((composition, i): ComposedLayer =>
    ({ composition, effective: effectiveLayerProperties(given[i].layer, composition, given[i].materials) }));
  const ofCathode = composed.slice(0, cathode.layers.length);
  const [ofAnode] = composed.slice(cathode.layers.length);
  return {
    ok: true,
    electrodes: {
      compositions: ofCathode.map(({ composition }) => composition),
      effective: ofCathode.map(({ effective }) => effective),
      ...(ofAnode && { anode: ofAnode }),
      warnings: compositions.flatMap((composition, i) => transportWarnings(given[i].layer, composition, given[i].materials)),
    },
  };
}

/** Channels hold no more than the electrolyte that there is. */
function withChannels(result: CompositionResult, { ionicTransport }: ElectrodeLayer, key: string): CompositionResult {
  if (!result.ok || ionicTransport.kind !== 'alignedChannels') return result;
  const { electrolyte } = result.composition.volumeFractions;
  if (ionicTransport.fraction <= electrolyte + 1e-9) return result;
  const percent = (share: number): string => `${formatNumber(100 * share, 3)} %`;
  return {
    ok: false,
    problems: [{
      key: `${key}.ionicTransport.alignedChannels.fraction`, code: 'impossible-composition',
      expected: `at most ${percent(electrolyte)}, the electrolyte of the layer`, received: percent(ionicTransport.fraction),
      remedy: 'lower it or add electrolyte',
    }],
  };
}
