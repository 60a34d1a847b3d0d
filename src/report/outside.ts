import { entry, type Sentence } from './blocks/block.js';

/** Before a number of a cell that is unlike those that the program was compared with. */
export const about = ({ outside }: { readonly outside: readonly unknown[] | string }): string =>
  outside.length === 0 ? '' : '≈ ';

/** What the mark says, and why; empty where every cell is like those compared. */
export function outsideWords(reasons: readonly string[]): string {
  const all = [...new Set(reasons)];
  return all.length === 0
    ? ''
    : `a cell unlike those that the program was compared with (≈: the middle of a wide band, which "catholith run" says): ${
      all.join(' | ')
    }`;
}

/** The same as a line of a card. */
export const outsideReasons = (reasons: readonly string[]): Sentence[] =>
  reasons.length === 0 ? [] : [entry('outside', outsideWords(reasons))];

/** What a network learned of such cells. */
export const outsideRows = (count: number): Sentence[] =>
  count === 0 ? [] : [
    entry('outside',
      `${count} rows of the sweep are of cells unlike those that the program was compared with: there the solver itself is the middle of a `
        + 'wide band; catholith run says which'),
  ];
