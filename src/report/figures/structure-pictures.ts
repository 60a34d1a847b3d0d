import type { StructureDocument } from '../../results/structure-schema.js';
import { formatNumber } from '../../units/quantity.js';
import type { SegmentedImage } from '../../voxels/segmented-image.js';
import { axes, turnedSize, turnedStrides } from '../../voxels/voxel-grid.js';
import { percent } from '../format.js';
import { caption, type Figure, sheetWithLegend } from './figure.js';
import { mapColour } from './palette.js';
import { coloursOf, phaseWords } from './phase-colours.js';
import { pictureAt, pixels } from './raster.js';

/** Between panels, and the longer edge of one [px]. */
const gap = 26;
const longest = 250;

/** What is said beside the slices: whose they are, and the share of every phase of the image. */
export interface SliceWords {
  readonly image: { readonly file: string; readonly through: string };
  readonly phases: readonly { readonly name: string; readonly volumeFraction: number }[];
}

/** The middle slices across the three axes. */
export function structureSlices(doc: SliceWords, image: SegmentedImage): Figure {
  const { size: [nx, ny, nz], width: [hx, hy, hz], labels, phaseOf, phases } = image;
  const colours = coloursOf(phases);
  const colourAt = (x: number, y: number, z: number): string => colours[phaseOf[labels[x + nx * (y + ny * z)]]];
  const views = [
    { words: 'across z: x right, y down', across: nx * hx, down: ny * hy,
      picture: pixels(nx, ny, (x, y) => colourAt(x, y, nz >> 1)) },
    { words: 'across y: x right, z down', across: nx * hx, down: nz * hz,
      picture: pixels(nx, nz, (x, z) => colourAt(x, ny >> 1, z)) },
    { words: 'across x: y right, z down', across: ny * hy, down: nz * hz,
      picture: pixels(ny, nz, (y, z) => colourAt(nx >> 1, y, z)) },
  ];
  const scale = longest / Math.max(...views.flatMap(({ across, down }) => [across, down]));
  let x = 12;
  const parts = views.flatMap(({ words, across, down, picture }) => {
    const [wide, high] = [across * scale, down * scale];
    const drawn = [caption(x, 20, words), pictureAt(x, 30, wide, high, picture),
      caption(x, 46 + high, `${micrometres(across)} by ${micrometres(down)} µm`)];
    x += Math.max(wide, 200) + gap;
    return drawn;
  });
  const height = 60 + scale * Math.max(...views.map(({ down }) => down));
  return sheetWithLegend({
    name: 'structure-slices',
    title: 'Slices through the middle',
    caption:
      `Middle slices of ${doc.image.file} across its three axes, voxels in the colour of their phase. The electrode lies along `
      + `${doc.image.through}.`,
  }, { width: Math.max(640, x), height, left: 12 }, parts,
    doc.phases.flatMap(({ name, volumeFraction }, k) =>
      volumeFraction > 0
        ? [{ label: `${phaseWords(name)}, ${percent(volumeFraction, 1)}`, colour: colours[k], swatch: true,
          keepsColours: true }]
        : []
    ), { columns: 3 });
}

const micrometres = (metres: number): string => String(Number((1e6 * metres).toPrecision(3)));

const perRow = 3;
const barHeight = 12;
/** Voxels of other phases. */
const other = '#D9D9D9';
/** Of the phase, but from which the ends are not reached, or nothing flows. */
const still = '#8C8C8C';

/** Current through the middle plane, a panel per phase that leads through. */
export function structureFlux(doc: StructureDocument, image: SegmentedImage,
  middlePlane: readonly (Float64Array | undefined)[]): Figure | undefined
{
  const shown = middlePlane.flatMap((currents, phase) => (currents ? [{ currents, phase }] : []));
  if (shown.length === 0) return undefined;
  const [nx, ny, nz] = turnedSize(image.size, image.through);
  const [sx, sy, sz] = turnedStrides(image.size, image.through);
  const plane = Math.floor(nz / 2) - 1;
  const width3 = image.through === 'z' ? [0, 1] : image.through === 'y' ? [0, 2] : [2, 1];
  const [across, down] = width3.map((k, i) => image.width[k] * (i === 0 ? nx : ny));
  const scale = longest / Math.max(across, down);
  const high = down * scale + 44;
  const parts = shown.flatMap(({ currents, phase }, k) => {
    const top = topOf(currents);
    const picture = pixels(nx, ny, (x, y) => {
      if (image.phaseOf[image.labels[x * sx + y * sy + plane * sz]] !== phase) return other;
      const current = currents[x + nx * y];
      return current === 0 ? still : mapColour(current / top);
    });
    const [x, y] = [12 + (k % perRow) * (longest + gap), Math.floor(k / perRow) * high];
    return [caption(x, y + 20, `${phaseWords(doc.phases[phase].name)}: 0 to ${formatNumber(top, 2)} times the mean`),
      pictureAt(x, y + 30, across * scale, down * scale, picture)];
  });
  const bottom = Math.ceil(shown.length / perRow) * high;
  const width = Math.max(560, 12 + Math.min(perRow, shown.length) * (longest + gap));
  const [first, second] = width3.map((k) => axes[k]);
  return sheetWithLegend({
    name: 'structure-flux',
    title: 'Current through the middle plane',
    caption:
      `Current density along ${image.through} through the middle plane (${first} to the right, ${second} down), in multiples of the mean over `
      + 'the whole plane; one panel per phase, each with a scale of its own that ends where one voxel in a hundred of its current lies above. '
      + 'Light grey: other phases; dark grey: voxels of the phase that carry nothing.',
  }, { width, height: bottom + 40, left: 12 }, [...parts, ...scaleBar(12, bottom + 6)], [
    { label: 'other phases', colour: other, swatch: true, keepsColours: true },
    { label: 'voxels of the phase that carry nothing', colour: still, swatch: true, keepsColours: true },
  ], { columns: 2 });
}

/** Current that one conducting voxel in a hundred exceeds. */
function topOf(currents: Float64Array): number {
  const flowing = currents.filter((current) => current > 0).sort();
  return flowing[Math.floor(0.99 * (flowing.length - 1))] || 1;
}

function scaleBar(x: number, y: number): string[] {
  const bar = pixels(128, 1, (k) => mapColour(k / 127));
  return [pictureAt(x, y, longest, barHeight, bar), caption(x, y + barHeight + 16, '0'),
    caption(x + longest, y + barHeight + 16, 'highest of the panel', 'end')];
}

const solidSide = 330;

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
    const x = 12 + k * (solidSide + gap);
    return [caption(x, 20, words), pictureAt(x, 30, solidSide, solidSide, picture(image, seen, colours))];
  });
  const shown = image.phases.filter((name) => views.some(({ phases }) => phases.includes(name)));
  return sheetWithLegend({
    name: 'structure-solid',
    title: 'The structure from a corner',
    caption:
      'The box from above its front corner, the membrane on top, every voxel a cube in the colour of its phase; light from the upper left, '
      + 'darker further away. What is not in a panel\'s list is left out, so that one looks through it.',
  }, { width: 12 + views.length * (solidSide + gap), height: solidSide + 40, left: 12 }, parts,
    shown.map((name) => ({ label: phaseWords(name), colour: colours[image.phases.indexOf(name)], swatch: true,
      keepsColours: true })
    ), {
    columns: 4,
  });
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
  const count = 2 * solidSide;
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
