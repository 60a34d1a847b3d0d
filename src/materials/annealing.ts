import type { ParameterRecord, Problem } from '../config/case.js';
import { propertiesOf, showArgument, showNumber } from '../config/material-properties.js';
import { dimensions } from '../units/dimension.js';
import type { ResolvedProperties } from './resolve-properties.js';
import { valueAt } from './scalar-functions.js';

export type Annealed =
  | { readonly kind: 'not' }
  | { readonly kind: 'annealed'; readonly conductivity: number; readonly record: ParameterRecord }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * A solution process leaves an electrolyte that conducts little; heat gives its conductivity back. kappa(anneal temperature) is a table of
 * the material, interpolated in the logarithm and refused beyond its ends: nobody measured there, and above some temperature the
 * electrolyte decomposes.
 */
export function annealedConductivity(properties: ResolvedProperties): Annealed {
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
function recordOf({ name }: ResolvedProperties, at: number, value: number): ParameterRecord {
  const { label, dimension } = propertiesOf('electrolyte').ionicConductivity;
  return {
    path: `${name}.ionicConductivity`,
    label,
    value: showNumber(value, dimension),
    unit: dimensions[dimension].display,
    status: 'derived',
    note: `recoveredConductivity at ${showArgument(at, 'annealTemperature')}`,
  };
}
