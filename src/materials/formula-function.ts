import type { WrittenFormula } from '../config/case.js';
import { readFormula } from '../config/formula.js';
import type { LibraryFunction } from './property.js';

export const isFormula = (value: unknown): value is WrittenFormula =>
  typeof value === 'object' && value !== null && 'formula' in value && 'between' in value;

/** A formula of a case as a function of the stoichiometry or of the concentration in SI, with its exact slope; beyond where it holds it goes on as its tangent, or stays. */
export function formulaFunction({ formula, variable, factor, between }: WrittenFormula,
  held: boolean): LibraryFunction
{
  const reading = readFormula(formula, variable);
  if (!reading.ok) throw new Error(`formula ${formula} was not checked`);
  const { of } = reading;
  const [low, high] = between;
  return {
    name: 'formula',
    property: '',
    formula,
    source: '',
    range: between,
    evaluate(s, out) {
      const inside = s < low ? low : s > high ? high : s;
      const slope = held && inside !== s ? 0 : factor * of.slope(inside);
      out[0] = factor * of.value(inside) + slope * (s - inside);
      out[1] = slope;
    },
  };
}
