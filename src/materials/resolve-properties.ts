import { replaced } from '../config/alternatives.js';
import type { Checked, MaterialReference, MeasuredCurve, ParameterRecord, PropertyOverride } from '../config/case.js';
import { type MaterialProperties, type MaterialProperty, propertiesOf, showArgument,
  showNumber } from '../config/material-properties.js';
import { dimensions } from '../units/dimension.js';
import { checkOverrides, checkTable } from './check-overrides.js';
import { shownAlternatives } from './derived-record.js';
import { formulaFunction, isFormula } from './formula-function.js';
import { libraryFunctions } from './functions/index.js';
import type { ScalarFunction } from './material.js';
import { capacityRecord, isMeasured, measuredCapacity, onStoichiometry, unnamedReference } from './measured-axis.js';
import { propertySpread } from './property-spread.js';
import type { LibraryMaterial, Property, PropertyValue, Table } from './property.js';
import type { OverTemperature, ResolvedProperties } from './resolved-properties.js';
import { constantFunction, heldTableFunction, logarithmicTableFunction, tableFunction } from './scalar-functions.js';

export type PropertyResolution = Checked<{ properties: ResolvedProperties }>;

/** Library value, or what the case gives: a material of its own, and in place; `key` is the material's place in the case. */
export function resolveProperties(material: LibraryMaterial, reference: MaterialReference,
  key: string): PropertyResolution
{
  const definitions = propertiesOf(material.kind);
  const given = replaced(reference.own?.properties ?? {}, reference.overrides);
  const capacity = measuredCapacity(given);
  const overrides = capacity === undefined ? given : { ...given, specificCapacity: capacity };
  const problems = checkOverrides(material, overrides, key, definitions);
  if (problems.length > 0) return { ok: false, problems };

  const values = new Map<string, PropertyValue>();
  const records = capacity === undefined ? [] : [capacityRecord(reference.name, capacity)];
  const curves: [string, MeasuredCurve][] = [];
  for (const [name, definition] of Object.entries(definitions)) {
    const override = overrides[name];
    const inLibrary = override === undefined ? libraryProperty(material, name, definition, overrides) : undefined;
    const factor = reference.factors?.[name] ?? 1;
    if (isMeasured(override))
      curves.push([name, override]);
    else if (override !== undefined)
      values.set(name, times(asValue(override, definition), factor));
    else if (inLibrary !== undefined) {
      values.set(name, times(inLibrary.value, factor));
      records.push(showProperty(`${material.name}.${name}`, definition, inLibrary));
    }
  }
  const thermal = new Map(curves.filter(([, { x }]) => x === 'temperature')
    .map(([name, { points }]) => [name, overTemperature(points)] as const));
  for (const [name, { value }] of thermal) {
    values.set(name, times(value(Number(values.get('referenceTemperature'))), reference.factors?.[name] ?? 1));
  }
  const properties = access(material.name, key, values, thermal, overrides, definitions, records);
  const tables = curves.filter(([name]) => !thermal.has(name)).map(([name, curve]) =>
    [name, onStoichiometry(curve, properties, material, name === 'openCircuitPotential')] as const
  );
  const outside = [
    ...tables.flatMap(([name, table]) => checkTable(`${key}.${name}`, name, table, definitions[name])),
    ...curves.flatMap(([name, curve]) =>
      name === 'openCircuitPotential' ? unnamedReference(curve, reference, `${key}.${name}`) : []
    ),
  ];
  if (outside.length > 0) return { ok: false, problems: outside };
  for (const [name, table] of tables) values.set(name, times(table, reference.factors?.[name] ?? 1));
  return { ok: true, properties };
}

function times(value: PropertyValue, factor: number): PropertyValue {
  if (factor === 1) return value;
  if (typeof value === 'number') return factor * value;
  if (isTable(value)) return value.map(([x, y]) => [x, factor * y] as const);
  return {
    ...value,
    evaluate(x, out) {
      value.evaluate(x, out);
      out[0] *= factor;
      out[1] *= factor;
    },
  };
}

/** What the library says, or the table's stand-in; a material without either is a mistake of the library. */
function libraryProperty(material: LibraryMaterial, name: string, definition: MaterialProperty,
  overrides: Readonly<Record<string, PropertyOverride>>): Property | undefined
{
  const properties: Readonly<Record<string, Property | undefined>> = material.properties;
  const property = properties[name];
  const { without } = property ?? {};
  if (without && properties[without.property] === undefined && overrides[without.property] === undefined)
    return without.instead;
  if (property !== undefined || definition.optional) return property;
  if (definition.fallback === undefined) throw new Error(`the library's ${material.name} has no ${name}`);
  return { value: definition.fallback.value, status: 'assumed', note: definition.fallback.note };
}

const isTable = (value: PropertyValue): value is Table => Array.isArray(value);

/** After `checkOverrides`, a text is the name of a function. */
function asValue(override: Exclude<PropertyOverride, MeasuredCurve>,
  { interpolation }: MaterialProperty): PropertyValue
{
  if (isFormula(override)) return formulaFunction(override, interpolation !== undefined);
  if (typeof override !== 'string') return override;
  const found = libraryFunctions.find((candidate) => candidate.name === override);
  if (found === undefined) throw new Error(`override ${override} was not checked`);
  return found;
}

/** Tables of the library are laid out once for all cases. */
const laidOut = new WeakMap<Table, ScalarFunction>();

function interpolated(table: Table, definition: MaterialProperty): ScalarFunction {
  const known = laidOut.get(table) ?? layOut(table, definition);
  laidOut.set(table, known);
  return known;
}

function layOut(table: Table, { interpolation }: MaterialProperty): ScalarFunction {
  if (interpolation === 'logarithmic') return logarithmicTableFunction(table);
  return interpolation === 'held' ? heldTableFunction(table) : tableFunction(table);
}

function access(name: string, key: string, values: ReadonlyMap<string, PropertyValue>,
  thermal: ReadonlyMap<string, OverTemperature>, overrides: Readonly<Record<string, PropertyOverride>>,
  definitions: MaterialProperties, records: readonly ParameterRecord[]): ResolvedProperties
{
  const read = (property: string): PropertyValue => {
    const value = values.get(property);
    if (value === undefined) throw new Error(`${name} has no ${property}`);
    return value;
  };
  return {
    name,
    key,
    records,
    overTemperature: (property) => thermal.get(property),
    has: (property) => values.has(property),
    isOverridden: (property) => overrides[property] !== undefined,
    number(property) {
      const value = read(property);
      if (typeof value !== 'number') throw new Error(`${property} of ${name} is not a number`);
      return value;
    },
    range(property) {
      const value = read(property);
      if (isTable(value)) return [value[0][0], value[value.length - 1][0]];
      return typeof value === 'number' ? undefined : value.range;
    },
    function(property) {
      const value = read(property);
      if (typeof value === 'number') return constantFunction(value);
      return isTable(value) ? interpolated(value, definitions[property]) : value;
    },
  };
}

/**
 * value(T): ln value is linear in 1/T between two rows, which is an activation energy of their own, and keeps the slope of the last two
 * beyond the ends.
 */
function overTemperature(table: Table): OverTemperature {
  const rows = table.map(([t, value]) => [1 / t, Math.log(value)] as const);
  return {
    range: [table[0][0], table[table.length - 1][0]],
    value(t) {
      const above = rows.findIndex(([inverse]) => inverse <= 1 / t);
      const upper = Math.max(1, above < 0 ? rows.length - 1 : above);
      const [[x0, y0], [x1, y1]] = [rows[upper - 1], rows[upper]];
      return Math.exp(y0 + ((y1 - y0) * (1 / t - x0)) / (x1 - x0));
    },
  };
}

/** Properties as a reader sees them: display units, formulas and tables as text. */

function showValue(value: PropertyValue, definition: MaterialProperty): string {
  if (typeof value === 'number') return showNumber(value, definition.dimension);
  if ('formula' in value) return value.formula;
  const { dimension, argument = 'stoichiometry' } = definition;
  return value.map(([x, y]) => `${showNumber(y, dimension)} at ${showArgument(x, argument)}`).join(', ');
}

/** Formulas are in SI, numbers and tables in the display unit. */
function unitOf(value: PropertyValue, { dimension }: MaterialProperty): string {
  const { si, display } = dimensions[dimension];
  return (typeof value === 'object' && 'formula' in value ? si : display) || '-';
}

const shown = new WeakMap<Property, ParameterRecord>();

/** The ledger's record of a property as the library has it, which it has once for all cases. */
function showProperty(path: string, definition: MaterialProperty, property: Property): ParameterRecord {
  const known = shown.get(property);
  if (known?.path === path) return known;
  const record = recordOf(path, definition, property);
  shown.set(property, record);
  return record;
}

function recordOf(path: string, definition: MaterialProperty, property: Property): ParameterRecord {
  const alternatives = property.alternatives && shownAlternatives(property.alternatives, definition);
  const spread = propertySpread(property, definition);
  return {
    path,
    label: definition.label,
    value: showValue(property.value, definition),
    unit: unitOf(property.value, definition),
    status: property.status,
    ...(property.source !== undefined && { source: property.source }),
    ...(property.note !== undefined && { note: property.note }),
    ...(alternatives && { alternatives }),
    ...(spread && { spread }),
  };
}
