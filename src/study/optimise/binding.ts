import { withoutUnit } from '../../config/studies/optimise.js';
import type { LoadedOptimisation } from '../../config/studies/parse-optimise.js';
import { valueAt } from '../../config/studies/sweep.js';
import type { OptimumDocument } from '../../results/optimum-schema.js';
import { beginning, keyWords } from '../../results/parameter-name.js';
import { formatNumber } from '../../units/quantity.js';
import type { SmoothOptimum } from './sequential-quadratic.js';

/** Below this share of the goal per unit cube a bound holds nothing. */
const noticeable = 1e-4;

/**
 * What holds an optimum where it is, with its multiplier: what the goal gains by one more unit of room. Along a logarithm of a number p
 * the unit of z is p ln(to / from).
 */
export function bindingOf({ goals, constraints, ranges }: LoadedOptimisation,
  { z, multipliers, lower, upper }: SmoothOptimum, scales: readonly number[]): OptimumDocument['binding']
{
  const [{ measure, sign }] = goals;
  const perUnit = scales[0] / measure.si;
  const goal = withoutUnit(measure.text, measure.unit);
  const gainText = (gain: number): string =>
    `${formatNumber(Math.abs(gain), 2)} ${measure.unit} ${sign === 1 ? 'more' : 'less'}`;
  const conditions = constraints.flatMap((constraint, c) => {
    if (!(multipliers[c] > noticeable)) return [];
    const { unit, si } = constraint.measure;
    const gain = (multipliers[c] / scales[goals.length + c]) * si * perUnit;
    const point = unit === '%' ? 'percentage point' : unit;
    return [{ what: constraint.text, unit: point, gain,
      sentence: `${constraint.text} holds it: 1 ${point} of room would give ${gainText(gain)} (${goal}).` }];
  });
  const ends = ranges.flatMap((range, i) =>
    ([['from', lower[i], 'less'], ['to', upper[i], 'more']] as const).flatMap(([end, multiplier, way]) => {
      if (!(multiplier > noticeable)) return [];
      const here = valueAt(range, z[i]);
      const slope = range.spacing === 'log' ? here * Math.log(range.to / range.from) : range.to - range.from;
      const gain = (multiplier / slope) * perUnit;
      const unit = range.unit === '' ? 'unit' : range.unit;
      return [{ what: `${range.key} ${end}`, unit, gain,
        sentence: `${beginning(keyWords(range.key))} ends at its bound, ${formatNumber(range[end], 4)} `
          + `${range.unit}: 1 ${unit} ${way} would give ${gainText(gain)}.` }];
    })
  );
  return [...conditions, ...ends].sort((a, b) => Math.abs(b.gain) - Math.abs(a.gain));
}
