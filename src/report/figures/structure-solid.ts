import type { SegmentedImage } from '../../voxels/segmented-image.js';
import { caption, type Figure, sheetWithLegend } from './figure.js';
import { coloursOf, phaseWords } from './phase-colours.js';
import { pictureAt, pixels } from './raster.js';

const side = 330;
const gap = 24;

/** A view of the box from above its front corner: which phases are seen, the others being air. */
export interface SolidView {
  readonly words: string;
  readonly phases: readonly string[];
}

/** The structure seen from a corner, every voxel a cube: one panel per view. The membrane (z = 0) is on top. */
export function structureSolid(image: SegmentedImage, views: readonly SolidView[]): Figure {
  const colours = coloursOf(image.phases);
  const parts = views.flatMap(({ words, phases }, k) => {
    const seen = image.phaseOf.map((phase) => Number(phases.includes(image.phases[phase])));
    const x = 12 + k * (side + gap);
    return [caption(x, 20, words), pictureAt(x, 30, side, side, picture(image, seen, colours))];
  });
  const shown = image.phases.filter((name) => views.some(({ phases }) => phases.includes(name)));
  const title = 'The structure from a corner';
  return {
    name: 'structure-solid',
    title,
    caption:
      'The box from above its front corner, the membrane on top, every voxel a cube in the colour of its phase; light from the upper left, '
      + 'darker further away. What is not in a panel\'s list is left out, so that one looks through it.',
    svg: sheetWithLegend(title, { width: 12 + views.length * (side + gap), height: side + 40, left: 12 }, parts,
      shown.map((name) => ({ label: phaseWords(name), colour: colours[image.phases.indexOf(name)], swatch: true })), {
      columns: 4,
    }),
  };
}

const background = '#FFFFFF';
/** Brightness of faces that look along x, y and z. */
const shades = [0.72, 0.86, 1] as const;
/** Brightness lost over the depth of the box. */
const haze = 0.35;

/** Parallel rays along (-1, -1, 1) into the box: x to the lower right, y to the lower left, z down. */
function picture({ size: [nx, ny, nz], labels, phaseOf, width: [hx, hy, hz] }: SegmentedImage, seen: Uint8Array,
  colours: readonly string[]): string
{
  const [wide, deep, high] = [nx * hx, ny * hy, nz * hz];
  const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  const across = (wide + deep) * cos;
  const down = (wide + deep) * sin + high;
  const count = 2 * side;
  const scale = Math.max(across, down) / count;
  const edges = [wide, deep, high];
  const widths = [hx, hy, hz];
  const counts = [nx, ny, nz];
  const strides = [1, nx, nx * ny];
  return pixels(count, count, (px, py) => {
    // across and down from the corner of the top that is furthest away
    const h = (px + 0.5 - 0.5 * count) * scale + 0.5 * (wide - deep) * cos;
    const v = (py + 0.5 - 0.5 * count) * scale + 0.5 * down;
    return rayColour(h, v);
  });

  function rayColour(h: number, v: number): string {
    // where the ray meets the plane of the top: h = (x - y) cos 30, v = (x + y) sin 30 + z
    const start = [0.5 * (v / sin + h / cos), 0.5 * (v / sin - h / cos), 0];
    const ray = [-1, -1, 1];
    let [enter, leave, axis] = [-Infinity, Infinity, 2];
    for (let k = 0; k < 3; k++) {
      const [near, far] = ray[k] > 0
        ? [-start[k], edges[k] - start[k]]
        : [start[k] - edges[k], start[k]];
      if (near > enter) [enter, axis] = [near, k];
      leave = Math.min(leave, far);
    }
    if (!(enter < leave)) return background;
    const at = start.map((value, k) => value + ray[k] * enter);
    const cell = at.map((value, k) =>
      Math.min(counts[k] - 1, Math.max(0, Math.floor(value / widths[k] + (k === axis ? 0.5 * ray[k] : 0))))
    );
    const next = cell.map((one, k) => enter + ((ray[k] > 0 ? one + 1 : one) * widths[k] - at[k]) * ray[k]);
    let now = enter;
    for (;;) {
      const label = labels[cell[0] * strides[0] + cell[1] * strides[1] + cell[2] * strides[2]];
      if (seen[label])
        return shaded(colours[phaseOf[label]], shades[axis] * (1 - haze * ((now - enter) / Math.max(...edges))));
      axis = next[0] < next[1] ? (next[0] < next[2] ? 0 : 2) : next[1] < next[2] ? 1 : 2;
      now = next[axis];
      cell[axis] += ray[axis];
      if (cell[axis] < 0 || cell[axis] >= counts[axis]) return background;
      next[axis] += widths[axis];
    }
  }
}

function shaded(colour: string, brightness: number): string {
  const value = parseInt(colour.slice(1), 16);
  // a few steps are enough, and the picture stays small
  const level = Math.max(0, Math.round(32 * brightness) / 32);
  const channels = [value >> 16, (value >> 8) & 255, value & 255].map((one) => Math.round(one * level));
  return `#${channels.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
}
