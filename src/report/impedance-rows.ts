/** Indices of the frequencies next to whole decades, and of both ends. */
export function decadeRows(frequencies: readonly number[]): number[] {
  const last = frequencies.length - 1;
  const distance = (k: number): number => Math.abs(Math.log10(frequencies[k]) - Math.round(Math.log10(frequencies[k])));
  return frequencies.flatMap((_, k) => {
    const nearest = (k === 0 || distance(k) <= distance(k - 1)) && (k === last || distance(k) < distance(k + 1));
    return k === 0 || k === last || (nearest && distance(k) < 0.25) ? [k] : [];
  });
}
