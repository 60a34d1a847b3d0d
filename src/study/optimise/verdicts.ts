import { withoutUnit } from '../../config/studies/optimise.js';
import type { LoadedOptimisation } from '../../config/studies/parse-optimise.js';
import { heldConductivity } from '../../results/held-conductivity.js';
import type { OptimumDesign, OptimumDocument } from '../../results/optimum-schema.js';
import { keyWords } from '../../results/parameter-name.js';
import { formatNumber } from '../../units/quantity.js';

type Shown = OptimumDesign['goals'][number];

/** "≈ 298 Wh/kg": the mark of a cell unlike those that the program was compared with, as run and sweep have it. */
const amount = ({ value, unit, outside }: Pick<Shown, 'value' | 'unit' | 'outside'>): string =>
  `${outside.length === 0 ? '' : '≈ '}${formatNumber(value, 4)} ${unit}`;

/** "298 Wh/kg (pouch at 1C)": a density names its unit once. */
const named = (one: Shown): string => `${amount(one)} (${withoutUnit(one.text, one.unit)})`;

const profiled = ({ values }: OptimumDesign): boolean => Object.values(values).some(Array.isArray);

/** What stays as it was measured where the composition around it is searched. */
export function heldSentences({ ranges, choices, profiles, base }: LoadedOptimisation): string[] {
  const held = heldConductivity(base.ledger.map(({ path }) => path),
    [...ranges, ...choices, ...profiles].map(({ key }) => key));
  return held === undefined ? [] : [`${held}.`];
}

/** What was found, against the case as written, and what holds it there, in sentences. */
export function verdictsOf({ goals, designs, binding, asWritten }: Omit<OptimumDocument, 'verdicts'>): string[] {
  const [best] = designs;
  const [goal] = best.goals;
  const values = Object.entries(best.values).map(([key, value]) => `${keyWords(key)} ${[value].flat().join(' | ')}`)
    .join(', ');
  const before = asWritten?.goals[0];
  const more = before ? (goals[0].sense === 'maximise' ? 1 : -1) * (before.value - goal.value) : 0;
  const against = before
    ? `; the case as written ${amount(before)}${
      more > 1e-3 * Math.abs(goal.value)
        ? ', which is better and was not searched: it lies outside of a bound or condition, or a choice has replaced a material '
          + 'with all that the case overrides of it'
        : ''
    }`
    : '';
  const broken = best.constraints.filter(({ met }) => !met);
  if (broken.length > 0) {
    return [
      `No design that was found keeps ${broken.map(({ text }) => text).join(' and ')}: the nearest has `
      + `${broken.map((one) => `${amount(one)} (${one.text})`).join(', ')}, at ${values}.`,
    ];
  }
  if (goals.length === 2) {
    const last = designs[designs.length - 1];
    const at = ({ goals: [a, b] }: typeof best): string => `${named(a)} with ${named(b)}`;
    return [designs.length === 1
      ? `One design is best in both goals: ${at(best)}, at ${values}${against}.`
      : `The front goes from ${at(best)} to ${at(last)}, ${designs.length} designs${against}.`];
  }
  return [
    `${goals[0].sense === 'maximise' ? 'Highest' : 'Lowest'} value found: ${named(goal)}, at ${values}${against}.`,
    ...binding.map(({ sentence }) => sentence),
    ...(binding.length > 0 ? [] : [profiled(best)
      ? 'If a point of the profile is at its bound, wider bounds would give more; profiles have no multipliers.'
      : 'No bound or condition limits it: it lies inside all of them.']),
  ];
}
