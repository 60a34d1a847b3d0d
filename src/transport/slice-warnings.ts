/** A layer, or a slice of the layer `sliceOf`, and what is to be said about it. */
export interface SaidOfLayer {
  readonly sliceOf?: number;
  readonly warnings: readonly string[];
}

/**
 * What the slices of one graded layer say in the same words but for the numbers is said once, with the numbers of the first of them from
 * the membrane, and in how many slices it holds.
 */
export function onceForSlices(layers: readonly SaidOfLayer[]): readonly string[] {
  const said = new Map<string, { readonly first: string; readonly sliceOf: number | undefined; count: number }>();
  layers.forEach(({ sliceOf, warnings }, place) => {
    for (const first of warnings) {
      const key = `${sliceOf ?? `layer ${place}`}: ${first.replace(/\d[\d.]*(e[-+]?\d+)?/g, '#')}`;
      const known = said.get(key);
      if (known) known.count++;
      else said.set(key, { first, sliceOf, count: 1 });
    }
  });
  return [...said.values()].map(({ first, sliceOf, count }) => {
    const slices = sliceOf === undefined ? 1 : layers.filter((layer) => layer.sliceOf === sliceOf).length;
    return slices === 1 ? first : `${first} (the first of ${count} of its ${slices} slices)`;
  });
}
