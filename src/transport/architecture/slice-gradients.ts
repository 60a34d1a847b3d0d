import { replaced } from '../../config/alternatives.js';
import type { Case, Checked, ElectrodeLayer, Gradient, Problem, TransportModel } from '../../config/case.js';
import { type DepthCurve, type DepthProfile, isDepthCurve, valuesOf } from '../../config/fields/depth-profile.js';
import { impossible } from '../../config/wording/fields.js';
import type { LayerMaterials, MaterialSet } from '../../materials/material.js';
import { linearAt } from '../../units/linear-curve.js';
import { formatQuantity, percent } from '../../units/quantity.js';
import { composeLayer } from '../composition.js';
import type { LayerComposition } from '../layer-composition.js';
import { sizedMembrane } from '../membrane-size.js';

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

/** One of the slices of equal thickness of a layer, counted from the membrane. */
interface SlicePlace {
  readonly index: number;
  readonly slices: number;
  /** Thickness of the whole layer [m]. */
  readonly thickness: number;
}

/** Takes the value of a list at the middle of the slice, and the mean of a curve over the slice. */
function inSlice(profile: DepthProfile | undefined, { index, slices, thickness }: SlicePlace):
  | number
  | undefined
{
  if (profile === undefined) return undefined;
  if (!isDepthCurve(profile)) {
    // equally spaced from one end to the other
    return linearAt(profile.map((_, i) => i), profile, ((index + 0.5) / slices) * (profile.length - 1));
  }
  const extent = extentOf(profile, thickness);
  return meanBetween(profile.points, (index * extent) / slices, ((index + 1) * extent) / slices);
}

/** A depth is a length or a share of the thickness. */
const extentOf = ({ over }: DepthCurve, thickness: number): number => (over === 'length' ? thickness : 1);

/** (1 / (b - a)) integral from a to b of y dx, y linear between the points and constant beyond them. */
function meanBetween(points: DepthCurve['points'], a: number, b: number): number {
  const [depths, values] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const path = [a, ...depths.filter((x) => x > a && x < b), b].map((x) => [x, linearAt(depths, values, x)] as const);
  let area = 0;
  for (let i = 1; i < path.length; i++) area += 0.5 * (path[i][1] + path[i - 1][1]) * (path[i][0] - path[i - 1][0]);
  return area / (b - a);
}

/** A layer of which only a part was measured, or of another thickness: either end off by more than the half of a slice. */
function profileProblem(
  profile: DepthProfile | undefined,
  { slices, thickness }: Omit<SlicePlace, 'index'>,
  key: string,
  isSized: boolean,
): Problem[] {
  if (profile === undefined || !isDepthCurve(profile)) return [];
  const { points, over } = profile;
  const asShare = 'give the depth as a share of the thickness, in %';
  if (over === 'length' && !isSized) {
    return [{ key, code: 'impossible-composition', expected: 'a layer given by its thickness, as the depth is a length',
      received: 'a mass or a capacity', remedy: `write the thickness of the layer, or ${asShare}` }];
  }
  const extent = extentOf(profile, thickness);
  const [first, last] = [points[0][0], points[points.length - 1][0]];
  const allowed = (0.5 * extent) / slices * (1 + 1e-9);
  if (first <= allowed && Math.abs(last - extent) <= allowed) return [];
  const show = (depth: number): string => formatQuantity(depth, over);
  return [{ key, code: 'impossible-composition',
    expected: `depths from 0 to the ${show(extent)} of the layer, but for half a slice`,
    received: `${show(first)} to ${show(last)}`,
    remedy: over === 'length' ? `correct the thickness, or ${asShare}` : 'add the rows that are missing' }];
}
