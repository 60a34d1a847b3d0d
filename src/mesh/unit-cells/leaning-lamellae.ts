import type { AlignedChannels } from '../../config/case.js';
import type { BoundaryFaces, CellMesh, MeshRegion, MeshShape } from '../cell-mesh.js';
import { type EndFace, endFaces, type FaceBetween, faceList, ownersFirst } from '../face-lists.js';
import { symmetricWidths } from '../grading.js';
import type { IntervalRegion } from '../interval-mesh.js';

/** Strips that lean with the lamellae, and how low and high a row of them may be. */
interface LeaningStrips {
  /** Along the layers, those of the channel first [m]. */
  readonly widths: Float64Array;
  /** How many of them are channel. */
  readonly channelCount: number;
  readonly rowHeight: readonly [least: number, most: number];
}

/** Strips that are tried, over those that were asked for. */
const mostStrips = 4;

/** Share of the range of heights, by its logarithm, that is kept clear at both ends: there a triangle has a right angle. */
const clear = 0.1;

/**
 * Strips across one spacing s/cos(theta), and rows such that both halves of a parallelogram of width w, height h and angle theta, parted by its shorter
 * diagonal, have acute angles:
 *
 *   w sin(theta) cos(theta) < h < w / tan(theta)
 *
 * in every layer of the given thicknesses. As many strips as asked for, or up to four times as many; undefined where none fit.
 */
export function leaningStrips({ fraction, spacing, misalignment }: AlignedChannels, thicknesses: readonly number[],
  cells: number): LeaningStrips | undefined
{
  const section = spacing / Math.cos(misalignment);
  for (let count = cells; count <= mostStrips * cells; count++) {
    const channelCount = Math.max(1, Math.round(fraction * count));
    const [channel, wall] = [(fraction * section) / channelCount, ((1 - fraction) * section) / (count - channelCount)];
    const lowest = Math.max(channel, wall) * Math.sin(misalignment) * Math.cos(misalignment);
    const highest = Math.min(channel, wall) / Math.tan(misalignment);
    const margin = (highest / lowest) ** clear;
    const rowHeight = [lowest * margin, highest / margin] as const;
    if (margin > 1 && thicknesses.every((thickness) => rowsOf(thickness, rowHeight, 1) * rowHeight[0] <= thickness)) {
      const widths = Float64Array.from({ length: count }, (_, j) => (j < channelCount ? channel : wall));
      return { widths, channelCount, rowHeight };
    }
  }
  return undefined;
}

/** Rows of a layer, as near to those wanted as their height allows. */
const rowsOf = (thickness: number, [least, most]: readonly [number, number], wanted: number): number =>
  Math.max(Math.ceil(thickness / most), Math.min(Math.floor(thickness / least), wanted));

/** A row of cells through all strips: rectangles, or two triangles in every strip that leans [m]. */
interface Row {
  readonly part: number;
  /** Through the thickness. */
  readonly start: number;
  readonly height: number;
  /** Of the strips along the layers: where they are at the beginning, and how much further at the end. */
  readonly offset: number;
  readonly shift: number;
}

/** Corners: x through the thickness, y along the layers [m]. */
interface Cell {
  readonly region: number;
  readonly volume: number;
  readonly corners: readonly (readonly [x: number, y: number])[];
}

/**
 * One spacing of lamellae that lean, its sides joined. Lines of the mesh follow the lamellae; a parallelogram between them is two triangles whose values
 * stand where they are equally far from the corners, so that the line from one value to the next is at a right angle to their face:
 *
 *   distance from a side of length l = l cot(opposite angle)/2
 *
 * Layers without channels are rectangles.
 */
export function leaningMesh(parts: readonly IntervalRegion[], isSplit: readonly boolean[], channels: AlignedChannels,
  cells: number): CellMesh
{
  const strips = leaningStrips(channels, parts.filter((_, i) => isSplit[i]).map(({ thickness }) => thickness), cells);
  if (!strips) throw new Error('no strips lean with these channels');
  const { widths, channelCount, rowHeight } = strips;
  const section = widths.reduce((sum, width) => sum + width, 0);
  const start = Array.from(widths, (_, j) => widths.subarray(0, j).reduce((sum, width) => sum + width, 0));
  const rows = rowsThrough(parts, isSplit, Math.tan(channels.misalignment), rowHeight);
  const regions = namesOf(parts, isSplit);
  const [all, faces]: [Cell[], FaceBetween[]] = [[], []];
  const ends = rows.map((row) => {
    const first = regions.findIndex(({ layerOfMesh }) => layerOfMesh === row.part);
    const base = all.length;
    const perStrip = row.shift > 0 ? 2 : 1;
    return Array.from(widths, (width, j) => {
      const region = isSplit[row.part] && j >= channelCount ? first + 1 : first;
      const volume = (row.height * width) / section / perStrip;
      for (const corners of cornersOf(row, start[j], width)) {
        all.push({ region, volume, corners: withinPeriod(corners, section) });
      }
      const [from, to] = [base + perStrip * j, base + perStrip * (j + 1) - 1];
      if (row.shift > 0) {
        const half = toDiagonal(row, width);
        faces.push({ cells: [from, to], area: diagonal(row, width) / section, distances: [half, half] });
      }
      const next = (j + 1) % widths.length;
      faces.push({ cells: [to, base + perStrip * next], area: Math.hypot(row.height, row.shift) / section,
        distances: [toSide(row, width), toSide(row, widths[next])] });
      return { region, from, to, area: width / section, distance: toEnd(row, width) };
    });
  });
  ends.slice(1).forEach((row, i) =>
    row.forEach(({ from, area, distance }, j) => {
      const { to, distance: behind } = ends[i][j];
      faces.push({ cells: [to, from], area, distances: [behind, distance] });
    })
  );
  // channels of electrolyte end at the collector without meeting it
  const meeting = ends[ends.length - 1].filter(({ region }) => regions[region].part !== 'channels');
  return byRegion(regions, all, faces, {
    anode: ends[0].map(({ from: cell, area, distance }) => ({ cell, area, distance })),
    collector: meeting.map(({ to: cell, area, distance }) => ({ cell, area, distance })),
  }, section);
}

/** Layers in their order, each with channels as two regions, and where each begins [m]. */
function namesOf(parts: readonly IntervalRegion[], isSplit: readonly boolean[]) {
  let end = 0;
  return parts.flatMap(({ name, kind, thickness }, i) => {
    const layer = parts.slice(0, i).filter((before) => before.kind === kind).length;
    const start = end;
    end += thickness;
    return (isSplit[i] ? ['channels', 'walls'] as const : [undefined]).map((part) => ({ name, kind, layer, part, start,
      layerOfMesh: i })
    );
  });
}

function rowsThrough(parts: readonly IntervalRegion[], isSplit: readonly boolean[], slope: number,
  rowHeight: LeaningStrips['rowHeight']): Row[]
{
  const rows: Row[] = [];
  let [start, offset] = [0, 0];
  parts.forEach(({ thickness, cells, grading }, part) => {
    const heights = isSplit[part]
      ? symmetricWidths(thickness, rowsOf(thickness, rowHeight, cells), 1)
      : symmetricWidths(thickness, cells, grading);
    for (const height of heights) {
      const shift = isSplit[part] ? height * slope : 0;
      rows.push({ part, start, height, offset, shift });
      start += height;
      offset += shift;
    }
  });
  return rows;
}

/** Corners of both halves of a strip in a row, or of its rectangle. */
function cornersOf({ start: x, height, offset, shift }: Row, start: number, width: number): Cell['corners'][] {
  const [top, left, right] = [x + height, start + offset, start + offset + width];
  return shift > 0
    ? [[[x, left], [top, left + shift], [x, right]], [[top, left + shift], [top, right + shift], [x, right]]]
    : [[[x, left], [top, left], [top, right], [x, right]]];
}

const diagonal = ({ height, shift }: Row, width: number): number => Math.hypot(height, width - shift);

const toDiagonal = (row: Row, width: number): number => (diagonal(row, width) * row.shift) / row.height / 2;

const toSide = ({ height, shift }: Row, width: number): number =>
  shift > 0 ? (Math.hypot(height, shift) * (width - shift)) / height / 2 : width / 2;

const toEnd = ({ height, shift }: Row, width: number): number => (height - (shift * (width - shift)) / height) / 2;

/** A cell beside the others of its period, whose middle is between 0 and `period`. */
function withinPeriod(corners: Cell['corners'], period: number): Cell['corners'] {
  const middle = corners.reduce((sum, [, y]) => sum + y, 0) / corners.length;
  return corners.map(([x, y]) => [x, y - period * Math.floor(middle / period)]);
}

/** Numbers the cells region by region, and the faces by their owners. */
function byRegion(parts: ReturnType<typeof namesOf>, cells: readonly Cell[], faces: readonly FaceBetween[],
  ends: Readonly<Record<'anode' | 'collector', readonly EndFace[]>>, period: number): CellMesh
{
  const order = cells.map((_, cell) => cell).sort((a, b) => cells[a].region - cells[b].region || a - b);
  const placeOf = new Int32Array(order.length);
  order.forEach((cell, place) => (placeOf[cell] = place));
  const region = Int32Array.from(order, (cell) => cells[cell].region);
  const volume = Float64Array.from(order, (cell) => cells[cell].volume);
  const outer = (own: readonly EndFace[]): BoundaryFaces =>
    endFaces(own.map((face) => ({ ...face, cell: placeOf[face.cell] })));
  const inner = faces.map((face): FaceBetween => ({ ...face,
    cells: [placeOf[face.cells[0]], placeOf[face.cells[1]]] })
  );
  const corners = order.map((cell) => cells[cell].corners);
  return {
    cells: cells.length,
    centre: Float64Array.from(corners, (own) => own.reduce((sum, [x]) => sum + x, 0) / own.length),
    volume,
    region,
    regions: parts.map(({ name, kind, layer, part, start }, r): MeshRegion => {
      const [first, last] = [region.indexOf(r), region.lastIndexOf(r)];
      return { name, kind, layer, ...(part && { part }), first, last, start,
        thickness: volume.subarray(first, last + 1).reduce((sum, one) => sum + one, 0) };
    }),
    faces: faceList(ownersFirst(inner)),
    boundaries: { anode: outer(ends.anode), collector: outer(ends.collector) },
    shape: shapeOf(corners, period),
  };
}

/** Every cell with corners of its own: those at the joined sides are apart. */
function shapeOf(corners: readonly Cell['corners'][], period: number): MeshShape {
  const offsets = new Int32Array(corners.length + 1);
  corners.forEach((own, cell) => (offsets[cell + 1] = offsets[cell] + own.length));
  return {
    dimensions: 2,
    period,
    points: Float64Array.from(corners.flatMap((own) => own.flatMap(([x, y]) => [x, y, 0]))),
    corners: Int32Array.from({ length: offsets[corners.length] }, (_, i) => i),
    offsets,
  };
}
