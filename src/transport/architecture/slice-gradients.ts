import { replaced } from '../../config/alternatives.js';
import type { Case, Checked, ElectrodeLayer, Gradient, Problem, TransportModel } from '../../config/case.js';
import { type DepthProfile, valuesOf } from '../../config/depth-profile.js';
import { impossible } from '../../config/wording/words.js';
import type { LayerMaterials, MaterialSet } from '../../materials/material.js';
import { percent } from '../../units/quantity.js';
import { composeLayer } from '../composition.js';
import type { LayerComposition } from '../layer-composition.js';
import { sizedMembrane } from '../membrane-size.js';
import { inSlice, profileProblem, type SlicePlace } from './slice-profile.js';

/** Layers with their gradients cut into slices, or what of them cannot be. */
export type SlicedLayers = Checked<{ case: Case; materials: MaterialSet }>;

interface Slice {
  readonly layer: ElectrodeLayer;
  readonly materials: LayerMaterials;
}

/**
 * Every cathode layer with a gradient as slices of equal thickness, each with the profile's value at its middle, of a curve its mean over
 * the slice: second order in the number of slices. The layer keeps its thickness, its mass or its capacity, whichever it was given by; what the gradient does not name
 * is that of the layer. A layer that cannot be composed is left for the composition to refuse.
 */
export function sliceGradients(written: Case, materials: MaterialSet): SlicedLayers {
  const given = sizedMembrane(written, materials);
  if (given.cathode.layers.every(({ gradient }) => gradient === undefined)) return { ok: true, case: given, materials };
  const problems: Problem[] = [];
  const slices = given.cathode.layers.flatMap((layer, i): Slice[] => {
    const whole = { layer: { ...layer, sliceOf: i }, materials: materials.layers[i] };
    const composed = layer.gradient && composeLayer(layer, whole.materials, `cathode.layers.${i}`);
    if (!layer.gradient || !composed?.ok) return [whole];
    problems.push(...problemsOf(layer, layer.gradient, composed.composition, `cathode.layers.${i}.gradient`));
    return problems.length > 0 ? [] : slicesOf(whole, layer.gradient, composed.composition);
  });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    case: { ...given, cathode: { ...given.cathode, layers: slices.map(({ layer }) => layer) } },
    materials: { ...materials, layers: slices.map((slice) => slice.materials) },
  };
}

/** Curves that do not fit the layer; more active material than there is room for beside carbon and binder. */
function problemsOf({ thickness: written }: ElectrodeLayer, gradient: Gradient,
  { massFractions, thickness }: LayerComposition, key: string): Problem[]
{
  const { slices, ...profiles } = gradient;
  const depthProblems = Object.entries(profiles).flatMap(([name, profile]) =>
    profileProblem(profile, { slices, thickness }, `${key}.${name}`, written !== undefined)
  );
  if (depthProblems.length > 0) return depthProblems;
  const most = massFractions.activeMaterial + massFractions.electrolyte;
  const shares = gradient.activeMaterial && valuesOf(gradient.activeMaterial);
  const over = shares?.find((share) => share > most + 1e-9);
  if (over === undefined) return [];
  return [{ key: `${key}.activeMaterial`,
    ...impossible(`at most ${percent(most, 4)}, what carbon and binder leave`, percent(over, 4),
      'lower it, or take carbon or binder away') }];
}

function slicesOf({ layer, materials }: Slice, gradient: Gradient, composition: LayerComposition): Slice[] {
  const uniform = Array.from({ length: gradient.slices },
    (_, k) =>
      sliceAt({ layer, materials }, gradient, composition, { index: k, slices: gradient.slices,
        thickness: composition.thickness }));
  const stretch = stretchOf(layer, uniform, composition);
  return uniform.map((slice) => ({ ...slice,
    layer: { ...slice.layer, thickness: stretch * (slice.layer.thickness ?? 0) } })
  );
}

function sliceAt({ layer, materials }: Slice, gradient: Gradient, composition: LayerComposition,
  place: SlicePlace): Slice
{
  const { gradient: _, ...rest } = layer;
  const { activeMaterial, electrolyte, carbon, binder } = composition.massFractions;
  const at = (profile: DepthProfile | undefined): number | undefined => inSlice(profile, place);
  const active = at(gradient.activeMaterial) ?? activeMaterial;
  const radius = at(gradient.particleRadius);
  const occupancy = at(gradient.occupancy);
  const infiltration = at(gradient.infiltration);
  return {
    layer: {
      ...replaced(rest, {
        thickness: place.thickness / place.slices,
        ...(occupancy !== undefined
          ? filled(composition, 'activeMaterial', occupancy)
          : infiltration !== undefined
          ? filled(composition, 'electrolyte', infiltration)
          : {
            porosity: at(gradient.porosity) ?? composition.porosity,
            massFractions: { activeMaterial: active, electrolyte: Math.max(0, activeMaterial + electrolyte - active),
              carbon, binder },
          }),
      }),
      ionicTransport: transportAt(layer.ionicTransport, at(gradient.effectiveIonicConductivity),
        at(gradient.tortuosityFactor)),
      electronicTransport: transportAt(layer.electronicTransport, at(gradient.effectiveElectronicConductivity)),
      slices: place.slices,
    },
    // a blend has no profile of its radius
    materials: radius === undefined || materials.blend
      ? materials
      : { ...materials, activeMaterial: { ...materials.activeMaterial, particleRadius: radius } },
  };
}

/** What the profile says of a carrier, measured at the temperature that the layer names; else the law of the layer. */
function transportAt(layerModel: TransportModel, conductivity?: number, tortuosityFactor?: number): TransportModel {
  if (tortuosityFactor !== undefined) return { kind: 'tortuosityFactor', value: tortuosityFactor };
  if (conductivity === undefined) return layerModel;
  return { ...(layerModel.kind === 'effectiveConductivity' && layerModel), kind: 'effectiveConductivity',
    value: conductivity };
}

/** eps_k = share (1 - eps of all others), k what was filled in last; what is not filled stays open. */
function filled(
  { volumeFractions, porosity }: LayerComposition,
  last: 'activeMaterial' | 'electrolyte',
  share: number,
): Pick<ElectrodeLayer, 'volumeFractions' | 'porosity'> {
  const pores = porosity + volumeFractions[last];
  return { porosity: (1 - share) * pores, volumeFractions: { ...volumeFractions, [last]: share * pores } };
}

/** So that the slices together have the mass or the capacity that the layer was given by; 1 where it was given by its thickness. */
function stretchOf(layer: ElectrodeLayer, slices: readonly Slice[], composition: LayerComposition): number {
  if (layer.thickness !== undefined) return 1;
  const amount = layer.massLoading !== undefined ? 'massLoading' : 'arealCapacity';
  const total = slices.reduce((sum, { layer: slice, materials }) => {
    const composed = composeLayer(slice, materials, '');
    return sum + (composed.ok ? composed.composition[amount] : 0);
  }, 0);
  return total > 0 ? composition[amount] / total : 1;
}
