import type { Problem } from '../config/case.js';
import { ionicArrheniusFactor } from './arrhenius.js';
import type { ResolvedProperties } from './resolve-properties.js';

const keys = ['grainSize', 'grainBoundaryResistance', 'grainBoundaryActivationEnergy'] as const;

/** What stands in series with the grains. */
export interface GrainBoundaries {
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
export function withGrainBoundaries(
  grain: number,
  { size, resistance, activationEnergy }: GrainBoundaries,
  referenceTemperature: number,
  temperature: number,
): number {
  const across = resistance / ionicArrheniusFactor(activationEnergy, referenceTemperature, temperature);
  return 1 / (1 / grain + across / size);
}

/** Undefined where none are given; what is missing of them is told. */
export function grainBoundariesOf(properties: ResolvedProperties): GrainBoundaries | undefined {
  if (!keys.every((key) => properties.has(key))) return undefined;
  const [size, resistance, activationEnergy] = keys.map((key) => properties.number(key));
  return { size, resistance, activationEnergy };
}

export function missingOfBoundaries(properties: ResolvedProperties): Problem[] {
  const missing = keys.filter((key) => !properties.has(key));
  if (missing.length === 0 || missing.length === keys.length) return [];
  return [{
    key: `${properties.key}.${missing[0]}`,
    code: 'missing-key',
    received: 'nothing',
    expected: `${missing.join(' and ')} of ${properties.name}, beside what is given of its grain boundaries`,
    remedy: `add ${missing.length > 1 ? 'them' : 'it'}; only resistance over size matters`,
  }];
}
