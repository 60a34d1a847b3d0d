import { dimensions } from '../../units/dimension.js';
import { formatNumber, formatQuantity, toDisplay } from '../../units/quantity.js';
import { waysToSay } from '../alternatives.js';
import { materialNames } from '../material-names.js';
import { type Argument, argumentTable, describedProperty, type MaterialKind, materialProperties, type MaterialProperty,
  propertiesOf, showArgument } from '../material-properties.js';
import type { MaterialReference, PropertyOverride, WrittenFormula } from '../material-reference.js';
import { isRecord, type Path, type PlainRecord } from '../plain-data.js';
import { wording } from '../wording.js';
import { type Annotation, annotationOf, annotationProblems, bareValue, isAnnotated } from './annotation.js';
import { curveJson, dimensionOfX, isCurve, readColumns, readCurve } from './curve-field.js';
import { asJson, describe, field, type FieldEntry, type FieldInfo, readQuantity, spreadsOf } from './field.js';
import { formulaJson, isFormula, readFormulaOf } from './formula-field.js';
import { mapping, orNull } from './json-shape.js';
import { isBare, quantityJson, valueJson } from './quantity-json.js';
import { type FieldProblem, type Reading, refused, take, unless } from './reading.js';
import { declaredFactor, readSpread } from './spread.js';
import type { FieldOf, WrittenMaterial } from './written-types.js';

const functionName = /^[A-Za-z][\w.-]*$/;

/** A material by name, or `{name: NMC811, diffusivity: 1e-15 m^2/s}` with properties overridden in place. */
export function material<K extends MaterialKind, const Info extends FieldInfo & { readonly example: string }>(kind: K,
  info: Info): FieldOf<MaterialReference, WrittenMaterial<K>, Info>
{
  return field<MaterialReference, WrittenMaterial<K>, Info>({
    info,
    example: info.example,
    range: '',
    written: 'name or {name, overrides}',
    entries: (input) => overrideEntries(input, kind),
    json: { description: `${describe(info)}; a name of the library or of \`materials:\``, examples: [info.example],
      $ref: `#/$defs/${kind}` },
    material: kind,
  }, (input) => readMaterial(input, kind, info.example));
}

/** A name, or a mapping with a name and properties. */
export function readMaterial(input: unknown, kind: MaterialKind, example: string): Reading<MaterialReference> {
  if (typeof input === 'string' && input.trim() !== '')
    return { ok: true, value: { name: input.trim(), overrides: {} } };
  if (!isRecord(input)) return refused(wording.wrongType('the name of a material', input, example));
  const problems: FieldProblem[] = [];
  const { name, ...properties } = input;
  if (name === undefined)
    problems.push({ ...wording.missing('the name of a material', `name: ${example}`), path: ['name'] });
  else if (typeof name !== 'string' || name.trim() === '')
    problems.push({ ...wording.wrongType('the name of a material', name, example), path: ['name'] });
  const overrides = readProperties(properties, kind, ['name'], problems);
  return unless(problems, () => ({ name: String(name).trim(), overrides }));
}

/** Properties of a material by name; `beside` are the other keys that may stand there. */
export function readProperties(input: PlainRecord, kind: MaterialKind, beside: readonly string[],
  problems: FieldProblem[]): Record<string, PropertyOverride>
{
  const known = propertiesOf(kind);
  const properties: Record<string, PropertyOverride> = {};
  if (waysToSay.kinetics.every((key) => input[key] !== undefined))
    problems.push({ ...wording.onlyOneOf(waysToSay.kinetics, waysToSay.kinetics), path: [waysToSay.kinetics[1]] });
  for (const [key, value] of Object.entries(input)) {
    if (!Object.hasOwn(known, key)) {
      problems.push({ ...wording.unknownKey(key, [...beside, ...Object.keys(known)]), path: [key] });
      continue;
    }
    const property = take(problems, [key], readOverride(value, known[key]));
    if (property !== undefined) properties[key] = property;
  }
  return properties;
}

/** A constant; where the property may depend on something, also a table, a measured curve or the name of a function. */
function readOverride(input: unknown, property: MaterialProperty): Reading<PropertyOverride> {
  if (isFormula(input)) return readFormulaOf(input, property);
  if (isCurve(input)) {
    const reading = readCurve(input, property);
    return reading.ok ? { ok: true, value: reading.value.curve } : reading;
  }
  const bare = bareValue(input);
  if (property.argument && (Array.isArray(bare) || (typeof bare === 'string' && functionName.test(bare)))) {
    const problems = [...annotationProblems(input),
      ...readSpread(input, undefined, property.dimension, everything).problems];
    if (problems.length > 0) return { ok: false, problems };
    if (typeof bare === 'string') return { ok: true, value: bare };
    return isAnnotated(input)
      ? readTable(bare as readonly unknown[], property, property.argument, input.unit, ['value'])
      : readTable(bare as readonly unknown[], property, property.argument, undefined, []);
  }
  return readQuantity(input, property.dimension, property);
}

const everything = [-Infinity, Infinity] as const;

/** Rows `[argument, value]`; in `{value: [[0.2, 4.3], [0.9, 3.5]], unit: V}` one unit is that of all bare values. */
function readTable(rows: readonly unknown[], property: MaterialProperty, of: Argument, unit: unknown,
  place: Path): Reading<PropertyOverride>
{
  const { dimension, row: example } = argumentTable[of];
  if (rows.length < 2)
    return refused(wording.wrongType('a table of at least two rows', rows, `[${example}, ...]`), place);
  const withUnits = rows.map((row) =>
    typeof unit === 'string' && Array.isArray(row) && typeof row[1] === 'number'
      ? [row[0], `${row[1]} ${unit}`, ...row.slice(2)]
      : row
  );
  const reading = readColumns(withUnits, undefined, [dimension, property.dimension], [{}, property], { words: of,
    example, place });
  if (!reading.ok) return reading;
  const table = reading.value;
  return unless(
    table.flatMap(([x], i) =>
      i > 0 && x <= table[i - 1][0] ? [{ ...wording.tableNotRising(i), path: [...place, i] }] : []
    ),
    () => table,
  );
}

/** What the ledger records of the properties of a material as written. */
export function overrideEntries(input: unknown, kind: MaterialKind): FieldEntry[] {
  if (!isRecord(input)) return [];
  const known = propertiesOf(kind);
  return Object.entries(input).filter(([key]) => Object.hasOwn(known, key)).flatMap(([key, value]) => {
    const reading = readOverride(value, known[key]);
    if (!reading.ok) return [];
    return [{
      path: [key],
      label: known[key].label,
      ...shown(reading.value, known[key]),
      annotation: withCurveNote(value, known[key]),
      ...spreadsOfOverride(value, reading.value, known[key]),
    }];
  });
}

/** A curve says what it was read from, and what was done to it. */
function withCurveNote(input: unknown, property: MaterialProperty): Annotation {
  const annotation = annotationOf(input);
  const curve = isCurve(input) ? readCurve(input, property) : undefined;
  return curve?.ok
    ? { ...annotation, note: [curve.value.note, annotation.note].filter(Boolean).join('; ') }
    : annotation;
}

/** Finds the spread of an override: the ends of a number, or a factor on all of a table or function. */
function spreadsOfOverride(input: unknown, value: PropertyOverride,
  property: MaterialProperty): Pick<FieldEntry, 'spread' | 'declared'>
{
  const { dimension } = property;
  if (typeof value === 'number') return spreadsOf(input, value, dimension, property);
  const { spread } = readSpread(input, undefined, dimension, everything);
  const declared = declaredFactor(dimension);
  return { ...(spread && { spread }), ...(declared && { declared }) };
}

/** A number in its display unit, a function by name, a table by its extent. */
function shown(value: PropertyOverride,
  { dimension, argument = 'stoichiometry' }: MaterialProperty): { value: string; unit: string }
{
  const unit = dimensions[dimension].display || '-';
  if (typeof value === 'string') return { value, unit };
  if (typeof value === 'number') return { value: formatNumber(toDisplay(value, dimension).value), unit };
  if ('formula' in value)
    return { value: `${value.formula} for ${formulaRange(value)}`, unit: value.unit };
  const curve = 'points' in value ? value : undefined;
  const points = 'points' in value ? value.points : value;
  const place = (x: number): string =>
    curve === undefined
      ? showArgument(x, argument)
      : formatQuantity(x, dimensionOfX[curve.x], 4);
  const end = ([x, y]: readonly [number, number]): string =>
    `${formatNumber(toDisplay(y, dimension).value)} at ${place(x)}`;
  const name = curve === undefined ? 'table' : 'curve';
  return { value: `${name} of ${points.length}: ${end(points[0])} to ${end(points[points.length - 1])}`, unit };
}

/** "s from 0.2 to 0.9", "c from 0.1 to 2 mol/L". */
function formulaRange({ between, concentrationUnit }: WrittenFormula): string {
  return concentrationUnit === undefined
    ? `s from ${between.join(' to ')}`
    : `c from ${between.map((end) => showArgument(end, 'concentration')).join(' to ')}, c in `
      + `${showArgument(concentrationUnit, 'concentration')}`;
}

/** What the fields of each kind refer to. */
export const materialDefinitions = (): Record<string, unknown> => ({
  ...Object.fromEntries((Object.keys(materialProperties) as MaterialKind[]).map((kind) => [kind, kindJson(kind)])),
  curve: curveJson,
  formula: formulaJson,
});

function kindJson(kind: MaterialKind): Record<string, unknown> {
  const properties = { name: { anyOf: [{ enum: materialNames[kind] }, { type: 'string' }] }, ...propertiesJson(kind) };
  return {
    anyOf: [
      { enum: materialNames[kind] },
      { type: 'string' },
      mapping(properties),
    ],
  };
}

/** The JSON Schema of every property of a kind. */
export const propertiesJson = (kind: MaterialKind): Record<string, unknown> =>
  Object.fromEntries(Object.entries(propertiesOf(kind)).map(([key, property]) => {
    const { words, example } = dimensions[property.dimension];
    return [key, orNull({
      description: `${describedProperty(property)}; ${words} from ${property.min} to ${property.max}`,
      anyOf: [...(property.argument ? valueJson('table') : quantityJson(property.dimension)),
        ...(property.argument && isBare(property.dimension) ? [{ type: 'number' }] : []),
        ...(property.argument === 'stoichiometry' || property.argument === 'concentration'
          ? [{ $ref: '#/$defs/curve' }, { $ref: '#/$defs/formula' }]
          : [])],
      examples: [asJson(example)],
    })];
  }));
