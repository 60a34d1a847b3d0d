import type { UnitCell } from '../../config/case.js';
import type { CellMesh } from '../cell-mesh.js';
import { columnMesh, type Place } from '../column-mesh.js';
import { type Columns, strips } from '../columns.js';
import { symmetricWidths } from '../grading.js';
import type { IntervalRegion } from '../interval-mesh.js';
import { lineOf } from '../stack-line.js';

type RoughMembrane = Extract<UnitCell, { readonly kind: 'roughMembrane' }>;

/** Fewest and most cells through the depth that the face passes. */
const [fewestCells, mostCells] = [8, 120];

/**
 * Membrane and cathode that meet at a face x = d + h(y). Between the lowest and the highest point of it the line through the thickness is even,
 * and the half of its places that lies lowest against the face is membrane, so that both layers keep their volume. The face is
 * one of steps; each stands for as much of the inclined one as its normal has of the step's,
 *
 *   area of the inclined face = sum over the steps of |n| A,   n the normal along or across, h' = dh/dy,   |n| = 1/sqrt(1 + h'^2) and |h'| times that
 */
export function roughMembraneMesh(parts: readonly IntervalRegion[], unitCell: RoughMembrane): CellMesh {
  const face = waves(unitCell);
  const columns = strips(new Float64Array(unitCell.cells).fill(face.width / unitCell.cells));
  const height = columns.y.map((y) => face.height(y));
  const peak = height.reduce((most, h) => Math.max(most, Math.abs(h)), 0);
  const membrane = parts.findLastIndex(({ kind }) => kind === 'membrane');
  const width = columns.section / columns.count;
  const half = Math.ceil(Math.min(mostCells, Math.max(fewestCells, (2 * peak) / width)) / 2);
  const line = lineOf(parts, parts.map(({ thickness, cells, grading }, i) => {
    const flat = (length: number): Float64Array => symmetricWidths(length, cells, grading);
    const steps = new Array<number>(half).fill(peak / half);
    if (i === membrane) return Float64Array.from([...flat(thickness - peak), ...steps]);
    return i === membrane + 1 ? Float64Array.from([...steps, ...flat(thickness - peak)]) : flat(thickness);
  }));
  const firstStep = line.layerOf.indexOf(membrane + 1) - half;
  const middle = parts.slice(0, membrane + 1).reduce((sum, { thickness }) => sum + thickness, 0);
  const isMembrane = lowest(line.centre.subarray(firstStep, firstStep + 2 * half), height, middle);
  const slope = slopes(face, columns);
  const regionAt = ({ depth, column }: Place): number => {
    const step = depth - firstStep;
    return step >= 0 && step < 2 * half ? membrane + (isMembrane(step, column) ? 0 : 1) : line.layerOf[depth];
  };
  return columnMesh({
    columns,
    widths: line.widths,
    regions: line.names,
    regionAt,
    slant: (owner, neighbour) => {
      const meeting = regionAt(owner) + regionAt(neighbour) === 2 * membrane + 1;
      return meeting ? (owner.column === neighbour.column ? slope.along(owner.column) : slope.across(owner.column)) : 1;
    },
  });
}

/** The half of the places whose middles lie lowest against the face. */
function lowest(centre: Float64Array, height: Float64Array, middle: number): (step: number, column: number) => boolean {
  const places = Array.from(centre,
    (x, step) => Array.from(height, (h, column) => ({ step, column, above: x - middle - h }))).flat().sort((a, b) =>
      a.above - b.above
    );
  const below = new Uint8Array(centre.length * height.length);
  for (const { step, column } of places.slice(0, places.length / 2)) below[step * height.length + column] = 1;
  return (step, column) => below[step * height.length + column] === 1;
}

/** No step stands for less than this share of itself: what is level has none across. */
const least = 1e-3;

function slopes(face: Waves, { y, count, section }: Columns) {
  const along = Float64Array.from(y, (at) => 1 / Math.hypot(1, face.slope(at)));
  const across = Float64Array.from(y, (at) => {
    const steep = Math.abs(face.slope(at + section / count / 2));
    return Math.max(least, steep / Math.hypot(1, steep));
  });
  return { along: (column: number): number => along[column], across: (column: number): number => across[column] };
}

/** The height of a face along y and its slope; level at both ends of the width [m]. */
export interface Waves {
  readonly width: number;
  height(y: number): number;
  slope(y: number): number;
}

/** Of a rough face: its longest wave over its shortest, and waves in half a width. */
const longest = 4;
const inWidth = 2;

/**
 * A corrugated face over half a wave, h = a cos(2 pi y/l); a rough one as waves of random height from l to 4 l over eight l,
 *
 *   h = sum_k ak cos(k pi y/W),   a^2/2 the mean square of both
 */
export function waves(
  { amplitude, wavelength, profile, seed }: Pick<Extract<UnitCell, { readonly kind: 'roughMembrane' }>,
    'amplitude' | 'wavelength' | 'profile' | 'seed'>,
): Waves {
  const width = profile === 'corrugated' ? wavelength / 2 : inWidth * longest * wavelength;
  const numbers = profile === 'corrugated' ? [1] : range(2 * inWidth, 2 * inWidth * longest);
  const random = uniform(seed);
  const heights = numbers.map(() => (profile === 'corrugated' ? 1 : 2 * random() - 1));
  const scale = amplitude / Math.hypot(...heights);
  const sum = (of: (k: number) => number): number =>
    heights.reduce((total, height, i) => total + scale * height * of((numbers[i] * Math.PI) / width), 0);
  return {
    width,
    height: (y) => sum((k) => Math.cos(k * y)),
    slope: (y) => sum((k) => -k * Math.sin(k * y)),
  };
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Numbers between 0 and 1 that a seed decides (Park and Miller, 10.1145/63039.63042). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
