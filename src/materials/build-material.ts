import type { ParameterRecord, Problem } from '../config/case.js';
import { FARADAY } from '../units/constants.js';
import { dimensions } from '../units/dimension.js';
import { formatQuantity } from '../units/quantity.js';
import { arrheniusFactor, arrheniusFrom } from './arrhenius.js';
import type { ActiveMaterial, PassiveMaterial, PlanarAnode } from './material.js';
import { propertiesOf, showNumber } from '../config/material-properties.js';
import type { Alternative, LibraryMaterial } from './property.js';
import type { ResolvedProperties } from './resolve-properties.js';
import { scaledFunction } from './scalar-functions.js';

/** From resolved properties to what the equations call, at the temperature of the case [K]. */

export type Built<M> =
  | { readonly ok: true; readonly material: M; readonly records: readonly ParameterRecord[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Capacity and concentration given together may differ by this much (rounding), not more. */
const agreement = 0.02;

/**
 * Lithium at stoichiometry 1 of the potential axis:  cMax = rho Q / ( F |sDischarged - sCharged| ).
 * rho density [kg m^-3], Q reversible specific capacity [C kg^-1], F [C mol^-1]. The capacity is what is measured; the axis of
 * a fitted potential need not be the lithium content of the crystal, so cMax follows.
 */
const concentrationFromCapacity = (density: number, capacity: number, window: number): number =>
  (density * capacity) / (FARADAY * window);

/** `side` is where the material stands: a cathode takes lithium up as the cell discharges, an anode gives it away. */
export function buildActiveMaterial(
  properties: ResolvedProperties, temperature: number, side: 'anode' | 'cathode' | undefined,
  { concentrationAlternatives = [], conversionFrom }: Pick<LibraryMaterial, 'concentrationAlternatives' | 'conversionFrom'> = {},
): Built<ActiveMaterial> {
  const charged = properties.number('chargedStoichiometry');
  const discharged = properties.number('dischargedStoichiometry');
  const rises = discharged > charged;
  if (discharged === charged || (side !== undefined && rises !== (side === 'cathode'))) {
    return { ok: false, problems: [reversedWindow(properties, side ?? 'cathode', charged, discharged)] };
  }
  const concentration = concentrationOf(properties, Math.abs(discharged - charged));
  if (!concentration.ok) return concentration;
  const factor = thermalFactor(properties, temperature);
  const follow = (activationEnergy: string) => arrheniusFrom(properties.number(activationEnergy), temperature);
  const { maximumConcentration, given } = concentration;
  return {
    ok: true,
    records: concentrationRecords(properties, maximumConcentration, given, concentrationAlternatives),
    material: {
      kind: 'activeMaterial',
      name: properties.name,
      density: properties.number('density'),
      ...priceOf(properties),
      maximumConcentration,
      chargedStoichiometry: charged,
      dischargedStoichiometry: discharged,
      particleRadius: properties.number('particleRadius'),
      openCircuitPotential: properties.function('openCircuitPotential'),
      diffusivity: scaledFunction(properties.function('diffusivity'), factor('diffusivityActivationEnergy')),
      electronicConductivity:
        scaledFunction(properties.function('electronicConductivity'), factor('electronicConductivityActivationEnergy')),
      electronicConductivitySpread: properties.number('electronicConductivitySpread'),
      referenceExchangeCurrentDensity:
        properties.number('referenceExchangeCurrentDensity') * factor('exchangeCurrentDensityActivationEnergy'),
      anodicTransferCoefficient: properties.number('anodicTransferCoefficient'),
      cathodicTransferCoefficient: properties.number('cathodicTransferCoefficient'),
      ...(conversionFrom && { converts: conversionFrom }),
      ...(properties.has('relativeVolume') && { relativeVolume: properties.function('relativeVolume') }),
      temperatureFactors: {
        diffusivity: follow('diffusivityActivationEnergy'),
        electronicConductivity: follow('electronicConductivityActivationEnergy'),
        exchangeCurrentDensity: follow('exchangeCurrentDensityActivationEnergy'),
      },
    },
  };
}

export function buildPlanarAnode(properties: ResolvedProperties, temperature: number): Built<PlanarAnode> {
  const factor = thermalFactor(properties, temperature)('exchangeCurrentDensityActivationEnergy');
  return {
    ok: true,
    records: properties.records,
    material: {
      kind: 'planarAnode',
      name: properties.name,
      density: properties.number('density'),
      ...priceOf(properties),
      specificCapacity: properties.number('specificCapacity'),
      equilibriumPotential: properties.number('equilibriumPotential'),
      exchangeCurrentDensity: properties.number('exchangeCurrentDensity') * factor,
      anodicTransferCoefficient: properties.number('anodicTransferCoefficient'),
      cathodicTransferCoefficient: properties.number('cathodicTransferCoefficient'),
      temperatureFactor: arrheniusFrom(properties.number('exchangeCurrentDensityActivationEnergy'), temperature),
    },
  };
}

export function buildPassiveMaterial(properties: ResolvedProperties): Built<PassiveMaterial> {
  return {
    ok: true,
    records: properties.records,
    material: {
      kind: 'passive', name: properties.name, density: properties.number('density'),
      ...priceOf(properties),
      electronicConductivity: properties.number('electronicConductivity'),
      ...(properties.has('aspectRatio') && { aspectRatio: properties.number('aspectRatio') }),
    },
  };
}

/** A material without a price has no key `price`. */
export const priceOf = (properties: ResolvedProperties): { readonly price?: number } =>
  (properties.has('price') ? { price: properties.number('price') } : {});

type Concentration =
  | { readonly ok: true; readonly maximumConcentration: number; readonly given: boolean }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Concentration and capacity say the same: what the case gives counts before what the library has, given twice it must agree. */
function concentrationOf(properties: ResolvedProperties, window: number): Concentration {
  const given = properties.has('maximumConcentration') ? properties.number('maximumConcentration') : undefined;
  const fromCapacity = properties.has('specificCapacity')
    ? concentrationFromCapacity(properties.number('density'), properties.number('specificCapacity'), window)
    : undefined;
  if (given !== undefined && (fromCapacity === undefined || !properties.isOverridden('specificCapacity'))) {
    return { ok: true, maximumConcentration: given, given: true };
  }
  if (fromCapacity === undefined) throw new Error(`${properties.name} has neither specificCapacity nor maximumConcentration`);
  const twice = given !== undefined && properties.isOverridden('maximumConcentration');
  if (twice && Math.abs(given / fromCapacity - 1) > agreement) {
    return { ok: false, problems: [capacityContradiction(properties, given, fromCapacity)] };
  }
  return { ok: true, maximumConcentration: twice ? given : fromCapacity, given: twice };
}

const thermalFactor = (properties: ResolvedProperties, temperature: number) => (activationEnergy: string): number =>
  arrheniusFactor(properties.number(activationEnergy), properties.number('referenceTemperature'), temperature);

/** The concentration joins the ledger; where a case gives it, the capacity that it replaces leaves. */
function concentrationRecords(
  properties: ResolvedProperties, value: number, given: boolean, alternatives: readonly Alternative[],
): readonly ParameterRecord[] {
  const without = (property: string) => properties.records.filter((record) => record.path !== `${properties.name}.${property}`);
  if (given) return without('specificCapacity');
  const { label, dimension } = propertiesOf('activeMaterial').maximumConcentration;
  const shown = alternatives.map(({ value: other, ...rest }) =>
    ({ value: typeof other === 'number' ? showNumber(other, dimension) : other, ...rest }));
  return [...without('maximumConcentration'), {
    path: `${properties.name}.maximumConcentration`, label, status: 'derived',
    value: showNumber(value, dimension), unit: dimensions[dimension].display,
    note: 'density * specific capacity / (F * |discharged - charged stoichiometry|)',
    ...(shown.length > 0 && { alternatives: shown }),
  }];
}

function reversedWindow(
  properties: ResolvedProperties, side: 'anode' | 'cathode', charged: number, discharged: number,
): Problem {
  return {
    key: `${properties.key}.dischargedStoichiometry`, code: 'contradiction',
    expected: `${side === 'cathode' ? 'above' : 'below'} the charged stoichiometry ${charged}`, received: `${discharged}`,
    remedy: `${side === 'cathode' ? 'a cathode takes lithium up' : 'an anode gives lithium away'} as the cell discharges: `
      + `swap the two if ${properties.name} is the ${side}`,
  };
}

function capacityContradiction(properties: ResolvedProperties, given: number, fromCapacity: number): Problem {
  return {
    key: `${properties.key}.maximumConcentration`, code: 'contradiction',
    expected: `${formatQuantity(fromCapacity, 'concentration', 5)}, which the specific capacity `
      + `${formatQuantity(properties.number('specificCapacity'), 'specificCapacity', 4)} means over this window and density`,
    received: formatQuantity(given, 'concentration', 5),
    remedy: 'give one of specificCapacity and maximumConcentration; the other follows',
  };
}
