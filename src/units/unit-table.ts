import { ELEMENTARY_CHARGE } from './constants.js';

/** A unit as a multiple of SI base units, and where its zero lies on their scale. */
export interface Unit {
  readonly factor: number;
  readonly offset: number;
  /** Exponents of the base units. */
  readonly exponents: readonly number[];
}

const bases = ['m', 'kg', 's', 'A', 'K', 'mol', 'rad'];

/** SI prefixes by symbol and by name. */
const prefixes = [['da', 'deca', 1e1], ['h', 'hecto', 1e2], ['k', 'kilo', 1e3], ['M', 'mega', 1e6], ['G', 'giga', 1e9],
  ['T', 'tera', 1e12], ['P', 'peta', 1e15], ['d', 'deci', 1e-1], ['c', 'centi', 1e-2], ['m', 'milli', 1e-3], ['u',
  'micro', 1e-6], ['n', 'nano', 1e-9], ['p', 'pico', 1e-12], ['f', 'femto', 1e-15], ['a', 'atto', 1e-18]] as const;

/** Units that take prefixes, by symbol: their name, and what they are in others. */
const prefixed: Readonly<Record<string, readonly [name: string, factor: number, of: string]>> = {
  m: ['meter', 1, 'm'],
  g: ['gram', 1e-3, 'kg'],
  t: ['tonne', 1000, 'kg'],
  s: ['second', 1, 's'],
  sec: ['sec', 1, 's'],
  A: ['ampere', 1, 'A'],
  K: ['kelvin', 1, 'K'],
  mol: ['mole', 1, 'mol'],
  rad: ['radian', 1, 'rad'],
  L: ['liter', 1e-3, 'm^3'],
  l: ['litre', 1e-3, 'm^3'],
  Hz: ['hertz', 1, 's^-1'],
  N: ['newton', 1, 'kg m/s^2'],
  Pa: ['pascal', 1, 'N/m^2'],
  bar: ['bar', 1e5, 'Pa'],
  J: ['joule', 1, 'N m'],
  Wh: ['watthour', 3600, 'J'],
  // CODATA 2022
  eV: ['electronvolt', ELEMENTARY_CHARGE, 'J'],
  W: ['watt', 1, 'J/s'],
  C: ['coulomb', 1, 'A s'],
  Ah: ['amperehour', 3600, 'C'],
  V: ['volt', 1, 'W/A'],
  F: ['farad', 1, 'C/V'],
  ohm: ['ohm', 1, 'V/A'],
  S: ['siemens', 1, 'ohm^-1'],
};

/** Units that take none, by all of their names; `offset` is the zero of the unit, counted in the unit itself. */
const plain: readonly (readonly [names: string, factor: number, of: string, offset?: number])[] = [
  ['angstrom', 1e-10, 'm'],
  ['inch in inches', 0.0254, 'm'],
  ['foot ft feet', 0.3048, 'm'],
  ['mil', 2.54e-5, 'm'],
  ['lb lbs lbm', 0.45359237, 'kg'],
  ['oz ounce', 0.028349523125, 'kg'],
  ['min minute', 60, 's'],
  ['h hr hrs hour', 3600, 's'],
  ['day', 86400, 's'],
  ['week', 604_800, 's'],
  ['month', 30.4375 * 86400, 's'],
  ['year', 365.25 * 86400, 's'],
  ['deg degree', Math.PI / 180, 'rad'],
  ['degC celsius', 1, 'K', 273.15],
  ['degF fahrenheit', 1 / 1.8, 'K', 459.67],
  ['psi', (0.45359237 * 9.80665) / 0.0254 ** 2, 'Pa'],
  ['atm', 101_325, 'Pa'],
  ['torr Torr', 101_325 / 760, 'Pa'],
  ['mmHg mmhg', 133.322387415, 'Pa'],
];

const known = new Map<string, Unit | undefined>();

/** A unit by one of its names, with a prefix or without. */
function namedUnit(name: string): Unit | undefined {
  if (!known.has(name))
    known.set(name, findUnit(name) ?? (name.endsWith('s') ? findUnit(name.slice(0, -1)) : undefined));
  return known.get(name);
}

function findUnit(name: string): Unit | undefined {
  const base = bases.indexOf(name);
  if (base >= 0) return { factor: 1, offset: 0, exponents: bases.map((_, i) => Number(i === base)) };
  const own = plain.find(([names]) => names.split(' ').includes(name));
  if (own) return multiple(own[1], own[2], own[3]);
  for (const [symbol, [word, factor, of]] of Object.entries(prefixed)) {
    if (name === symbol || name === word) return multiple(factor, of);
    for (const [short, long, times] of prefixes) {
      if (name === short + symbol || name === long + word) return multiple(times * factor, of);
    }
  }
  return undefined;
}

function multiple(factor: number, of: string, offset = 0): Unit | undefined {
  const unit = unitOf(of);
  return unit && { factor: factor * unit.factor, offset: offset * factor * unit.factor, exponents: unit.exponents };
}

/** Reads `mS cm^-1`, `ohm cm^2`, `J/m^2 K`: factors with exponents, behind the slash those of the denominator; undefined for what is no unit. */
export function unitOf(text: string): Unit | undefined {
  const [numerator, denominator = '', ...more] = text.split('/');
  if (more.length > 0) return undefined;
  const factors = [...factorsOf(numerator, 1), ...factorsOf(denominator, -1)];
  let factor = 1;
  const exponents = bases.map(() => 0);
  for (const { unit, exponent } of factors) {
    if (unit === undefined) return undefined;
    factor *= unit.factor ** exponent;
    unit.exponents.forEach((of, i) => (exponents[i] += of * exponent));
  }
  // a difference of temperatures has no zero
  const alone = factors.length === 1 && factors[0].exponent === 1 ? factors[0].unit : undefined;
  return factors.length > 0 ? { factor, offset: alone?.offset ?? 0, exponents } : undefined;
}

const factorsOf = (text: string, sign: 1 | -1) =>
  text.split(' ').filter((word) => word !== '' && word !== '1').map((word) => {
    const [, name = '', exponent = '1'] = /^([A-Za-z]+)(?:\^(-?\d+(?:\.\d+)?))?$/.exec(word) ?? [];
    return { unit: namedUnit(name), exponent: sign * Number(exponent) };
  });
