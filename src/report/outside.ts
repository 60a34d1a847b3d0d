import type { RateResult } from '../results/result-schema.js';
import { entry, type Sentence } from './blocks/block.js';

/** Before a number of a cell that is unlike the measured cells for comparison. */
export const aboutSign = ({ outside }: { readonly outside: readonly unknown[] | string }): string =>
  outside.length === 0 ? '' : '≈ ';

/** The same before a number of a rate that was solved without ranges. */
export const aboutRate = ({ outside = [] }: Pick<RateResult, 'outside'>): string => aboutSign({ outside });

const meaning =
  'a cell unlike the measured cells for comparison (≈: as computed, within a wide interval that "catholith run" gives)';

/** What the mark says and why, reason by reason; empty where every cell is like those compared. */
function outsideLines(reasons: readonly string[]): readonly string[] {
  const [first, ...others] = new Set(reasons);
  return first === undefined ? [] : [`${meaning}: ${first}`, ...others];
}

/** All of it in one sentence. */
export const outsideWords = (reasons: readonly string[]): string => outsideLines(reasons).join(' | ');

/** The same as lines of a card. */
export const outsideReasons = (reasons: readonly string[]): Sentence[] =>
  outsideLines(reasons).map((line) => entry('outside', line));

/** What a network learned of such cells. */
export const outsideRows = (count: number): Sentence[] =>
  count === 0 ? [] : [
    entry('outside',
      `${count} rows of the sweep are of cells unlike the measured cells for comparison: there the solver itself gives a number `
        + 'within a wide interval, which "catholith run" prints'),
  ];
