/** Puts the value of a dotted key into a case that is being written. */
export function placeKey(data: Record<string, unknown>, [step, ...below]: readonly string[], value: unknown): void {
  if (below.length === 0) {
    data[step] = value;
    return;
  }
  const inside = (data[step] ??= {}) as Record<string, unknown>;
  placeKey(inside, below, value);
}
