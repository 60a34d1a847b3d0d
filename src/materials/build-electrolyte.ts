import type { ParameterRecord, Problem } from '../config/case.js';
import { propertiesOf } from '../config/material-properties.js';
import { annealedConductivity, type Annealed } from './annealing.js';
import { arrheniusFactor, arrheniusFrom, ionicArrheniusFactor } from './arrhenius.js';
import { priceOf, type Built } from './build-material.js';
import { grainBoundariesOf, missingOfBoundaries, withGrainBoundaries } from './grain-boundaries.js';
import type { Electrolyte, SaltElectrolyte, ScalarFunction } from './material.js';
import type { LibraryMaterial } from './property.js';
import type { ResolvedProperties } from './resolve-properties.js';
import { scaledFunction } from './scalar-functions.js';

/** What a salt needs beside its conductivity. */
const ofSalt = ['initialConcentration', 'saltDiffusivity'] as const;

/** What only a single-ion conductor has. */
const ofSolids = ['grainSize', 'grainBoundaryResistance', 'grainBoundaryActivationEnergy', 'annealTemperature', 'recoveredConductivity'];

/** A transference number of 1 makes a single-ion conductor; anything else, a number or a function, a salt that moves. */
export function buildElectrolyte(
  properties: ResolvedProperties, temperature: number, { sintered }: Pick<LibraryMaterial, 'sintered'> = {},
): Built<Electrolyte> {
  const { constant } = properties.function('transferenceNumber');
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
  const activationEnergy = properties.number('ionicConductivityActivationEnergy');
  const grain = annealed.kind === 'annealed' ? annealed.conductivity
    : conductivity.constant ?? valueOf(conductivity, properties.number('initialConcentration'));
  const boundaries = grainBoundariesOf(properties);
  const at = (t: number): number => {
    const inGrains = grain * ionicArrheniusFactor(activationEnergy, reference, t);
    return boundaries ? withGrainBoundaries(inGrains, boundaries, reference, t) : inGrains;
  };
  const { name } = properties;
  const ionicConductivity = at(temperature);
  return {
    ok: true,
    records: singleIonRecords(properties, annealed),
    material: {
      kind: 'electrolyte', name, density: properties.number('density'), ...priceOf(properties), transferenceNumber: 1,
      ionicConductivity, temperatureFactor: (t) => at(t) / ionicConductivity, ...sizeOf(properties),
      // a conductivity of the case's own is what its author says it is
      ...(sintered && annealed.kind !== 'annealed' && !properties.isOverridden('ionicConductivity') && { sintered }),
    },
  };
}

/** Without what belongs to salts, and what an anneal replaces or nobody asked for. */
function singleIonRecords({ name, records }: ResolvedProperties, annealed: Annealed): readonly ParameterRecord[] {
  const definitions = propertiesOf('electrolyte');
  const unused = annealed.kind === 'annealed' ? 'ionicConductivity' : 'recoveredConductivity';
  const used = records.filter(({ path }) => {
    const property = path.slice(name.length + 1);
    return !definitions[property].ofSalt && property !== unused;
  });
  return annealed.kind === 'annealed' ? [...used, annealed.record] : used;
}

/**
 * A salt in a liquid or polymer. kappa and D follow exp(Ea/R (1/Tref - 1/T)), the customary form for liquids, at every
 * concentration alike; t+ and chi are taken as independent of temperature.
 */
function buildSalt(properties: ResolvedProperties, temperature: number): Built<Electrolyte> {
  const notOfSalts = ofSolids.find((property) => properties.isOverridden(property));
  if (notOfSalts) return { ok: false, problems: [solidOnly(properties, notOfSalts)] };
  const missing = ofSalt.filter((property) => !properties.has(property));
  if (missing.length > 0) return { ok: false, problems: [saltMissing(properties, missing)] };
  const energyOf = (property: string): number => properties.number(`${property}ActivationEnergy`);
  const scaled = (property: string): ScalarFunction => scaledFunction(properties.function(property),
    arrheniusFactor(energyOf(property), properties.number('referenceTemperature'), temperature));
  const salt: SaltElectrolyte = {
    initialConcentration: properties.number('initialConcentration'),
    referenceConcentration: properties.number('referenceConcentration'),
    conductivity: scaled('ionicConductivity'),
    diffusivity: scaled('saltDiffusivity'),
    transferenceNumber: properties.function('transferenceNumber'),
    thermodynamicFactor: properties.function('thermodynamicFactor'),
    temperatureFactors: {
      conductivity: arrheniusFrom(energyOf('ionicConductivity'), temperature),
      diffusivity: arrheniusFrom(energyOf('saltDiffusivity'), temperature),
    },
  };
  return {
    ok: true,
    records: properties.records,
    material: {
      kind: 'electrolyte', name: properties.name, density: properties.number('density'), ...priceOf(properties), salt,
      ionicConductivity: valueOf(salt.conductivity, salt.initialConcentration),
      ...sizeOf(properties),
      transferenceNumber: valueOf(salt.transferenceNumber, salt.initialConcentration),
    },
  };
}

const sizeOf = (properties: ResolvedProperties): { readonly particleRadius?: number } =>
  (properties.has('particleRadius') ? { particleRadius: properties.number('particleRadius') } : {});

function valueOf(f: ScalarFunction, x: number): number {
  const out = new Float64Array(2);
  f.evaluate(x, out);
  return out[0];
}

function saltMissing({ key, name }: ResolvedProperties, missing: readonly string[]): Problem {
  return {
    key: `${key}.${missing[0]}`, code: 'missing-key', received: 'nothing',
    expected: `${missing.join(' and ')} of ${name}, because its transference number is below 1`,
    remedy: `add ${missing.length > 1 ? 'them' : 'it'}, or write transferenceNumber: 1 to treat it as a single-ion conductor`,
  };
}

function concentrationMissing({ key, name }: ResolvedProperties): Problem {
  return {
    key: `${key}.initialConcentration`, code: 'missing-key', received: 'nothing',
    expected: `the initialConcentration of ${name}, because its conductivity is a function of it`,
    remedy: 'add it, or give the conductivity as a number',
  };
}

function solidOnly({ key, name }: ResolvedProperties, property: string): Problem {
  return {
    key: `${key}.${property}`, code: 'contradiction', received: `${name}, whose transference number is below 1`,
    expected: `a single-ion conductor beside its ${property}`, remedy: `remove ${property}, or write transferenceNumber: 1`,
  };
}
