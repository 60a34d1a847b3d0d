import type { Checked, ParameterRecord, Problem } from '../config/case.js';
import { contradiction } from '../config/wording/fields.js';
import { FARADAY } from '../units/constants.js';
import { formatQuantity } from '../units/quantity.js';
import { arrheniusFactor, arrheniusFrom } from './arrhenius.js';
import { crystalWindow, type CrystalWindowResult, hasOwnAxis } from './crystal-window.js';
import { derivedRecord } from './derived-record.js';
import type { ActiveMaterial, PassiveMaterial, PlanarAnode } from './material.js';
import type { Alternative, LibraryMaterial } from './property.js';
import type { ResolvedProperties } from './resolved-properties.js';
import { scaledFunction, sumFunction, valueAt } from './scalar-functions.js';

/** Turns resolved properties into the functions that the equations call, at the temperature of the case [K]. */

export type Built<M> = Checked<{ material: M; records: readonly ParameterRecord[] }>;

/** Capacity and concentration given together may differ by this much (rounding), not more. */
const agreement = 0.02;

/**
 * Lithium at stoichiometry 1 of the potential axis:  cMax = rho Q / ( F |sDischarged - sCharged| ).
 * rho density [kg m^-3], Q reversible specific capacity [C kg^-1], F [C mol^-1]. The capacity is what is measured; the axis of
 * a fitted potential need not be the lithium content of the crystal, so cMax follows.
 */
const concentrationFromCapacity = (density: number, capacity: number, window: number): number =>
  (density * capacity) / (FARADAY * window);

type Crystal = Pick<LibraryMaterial, 'concentrationAlternatives' | 'conversionFrom' | 'crystal' | 'crystalAxis'>;

/** `side` is where the material stands: a cathode takes lithium up as the cell discharges, an anode gives it away. */
export function buildActiveMaterial(properties: ResolvedProperties, temperature: number,
  side: 'anode' | 'cathode' | undefined, of: Crystal = {}): Built<ActiveMaterial>
{
  const resolved = windowOf(properties, of);
  if (!resolved.ok) return resolved;
  const { charged, discharged, maximumConcentration, records } = resolved.window;
  const rises = discharged > charged;
  if (discharged === charged || (side !== undefined && rises !== (side === 'cathode')))
    return { ok: false, problems: [reversedWindow(properties, side ?? 'cathode', charged, discharged)] };
  const factor = thermalFactor(properties, temperature);
  const follow = (activationEnergy: string) => arrheniusFrom(properties.number(activationEnergy), temperature);
  const potentialRange = properties.function('openCircuitPotential').constant === undefined
    ? properties.range('openCircuitPotential')
    : [Math.min(charged, discharged), Math.max(charged, discharged)] as const;
  return {
    ok: true,
    // the reference of the library counts for nothing beside what was measured
    records: properties.has('exchangeCurrentDensity')
      ? records.filter(({ path }) => !path.endsWith('.referenceExchangeCurrentDensity'))
      : records,
    material: {
      kind: 'activeMaterial',
      ...whatAllHave(properties),
      maximumConcentration,
      chargedStoichiometry: charged,
      dischargedStoichiometry: discharged,
      ...asBuiltOf(properties),
      ...numbersOf(properties, ['particleRadius', 'electronicConductivitySpread', ...transferCoefficients]),
      ...potentialOf(properties, temperature),
      ...(potentialRange && { potentialRange }),
      diffusivity: scaledFunction(properties.function('diffusivity'), factor('diffusivityActivationEnergy')),
      electronicConductivity: scaledFunction(properties.function('electronicConductivity'),
        factor('electronicConductivityActivationEnergy')),
      ...exchangeCurrentOf(properties, factor('exchangeCurrentDensityActivationEnergy')),
      ...(of.conversionFrom && { converts: of.conversionFrom }),
      ...optionalNumbers(properties, ['convertedShare']),
      ...(properties.has('relativeVolume') && { relativeVolume: properties.function('relativeVolume') }),
      temperatureFactors: {
        diffusivity: follow('diffusivityActivationEnergy'),
        electronicConductivity: follow('electronicConductivityActivationEnergy'),
        exchangeCurrentDensity: follow('exchangeCurrentDensityActivationEnergy'),
      },
    },
  };
}

/** i0(1/2), and where i0(s) is given its shape, i0(s) / i0(1/2). */
function exchangeCurrentOf(properties: ResolvedProperties,
  factor: number): Pick<ActiveMaterial, 'referenceExchangeCurrentDensity' | 'exchangeCurrentShape'>
{
  if (!properties.has('exchangeCurrentDensity'))
    return { referenceExchangeCurrentDensity: factor * properties.number('referenceExchangeCurrentDensity') };
  const measured = properties.function('exchangeCurrentDensity');
  const half = valueAt(measured, 0.5);
  return { referenceExchangeCurrentDensity: factor * half, exchangeCurrentShape: scaledFunction(measured, 1 / half) };
}

export function buildPlanarAnode(properties: ResolvedProperties, temperature: number): Built<PlanarAnode> {
  const factor = thermalFactor(properties, temperature)('exchangeCurrentDensityActivationEnergy');
  return {
    ok: true,
    records: properties.records,
    material: {
      kind: 'planarAnode',
      ...whatAllHave(properties),
      ...numbersOf(properties, ['specificCapacity', 'equilibriumPotential', ...transferCoefficients]),
      exchangeCurrentDensity: properties.number('exchangeCurrentDensity') * factor,
      ...optionalNumbers(properties, ['areaSpecificResistance']),
      temperatureFactor: arrheniusFrom(properties.number('exchangeCurrentDensityActivationEnergy'), temperature),
    },
  };
}

export function buildPassiveMaterial(properties: ResolvedProperties): Built<PassiveMaterial> {
  return {
    ok: true,
    records: properties.records,
    material: {
      kind: 'passive',
      ...whatAllHave(properties),
      electronicConductivity: properties.number('electronicConductivity'),
      ...optionalNumbers(properties, ['aspectRatio']),
    },
  };
}

/** U(s) at `temperature`: U(s) of the sources plus (T - Tref) dU/dT(s), where the latter is known. */
function potentialOf(properties: ResolvedProperties,
  temperature: number): Pick<ActiveMaterial, 'openCircuitPotential' | 'entropicCoefficient'>
{
  const openCircuitPotential = properties.function('openCircuitPotential');
  if (!properties.has('entropicCoefficient')) return { openCircuitPotential };
  const entropicCoefficient = properties.function('entropicCoefficient');
  const shift = temperature - properties.number('referenceTemperature');
  return { entropicCoefficient, openCircuitPotential: shift === 0
    ? openCircuitPotential
    : sumFunction(openCircuitPotential, scaledFunction(entropicCoefficient, shift)) };
}

const transferCoefficients = ['anodicTransferCoefficient', 'cathodicTransferCoefficient'] as const;

/** Name and density of a material, and its price where it has one. */
export const whatAllHave = (properties: ResolvedProperties) => ({ name: properties.name,
  ...numbersOf(properties, ['density']), ...optionalNumbers(properties, ['price']) });

/** Numbers of a material by name. */
const numbersOf = <N extends string>(properties: ResolvedProperties, names: readonly N[]) =>
  Object.fromEntries(names.map((name) => [name, properties.number(name)])) as Record<N, number>;

/** What library or case give of these, by name. */
export const optionalNumbers = <N extends string>(properties: ResolvedProperties,
  names: readonly N[]): Partial<Record<N, number>> =>
  numbersOf(properties, names.filter((name) => properties.has(name)));

type Concentration = Checked<{ maximumConcentration: number; given: boolean }>;

/** On an axis of its own a case gives this itself, or the cell is built discharged. */
const asBuiltOf = (properties: ResolvedProperties): Pick<ActiveMaterial, 'asBuiltStoichiometry'> =>
  properties.isOverridden('asBuiltStoichiometry')
    || (properties.has('asBuiltStoichiometry') && !hasOwnAxis(properties))
    ? { asBuiltStoichiometry: properties.number('asBuiltStoichiometry') }
    : {};

/** Window and concentration: of the crystal where the potential lives on its axis, else as library and case give them. */
function windowOf(properties: ResolvedProperties,
  { crystal, crystalAxis, concentrationAlternatives = [] }: Crystal): CrystalWindowResult
{
  if (crystal && crystalAxis && !hasOwnAxis(properties))
    return crystalWindow(properties, crystal, concentrationAlternatives);
  const charged = properties.number('chargedStoichiometry');
  const discharged = properties.number('dischargedStoichiometry');
  const concentration = concentrationOf(properties, Math.abs(discharged - charged));
  if (!concentration.ok) return concentration;
  const { maximumConcentration, given } = concentration;
  const records = concentrationRecords(properties, maximumConcentration, given, concentrationAlternatives);
  return { ok: true, window: { charged, discharged, maximumConcentration, records } };
}

/** Concentration and capacity say the same: what the case gives counts before what the library has, given twice it must agree. */
function concentrationOf(properties: ResolvedProperties, window: number): Concentration {
  const given = properties.has('maximumConcentration') ? properties.number('maximumConcentration') : undefined;
  const fromCapacity = properties.has('specificCapacity')
    ? concentrationFromCapacity(properties.number('density'), properties.number('specificCapacity'), window)
    : undefined;
  if (given !== undefined && (fromCapacity === undefined || !properties.isOverridden('specificCapacity')))
    return { ok: true, maximumConcentration: given, given: true };
  if (fromCapacity === undefined)
    throw new Error(`${properties.name} has neither specificCapacity nor maximumConcentration`);
  const twice = given !== undefined && properties.isOverridden('maximumConcentration');
  if (twice && Math.abs(given / fromCapacity - 1) > agreement)
    return { ok: false, problems: [capacityContradiction(properties, given, fromCapacity)] };
  return { ok: true, maximumConcentration: twice ? given : fromCapacity, given: twice };
}

const thermalFactor = (properties: ResolvedProperties, temperature: number) => (activationEnergy: string): number =>
  arrheniusFactor(properties.number(activationEnergy), properties.number('referenceTemperature'), temperature);

/** The concentration joins the ledger; where a case gives it, the capacity that it replaces leaves. */
function concentrationRecords(properties: ResolvedProperties, value: number, given: boolean,
  alternatives: readonly Alternative[]): readonly ParameterRecord[]
{
  const without = (property: string) =>
    properties.records.filter((record) => record.path !== `${properties.name}.${property}`);
  if (given) return without('specificCapacity');
  return [
    ...without('maximumConcentration'),
    derivedRecord('activeMaterial', properties.name, 'maximumConcentration', value,
      'density * specific capacity / (F * |discharged - charged stoichiometry|)', alternatives),
  ];
}

function reversedWindow(properties: ResolvedProperties, side: 'anode' | 'cathode', charged: number,
  discharged: number): Problem
{
  return {
    key: `${properties.key}.dischargedStoichiometry`,
    ...contradiction(`${side === 'cathode' ? 'above' : 'below'} the charged stoichiometry ${charged}`, `${discharged}`,
      `${side === 'cathode' ? 'a cathode takes lithium up' : 'an anode gives lithium away'} as the cell discharges: `
        + `swap the two if ${properties.name} is the ${side}`),
  };
}

function capacityContradiction(properties: ResolvedProperties, given: number, fromCapacity: number): Problem {
  return { key: `${properties.key}.maximumConcentration`,
    ...contradiction(`${formatQuantity(fromCapacity, 'concentration', 5)}, which the specific capacity `
      + `${formatQuantity(properties.number('specificCapacity'), 'specificCapacity', 4)} means over this window `
      + 'and density', formatQuantity(given, 'concentration', 5),
      'give one of specificCapacity and maximumConcentration; the other follows') };
}
