import type { WrittenFormula } from '../config/case.js';
import { readFormula } from '../config/fields/formula.js';
import type { LibraryFunction } from './property.js';

export const isFormula = (value: unknown): value is WrittenFormula =>
  typeof value === 'object' && value !== null && 'formula' in value && 'between' in value;

/** A formula of a case as a function of the stoichiometry or the concentration in SI, with its exact slope; beyond where it holds it goes on as its tangent, or stays. */
export function formulaFunction({ formula, factor, between, concentrationUnit: unit }: WrittenFormula,
  held: boolean): LibraryFunction
{
  const reading = readFormula(formula, unit === undefined ? 's' : 'c');
  if (!reading.ok) throw new Error(`formula ${formula} was not checked`);
  const { of } = reading;
  const [low, high] = between;
  const scale = unit ?? 1;
  return {
    name: 'formula',
    property: '',
    formula,
    source: '',
    range: between,
    evaluate(x, out) {
      const inside = x < low ? low : x > high ? high : x;
      const slope = held && inside !== x ? 0 : (factor * of.slope(inside / scale)) / scale;
      out[0] = factor * of.value(inside / scale) + slope * (x - inside);
      out[1] = slope;
    },
  };
}
