import { GAS_CONSTANT } from '../units/constants.js';
import type { TemperatureFactor } from './material.js';

/**
 * value(T) / value(Tref) = exp( Ea/R (1/Tref - 1/T) ).
 * Ea activation energy [J mol^-1], R gas constant [J mol^-1 K^-1], T and Tref [K]. For diffusivities, exchange currents and
 * electronic conductivities (doi 10.1039/d1ee00551k, eq. 2).
 */
export const arrheniusFactor = (activationEnergy: number, referenceTemperature: number, temperature: number): number =>
  Math.exp((activationEnergy / GAS_CONSTANT) * (1 / referenceTemperature - 1 / temperature));

/**
 * sigma(T) / sigma(Tref) = (Tref/T) exp( Ea/R (1/Tref - 1/T) ), that is sigma T = A0 exp(-Ea/RT).
 * For ions hopping in a solid electrolyte (doi 10.1039/d1ee00551k, eq. 3): the activation energies that the library takes from
 * Table 1 of that review belong to this form. Between 25 and 60 degC it is 10 % below the form without the factor Tref/T.
 */
export const ionicArrheniusFactor = (activationEnergy: number, referenceTemperature: number,
  temperature: number): number =>
  (referenceTemperature / temperature) * arrheniusFactor(activationEnergy, referenceTemperature, temperature);

/** How a property goes on from its value at `temperature` [K]; undefined where it does not depend on it. */
export const arrheniusFrom = (activationEnergy: number, temperature: number):
  | TemperatureFactor
  | undefined => (activationEnergy === 0 ? undefined : (t) => arrheniusFactor(activationEnergy, temperature, t));

/**
 * value(T) / value(Tref) = exp( B (1/(Tref - T0) - 1/(T - T0)) ),  B = Ea/R ((Tref - T0)/Tref)^2.
 * Vogel, Tammann and Fulcher, for ions that move with the segments of a polymer; T0 Vogel temperature [K], customarily some 50 K below the
 * glass transition. Ea is the slope -R dln(value)/d(1/T) at Tref, so that Arrhenius is the tangent (and T0 = 0 is Arrhenius).
 */
export function vogelFactor(activationEnergy: number, referenceTemperature: number, vogelTemperature: number,
  temperature: number): number
{
  const above = referenceTemperature - vogelTemperature;
  const constant = (activationEnergy / GAS_CONSTANT) * (above / referenceTemperature) ** 2;
  return Math.exp(constant * (1 / above - 1 / (temperature - vogelTemperature)));
}
