import { conversionOf } from '../units/conversion.js';
import { dimensions } from '../units/dimension.js';
import { formatNumber, formatQuantity } from '../units/quantity.js';
import { type Reading, refused } from './annotation.js';
import type { WrittenFormula } from './case.js';
import { remarkProblems } from './curve-field.js';
import { readQuantity } from './field.js';
import { readFormula } from './formula.js';
import { type MaterialProperty, rangeOf } from './material-properties.js';
import { isRecord, own, type RawRecord } from './raw.js';
import { wording } from './wording.js';

/** A property as a formula of the stoichiometry, `{formula: 4.2 - 0.6*s, unit: V, between: [0.2, 0.95]}`, or of the concentration c [mol m^-3]. */

const formulaKeys = ['formula', 'unit', 'between', 'source', 'note', 'assumed', 'fitted', 'spread'];

/** Places at which a formula is looked at before it is believed. */
const samples = 200;

export const isFormula = (raw: unknown): raw is RawRecord => isRecord(raw) && own(raw, 'formula') !== undefined;

export const formulaJson = {
  type: 'object',
  description: 'a formula of the stoichiometry s, or of the salt concentration c in mol/m^3',
  properties: {
    formula: { type: 'string', examples: ['4.2 - 0.6*s + 0.05*tanh(20*(0.4 - s))'] },
    unit: { type: 'string' },
    between: { type: 'array', items: { type: ['number', 'string'] }, minItems: 2, maxItems: 2 },
    source: { type: 'string' },
    note: { type: 'string' },
    assumed: { type: 'boolean' },
    fitted: { type: 'boolean' },
    spread: { type: ['number', 'string'] },
  },
  required: ['formula', 'unit'],
  additionalProperties: false,
} as const;

/** What a formula may be of, its ends where none are written, and how to write them. */
const variables = {
  stoichiometry: { variable: 's', dimension: 'fraction', range: { min: 0, max: 1 }, ends: [0, 1],
    words: 'two stoichiometries, the lower one first', example: 'between: [0.2, 0.95]' },
  concentration: { variable: 'c', dimension: 'concentration', range: { min: '0 mol/m^3' }, ends: undefined,
    words: 'two concentrations, the lower one first', example: 'between: [10 mol/m^3, 3000 mol/m^3]' },
} as const;

/** The formula where its values are what the property may be; a potential falls. */
export function readFormulaOf(raw: RawRecord, property: MaterialProperty): Reading<WrittenFormula> {
  const { argument, dimension } = property;
  if (argument !== 'stoichiometry' && argument !== 'concentration')
    return refused(
      wording.wrongType(`${dimensions[dimension].words}, not a formula`, raw, dimensions[dimension].example),
    );
  const { variable, dimension: ofEnds, range, ends: usual, words: ofTwo, example } = variables[argument];
  const { formula, unit = '', between = usual } = raw;
  const problems = remarkProblems(raw, formulaKeys, dimension);
  const reading = typeof formula === 'string' ? readFormula(formula, variable) : undefined;
  if (reading === undefined)
    problems.push({ ...wording.wrongType(`a formula of ${variable}`, formula, `formula: 4.2 - 0.6*${variable}`),
      path: ['formula'] });
  else if (!reading.ok) problems.push({ ...wording.badFormula(reading.expected, reading.found), path: ['formula'] });
  const conversion = conversionOf(String(unit), dimension);
  if (conversion === undefined) {
    const { words, example: ofUnit } = dimensions[dimension];
    problems.push({
      ...wording.wrongType(`the unit of ${words} as in "${ofUnit}"`, raw.unit,
        `unit: ${ofUnit.split(' ').slice(1).join(' ')}`),
      path: ['unit'],
    });
  }
  const ends = Array.isArray(between) && between.length === 2
    ? between.map((end: unknown) => readQuantity(end, ofEnds, range))
    : [];
  const [low, high] = ends.flatMap((end) => (end.ok ? [end.value] : []));
  if (low === undefined || high === undefined || low >= high)
    problems.push({ ...wording.wrongType(ofTwo, between, example), path: ['between'] });
  if (problems.length > 0 || !reading?.ok || conversion === undefined) return { ok: false, problems };
  const written: WrittenFormula = { formula: String(formula), variable, unit: String(unit), factor: conversion.factor,
    between: [low, high] };
  return checked(written, (s) => reading.of.value(s) * conversion.factor, property);
}

function checked(written: WrittenFormula, value: (x: number) => number,
  property: MaterialProperty): Reading<WrittenFormula>
{
  const [low, high] = written.between;
  const [least, most] = rangeOf(property);
  let before = Infinity;
  for (let i = 0; i <= samples; i++) {
    const s = low + ((high - low) * i) / samples;
    const y = value(s);
    const shown = `${
      Number.isFinite(y) ? formatQuantity(y, property.dimension, 4) : 'no number'
    } at ${written.variable} = ${formatNumber(s, 3)}`;
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
