import { conversionOf } from '../../units/conversion.js';
import { dimensions } from '../../units/dimension.js';
import { boundsOf, formatNumber, formatQuantity } from '../../units/quantity.js';
import { type Argument, argumentTable, type MaterialProperty, showArgument } from '../material-properties.js';
import type { WrittenFormula } from '../material-reference.js';
import { isRecord, own, type PlainRecord } from '../plain-data.js';
import { wording } from '../wording.js';
import { remarkProblems } from './curve-field.js';
import { readQuantity } from './field.js';
import { readFormula } from './formula.js';
import { type Json, mapping, remarksJson, typed } from './json-shape.js';
import { type Reading, refused } from './reading.js';
import type { WrittenFormulaOf } from './written-types.js';

/**
 * A property as a formula of the stoichiometry, `{formula: 4.2 - 0.6*s, unit: V, between: [0.2, 0.95]}`, or of the salt concentration c in
 * the unit of `between`: `{formula: 8*c*exp(-c), unit: mS/cm, between: [0.1 mol/L, 2 mol/L]}`.
 */

/** Places at which a formula is looked at before it is believed. */
const samples = 200;

export const isFormula = (input: unknown): input is PlainRecord =>
  isRecord(input) && own(input, 'formula') !== undefined;

const formulaProperties = {
  formula: { type: 'string', examples: ['4.2 - 0.6*s + 0.05*tanh(20*(0.4 - s))'] },
  unit: { type: 'string' },
  between: { type: 'array', items: typed('number', 'string'), minItems: 2, maxItems: 2 },
  ...remarksJson,
} satisfies Record<keyof WrittenFormulaOf, object>;
export const formulaJson: Json = {
  description: 'a formula of the stoichiometry s, or of the salt concentration c in the unit of between',
  ...mapping(formulaProperties, ['formula', 'unit']),
};

/** The formula where its values are what the property may be; a potential falls. */
export function readFormulaOf(input: PlainRecord, property: MaterialProperty): Reading<WrittenFormula> {
  const { argument, dimension } = property;
  if (argument !== 'stoichiometry' && argument !== 'concentration') {
    return refused(
      wording.wrongType(`${dimensions[dimension].words}, not a formula`, input, dimensions[dimension].example),
    );
  }
  const name = argument === 'concentration' ? 'c' : 's';
  const { formula, unit = '', between = name === 's' ? [0, 1] : undefined } = input;
  const problems = remarkProblems(input, Object.keys(formulaProperties), dimension);
  const reading = typeof formula === 'string' ? readFormula(formula, name) : undefined;
  if (reading === undefined) {
    problems.push({ ...wording.wrongType(`a formula of ${name}`, formula, exampleOf[name].formula),
      path: ['formula'] });
  } else if (!reading.ok) {
    problems.push({ ...wording.badFormula(reading.expected, reading.found, name), path: ['formula'] });
  }
  const conversion = conversionOf(String(unit), dimension);
  if (conversion === undefined) {
    const { words, example: exampleValue } = dimensions[dimension];
    problems.push({
      ...wording.wrongType(`the unit of ${words} as in "${exampleValue}"`, input.unit,
        `unit: ${exampleValue.split(' ').slice(1).join(' ')}`),
      path: ['unit'],
    });
  }
  const { dimension: argumentDimension } = argumentTable[argument];
  const ends = Array.isArray(between) && between.length === 2
    ? between.map((end: unknown) => readQuantity(end, argumentDimension, name === 's' ? { min: 0, max: 1 } : {}))
    : [];
  const [low, high] = ends.flatMap((end) => (end.ok ? [end.value] : []));
  const concentrationUnit = name === 'c' && Array.isArray(between) ? unitOf(between[0]) : undefined;
  if (low === undefined || high === undefined || low >= high || low < 0)
    problems.push({ ...wording.wrongType(exampleOf[name].ends, between, exampleOf[name].between), path: ['between'] });
  if (problems.length > 0 || !reading?.ok || conversion === undefined) return { ok: false, problems };
  const written: WrittenFormula = { formula: String(formula), unit: String(unit), factor: conversion.factor,
    between: [low, high], ...(concentrationUnit !== undefined && { concentrationUnit }) };
  return checked(written, (x) => reading.of.value(x / (concentrationUnit ?? 1)) * conversion.factor, property,
    argument);
}

const exampleOf = {
  s: { formula: 'formula: 4.2 - 0.6*s', ends: 'two stoichiometries, the lower one first',
    between: 'between: [0.2, 0.95]' },
  c: { formula: 'formula: 8*c*exp(-c)', ends: 'two concentrations, the lower one first; c counts in their unit',
    between: 'between: [0.1 mol/L, 2 mol/L]' },
} as const;

/** One of the unit of "0.1 mol/L" [mol m^-3]. */
function unitOf(end: unknown): number | undefined {
  const unit = typeof end === 'string' ? /[A-Za-z].*$/.exec(end)?.[0] : undefined;
  return unit === undefined ? undefined : conversionOf(unit, 'concentration')?.factor;
}

function checked(written: WrittenFormula, value: (s: number) => number, property: MaterialProperty,
  argument: Argument): Reading<WrittenFormula>
{
  const [low, high] = written.between;
  const [least, most] = boundsOf(property, property.dimension);
  let before = Infinity;
  for (let i = 0; i <= samples; i++) {
    const s = low + ((high - low) * i) / samples;
    const y = value(s);
    const at = argument === 'stoichiometry' ? `s = ${formatNumber(s, 3)}` : `c = ${showArgument(s, argument)}`;
    const shown = `${Number.isFinite(y) ? formatQuantity(y, property.dimension, 4) : 'no number'} at ${at}`;
    if (!(y >= least && y <= most))
      return refused(wording.outOfRange(property.label, `from ${property.min} to ${property.max}`, shown), ['formula']);
    if (property.dimension === 'voltage' && y > before + roundOff)
      return refused(wording.risingFormula(shown), ['formula']);
    before = y;
  }
  return { ok: true, value: written };
}

/** [V] */
const roundOff = 1e-9;
