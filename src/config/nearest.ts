/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
export function editDistance(from: string, to: string): number {
  const rows = Array.from({ length: from.length + 1 }, (_, i) => [i, ...new Array<number>(to.length).fill(0)]);
  for (let j = 1; j <= to.length; j++) rows[0][j] = j;
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[from.length][to.length];
}

/** Half a word ("tortuosity" for "tortuosityFactor", "particleShells" for "shells") is nearer than any misspelling of two letters. */
function distanceOf(word: string, candidate: string): number {
  const [short, long] = word.length < candidate.length ? [word, candidate] : [candidate, word];
  const distance = editDistance(word, candidate);
  return short.length >= 4 && (long.startsWith(short) || long.endsWith(short)) ? Math.min(distance, 1.5) : distance;
}

/** Longer than any known word: what is longer is no misspelling of one, and the work grows with the product of the lengths. */
const longestWord = 80;

/** The known word closest to what was written, when it is close enough to be meant (at most half of its letters differ). */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined;
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const distance = distanceOf(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least && distance <= Math.max(word.length, candidate.length) / 2) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
