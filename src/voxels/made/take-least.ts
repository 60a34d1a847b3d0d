import { randomNumbers } from '../random-numbers.js';

/** Marks of voxels that nothing has taken yet. */
export const freeLabel = 255;

/** A part of the grid that gets its share by itself: a slice, or all of it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Gives a label to the `count` free voxels of least value. Equal values, where only some of them are wanted, are drawn by chance; what is infinite
 * comes last.
 */
export function takeLeast(labels: Uint8Array, { from, to }: Range, value: Float32Array, count: number, label: number,
  seed: number): void
{
  if (count <= 0) return;
  let open = 0;
  for (let i = from; i < to; i++) open += Number(labels[i] === freeLabel);
  const values = new Float32Array(open);
  for (let i = from, k = 0; i < to; i++) if (labels[i] === freeLabel) values[k++] = value[i];
  if (count >= open) return takeAll(labels, { from, to }, label);
  const limit = values.sort()[count - 1];
  const equal: number[] = [];
  let left = count;
  for (let i = from; i < to; i++) {
    if (labels[i] !== freeLabel) continue;
    if (value[i] < limit) {
      labels[i] = label;
      left--;
    } else if (value[i] === limit) equal.push(i);
  }
  const random = randomNumbers(seed);
  for (let k = 0; k < left; k++) {
    const drawn = k + Math.floor(random() * (equal.length - k));
    [equal[k], equal[drawn]] = [equal[drawn], equal[k]];
    labels[equal[k]] = label;
  }
}

/** Gives a label to all free voxels. */
export function takeAll(labels: Uint8Array, { from, to }: Range, label: number): void {
  for (let i = from; i < to; i++) if (labels[i] === freeLabel) labels[i] = label;
}

/** Gives a label to whole groups of equal values, least first, as many as come nearest to `count`: a plane stays a plane. */
export function takeGroups(labels: Uint8Array, { from, to }: Range, value: Float32Array, count: number,
  label: number): void
{
  const sorted = value.slice(from, to).sort();
  if (count <= 0) return;
  const at = sorted[Math.min(count, sorted.length) - 1];
  let [below, upTo] = [0, 0];
  for (const one of sorted) {
    below += Number(one < at);
    upTo += Number(one <= at);
  }
  const whole = upTo - count <= count - below;
  for (let i = from; i < to; i++) if (value[i] < at || (whole && value[i] === at)) labels[i] = label;
}
