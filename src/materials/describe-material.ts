import type { ParameterRecord } from '../config/case.js';
import { kindNames, type MaterialKind, propertiesOf, showNumber } from '../config/material-properties.js';
import { dimensions } from '../units/dimension.js';
import { buildElectrolyte } from './build-electrolyte.js';
import { buildActiveMaterial } from './build-material.js';
import { crystalConcentration } from './crystal.js';
import { findMaterial, library } from './library/index.js';
import type { LibraryMaterial } from './property.js';
import { type ResolvedProperties, resolveProperties } from './resolve-properties.js';

/** What the library knows, as data for whoever prints it. */

/** A material of the library in one line. */
export interface MaterialSummary {
  readonly name: string;
  readonly kind: MaterialKind;
  /** In words: "active material". */
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
  const material = findMaterial(name);
  if (material === undefined) return undefined;
  const overridable = Object.entries(propertiesOf(material.kind)).map(([property, { label, dimension }]) => ({
    name: property,
    label,
    unit: dimensions[dimension].display || '-',
  }));
  return { ...summarise(material), temperatureRange: material.temperatureRange, properties: recordsOf(material),
    overridable };
}

function recordsOf(material: LibraryMaterial): readonly ParameterRecord[] {
  const resolution = resolveProperties(material, { name: material.name, overrides: {} }, material.name);
  if (!resolution.ok) throw new Error(`the library's ${material.name} contradicts the property table`);
  const { properties } = resolution;
  if (material.kind !== 'activeMaterial' && material.kind !== 'electrolyte') return properties.records;
  const built = material.kind === 'electrolyte'
    ? buildElectrolyte(properties, 298.15)
    : buildActiveMaterial(properties, 298.15, undefined, material);
  if (!built.ok) throw new Error(`the library's ${material.name} is not complete`);
  return [...built.records, ...checksOf(material, properties)];
}

/** What the numbers are checked against: the lithium that the crystal holds, and the potentials that the window stands for. */
function checksOf({ name, crystal, windowPotentials }: LibraryMaterial,
  properties: ResolvedProperties): readonly ParameterRecord[]
{
  const ofCrystal: ParameterRecord[] = crystal
    ? [{
      path: `${name} (crystal)`,
      label: `lithium of the crystal ${crystal.formula}`,
      status: 'derived',
      value: showNumber(crystalConcentration(crystal, properties.number('density')), 'concentration'),
      unit: dimensions.concentration.display,
      note: `${crystal.lithium} per formula, density over molar mass`,
    }]
    : [];
  const ofWindow: ParameterRecord[] = windowPotentials
    ? [{
      path: `${name} (window)`,
      label: 'potential when charged and when discharged, against Li/Li+',
      status: 'literature',
      value: `${windowPotentials.charged} and ${windowPotentials.discharged}`,
      unit: 'V',
      source: windowPotentials.source,
    }]
    : [];
  return [...ofCrystal, ...ofWindow];
}
