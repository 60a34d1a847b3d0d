import type { Checked, MaterialReference, OwnMaterial, ParameterRecord } from '../config/case.js';
import { kindNames, type MaterialKind, propertiesOf, showNumber } from '../config/material-properties.js';
import { aLedger, aText, expectArguments, objectWith } from '../units/arguments.js';
import { dimensions } from '../units/dimension.js';
import { formatNumber, toDisplay } from '../units/quantity.js';
import { buildElectrolyte } from './build-electrolyte.js';
import { buildActiveMaterial, buildPassiveMaterial, buildPlanarAnode } from './build-material.js';
import { crystalConcentration } from './crystal.js';
import { findMaterial, library } from './library/index.js';
import { type ActiveCurves, conductionCurve, type MaterialCurves, materialCurves } from './material-curves.js';
import { isMeasured, onStoichiometry } from './measured-axis.js';
import { materialOf } from './own-material.js';
import type { LibraryMaterial, Property } from './property.js';
import { resolveProperties } from './resolve-properties.js';
import type { ResolvedProperties } from './resolved-properties.js';

/** What the library knows, as data for whoever prints it. */

/** A material of the library in one line. */
export interface MaterialSummary {
  readonly name: string;
  readonly kind: MaterialKind;
  /** Kind in words, as "active material". */
  readonly kindName: string;
  readonly title: string;
}

/** Everything that the library says of a material, with sources and alternatives. */
export interface MaterialDescription extends MaterialSummary {
  /** Where the values may be trusted [K]. */
  readonly temperatureRange: readonly [number, number];
  /** One record per property: value and unit as shown, mark, source, note, what contradicts it. */
  readonly properties: readonly ParameterRecord[];
  /** Properties that a case may override in place, with the unit to use. */
  readonly overridable: readonly { readonly name: string; readonly label: string; readonly unit: string }[];
}

const summarise = ({ name, kind, title }: LibraryMaterial): MaterialSummary => ({ name, kind, kindName: kindNames[kind],
  title });

/** Lists the materials of the library. */
export const listMaterials = (): readonly MaterialSummary[] => library.map(summarise);

/** undefined for a name that the library does not have. */
export function describeMaterial(name: string): MaterialDescription | undefined {
  expectArguments({ name: [name, aText] });
  const material = findMaterial(name);
  if (material === undefined) return undefined;
  const built = recordsOf(material, { name, overrides: {} });
  if (!built.ok) throw new Error(`the library's ${name} is not complete`);
  return descriptionOf(material, [...built.records, ...built.checks]);
}

/** What a material of the library does over its stoichiometry or over temperature; undefined for a plane, a carbon or a binder. */
export function curvesOf(name: string): MaterialCurves | undefined {
  const material = findMaterial(name);
  const resolution = material && resolveProperties(material, { name, overrides: {} }, '');
  if (!material || !resolution?.ok) return undefined;
  const { properties } = resolution;
  if (material.kind === 'activeMaterial') {
    const built = buildActiveMaterial(properties, room, undefined, material);
    return built.ok ? materialCurves(built.material) : undefined;
  }
  return material.kind === 'electrolyte' ? conduction(material, properties) : undefined;
}

/** kappa(T) of an electrolyte [S m^-1, K]; NaN where it has none. */
const conductivityOf = (material: LibraryMaterial, properties: ResolvedProperties) => (temperature: number): number => {
  const built = buildElectrolyte(properties, temperature, material);
  return built.ok ? built.material.ionicConductivity : NaN;
};

function conduction(material: LibraryMaterial, properties: ResolvedProperties): MaterialCurves | undefined {
  const at = conductivityOf(material, properties);
  const reference = properties.number('referenceTemperature');
  const { alternatives = [] } = (material.properties as Readonly<Record<string, Property>>).ionicConductivity;
  const others = alternatives.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  return besideReported(material.name, at, material.temperatureRange, reference, [at(reference), ...others]);
}

/**
 * What a film of an electrolyte conducts over temperature, as the electrolyte does: kappa(T) = kappa kappaE(T)/kappaE(Tmeasured). The first of
 * `conductivities` is taken [S m^-1, K].
 */
export function filmCurve(name: string, electrolyte: string, measuredAt: number, conductivities: readonly number[]):
  | MaterialCurves
  | undefined
{
  const material = findMaterial(electrolyte);
  const resolution = material && resolveProperties(material, { name: electrolyte, overrides: {} }, '');
  if (!material || !resolution?.ok) return undefined;
  const electrolyteConductivity = conductivityOf(material, resolution.properties);
  const share = conductivities[0] / electrolyteConductivity(measuredAt);
  return besideReported(name, (temperature) => share * electrolyteConductivity(temperature), material.temperatureRange,
    measuredAt, conductivities);
}

/** A conductivity over temperature beside those reported at one, the first of which is taken; undefined where it is no number. */
function besideReported(name: string, at: (temperature: number) => number, range: readonly [number, number],
  temperature: number, conductivities: readonly number[]): MaterialCurves | undefined
{
  const reported = conductivities.map((conductivity, i) => ({ temperature, conductivity, taken: i === 0 }));
  return Number.isFinite(at(temperature)) ? conductionCurve(name, at, range, reported) : undefined;
}

export type OwnDescription = Checked<{ description: MaterialDescription; curves?: MaterialCurves }>;

/** A material of one's own as a case takes it at room temperature; `given` are its own records. The keys of problems start at the material. */
export function describeOwn(name: string, own: OwnMaterial, given: readonly ParameterRecord[]): OwnDescription {
  expectArguments({ name: [name, aText], own: [own, objectWith('kind', 'properties')], given: [given, aLedger] });
  const material = materialOf({ name, own });
  if (material === undefined) throw new Error(`${name} is like ${own.like}, which the library does not have`);
  const built = recordsOf(material, { name, own, overrides: {} });
  if (!built.ok) return { ok: false, problems: built.problems };
  const description = descriptionOf(material, [...given, ...built.records, ...built.checks]);
  if (!built.active)
    return { ok: true, description,
      curves: material.kind === 'electrolyte' ? ownConduction(own, built.properties, material) : undefined };
  const like = own.like === undefined ? undefined : curvesOf(own.like);
  const curves = { ...materialCurves(built.active), measured: measuredRows(own, built.properties, material),
    ...(like?.kind === 'activeMaterial' && { like }) };
  return { ok: true, description, curves };
}

/** What an electrolyte of one's own conducts over temperature, with the rows of its curve, or its one value. */
function ownConduction({ properties: { ionicConductivity: given } }: OwnMaterial, properties: ResolvedProperties,
  material: LibraryMaterial): MaterialCurves | undefined
{
  const at = conductivityOf(material, properties);
  const reference = properties.number('referenceTemperature');
  const rows = isMeasured(given) && given.x === 'temperature' ? given.points : [[reference, at(reference)] as const];
  const temperatures = rows.map(([temperature]) => temperature);
  if (!Number.isFinite(at(temperatures[0]))) return undefined;
  const [low, high] = material.temperatureRange;
  return conductionCurve(material.name, at, [Math.min(low, ...temperatures), Math.max(high, ...temperatures)],
    rows.map(([temperature, conductivity]) => ({ temperature, conductivity, taken: true })));
}

const measuredKeys = [['openCircuitPotential', 'potential'], ['diffusivity', 'diffusivity'], ['exchangeCurrentDensity',
  'exchangeCurrentDensity'], ['electronicConductivity', 'electronicConductivity']] as const;

/** The rows of its curves over stoichiometry as they were measured. */
function measuredRows({ properties: given }: OwnMaterial, properties: ResolvedProperties,
  material: LibraryMaterial): ActiveCurves['measured']
{
  return Object.fromEntries(measuredKeys.flatMap(([key, shown]) => {
    const curve = given[key];
    return isMeasured(curve) && curve.x !== 'temperature'
      ? [[shown, onStoichiometry(curve, properties, material, shown === 'potential', curve.rows)]]
      : [];
  }));
}

function descriptionOf(material: LibraryMaterial, properties: readonly ParameterRecord[]): MaterialDescription {
  const overridable = Object.entries(propertiesOf(material.kind)).map(([property, { label, dimension }]) => ({
    name: property,
    label,
    unit: dimensions[dimension].display || '-',
  }));
  return { ...summarise(material), temperatureRange: material.temperatureRange, properties, overridable };
}

/** Room temperature [K]. */
const room = 298.15;

function recordsOf(material: LibraryMaterial, reference: MaterialReference) {
  const resolution = resolveProperties(material, reference, '');
  if (!resolution.ok) return resolution;
  const { properties } = resolution;
  const build = {
    activeMaterial: () => buildActiveMaterial(properties, room, undefined, material),
    electrolyte: () => buildElectrolyte(properties, room, material),
    planarAnode: () => buildPlanarAnode(properties, room),
    passive: () => buildPassiveMaterial(properties),
  }[material.kind];
  const built = build();
  if (!built.ok) return built;
  const active = built.material.kind === 'activeMaterial' ? built.material : undefined;
  return { ok: true as const, records: built.records, checks: checksOf(material, properties), active, properties };
}

/**
 * What the numbers are checked against: the lithium that the crystal holds, the potentials that the window stands for, and of a coating how thick it
 * is and what that costs.
 */
function checksOf({ name, crystal, windowPotentials, coating }: LibraryMaterial,
  properties: ResolvedProperties): readonly ParameterRecord[]
{
  const crystalRecords: ParameterRecord[] = crystal
    ? [{
      path: `${name} (crystal)`,
      label: `lithium of the crystal ${crystal.formula}`,
      status: 'derived',
      value: showNumber(crystalConcentration(crystal, properties.number('density')), 'concentration'),
      unit: dimensions.concentration.display,
      note: `${crystal.lithium} per formula, density over molar mass`,
    }]
    : [];
  const windowRecords: ParameterRecord[] = windowPotentials
    ? [{
      path: `${name} (window)`,
      label: 'potential when charged and when discharged, against Li/Li+',
      status: 'literature',
      value: `${windowPotentials.charged} and ${windowPotentials.discharged}`,
      unit: 'V',
      source: windowPotentials.source,
    }]
    : [];
  const coatingRecords: ParameterRecord[] = coating
    ? [{
      path: `${name} (coating)`,
      label: 'thickness as a coating of cathode particles',
      status: coating.assumed ? 'assumed' : 'literature',
      value: coating.thickness.join(' to '),
      unit: 'nm',
      source: coating.source,
    }, {
      path: `${name} (resistance)`,
      label: 'resistance of 10 nm, per area of the particles',
      status: 'derived',
      value: formatNumber(toDisplay(10e-9 / properties.number('ionicConductivity'), 'areaSpecificResistance').value, 2),
      unit: dimensions.areaSpecificResistance.display,
      note: 'thickness over conductivity at the temperature of the table',
    }]
    : [];
  return [...crystalRecords, ...windowRecords, ...coatingRecords];
}
