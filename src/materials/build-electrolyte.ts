import type { ParameterRecord, Problem } from '../config/case.js';
import { propertiesOf, showArgument } from '../config/material-properties.js';
import { contradiction, missingKey, outOfRange } from '../config/wording/fields.js';
import { formatQuantity } from '../units/quantity.js';
import { arrheniusFactor, ionicArrheniusFactor, vogelFactor } from './arrhenius.js';
import { type Built, optionalNumbers, whatAllHave } from './build-material.js';
import { derivedRecord } from './derived-record.js';
import type { Electrolyte, SaltElectrolyte, TemperatureFactor } from './material.js';
import type { LibraryMaterial } from './property.js';
import type { ResolvedProperties } from './resolved-properties.js';
import { scaledFunction, valueAt } from './scalar-functions.js';

/** What a salt needs beside its conductivity. */
const saltProperties = ['initialConcentration', 'saltDiffusivity'] as const;

/** What only a single-ion conductor has. */
const solidProperties = ['grainSize', 'grainBoundaryResistance', 'grainBoundaryActivationEnergy', 'annealTemperature',
  'recoveredConductivity'];

/** What may be measured over temperature. */
export const temperatureProperties = ['ionicConductivity', 'saltDiffusivity'] as const;

/** What matters where it meets an electrode. */
const contacts = ['lithiumResistance', 'lithiumInterphase', 'oxideInterphase', 'oxideInterphaseWithCarbon',
  'criticalCurrentDensity', 'oxidationPotential', 'contactConstriction', 'contactDilution', 'particleRadius'] as const;

/** A transference number of 1 makes a single-ion conductor; anything else, a number or a function, a salt that moves. */
export function buildElectrolyte(properties: ResolvedProperties, temperature: number,
  { sintered }: Pick<LibraryMaterial, 'sintered'> = {}): Built<Electrolyte>
{
  const { constant } = properties.function('transferenceNumber');
  const problems = [...vogelProblems(properties, temperature), ...curveProblems(properties)];
  if (problems.length > 0) return { ok: false, problems };
  return constant === 1 ? buildSingleIon(properties, temperature, sintered) : buildSalt(properties, temperature);
}

/** Grains and what stands between them, after the heat that the electrolyte has seen. */
function buildSingleIon(properties: ResolvedProperties, temperature: number, sintered?: true): Built<Electrolyte> {
  const conductivity = properties.function('ionicConductivity');
  if (conductivity.constant === undefined && !properties.has('initialConcentration')) {
    return { ok: false, problems: [concentrationMissing(properties)] };
  }
  const annealed = annealedConductivity(properties);
  const problems = [...missingOfBoundaries(properties), ...(annealed.kind === 'refused' ? annealed.problems : [])];
  if (problems.length > 0) return { ok: false, problems };
  const reference = properties.number('referenceTemperature');
  const grain = annealed.kind === 'annealed'
    ? annealed.conductivity
    : conductivity.constant ?? valueAt(conductivity, properties.number('initialConcentration'));
  const boundaries = grainBoundariesOf(properties);
  const mobility = mobilityFrom(properties, 'ionicConductivity', ionicArrheniusFactor);
  const at = (t: number): number => {
    const inGrains = grain * mobility(t);
    return boundaries ? withGrainBoundaries(inGrains, boundaries, reference, t) : inGrains;
  };
  const ionicConductivity = at(temperature);
  return {
    ok: true,
    records: singleIonRecords(properties, annealed),
    material: {
      kind: 'electrolyte',
      ...whatAllHave(properties),
      transferenceNumber: 1,
      ionicConductivity,
      temperatureFactor: (t) => at(t) / ionicConductivity,
      ...optionalNumbers(properties, contacts),
      // a conductivity of the case's own is what its author says it is
      ...(sintered && annealed.kind !== 'annealed' && !properties.isOverridden('ionicConductivity') && { sintered }),
    },
  };
}

/** Without what belongs to salts, and what an anneal replaces or nobody asked for. */
function singleIonRecords({ name, records, overTemperature }: ResolvedProperties,
  annealed: Annealed): readonly ParameterRecord[]
{
  const definitions = propertiesOf('electrolyte');
  const unused = annealed.kind === 'annealed' ? 'ionicConductivity' : 'recoveredConductivity';
  const used = records.filter(({ path }) => {
    const property = path.slice(name.length + 1);
    return !definitions[property].saltOnly && property !== unused
      && !(property === 'ionicConductivityActivationEnergy' && overTemperature('ionicConductivity'));
  });
  return annealed.kind === 'annealed' ? [...used, annealed.record] : used;
}

/** value(T) / value(Tref) of what moves: as measured, by hops over a barrier, or with the segments of a polymer that has a Vogel temperature. */
function mobilityFrom(properties: ResolvedProperties, property: string,
  hops: (activationEnergy: number, reference: number, t: number) => number): TemperatureFactor
{
  const activationEnergy = properties.number(`${property}ActivationEnergy`);
  const reference = properties.number('referenceTemperature');
  const measured = properties.overTemperature(property)?.value;
  if (measured !== undefined) return (t) => measured(t) / measured(reference);
  if (!properties.has('vogelTemperature')) return (t) => hops(activationEnergy, reference, t);
  const vogel = properties.number('vogelTemperature');
  return (t) => vogelFactor(activationEnergy, reference, vogel, t);
}

/** What was measured over temperature needs no law of it. */
function curveProblems(properties: ResolvedProperties): Problem[] {
  return temperatureProperties.filter((property) => properties.overTemperature(property)).flatMap((property) =>
    [`${property}ActivationEnergy`, 'vogelTemperature'].filter((key) => properties.isOverridden(key)).map((key) => ({
      key: `${properties.key}.${key}`,
      ...contradiction(`no ${key} beside ${property} over temperature`, key, 'remove one of the two'),
    }))
  );
}

/** A polymer is a glass at its Vogel temperature: nothing is known there. */
function vogelProblems(properties: ResolvedProperties, temperature: number): Problem[] {
  if (!properties.has('vogelTemperature')) return [];
  const vogel = properties.number('vogelTemperature');
  const coldest = Math.min(temperature, properties.number('referenceTemperature'));
  if (vogel < coldest) return [];
  return [{ key: `${properties.key}.vogelTemperature`, ...outOfRange(
    `less than ${formatQuantity(coldest, 'temperature', 4)}, the lower one of the temperatures of the case and of `
      + `${properties.name}`,
    formatQuantity(vogel, 'temperature', 4),
    'some 50 K below the glass transition is customary',
  ) }];
}

/**
 * A salt in a liquid or polymer. kappa and D follow exp(Ea/R (1/Tref - 1/T)), the customary form for liquids, or the curved law of a
 * polymer, at every concentration alike; t+ and chi are taken as independent of temperature.
 */
function buildSalt(properties: ResolvedProperties, temperature: number): Built<Electrolyte> {
  const solidProperty = solidProperties.find((property) => properties.isOverridden(property));
  if (solidProperty) return { ok: false, problems: [solidOnly(properties, solidProperty)] };
  const missing = saltProperties.filter((property) => !properties.has(property));
  if (missing.length > 0) return { ok: false, problems: [saltMissing(properties, missing)] };
  const conductivityFactor = mobilityFrom(properties, 'ionicConductivity', arrheniusFactor);
  const diffusivityFactor = mobilityFrom(properties, 'saltDiffusivity', arrheniusFactor);
  const onward = (property: string, mobility: TemperatureFactor):
    | TemperatureFactor
    | undefined => (properties.number(`${property}ActivationEnergy`) === 0 && !properties.overTemperature(property)
      ? undefined
      : (t) => mobility(t) / mobility(temperature));
  const salt: SaltElectrolyte = {
    initialConcentration: properties.number('initialConcentration'),
    referenceConcentration: properties.number('referenceConcentration'),
    conductivity: scaledFunction(properties.function('ionicConductivity'), conductivityFactor(temperature)),
    diffusivity: scaledFunction(properties.function('saltDiffusivity'), diffusivityFactor(temperature)),
    transferenceNumber: properties.function('transferenceNumber'),
    thermodynamicFactor: properties.function('thermodynamicFactor'),
    temperatureFactors: {
      conductivity: onward('ionicConductivity', conductivityFactor),
      diffusivity: onward('saltDiffusivity', diffusivityFactor),
    },
  };
  return {
    ok: true,
    records: properties.records,
    material: {
      kind: 'electrolyte',
      ...whatAllHave(properties),
      salt,
      ionicConductivity: valueAt(salt.conductivity, salt.initialConcentration),
      transferenceNumber: valueAt(salt.transferenceNumber, salt.initialConcentration),
      ...optionalNumbers(properties, contacts),
    },
  };
}

function saltMissing({ key, name }: ResolvedProperties, missing: readonly string[]): Problem {
  return { key: `${key}.${missing[0]}`,
    ...missingKey(`${missing.join(' and ')} of ${name}, because its transference number is below 1`, 'nothing',
      `add ${missing.length > 1 ? 'them' : 'it'}, or write transferenceNumber: 1 to treat it as a single-ion `
        + 'conductor') };
}

function concentrationMissing({ key, name }: ResolvedProperties): Problem {
  return { key: `${key}.initialConcentration`,
    ...missingKey(`the initialConcentration of ${name}, because its conductivity is a function of it`, 'nothing',
      'add it, or give the conductivity as a number') };
}

function solidOnly({ key, name }: ResolvedProperties, property: string): Problem {
  return { key: `${key}.${property}`,
    ...contradiction(`a single-ion conductor beside its ${property}`, `${name}, whose transference number is below 1`,
      `remove ${property}, or write transferenceNumber: 1`) };
}

const keys = ['grainSize', 'grainBoundaryResistance', 'grainBoundaryActivationEnergy'] as const;

/** What stands in series with the grains. */
interface GrainBoundaries {
  /** [m], [ohm m^2] at the reference temperature, [J mol^-1] */
  readonly size: number;
  readonly resistance: number;
  readonly activationEnergy: number;
}

/**
 * 1 / kappa = 1 / kappaGrain(T) + Rgb(T) / d,  Rgb(T) = Rgb T/Tref exp( Ea/R (1/T - 1/Tref) ).
 * One boundary per grain of size d, the brick-layer picture (Bauerle, J. Phys. Chem. Solids 30 (1969) 2657, from memory): the boundary
 * is thin and every current crosses it. At low temperature the boundary with its higher activation energy rules.
 */
function withGrainBoundaries(grain: number, { size, resistance, activationEnergy }: GrainBoundaries,
  referenceTemperature: number, temperature: number): number
{
  const across = resistance / ionicArrheniusFactor(activationEnergy, referenceTemperature, temperature);
  return 1 / (1 / grain + across / size);
}

/** Undefined where none are given; what is missing of them is told. */
function grainBoundariesOf(properties: ResolvedProperties): GrainBoundaries | undefined {
  if (!keys.every((key) => properties.has(key))) return undefined;
  const [size, resistance, activationEnergy] = keys.map((key) => properties.number(key));
  return { size, resistance, activationEnergy };
}

function missingOfBoundaries(properties: ResolvedProperties): Problem[] {
  const missing = keys.filter((key) => !properties.has(key));
  if (missing.length === 0 || missing.length === keys.length) return [];
  return [{ key: `${properties.key}.${missing[0]}`,
    ...missingKey(`${missing.join(' and ')} of ${properties.name}, beside what is given of its grain boundaries`,
      'nothing', `add ${missing.length > 1 ? 'them' : 'it'}; only resistance over size matters`) }];
}

export type Annealed =
  | { readonly kind: 'not' }
  | { readonly kind: 'annealed'; readonly conductivity: number; readonly record: ParameterRecord }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * A solution process leaves an electrolyte that conducts little; heat gives its conductivity back. kappa(anneal temperature) is a table of
 * the material, interpolated in the logarithm and refused beyond its ends: nobody measured there, and above some temperature the
 * electrolyte decomposes.
 */
function annealedConductivity(properties: ResolvedProperties): Annealed {
  if (!properties.has('annealTemperature')) return { kind: 'not' };
  const refuse = (key: string, code: Problem['code'], expected: string, received: string,
    remedy: string): Annealed => ({ kind: 'refused',
      problems: [{ key: `${properties.key}.${key}`, code, expected, received, remedy }] });
  const at = properties.number('annealTemperature');
  const { name } = properties;
  if (!properties.has('recoveredConductivity')) {
    return refuse('recoveredConductivity', 'missing-key',
      `the recoveredConductivity of ${name}, a table over the anneal temperature`, 'nothing',
      'write e.g. recoveredConductivity: [[130 degC, 1.17 mS/cm], [200 degC, 2.04 mS/cm]]');
  }
  if (properties.isOverridden('ionicConductivity')) {
    return refuse('annealTemperature', 'contradiction', 'an ionicConductivity or an annealTemperature', 'both',
      'remove one of the two');
  }
  const range = properties.range('recoveredConductivity');
  if (range && (at < range[0] || at > range[1])) {
    const [low, high] = range.map((x) => showArgument(x, 'annealTemperature'));
    return refuse('annealTemperature', 'out-of-range',
      `an anneal of ${name} from ${low} to ${high}, where its conductivity is known`,
      showArgument(at, 'annealTemperature'), 'choose one there, or give a wider recoveredConductivity');
  }
  const conductivity = valueAt(properties.function('recoveredConductivity'), at);
  return { kind: 'annealed', conductivity, record: recordOf(properties, at, conductivity) };
}

/** Takes the place of the conductivity of the library. */
const recordOf = ({ name }: ResolvedProperties, at: number, value: number): ParameterRecord =>
  derivedRecord('electrolyte', name, 'ionicConductivity', value,
    `recoveredConductivity at ${showArgument(at, 'annealTemperature')}`);
