import type { Case, CellFormat, Checked, ElectrodeLayer, TransportModel } from '../config/case.js';
import { impossible } from '../config/wording/fields.js';
import type { Electrolyte, LayerMaterials, MaterialSet } from '../materials/material.js';
import { percent } from '../units/quantity.js';
import { composeLayer, type CompositionResult } from './composition.js';
import { grownLayer } from './growth.js';
import type { LayerComposition } from './layer-composition.js';

/** A layer as given, its materials and its place in the case, made consistent. */
export interface LayerInPlace {
  readonly layer: ElectrodeLayer;
  /** Another law acts than the one of pressed powders, which its electrolyte is not. */
  readonly replaced: boolean;
  readonly materials: LayerMaterials;
  readonly composition: LayerComposition;
  /** Of its problems. */
  readonly key: string;
}

/** Composition of every layer, or why there is none. */
export type LayersComposition = Checked<{ cathode: readonly LayerInPlace[]; anode?: LayerInPlace }>;

/** [C m^-2] */
const milliampHourPerSquareCentimetre = 36e3;

/**
 * The layers of both electrodes, or every problem of all of them at once. An anode that is given by its N/P follows the cathode.
 * With `believePressDensity` a declared press density is taken even where it means a negative porosity.
 */
export function composeLayers(
  { anode, cathode, cell }: Pick<Case, 'anode' | 'cathode' | 'cell'>,
  materials: MaterialSet,
  believePressDensity = false,
): LayersComposition {
  const compose = (layer: ElectrodeLayer, layerMaterials: LayerMaterials, key: string) => {
    const result = withChannels(composeLayer(layer, layerMaterials, key, believePressDensity), layer, key);
    if (!result.ok) return result;
    const { composition } = result;
    const acting = withActingModels(layer, layerMaterials.electrolyte);
    const { stretch } = grownLayer(composition, layerMaterials);
    return { ok: true as const, place: {
      layer: acting,
      materials: layerMaterials,
      key,
      replaced: acting !== layer,
      composition: stretch === 1 ? composition : { ...composition, grownThickness: stretch * composition.thickness },
    } };
  };
  const results = cathode.layers.map((layer, i) =>
    compose(layer, materials.layers[i], `cathode.layers.${layer.sliceOf ?? i}`)
  );
  const places = results.flatMap((result) => (result.ok ? [result.place] : []));
  const found = results.flatMap((result) => (result.ok ? [] : result.problems));
  // slices of one layer have the same problem at the same key
  const problems = found.filter((one, i) => found.findIndex(({ key }) => key === one.key) === i);
  if (anode.kind !== 'composite' || materials.anode.kind !== 'composite') {
    return problems.length > 0 ? { ok: false, problems } : { ok: true, cathode: places };
  }
  const sum = places.reduce((total, { composition }) => total + composition.arealCapacity, 0);
  // beside a cathode that cannot be composed the anode is looked at as if it had some capacity to follow
  const capacity = problems.length === 0 ? sum : milliampHourPerSquareCentimetre;
  const layer = anode.nToP === undefined
    ? anode.layer
    : { ...anode.layer, arealCapacity: sizedCapacity(anode.nToP, cell, capacity) };
  const composedAnode = compose(layer, materials.anode.layer, 'anode');
  if (!composedAnode.ok) return { ok: false, problems: [...problems, ...composedAnode.problems] };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, cathode: places, anode: composedAnode.place };
}

/**
 * qN = (N/P) qP, or (N/P) qP / etaP where N/P refers to what leaves the cathode in the first charge [C m^-2].
 * qP reversible areal capacity of the cathode, etaP its first-cycle efficiency.
 */
export function sizedCapacity(nToP: number, { nToPBasis, firstCycleEfficiency }: CellFormat,
  cathodeCapacity: number): number
{
  return (nToP * cathodeCapacity) / (nToPBasis === 'first-charge' ? firstCycleEfficiency.cathode : 1);
}

/** Channels hold no more than the electrolyte that there is. */
function withChannels(result: CompositionResult, { ionicTransport }: ElectrodeLayer, key: string): CompositionResult {
  if (!result.ok || ionicTransport.kind !== 'alignedChannels') return result;
  const { electrolyte } = result.composition.volumeFractions;
  if (ionicTransport.fraction <= electrolyte + 1e-9) return result;
  return {
    ok: false,
    problems: [{ key: `${key}.ionicTransport.alignedChannels.fraction`,
      ...impossible(`at most ${percent(electrolyte)}, the electrolyte of the layer`, percent(ionicTransport.fraction),
        'lower it or add electrolyte') }],
  };
}

/** Around what a liquid or a polymer fills; doi 10.1002/andp.19354160705. */
const aroundSpheres = { kind: 'bruggeman', exponent: 1.5, prefactor: 1 } as const;

/**
 * A layer with the transport laws that act. The effective medium is one of pressed powders: where a liquid or a polymer with salt fills what the
 * particles leave, it has no threshold, and Bruggeman's law stands in for it.
 */
function withActingModels(layer: ElectrodeLayer, { salt }: Electrolyte): ElectrodeLayer {
  const { ionicTransport, electronicTransport } = layer;
  if (!salt || ![ionicTransport, electronicTransport].some(({ kind }) => kind === 'effectiveMedium')) return layer;
  const acting = (
    model: TransportModel,
  ): TransportModel => (model.kind === 'effectiveMedium'
    ? { ...aroundSpheres, ...(model.spread !== undefined && { spread: model.spread }) }
    : model);
  return { ...layer, ionicTransport: acting(ionicTransport), electronicTransport: acting(electronicTransport) };
}
