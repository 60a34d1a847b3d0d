import unitmath from 'unitmath/es/UnitMath.js';
import { AVOGADRO, ELEMENTARY_CHARGE } from './constants.js';
import { type DimensionName, dimensions } from './dimension.js';

/** SI value = value * factor + offset. */
export interface Conversion {
  readonly factor: number;
  readonly offset: number;
}

// unitmath knows no ampere-hour, and its electronvolt is that of CODATA 2010
const unit = unitmath.config({
  definitions: {
    units: { Ah: { value: '3600 C', prefixes: 'SHORT' }, eV: { value: `${ELEMENTARY_CHARGE} J`, prefixes: 'SHORT' } },
  },
});

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const percentages = /^(wt|vol|mol|mass)? ?%$/;
/** The dollar is no unit of physics: a price is counted in dollars per SI unit of what it is paid for. */
const dollarsPer = /^(?:US\$|\$|USD) ?\/ ?(\S+)$/;
const dollars = /^(?:US\$|\$|USD)$/;
const electronVolts = /^[mk]?eV$/;

/** What people write, turned into what unitmath reads: signs, dots, superscripts, `cm-1`, a second slash, `/(m^2 K)`. */
function normaliseUnit(text: string): string {
  const plain = text
    .replace(/[µμ]/g, 'u')
    .replace(/[ΩΩ]/g, 'ohm')
    .replace(/°C|℃/g, 'degC')
    .replace(/[·⋅×*]/g, ' ')
    .replace(/[−⁻]/g, '-')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(superscripts.indexOf(digit)))
    .replace(/([A-Za-z])(-?\d)/g, '$1^$2')
    .replace(/\s+/g, ' ')
    .trim()
    // a last factor in brackets: what stands behind a slash is the denominator anyway
    .replace(/\/ ?\(([^()/]+)\)$/, '/$1');
  const [numerator, ...denominators] = plain.split('/');
  return denominators.length > 0 ? `${numerator}/${denominators.join(' ')}` : plain;
}

/** 15 digits hide the round-off of a conversion: 77 um is 7.7e-5 m, not 7.700000000000001e-5 m. */
export const round15 = (value: number): number => Number(value.toPrecision(15));

const known = new Map<string, Conversion | undefined>();

/** The conversion of a unit into the SI unit of a dimension; undefined when the unit is unknown or of another dimension. */
export function conversionOf(unitText: string, dimension: DimensionName): Conversion | undefined {
  const key = `${dimension} ${unitText}`;
  if (!known.has(key)) known.set(key, findConversion(normaliseUnit(unitText), dimension));
  return known.get(key);
}

function findConversion(text: string, dimension: DimensionName): Conversion | undefined {
  if (dimension === 'dimensionless') return text === '' ? { factor: 1, offset: 0 } : undefined;
  if (dimension === 'fraction') {
    if (text === '') return { factor: 1, offset: 0 };
    return percentages.test(text) ? { factor: 0.01, offset: 0 } : undefined;
  }
  if (text === '') return undefined;
  if (dimension === 'price') {
    const [, mass] = dollarsPer.exec(text) ?? [];
    return mass === undefined ? undefined : linear(`${mass}^-1`, 'kg^-1', 1);
  }
  if (dimension === 'money') return dollars.test(text) ? { factor: 1, offset: 0 } : undefined;
  // an energy in eV belongs to one particle, so it is counted per mole
  if (dimension === 'energyPerMole' && electronVolts.test(text)) return linear(text, 'J', AVOGADRO);
  return linear(text, dimensions[dimension].si, 1);
}

function linear(text: string, si: string, scale: number): Conversion | undefined {
  try {
    const offset = unit(0, text).to(si).value;
    return { factor: round15((unit(1, text).to(si).value - offset) * scale), offset };
  } catch {
    // unitmath throws for an unknown unit and for another dimension; both mean: not this dimension
    return undefined;
  }
}
