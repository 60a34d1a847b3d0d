import type { ParameterRecord, Problem } from '../config/case.js';
import { FARADAY } from '../units/constants.js';
import { dimensions } from '../units/dimension.js';
import { formatQuantity } from '../units/quantity.js';
import { arrheniusFactor, ionicArrheniusFactor } from './arrhenius.js';
import type { ActiveMaterial, Electrolyte, PassiveMaterial, PlanarAnode } from './material.js';
import { definitionsOf, showNumber } from './property-table.js';
import type { Alternative } from './property.js';
import type { ResolvedProperties } from './resolve-properties.js';
import { scaledFunction } from './scalar-functions.js';

/** From resolved properties to what the equations call, at the temperature of the case [K]. */

export type Built<M> =
  | { readonly ok: true; readonly material: M; readonly records: readonly ParameterRecord[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Capacity and concentration given together may differ by this much (rounding), not more. */
const agreement = 0.02;

/**
 * Lithium at stoichiometry 1 of the potential axis:  cMax = rho Q / ( F (sDischarged - sCharged) ).
 * rho density [kg m^-3], Q reversible specific capacity [C kg^-1], F [C mol^-1]. The capacity is what is measured; the axis of
 * a fitted potential need not be the lithium content of the crystal, so cMax follows.
 */
const concentrationFromCapacity = (density: number, capacity: number, window: number): number =>
  (density * capacity) / (FARADAY * window);

export function buildActiveMaterial(
  properties: ResolvedProperties, temperature: number, concentrationAlternatives: readonly Alternative[] = [],
): Built<ActiveMaterial> {
  const charged = properties.number('chargedStoichiometry');
  const discharged = properties.number('dischargedStoichiometry');
  if (discharged <= charged) return { ok: false, problems: [reversedWindow(properties, charged, discharged)] };
  const fromCapacity =
    concentrationFromCapacity(properties.number('density'), properties.number('specificCapacity'), discharged - charged);
  const given = properties.has('maximumConcentration') ? properties.number('maximumConcentration') : undefined;
  if (given !== undefined && properties.isOverridden('specificCapacity') && Math.abs(given / fromCapacity - 1) > agreement) {
    return { ok: false, problems: [capacityContradiction(properties, given, fromCapacity)] };
  }
  const factor = thermalFactor(properties, temperature);
  const maximumConcentration = given ?? fromCapacity;
  return {
    ok: true,
    records: concentrationRecords(properties, maximumConcentration, given !== undefined, concentrationAlternatives),
    material: {
      kind: 'activeMaterial',
      name: properties.name,
      density: properties.number('density'),
      maximumConcentration,
      chargedStoichiometry: charged,
      dischargedStoichiometry: discharged,
      particleRadius: properties.number('particleRadius'),
      openCircuitPotential: properties.function('openCircuitPotential'),
      diffusivity: scaledFunction(properties.function('diffusivity'), factor('diffusivityActivationEnergy')),
      electronicConductivity:
        scaledFunction(properties.function('electronicConductivity'), factor('electronicConductivityActivationEnergy')),
      referenceExchangeCurrentDensity:
        properties.number('referenceExchangeCurrentDensity') * factor('exchangeCurrentDensityActivationEnergy'),
      anodicTransferCoefficient: properties.number('anodicTransferCoefficient'),
      cathodicTransferCoefficient: properties.number('cathodicTransferCoefficient'),
    },
  };
}

export function buildElectrolyte(properties: ResolvedProperties, temperature: number): Built<Electrolyte> {
  const transferenceNumber = properties.number('transferenceNumber');
  if (transferenceNumber < 1) return { ok: false, problems: [saltProblem(properties, transferenceNumber)] };
  const factor = ionicArrheniusFactor(
    properties.number('ionicConductivityActivationEnergy'), properties.number('referenceTemperature'), temperature);
  return {
    ok: true,
    records: properties.records,
    material: {
      kind: 'electrolyte', name: properties.name, density: properties.number('density'), transferenceNumber,
      ionicConductivity: properties.number('ionicConductivity') * factor,
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
      specificCapacity: properties.number('specificCapacity'),
      equilibriumPotential: properties.number('equilibriumPotential'),
      exchangeCurrentDensity: properties.number('exchangeCurrentDensity') * factor,
      anodicTransferCoefficient: properties.number('anodicTransferCoefficient'),
      cathodicTransferCoefficient: properties.number('cathodicTransferCoefficient'),
    },
  };
}

export function buildPassiveMaterial(properties: ResolvedProperties): Built<PassiveMaterial> {
  return {
    ok: true,
    records: properties.records,
    material: {
      kind: 'passive', name: properties.name, density: properties.number('density'),
      electronicConductivity: properties.number('electronicConductivity'),
    },
  };
}

const thermalFactor = (properties: ResolvedProperties, temperature: number) => (activationEnergy: string): number =>
  arrheniusFactor(properties.number(activationEnergy), properties.number('referenceTemperature'), temperature);

/** The concentration joins the ledger; where a case gives it, the capacity that it replaces leaves. */
function concentrationRecords(
  properties: ResolvedProperties, value: number, given: boolean, alternatives: readonly Alternative[],
): readonly ParameterRecord[] {
  if (given) return properties.records.filter((record) => record.path !== `${properties.name}.specificCapacity`);
  const { label, dimension } = definitionsOf('activeMaterial').maximumConcentration;
  const shown = alternatives.map(({ value: other, ...rest }) =>
    ({ value: typeof other === 'number' ? showNumber(other, dimension) : other, ...rest }));
  return [...properties.records, {
    path: `${properties.name}.maximumConcentration`, label, status: 'derived',
    value: showNumber(value, dimension), unit: dimensions[dimension].display,
    note: 'density * specific capacity / (F * (discharged - charged stoichiometry))',
    ...(shown.length > 0 && { alternatives: shown }),
  }];
}

function reversedWindow(properties: ResolvedProperties, charged: number, discharged: number): Problem {
  return {
    key: `${properties.key}.dischargedStoichiometry`, code: 'contradiction',
    expected: `above the charged stoichiometry ${charged}`, received: `${discharged}`,
    remedy: 'a cathode takes up lithium as it discharges: swap the two',
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

function saltProblem(properties: ResolvedProperties, transferenceNumber: number): Problem {
  return {
    key: `${properties.key}.transferenceNumber`, code: 'out-of-range', expected: '1 (a single-ion conductor)',
    received: `${transferenceNumber}`,
    remedy: 'salt depletion is not solved here: treat the electrolyte as single-ion and say so',
  };
}
