import type { Case, Checked, NetworkStructure, Problem } from '../config/case.js';
import { missingKey } from '../config/wording/fields.js';
import type { MaterialSet } from '../materials/material.js';
import { formatQuantity } from '../units/quantity.js';
import { networkProblems } from './active-network.js';
import { composeLayers, type LayerInPlace } from './compose-layers.js';
import { type EffectiveLayerProperties, effectiveLayerProperties } from './effective-properties.js';
import { atHalfCharge } from './electronic-properties.js';
import type { LayerComposition } from './layer-composition.js';
import { diametersInVoxels } from './network/layer-network.js';
import { noPath } from './no-path.js';
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

/** An insulator without carbon: no electron gets in, at any rate. Where there is carbon, whether it leads through is its own question. */
function electronProblems(parts: readonly LayerInPlace[]): Problem[] {
  return parts.flatMap(({ layer, materials: { activeMaterial }, composition, key }): Problem[] => {
    const conductivity = atHalfCharge(activeMaterial);
    // a declared conductivity of the layer is believed
    if (composition.volumeFractions.carbon > 0 || conductivity > noPath
      || layer.electronicTransport.kind === 'effectiveConductivity') return [];
    return [{ key: `${key}.carbon`,
      ...missingKey('a way for electrons: carbon, or an active material that conducts',
        `${activeMaterial.name} alone, ${formatQuantity(conductivity, 'conductivity', 3)}`,
        'add "carbon: carbon-black" and a share of carbon to the fractions') }];
  });
}

/** Largest particles along an edge below which a cube is no composite any more. */
const fewestAlong = 2;

/** About a microsecond per voxel and carrier, whatever the size: multigrid takes as many iterations for all. */
const workOf = ({ voxels, realisations }: NetworkStructure): number => voxels ** 3 * realisations;

/** About ten minutes; the memory, about 60 bytes per voxel, stays below 0.5 GB for the largest cube. */
const mostWork = 1.6e8;

/** Networks whose particles do not fit their cube, or that would take too long: refused before time and memory are spent. */
function networkCostProblems(parts: readonly LayerInPlace[]): Problem[] {
  return parts.flatMap((
    { layer: { network }, materials, key },
  ) => (network ? checkNetwork(network, materials, `${key}.network`) : []));
}

function checkNetwork(network: NetworkStructure, { activeMaterial }: LayerInPlace['materials'],
  key: string): Problem[]
{
  const { activeDiameter, electrolyteDiameter } = diametersInVoxels(network, activeMaterial);
  const largest = Math.max(activeDiameter, electrolyteDiameter);
  const refuse = (name: string, expected: string, received: string,
    remedy: string): Problem[] => [{ key: `${key}.${name}`, code: 'out-of-range', expected, received, remedy }];
  if (fewestAlong * largest > network.voxels) {
    return refuse('voxels',
      `at least ${Math.ceil(fewestAlong * largest)} voxels along an edge, ${fewestAlong} of the largest particles`,
      String(network.voxels),
      'give it more voxels, a lower resolution, sizes closer to each other, or a transport law instead of the network');
  }
  if (workOf(network) <= mostWork) return [];
  const most = Math.max(1, Math.floor(mostWork / workOf({ ...network, realisations: 1 })));
  return refuse('realisations', `at most ${most} cubes of ${network.voxels} voxels`, String(network.realisations),
    'lower it, or the voxels');
}
