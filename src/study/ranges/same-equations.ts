import type { ScalarFunction } from '../../materials/material.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';

/**
 * Whether two cells have the same equations, start and protocol, number by number: they run alike to the last bit, whatever they weigh and cost.
 * False also where this cannot be seen.
 */
export const haveSameEquations = (one: PreparedCase, other: PreparedCase): boolean =>
  alike(whatRuns(one), whatRuns(other));

/** The lithium of an anode is counted from what the cell says of it. */
const whatRuns = ({ model, case: { protocol, numerics, anode, cell } }: PreparedCase) => ({ model, protocol, numerics,
  anode, nToPBasis: cell.nToPBasis, builtAs: cell.cathodeAsBuilt, efficiency: cell.firstCycleEfficiency });

/** Of a material, in no equation. */
const besideEquations: readonly string[] = ['price', 'electronicConductivitySpread'];

function alike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one === 'function' && typeof other === 'function') {
    return temperatures.every((at) => Object.is((one as Evaluated)(at), (other as Evaluated)(at)));
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if ('evaluate' in one && 'evaluate' in other) return evaluateAlike(one as ScalarFunction, other as ScalarFunction);
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length
    && keys.every((key) =>
      besideEquations.includes(key)
      || (Object.hasOwn(other, key) && alike(one[key as keyof typeof one], other[key as keyof typeof other]))
    );
}

type Evaluated = (at: number) => unknown;

/** A function stands for its values: of a stoichiometry or of a salt [mol m^-3], and with its slope; one of a temperature [K]. */
const places = [...Array.from({ length: 33 }, (_, i) => i / 32), 300, 1000, 1200, 3000];
const temperatures = [260, 298.15, 340];

function evaluateAlike(one: ScalarFunction, other: ScalarFunction): boolean {
  const [own, others] = [new Float64Array(2), new Float64Array(2)];
  return Object.is(one.constant, other.constant) && places.every((at) => {
    one.evaluate(at, own);
    other.evaluate(at, others);
    return Object.is(own[0], others[0]) && Object.is(own[1], others[1]);
  });
}
