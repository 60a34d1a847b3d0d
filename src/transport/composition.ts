import type { Checked, ElectrodeLayer, Problem } from '../config/case.js';
import { contradiction, impossible, missingKey } from '../config/wording/fields.js';
import { activeParts, capacityPerMass, volumeSharesOf } from '../materials/blend.js';
import type { LayerMaterials } from '../materials/material.js';
import type { DimensionName } from '../units/dimension.js';
import { formatQuantity, percent } from '../units/quantity.js';
import { filmContact, meanFilm } from './additives/binder-film.js';
import { type LayerComposition, type PartComposition, type Role, roles } from './layer-composition.js';
import { particlesOf, sizeClasses, surfacePerVolume } from './particle-sizes.js';

/** Volume fractions of a layer, or why there are none. */
export type CompositionResult = Checked<{ composition: LayerComposition }>;

/** What is given twice may differ by this much: relative for thickness, loading and capacity, absolute for the porosity. */
const relativeTolerance = 0.02;
const porosityTolerance = 0.02;
/** Fractions may miss their sum by rounding only. */
const fractionTolerance = 2e-3;
/** Largest porosity of an electrode: above it the layer is a foam. */
const maximumPorosity = 0.95;

type Fractions = Readonly<Record<Role, number>>;
/** Masses and volumes of the solids, before anything is said about voids. */
interface Solids {
  readonly massFractions: Fractions;
  readonly volumeShares: Fractions;
  readonly density: number;
}

/**
 * Volume additivity:  1/rhoSolid = sum_k w_k / rho_k,  rho = (1 - porosity) rhoSolid,  eps_k = w_k rho / rho_k,
 * loading m = rho L,  areal capacity q = cMax |sDischarged - sCharged| F epsAM L.
 * Mass or volume fractions, a porosity or a density, and one extent make the rest; what is given twice is checked.
 * `key` is the layer's place in the case. A declared press density is a density like any other unless it is to be believed: then
 * what it means may have a negative porosity.
 */
export function composeLayer(
  given: ElectrodeLayer,
  materials: LayerMaterials,
  key: string,
  believePressDensity = false,
): CompositionResult {
  const densities = densitiesOf(materials);
  const problems = checkFractions(given, materials, key);
  if (problems.length > 0) return { ok: false, problems };
  const solids = solidsOf(given, densities);
  const layer = withLoading(given, solids);

  const porosity = porosityOf(layer, materials, solids, key, believePressDensity);
  if (!porosity.ok) return porosity;
  const composition = extend(layer, materials, solids, porosity.value);
  if (composition === undefined) {
    return { ok: false, problems: [missing(key, 'thickness', 'a thickness, a massLoading or an arealCapacity')] };
  }
  const contradictions = checkExtents(layer, composition, key);
  return contradictions.length > 0 ? { ok: false, problems: contradictions } : { ok: true, composition };
}

const densitiesOf = (materials: LayerMaterials): Fractions => ({
  activeMaterial: materials.activeMaterial.density,
  electrolyte: materials.electrolyte.density,
  carbon: materials.carbon?.density ?? 1,
  binder: materials.binder?.density ?? 1,
});

const mapRoles = (value: (role: Role) => number): Fractions => ({
  activeMaterial: value('activeMaterial'),
  electrolyte: value('electrolyte'),
  carbon: value('carbon'),
  binder: value('binder'),
});

const sum = (fractions: Fractions): number => roles.reduce((total, role) => total + fractions[role], 0);

/** Exactly one kind of fractions, adding up, each with its material. */
function checkFractions(layer: ElectrodeLayer, materials: LayerMaterials, key: string): Problem[] {
  const { massFractions, volumeFractions } = layer;
  if (massFractions && volumeFractions) {
    return [{ key: `${key}.volumeFractions`,
      ...contradiction('massFractions or volumeFractions', 'both', 'remove one of the two') }];
  }
  const given = massFractions ?? volumeFractions;
  if (!given) return [missing(key, 'massFractions', 'massFractions or volumeFractions')];
  const problems = (['carbon', 'binder'] as const)
    .filter((role) => given[role] > 0 && materials[role] === undefined)
    .map((role) => missing(key, role, `a material for the ${role} fraction of ${percent(given[role])}`));
  const total = sum(given);
  if (massFractions && Math.abs(total - 1) > fractionTolerance) {
    problems.push({ key: `${key}.massFractions`,
      ...impossible('mass fractions that add up to 100 %', percent(total),
        'mass fractions are shares of the solids; voids have no mass') });
  }
  if (volumeFractions && layer.porosity !== undefined && Math.abs(total + layer.porosity - 1) > fractionTolerance) {
    problems.push({ key: `${key}.volumeFractions`,
      ...impossible(`volume fractions and porosity that add up to 100 %, so ${percent(1 - layer.porosity)} of solids`,
        percent(total), 'change the fractions or leave the porosity out: it then follows') });
  }
  return problems;
}

function solidsOf(layer: ElectrodeLayer, densities: Fractions): Solids {
  const weights = layer.massFractions ?? mapRoles((role) => (layer.volumeFractions?.[role] ?? 0) * densities[role]);
  const mass = sum(weights);
  const massFractions = mapRoles((role) => weights[role] / mass);
  const density = 1 / sum(mapRoles((role) => massFractions[role] / densities[role]));
  return { massFractions, density,
    volumeShares: mapRoles((role) => (massFractions[role] * density) / densities[role]) };
}

/** The mass of the composite over that of its active material, m = mA / wA. */
const withLoading = (layer: ElectrodeLayer, { massFractions }: Solids): ElectrodeLayer =>
  layer.activeMassLoading === undefined
    ? layer
    : { ...layer, massLoading: layer.activeMassLoading / massFractions.activeMaterial };

type PorosityResult = Checked<{ value: number }>;

/** Finds the porosity from the volume fractions, the porosity, the density, or a thickness with a mass per area, in this order. */
function porosityOf(
  layer: ElectrodeLayer,
  materials: LayerMaterials,
  solids: Solids,
  key: string,
  believePressDensity: boolean,
): PorosityResult {
  if (believePressDensity && layer.pressDensity !== undefined) {
    return { ok: true, value: 1 - layer.pressDensity / solids.density };
  }
  const stated = layer.volumeFractions ? 1 - sum(layer.volumeFractions) : layer.porosity;
  const density = layer.density ?? layer.pressDensity ?? densityOfExtents(layer, materials, solids);
  const fromDensity = density === undefined ? undefined : 1 - density / solids.density;
  const value = stated ?? fromDensity;
  if (value === undefined) return { ok: false, problems: [missing(key, 'porosity', 'a porosity or a density')] };

  const problems = checkPorosity(value, stated === undefined ? density : undefined, solids, layer, key);
  if (problems.length === 0 && stated !== undefined && layer.density !== undefined && fromDensity !== undefined
    && Math.abs(stated - fromDensity) > porosityTolerance)
  {
    problems.push({
      key: `${key}.density`,
      ...contradiction(
        `${show((1 - stated) * solids.density, 'density')}, which a porosity of ${percent(stated)} means`,
        `${show(layer.density, 'density')}, which means a porosity of ${percent(fromDensity)}`,
        'give one of porosity and density, or correct one',
      ),
    });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: Math.max(value, 0) };
}

/** rho = m / L where thickness and mass are both given. */
function densityOfExtents(layer: ElectrodeLayer, materials: LayerMaterials, solids: Solids): number | undefined {
  const capacity = capacityPerMass(materials.activeMaterial) * solids.massFractions.activeMaterial;
  const loading = layer.massLoading ?? (layer.arealCapacity && layer.arealCapacity / capacity);
  return layer.thickness && loading && loading / layer.thickness;
}

function checkPorosity(
  value: number,
  density: number | undefined,
  solids: Solids,
  layer: ElectrodeLayer,
  key: string,
): Problem[] {
  const at = density !== undefined
    ? (layer.density !== undefined ? 'density' : layer.pressDensity !== undefined ? 'pressDensity' : 'thickness')
    : layer.volumeFractions
    ? 'volumeFractions'
    : 'porosity';
  if (value < -1e-9) {
    return [{ key: `${key}.${at}`, ...impossible(density === undefined
      ? 'a porosity of 0 or more'
      : `at most ${show(solids.density, 'density')}, the density of these solids without voids`, density === undefined
      ? `a porosity of ${percent(value)}`
      : `${show(density, 'density')}, which needs a porosity of ${percent(value)}`, at === 'pressDensity'
      ? 'lower the density or change the fractions; "catholith energy" takes it as declared'
      : 'lower the density or change the fractions') }];
  }
  if (value > maximumPorosity) {
    return [{ key: `${key}.${at}`, ...impossible(`a porosity up to ${percent(maximumPorosity)}`, density === undefined
      ? percent(value)
      : `${show(density, 'density')}, which needs a porosity of ${percent(value)}`, 'check the unit and the number') }];
  }
  return [];
}

/** The first extent given sets the thickness: thickness, then loading, then capacity. */
function extend(layer: ElectrodeLayer, materials: LayerMaterials, solids: Solids, porosity: number):
  | LayerComposition
  | undefined
{
  const density = (1 - porosity) * solids.density;
  const capacityPerCompositeMass = capacityPerMass(materials.activeMaterial) * solids.massFractions.activeMaterial;
  const thickness = layer.thickness
    ?? (layer.massLoading !== undefined
      ? layer.massLoading / density
      : layer.arealCapacity !== undefined
      ? layer.arealCapacity / (capacityPerCompositeMass * density)
      : undefined);
  if (thickness === undefined) return undefined;
  const massLoading = density * thickness;
  const volumeFractions = mapRoles((role) => solids.volumeShares[role] * (1 - porosity));
  const parts = partsOf(layer, materials, massLoading * solids.massFractions.activeMaterial);
  const particleSizes = parts.flatMap((part) =>
    part.particleSizes.map(({ radius, volumeShare }) => ({ radius, volumeShare: part.volumeShare * volumeShare }))
  );
  const surface = surfacePerVolume(particleSizes);
  const coverage = layer.coverage
    * (layer.binderFilm ? filmContact(layer.binderFilm, meanFilm({ volumeFractions }, surface)) : 1);
  return {
    thickness,
    porosity,
    density,
    massLoading,
    volumeFractions,
    parts,
    particleSizes,
    solidDensity: solids.density,
    massFractions: solids.massFractions,
    activeMassLoading: massLoading * solids.massFractions.activeMaterial,
    arealCapacity: massLoading * capacityPerCompositeMass,
    coverage,
    specificInterfacialArea: coverage * volumeFractions.activeMaterial * surface,
  };
}

/** The active materials of a mass of them per area [kg m^-2]. */
function partsOf(layer: ElectrodeLayer, materials: LayerMaterials, activeMassLoading: number): PartComposition[] {
  const active = activeParts(materials);
  const volumeShares = volumeSharesOf(active);
  return active.map(({ material, massShare }, k) => ({
    massShare,
    volumeShare: volumeShares[k],
    arealCapacity: activeMassLoading * massShare * capacityPerMass(material),
    particleSizes: sizeClasses(particlesOf(layer, k)?.sizes, material.particleRadius),
  }));
}

/** Loading and capacity given beside the one that set the thickness must agree with it. */
function checkExtents(layer: ElectrodeLayer, composition: LayerComposition, key: string): Problem[] {
  const basis = layer.thickness !== undefined
    ? basisText('thickness', layer.thickness, 'length')
    : layer.massLoading !== undefined
    ? basisText('massLoading', layer.massLoading, 'massLoading')
    : basisText('arealCapacity', layer.arealCapacity ?? 0, 'arealCapacity');
  const twice = [
    ['massLoading', layer.massLoading, composition.massLoading, 'massLoading'],
    ['arealCapacity', layer.arealCapacity, composition.arealCapacity, 'arealCapacity'],
  ] as const;
  return twice.flatMap(([name, given, made, dimension]): Problem[] => {
    if (given === undefined || Math.abs(given / made - 1) <= relativeTolerance) return [];
    return [{ key: `${key}.${name}`,
      ...contradiction(`${show(made, dimension)}, which ${basis} at ${show(composition.density, 'density')} means`,
        show(given, dimension), 'give one of them, or correct one') }];
  });
}

const basisText = (name: string, value: number, dimension: DimensionName): string =>
  `the ${name} of ${show(value, dimension)}`;
const show = (value: number, dimension: DimensionName): string => formatQuantity(value, dimension, 4);

const missing = (key: string, name: string, expected: string): Problem => ({ key: `${key}.${name}`,
  ...missingKey(expected, 'nothing', `add ${name}`) });
