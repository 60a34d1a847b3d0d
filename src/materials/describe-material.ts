import type { ParameterRecord } from '../config/case.js';
import { dimensions } from '../units/dimension.js';
import { findMaterial, library } from './library/index.js';
import { buildActiveMaterial } from './build-material.js';
import { nearestName } from './nearest-name.js';
import { definitionsOf, kindNames, type MaterialKind } from './property-table.js';
import type { LibraryMaterial } from './property.js';
import { resolveProperties } from './resolve-properties.js';

/** What the library knows, as data for whoever prints it. */

export interface MaterialSummary {
  readonly name: string;
  readonly kind: MaterialKind;
  /** In words: "active material". */
  readonly kindName: string;
  readonly title: string;
}

export interface MaterialDescription extends MaterialSummary {
  /** Where the values may be trusted [K]. */
  readonly temperatureRange: readonly [number, number];
  /** One record per property: value and unit as shown, mark, source, note, what contradicts it. */
  readonly properties: readonly ParameterRecord[];
  /** Properties that a case may override in place, with the unit to use. */
  readonly overridable: readonly { readonly name: string; readonly label: string; readonly unit: string }[];
}

const summarise = ({ name, kind, title }: LibraryMaterial): MaterialSummary => ({ name, kind, kindName: kindNames[kind], title });

export const listMaterials = (): readonly MaterialSummary[] => library.map(summarise);

/** The name of the library that was probably meant; undefined when none is close. */
export const nearestMaterial = (name: string): string | undefined => nearestName(name, library.map((material) => material.name));

/** undefined for a name that the library does not have. */
export function describeMaterial(name: string): MaterialDescription | undefined {
  const material = findMaterial(name);
  if (material === undefined) return undefined;
  const overridable = Object.entries(definitionsOf(material.kind)).map(([property, { label, dimension }]) =>
    ({ name: property, label, unit: dimensions[dimension].display || '-' }));
  return { ...summarise(material), temperatureRange: material.temperatureRange, properties: recordsOf(material), overridable };
}

function recordsOf(material: LibraryMaterial): readonly ParameterRecord[] {
  const resolution = resolveProperties(material, { name: material.name, overrides: {} }, material.name);
  if (!resolution.ok) throw new Error(`the library's ${material.name} contradicts the property table`);
  if (material.kind !== 'activeMaterial') return resolution.properties.records;
  const built = buildActiveMaterial(resolution.properties, 298.15, material.concentrationAlternatives);
  if (!built.ok) throw new Error(`the library's ${material.name} has no window`);
  return built.records;
}
