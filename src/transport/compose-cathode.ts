import type { CathodeLayer, Problem } from '../config/case.js';
import type { LayerMaterials } from '../materials/material.js';
import { composeLayer } from './composition.js';
import { effectiveLayerProperties, transportWarnings, type EffectiveLayerProperties } from './effective-properties.js';
import type { LayerComposition } from './layer-composition.js';

/** Per layer, from the membrane to the collector. */
export interface ComposedCathode {
  readonly compositions: readonly LayerComposition[];
  readonly effective: readonly EffectiveLayerProperties[];
  readonly warnings: readonly string[];
}

export type CathodeComposition =
  | { readonly ok: true; readonly cathode: ComposedCathode }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Composition and effective transport of every layer, or every problem of all of them at once. */
export function composeCathode(layers: readonly CathodeLayer[], materials: readonly LayerMaterials[]): CathodeComposition {
  const results = layers.map((layer, i) => composeLayer(layer, materials[i], `cathode.layers.${i}`));
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return { ok: false, problems };
  const compositions = results.flatMap((result) => (result.ok ? [result.composition] : []));
  return {
    ok: true,
    cathode: {
      compositions,
      effective: compositions.map((composition, i) => effectiveLayerProperties(layers[i], composition, materials[i])),
      warnings: compositions.flatMap((composition, i) => transportWarnings(layers[i], composition, materials[i])),
    },
  };
}
