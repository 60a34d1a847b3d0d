import type { OptimumDesign, OptimumDocument } from '../../results/optimum-schema.js';
import { formatNumber } from '../../units/quantity.js';

const withUnit = (value: number, unit: string): string => `${formatNumber(value, 4)} ${unit}`;

const profiled = ({ values }: OptimumDesign): boolean => Object.values(values).some(Array.isArray);

/** What was found, against the case as written, and what holds it there, in sentences. */
export function verdictsOf({ goals, designs, binding, asWritten }: Omit<OptimumDocument, 'verdicts'>): string[] {
  const [best] = designs;
  const [goal] = best.goals;
  const values = Object.entries(best.values).map(([key, value]) => `${key} ${[value].flat().join(' | ')}`).join(', ');
  const before = asWritten?.goals[0];
  const against = before ? `; the case as written ${withUnit(before.value, goal.unit)}` : '';
  const broken = best.constraints.filter(({ met }) => !met);
  if (broken.length > 0) {
    return [
      `No design that was found keeps ${broken.map(({ text }) => text).join(' and ')}: the nearest has ${
        broken.map(({ value, unit, text }) => `${withUnit(value, unit)} (${text})`).join(', ')
      }, at ${values}.`,
    ];
  }
  if (goals.length === 2) {
    const last = designs[designs.length - 1];
    const at = ({ goals: [a, b] }: typeof best): string =>
      `${withUnit(a.value, a.unit)} (${a.text}) with ${withUnit(b.value, b.unit)} (${b.text})`;
    return [`The front goes from ${at(best)} to ${at(last)}, ${designs.length} designs${against}.`];
  }
  return [
    `${goals[0].sense === 'maximise' ? 'Most' : 'Least'} is ${
      withUnit(goal.value, goal.unit)
    } (${goal.text}), at ${values}${against}.`,
    ...binding.map(({ sentence }) => sentence),
    ...(binding.length > 0 ? [] : [profiled(best)
      ? 'Where a point of the profile stands at its bound, wider bounds would give more; profiles have no multipliers.'
      : 'Nothing holds it: it lies inside of all bounds.']),
  ];
}
