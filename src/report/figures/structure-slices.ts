import type { SegmentedImage } from '../../voxels/segmented-image.js';
import { percent } from '../format.js';
import { caption, type Figure, sheetWithLegend } from './figure.js';
import { coloursOf, phaseWords } from './phase-colours.js';
import { pictureAt, pixels } from './raster.js';

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
  const title = 'Slices through the middle';
  return {
    name: 'structure-slices',
    title,
    caption:
      `Middle slices of ${doc.image.file} across its three axes, voxels in the colour of their phase. The electrode lies along `
      + `${doc.image.through}.`,
    svg: sheetWithLegend(title, { width: Math.max(640, x), height, left: 12 }, parts,
      doc.phases.flatMap(({ name, volumeFraction }, k) =>
        volumeFraction > 0
          ? [{ label: `${phaseWords(name)}, ${percent(volumeFraction, 1)}`, colour: colours[k], swatch: true }]
          : []
      ), { columns: 3 }),
  };
}

const micrometres = (metres: number): string => String(Number((1e6 * metres).toPrecision(3)));
