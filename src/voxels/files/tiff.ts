import { unzlibSync } from 'fflate';
import { type Misfit, misfit } from '../../units/result.js';
import { unpackBits, unpackLzw } from './tiff-compression.js';
import { tag, type TiffPage, tiffPages } from './tiff-tags.js';
import { copyAgain, type Labels, type OpenedFile, truncated } from './voxel-file.js';

/** How the pixels of a page lie in the file. */
interface PageLayout {
  readonly width: number;
  readonly height: number;
  readonly wide: boolean;
  readonly compression: number;
  readonly predicts: boolean;
  /** Pieces row by row, each `pieceWidth` by `pieceHeight`; strips are as wide as the page. */
  readonly pieceWidth: number;
  readonly pieceHeight: number;
  readonly offsets: readonly number[];
  readonly counts: readonly number[];
}

const compressions: Readonly<Record<number, string>> = { 1: 'none', 5: 'LZW', 8: 'deflate', 32946: 'deflate',
  32773: 'PackBits' };

/** A stack of slices with one label of 8 or 16 bits per pixel: TIFF 6.0 and BigTIFF, strips or tiles, plain, deflate, LZW or PackBits. */
export function openTiff(bytes: Uint8Array): OpenedFile {
  const found = tiffPages(bytes);
  if (!found.ok) return found;
  const { pages, little } = found;
  if (pages.length === 0) return misfit('at least one slice', 'a TIFF without pages', copyAgain);
  const layouts: PageLayout[] = [];
  for (const [k, page] of pages.entries()) {
    const layout = layoutOf(page, k);
    if ('expected' in layout) return { ok: false, problem: layout };
    const [first] = layouts;
    if (first && (first.width !== layout.width || first.height !== layout.height || first.wide !== layout.wide)) {
      return misfit('slices of one size and depth', `slice ${k + 1} differs from the first one`,
        'export the stack with slices alike');
    }
    layouts.push(layout);
  }
  const [{ width, height, wide }] = layouts;
  const behind = slicesBehind(pages[0], layouts);
  const depth = layouts.length === 1 ? behind : layouts.length;
  return {
    ok: true,
    file: {
      size: [width, height, depth],
      bytesPerLabel: wide ? 2 : 1,
      labels: () => {
        const voxels = width * height;
        const labels = wide ? new Uint16Array(voxels * depth) : new Uint8Array(voxels * depth);
        const slices = depth > layouts.length ? sliceLayouts(layouts[0], depth) : layouts;
        for (const [z, layout] of slices.entries()) {
          const problem = readSlice(bytes, layout, little, labels.subarray(z * voxels, (z + 1) * voxels), z);
          if (problem) return { ok: false, problem };
        }
        return { ok: true, labels };
      },
    },
  };
}

function layoutOf({ tags }: TiffPage, page: number): PageLayout | Misfit {
  const one = (id: number, usual = 0): number => tags.get(id)?.[0] ?? usual;
  const refuse = (expected: string, received: string, remedy: string): Misfit => (
    { expected, received: `${received} in slice ${page + 1}`, remedy }
  );
  const [width, height, samples, bits] = [one(tag.width), one(tag.height), one(tag.samples, 1), one(tag.bits, 1)];
  const compression = one(tag.compression, 1);
  if (width === 0 || height === 0) return refuse('slices with a width and a height', 'neither', copyAgain);
  if (samples !== 1 || one(tag.photometric) === 2) {
    return refuse('one label per pixel', `${samples} colours per pixel`,
      'convert the picture to labels: 8-bit grey, one grey value per phase');
  }
  if (bits !== 8 && bits !== 16 || one(tag.sampleFormat, 1) > 2) {
    const kind = one(tag.sampleFormat, 1) === 3 ? 'floating-point numbers' : `${bits} bits`;
    return refuse('labels of 8 or 16 bits', kind,
      'export the segmented labels, not the grey values, with 8 or 16 bits');
  }
  if (compressions[compression] === undefined) {
    return refuse('no compression, deflate, LZW or PackBits', `compression number ${compression}`,
      'export without compression');
  }
  const tiled = tags.has(tag.tileOffsets);
  const offsets = tags.get(tiled ? tag.tileOffsets : tag.stripOffsets) ?? [];
  const counts = tags.get(tiled ? tag.tileBytes : tag.stripBytes) ?? [];
  const layout = { width, height, wide: bits === 16, compression, predicts: one(tag.predictor, 1) === 2,
    pieceWidth: tiled ? one(tag.tileWidth) : width,
    pieceHeight: tiled ? one(tag.tileHeight) : Math.min(height, one(tag.rowsPerStrip, height)), offsets, counts };
  const pieces = Math.ceil(width / layout.pieceWidth) * Math.ceil(height / layout.pieceHeight);
  return offsets.length >= pieces && counts.length >= pieces && layout.pieceWidth > 0
    ? layout
    : refuse(`${pieces} pieces of the slice`, String(Math.min(offsets.length, counts.length)), copyAgain);
}

/** ImageJ describes large stacks by one page, the other slices lying behind it without tags. */
function slicesBehind({ description }: TiffPage, [{ compression }]: readonly PageLayout[]): number {
  const images = /^ImageJ=.*\nimages=(\d+)/s.exec(description);
  return images && compression === 1 ? Math.max(1, Number(images[1])) : 1;
}

function sliceLayouts(first: PageLayout, depth: number): PageLayout[] {
  const sliceBytes = first.width * first.height * (first.wide ? 2 : 1);
  return Array.from({ length: depth },
    (_, z) => ({ ...first, pieceWidth: first.width, pieceHeight: first.height,
      offsets: [first.offsets[0] + z * sliceBytes], counts: [sliceBytes] }));
}

function readSlice(bytes: Uint8Array, layout: PageLayout, little: boolean, out: Labels, z: number):
  | Misfit
  | undefined
{
  const { width, height, pieceWidth, pieceHeight, offsets, counts, wide } = layout;
  const across = Math.ceil(width / pieceWidth);
  const tiled = pieceWidth !== width;
  for (let piece = 0; piece < across * Math.ceil(height / pieceHeight); piece++) {
    const left = (piece % across) * pieceWidth;
    const top = Math.floor(piece / across) * pieceHeight;
    // the last strip ends with the page, a tile never does
    const rows = tiled || top + pieceHeight <= height ? pieceHeight : height - top;
    const needed = pieceWidth * rows * (wide ? 2 : 1);
    const end = offsets[piece] + counts[piece];
    if (end > bytes.length) return truncated(end, bytes.length).problem;
    const unpacked = unpack(bytes.subarray(offsets[piece], end), layout.compression, needed);
    if (unpacked === undefined || unpacked.length < needed) {
      return { expected: `${needed} bytes in a piece of slice ${z + 1}`,
        received: `${unpacked?.length ?? 'data that do not unpack'}`, remedy: copyAgain };
    }
    place(unpacked, layout, little, out, left, top, rows);
  }
  return undefined;
}

/** Undefined where the data are broken. */
function unpack(packed: Uint8Array, compression: number, needed: number): Uint8Array | undefined {
  if (compression === 1) return packed;
  if (compression === 5) return unpackLzw(packed, needed);
  if (compression === 32773) return unpackBits(packed, needed);
  try {
    return unzlibSync(packed, { out: new Uint8Array(needed) });
  } catch {
    // fflate throws texts of its own; what is broken is said above
    return undefined;
  }
}

/** Rows of a piece to their place; with a predictor every value is the difference to the one before it. */
function place(piece: Uint8Array, { width, height, pieceWidth, wide, predicts }: PageLayout, little: boolean,
  out: Labels, left: number, top: number, rows: number): void
{
  const [low, high] = little ? [0, 1] : [1, 0];
  const columns = Math.min(pieceWidth, width - left);
  for (let y = 0; y < Math.min(rows, height - top); y++) {
    let from = y * pieceWidth * (wide ? 2 : 1);
    let to = (top + y) * width + left;
    let before = 0;
    for (let x = 0; x < columns; x++, from += wide ? 2 : 1) {
      const value = wide ? piece[from + low] | (piece[from + high] << 8) : piece[from];
      before = predicts ? (before + value) & (wide ? 0xffff : 0xff) : value;
      out[to++] = before;
    }
  }
}
