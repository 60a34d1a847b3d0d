import { misfit } from '../../units/result.js';

/** One page of a TIFF: the numbers of its tags, and its description. Tag numbers: TIFF 6.0, Adobe 1992. */
export interface TiffPage {
  readonly tags: ReadonlyMap<number, readonly number[]>;
  readonly description: string;
}

export const tag = { subfile: 254, width: 256, height: 257, bits: 258, compression: 259, photometric: 262,
  description: 270, stripOffsets: 273, samples: 277, rowsPerStrip: 278, stripBytes: 279, predictor: 317, tileWidth: 322,
  tileHeight: 323, tileOffsets: 324, tileBytes: 325, sampleFormat: 339 } as const;

/** Bytes of a value by its type; 0 of types that no tag of ours has. */
const typeBytes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 16: 8 };

/** More pages than a scan has slices: a file that says so points at itself. */
const mostPages = 100_000;

/** Every page of a TIFF or BigTIFF, and the order of its bytes. */
export function tiffPages(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = bytes.length < 8 ? '' : String.fromCharCode(bytes[0], bytes[1]);
  const little = order === 'II';
  const version = order === 'II' || order === 'MM' ? view.getUint16(2, little) : 0;
  if (version !== 42 && version !== 43)
    return misfit('a TIFF file', 'other content', 'export the labels as TIFF, .npy or raw');
  const big = version === 43;
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  try {
    const at = (offset: number): number =>
      big ? Number(view.getBigUint64(offset, little)) : view.getUint32(offset, little);
    let next = at(big ? 8 : 4);
    while (next !== 0) {
      if (seen.has(next) || pages.length > mostPages)
        return misfit('pages that follow each other', 'a page that comes back to an earlier one',
          'export the file again');
      seen.add(next);
      const page = readPage(view, next, little, big);
      pages.push(page);
      next = at(page.end);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return misfit('a whole TIFF file', `one that ends at byte ${bytes.length}, within its tags`,
      'copy or export it again');
  }
  // reduced pictures of another page are no slices
  const slices = pages.filter(({ tags }) => !((tags.get(tag.subfile)?.[0] ?? 0) & 1));
  return { ok: true as const, pages: slices, little };
}

function readPage(view: DataView, start: number, little: boolean, big: boolean): TiffPage & { readonly end: number } {
  const count = big ? Number(view.getBigUint64(start, little)) : view.getUint16(start, little);
  const first = start + (big ? 8 : 2);
  const entryBytes = big ? 20 : 12;
  const tags = new Map<number, readonly number[]>();
  let description = '';
  for (let k = 0; k < count; k++) {
    const entry = first + k * entryBytes;
    const id = view.getUint16(entry, little);
    const type = view.getUint16(entry + 2, little);
    const many = big ? Number(view.getBigUint64(entry + 4, little)) : view.getUint32(entry + 4, little);
    const size = typeBytes[type] ?? 0;
    if (size === 0 || (id !== tag.description && !known.has(id))) continue;
    const inside = entry + (big ? 12 : 8);
    const place = size * many <= (big ? 8 : 4)
      ? inside
      : big
      ? Number(view.getBigUint64(inside, little))
      : view.getUint32(inside, little);
    // the last value must lie in the file before any is read
    view.getUint8(place + size * Math.max(1, many) - 1);
    if (id === tag.description) description = textAt(view, place, many);
    else tags.set(id, Array.from({ length: many }, (_, i) => numberAt(view, place + size * i, size, little)));
  }
  return { tags, description, end: first + count * entryBytes };
}

const known: ReadonlySet<number> = new Set(Object.values(tag));

function numberAt(view: DataView, at: number, size: number, little: boolean): number {
  if (size === 1) return view.getUint8(at);
  if (size === 2) return view.getUint16(at, little);
  return size === 4 ? view.getUint32(at, little) : Number(view.getBigUint64(at, little));
}

const textAt = (view: DataView, at: number, many: number): string =>
  String.fromCharCode(...Array.from({ length: Math.min(many, 2000) }, (_, i) => view.getUint8(at + i)));
