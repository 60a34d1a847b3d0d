import type { StructureDocument } from '../../results/structure-schema.js';
import type { SegmentedImage } from '../../voxels/segmented-image.js';
import { axes, turnedSize, turnedStrides } from '../../voxels/voxel-grid.js';
import { caption, type Figure, sheet } from './figure.js';
import { mapColour } from './palette.js';
import { phaseWords } from './phase-colours.js';
import { pictureAt, pixels } from './raster.js';

const side = 250;
const gap = 26;
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
  const scale = side / Math.max(across, down);
  const high = down * scale + 44;
  const parts = shown.flatMap(({ currents, phase }, k) => {
    const top = topOf(currents);
    const picture = pixels(nx, ny, (x, y) => {
      if (image.phaseOf[image.labels[x * sx + y * sy + plane * sz]] !== phase) return other;
      const current = currents[x + nx * y];
      return current === 0 ? still : mapColour(current / top);
    });
    const [x, y] = [12 + (k % perRow) * (side + gap), Math.floor(k / perRow) * high];
    return [caption(x, y + 20, `${phaseWords(doc.phases[phase].name)}: 0 to ${top.toPrecision(2)} times the mean`),
      pictureAt(x, y + 30, across * scale, down * scale, picture)];
  });
  const bottom = Math.ceil(shown.length / perRow) * high;
  const width = Math.max(560, 12 + Math.min(perRow, shown.length) * (side + gap));
  const title = 'Current through the middle plane';
  const [first, second] = width3.map((k) => axes[k]);
  return {
    name: 'structure-flux',
    title,
    caption:
      `Current density along ${image.through} through the middle plane (${first} to the right, ${second} down), in multiples of the mean over `
      + 'the whole plane; one panel per phase, each with a scale of its own that ends where one voxel in a hundred of its current lies above. '
      + 'Light grey: other phases; dark grey: voxels of the phase that carry nothing.',
    svg: sheet(title, width, bottom + 46, [...parts, ...scaleBar(12, bottom + 6)]),
  };
}

/** Current that one conducting voxel in a hundred exceeds. */
function topOf(currents: Float64Array): number {
  const flowing = currents.filter((current) => current > 0).sort();
  return flowing[Math.floor(0.99 * (flowing.length - 1))] || 1;
}

function scaleBar(x: number, y: number): string[] {
  const bar = pixels(128, 1, (k) => mapColour(k / 127));
  return [pictureAt(x, y, side, barHeight, bar), caption(x, y + barHeight + 16, '0'),
    caption(x + side, y + barHeight + 16, 'highest of the panel', 'end')];
}
