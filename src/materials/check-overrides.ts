import type { MaterialReference, Problem } from '../config/case.js';
import { type Argument, type MaterialProperties, type MaterialProperty,
  showArgument } from '../config/material-properties.js';
import { nearest } from '../config/nearest.js';
import { badOverride, outOfRange } from '../config/wording/fields.js';
import { boundsOf, formatQuantity } from '../units/quantity.js';
import { isFormula } from './formula-function.js';
import { libraryFunctions } from './functions/index.js';
import { isMeasured } from './measured-axis.js';
import type { LibraryMaterial, Table } from './property.js';

/** What each argument may be, in words. */
const argumentWords: Readonly<Record<Argument, { largest: number; plural: string; range: string; remedy: string }>> = {
  stoichiometry: {
    largest: 1,
    plural: 'stoichiometries',
    range: 'stoichiometries from 0 to 1',
    remedy: 'divide by the full lithium content',
  },
  concentration: {
    largest: Infinity,
    plural: 'concentrations',
    range: 'concentrations of 0 or more',
    remedy: 'check the sign',
  },
  annealTemperature: { largest: Infinity, plural: 'temperatures', range: 'temperatures above absolute zero',
    remedy: 'check the unit' },
};

/** Every override of a case against the table of properties and the functions of the library. */
export function checkOverrides(material: LibraryMaterial, overrides: MaterialReference['overrides'], key: string,
  definitions: MaterialProperties): Problem[]
{
  return Object.entries(overrides).flatMap(([name, override]) => {
    const definition = definitions[name];
    const at = `${key}.${name}`;
    if (definition === undefined) return [unknownProperty(at, name, material.name, Object.keys(definitions))];
    if (typeof override === 'number') return checkNumber(at, override, definition);
    if (typeof override === 'string') return checkFunction(at, name, override, definition);
    // a curve is checked once it stands on the axis of the material, a formula where it is read
    if (isMeasured(override) || isFormula(override)) return [];
    return checkTable(at, name, override, definition);
  });
}

function unknownProperty(key: string, name: string, material: string, known: readonly string[]): Problem {
  const meant = nearest(name, known);
  return { key,
    ...badOverride(`a property of ${material}: ${known.join(', ')}`, name,
      meant ? `did you mean ${meant}?` : 'use one of the properties listed') };
}

function checkNumber(key: string, value: number, definition: MaterialProperty): Problem[] {
  const [minimum, maximum] = boundsOf(definition, definition.dimension);
  if (value >= minimum && value <= maximum) return [];
  const show = (si: number) => formatQuantity(si, definition.dimension, 4);
  return [{ key,
    ...outOfRange(`${definition.label} from ${show(minimum)} to ${show(maximum)}`, show(value),
      'check the unit and the number') }];
}

function checkFunction(key: string, property: string, name: string, definition: MaterialProperty): Problem[] {
  const known = libraryFunctions.filter((candidate) => candidate.property === property).map((candidate) =>
    candidate.name
  );
  if (known.includes(name)) return [];
  const meant = nearest(name, known);
  return [{ key, ...badOverride(known.length > 0
    ? `a function for the ${definition.label}: ${known.join(', ')}`
    : `a number or a table (${definition.label})`, `"${name}"`, meant
    ? `did you mean ${meant}?`
    : 'use a number with its unit, a table, or one of the functions of the library') }];
}

/** A table on the axis of its property. */
export function checkTable(key: string, property: string, table: Table, definition: MaterialProperty): Problem[] {
  const refuse = (expected: string, received: string,
    remedy: string): Problem[] => [{ key, ...badOverride(expected, received, remedy) }];
  const { argument } = definition;
  if (!argument) {
    return refuse(`one number for the ${definition.label}`, `a table of ${table.length} points`,
      'give a number with its unit');
  }
  if (table.length < 2) return refuse('at least two points', `${table.length} points`, 'add points, or give a number');
  const outside = table.find(([x]) => !(x >= 0 && x <= argumentWords[argument].largest));
  const { plural, range, remedy } = argumentWords[argument];
  if (outside) return refuse(range, showArgument(outside[0], argument), remedy);
  for (let k = 1; k < table.length; k++) {
    const [x, y] = table[k];
    const [previous, before] = table[k - 1];
    if (x <= previous)
      return refuse(`rising ${plural}`, `${previous} followed by ${x}`, 'sort the points, without repeats');
    if (property === 'openCircuitPotential' && y > before) {
      return refuse('a potential that falls as lithium enters', `${before} V at ${previous}, then ${y} V at ${x}`,
        'check the table');
    }
  }
  return table.flatMap(([, y]) => checkNumber(key, y, definition)).slice(0, 1);
}
