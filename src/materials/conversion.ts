import { FARADAY } from '../units/constants.js';
import { formatNumber, formatQuantity } from '../units/quantity.js';
import { molarMass } from './crystal.js';
import { findMaterial } from './library/index.js';
import type { ActiveMaterial } from './material.js';
import type { Property } from './property.js';

/** What converts at all is a range, whatever the case takes: no equation predicts it. Empty for materials that are filled. */
export function conversionWarnings(material: ActiveMaterial): readonly string[] {
  const { name, convertedShare = 1, density, maximumConcentration, chargedStoichiometry, dischargedStoichiometry } =
    material;
  const { crystal, properties } = findMaterial(name) ?? {};
  const reported = (properties as Readonly<Record<string, Property | undefined>> | undefined)?.convertedShare?.spread;
  if (!crystal || !reported || 'factor' in reported) return [];
  const window = Math.abs(dischargedStoichiometry - chargedStoichiometry);
  const taken = (convertedShare * FARADAY * maximumConcentration * window) / density;
  const theoretical = (FARADAY * crystal.lithium) / molarMass(crystal.formula);
  const [low, high] = [reported.low * theoretical, reported.high * theoretical];
  const show = (capacity: number): string => formatQuantity(capacity, 'specificCapacity', 3);
  return [`${name}: ${show(taken)} are taken to convert at all, reported cells reach ${show(low)} to ${show(high)}: `
    + `read capacity and energy as a range, x ${formatNumber(low / taken, 3)} to x ${formatNumber(high / taken, 3)}`];
}
