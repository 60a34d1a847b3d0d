import { units } from '../../units/document-units.js';
import { splitQuantity } from '../../units/quantity.js';
import { readQuantity } from '../fields/field.js';
import { type Reading, refused } from '../fields/reading.js';
import { readRateOfCell } from '../rate.js';
import { wording } from '../wording.js';
import type { Constraint, Measure } from './optimise.js';

const bases = { electrode: 'electrode', 'unit cell': 'unitCell', stack: 'stack', pouch: 'pouch' } as const;
const densities = {
  'Wh/kg': ['gravimetric', units.Wh_kg],
  'Wh/L': ['volumetric', units.Wh_L],
  'W/kg': ['power', units.W_kg],
  '$/kWh': ['cost', 1 / units.kWh],
} as const;
const dischargeMeasures = {
  utilisation: ['utilisation', '%', 0.01],
  'areal capacity': ['capacity', 'mAh/cm^2', units.mAh_cm2],
  'mean voltage': ['voltage', 'V', units.V],
} as const;

const example = 'pouch Wh/kg at 1C';
const known = `${Object.keys(bases).join(', ')} with ${Object.keys(densities).join(', ')}, or `
  + `${Object.keys(dischargeMeasures).join(', ')}, at a rate`;

/** "pouch Wh/kg at 1C", "utilisation at C/3". */
export function readMeasure(input: unknown): Reading<Measure> {
  const match = typeof input === 'string' ? /^\s*(.+?)\s+at\s+(.+?)\s*$/.exec(input) : null;
  if (!match) return refused(wording.wrongType(known, input, example));
  const [, what, at] = match;
  const rate = readRateOfCell(at);
  if (!rate.ok) return rate;
  const common = { rate: rate.value, text: `${what} at ${at}` };
  const plain = Object.entries(dischargeMeasures).find(([name]) => name === what);
  if (plain) {
    const [, [quantity, unit, si]] = plain;
    return { ok: true, value: { ...common, quantity, unit, si, basis: 'pouch' } };
  }
  const basis = Object.entries(bases).find(([name]) => what.startsWith(`${name} `));
  const density = Object.entries(densities).find(([unit]) => what.endsWith(` ${unit}`));
  if (!basis || !density || what !== `${basis[0]} ${density[0]}`)
    return refused(wording.wrongType(known, input, example));
  const [unit, [quantity, si]] = density;
  return { ok: true, value: { ...common, quantity, unit, si, basis: basis[1] } };
}

/** What a measure should be: a value, at least or at most a value. */
export interface Wish {
  readonly measure: Measure;
  readonly relation: '<' | '>' | '=';
  /** SI. */
  readonly bound: number;
  /** Goal or bound as written. */
  readonly text: string;
}

const compared = /^\s*(.+?)\s*([<>=])=?\s*(.+?)\s*$/;

/** "pouch Wh/kg at 1C = 350"; an energy may name its unit behind the number alone, "energy at 1C = 350 Wh/kg", and is then that of the `usual` basis. */
export function readWish(input: unknown, usual = 'pouch'): Reading<Wish> {
  const match = typeof input === 'string' ? compared.exec(input) : null;
  if (!match) return refused(wording.wrongType('a measure, =, > or <, and a value', input, `"${example} = 350"`));
  const [, what, relation, value] = match;
  const [, unit = 'Wh/kg'] = /(Wh\/(?:kg|L))$/.exec(value) ?? [];
  const measure = readMeasure(what.replace(/^\s*energy\s/, `${usual} ${unit} `));
  if (!measure.ok) return measure;
  const bound = boundOf(value, measure.value);
  if (bound === undefined) {
    return refused(
      wording.wrongType(`a value in ${measure.value.unit}`, value,
        `"${measure.value.text} ${relation} 80 ${measure.value.unit}"`),
    );
  }
  return { ok: true,
    value: { measure: measure.value, relation: relation as Wish['relation'], bound, text: String(input).trim() } };
}

/** "utilisation at 1C > 80 %". */
export function readConstraint(input: unknown): Reading<Constraint> {
  const [, what, sign, limit] = compared.exec(String(input)) ?? [];
  if (what === undefined || sign === '=')
    return refused(wording.wrongType('a measure, > or <, and a bound', input, '"utilisation at 1C > 80 %"'));
  if (/^[a-z]+\.|(?:thickness|porosity|loading)$/i.test(what))
    return refused(wording.boundOfKey(what, sign === '<' ? `from: ..., to: ${limit}` : `from: ${limit}, to: ...`));
  const wish = readWish(input);
  if (!wish.ok) return wish;
  const { measure, relation, bound, text } = wish.value;
  return { ok: true, value: { measure, sign: relation === '>' ? 1 : -1, bound, text } };
}

/** A number in the unit of the measure, which may be left out. */
function boundOf(text: string, { unit, si, quantity }: Measure): number | undefined {
  if (quantity === 'utilisation') {
    const share = readQuantity(text, 'fraction', {});
    return share.ok ? share.value : undefined;
  }
  const split = splitQuantity(text);
  return split && (split.unit === '' || split.unit === unit) ? split.value * si : undefined;
}
