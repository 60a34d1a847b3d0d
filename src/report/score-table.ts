import type { Score } from '../results/score-schema.js';
import { dash, fixed, percent } from './format.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

/** Scores beside each other, each under its name; groups without a value are left out. */
export const scoreTable = (title: string, scores: readonly (readonly [name: string, score: Score])[]): TextTable =>
  tableOf(title, scores.filter(([, { count }]) => count > 0), [
    words('capacities', ([name]) => name),
    column('values', '', ([, { count }]) => String(count)),
    column('rms', 'of ln', ([, { rmsLn }]) => fixed(rmsLn, 2)),
    column('bias', 'of ln', ([, { bias }]) => signed(bias)),
    column('r', '', ([, { correlation }]) => signed(correlation)),
    column('nominal', 'rms of ln', ([, { everythingWorks }]) => fixed(everythingWorks.rmsLn, 2)),
    column('skill', '', ([, { everythingWorks }]) => signed(everythingWorks.skill)),
    column('75 %', 'rms of ln', ([, { alwaysThreeQuarters }]) => fixed(alwaysThreeQuarters.rmsLn, 2)),
    column('skill', '', ([, { alwaysThreeQuarters }]) => signed(alwaysThreeQuarters.skill)),
    column('inside', '', ([, { inside }]) => percent(inside)),
  ]);

/** Explanation of a table of scores. */
export const scoreWords =
  'rms: root mean square of ln(predicted / measured), 0.2 is a factor of 1.22. bias: its mean, above 0 where too much is '
  + 'predicted. r: correlation of the shares of the nominal capacity. nominal: a rule that always says the nominal capacity; 75 %: one that always says three '
  + 'quarters of it. skill: 1 - (rms / rms of the rule)^2, below 0 where the rule is better. inside: measured values inside the interval of '
  + 'their prediction.';

/** "+0.35", "−1.20". */
const signed = (value: number | null): string =>
  value === null || !Number.isFinite(value)
    ? dash
    : `${value < 0 ? '−' : '+'}${fixed(Math.abs(value), 2)}`;
