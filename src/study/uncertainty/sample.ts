import { randomNumbers } from '../../voxels/random-numbers.js';
import { sobolPoint } from '../sweep/sobol.js';

/** Two independent points of the unit cube, of one row of a sample: what Saltelli calls A and B. */
export interface SampleRow {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Numbers of one sample; another one gives another sample of the same quality. */
const sampleSeed = 17;

/**
 * Row `index` of a Sobol sample in twice as many dimensions as there are parameters, shifted digit by digit by random bits
 * (10.1016/j.cpc.2009.09.018 for the scheme): every row is uniform, together they fill the cube evenly.
 */
export function sampleRow(index: number, parameters: number, seed = sampleSeed): SampleRow {
  const random = randomNumbers(seed);
  const point = sobolPoint(index, 2 * parameters).map((coordinate) => {
    const shift = Math.floor(random() * 2 ** 32);
    // the middle of the smallest cell: no coordinate is 0
    return (((coordinate * 2 ** 32) ^ shift) >>> 0) / 2 ** 32 + 2 ** -33;
  });
  return { a: point.slice(0, parameters), b: point.slice(parameters) };
}

/** A with coordinate i of B. */
export const mixed = ({ a, b }: SampleRow, i: number): readonly number[] =>
  a.map((coordinate, k) => (k === i ? b[k] : coordinate));
