import type { Score } from '../results/score-schema.js';
import { dash, fixed, percent } from './format.js';
import type { TextTable } from './text-table.js';

/** Scores beside each other, each under its name; groups without a value are left out. */
export function scoreTable(title: string, scores: readonly (readonly [name: string, score: Score])[]): TextTable {
  return {
    title,
    head: [
      { title: 'capacities' },
      { title: 'values' },
      { title: 'rms', unit: 'of ln' },
      { title: 'bias', unit: 'of ln' },
      { title: 'r' },
      { title: 'nominal', unit: 'rms of ln' },
      { title: 'skill' },
      { title: '75 %', unit: 'rms of ln' },
      { title: 'skill' },
      { title: 'inside' },
    ],
    rows: scores.filter(([, { count }]) => count > 0).map(([name, score]) => [
      name,
      String(score.count),
      fixed(score.rmsLn, 2),
      signed(score.bias),
      signed(score.correlation),
      fixed(score.everythingWorks.rmsLn, 2),
      signed(score.everythingWorks.skill),
      fixed(score.alwaysThreeQuarters.rmsLn, 2),
      signed(score.alwaysThreeQuarters.skill),
      percent(score.inside),
    ]),
  };
}

/** How to read a table of scores. */
export const scoreWords =
  'rms: root mean square of ln(predicted / measured), 0.2 is a factor of 1.22. bias: its mean, above 0 where too much is '
  + 'predicted. r: correlation of the shares of the nominal capacity. nominal: a rule that always says the nominal capacity; 75 %: one that always says three '
  + 'quarters of it. skill: 1 - (rms / rms of the rule)^2, below 0 where the rule is better. inside: measured values inside the interval of '
  + 'their prediction.';

/** "+0.35", "−1.20". */
export const signed = (
  value: number | null,
): string => (value === null || !Number.isFinite(value)
  ? dash
  : `${value < 0 ? '−' : '+'}${fixed(Math.abs(value), 2)}`);
