import { overlaps } from '../../results/cell-overlaps.js';
import type { MeshShapeDocument } from '../../results/fields-schema.js';
import type { RateResult, ResultDocument } from '../../results/result-schema.js';
import { extentOf } from '../../units/statistics.js';
import { fixed, percent } from '../format.js';
import { rateForDetail, underLoad } from '../rate-choice.js';
import { busyPart, type CellRaster, cellRaster, type CellSection, nearlyHalf, planeAt, planeOfDepth,
  streamlines } from './cell-raster.js';
import { curveMarks, plane } from './curves.js';
import { asDrawn, caption, type Figure, legend, type LegendItem, sheet } from './figure.js';
import { cycled, dashes, mapColour, timeColour } from './palette.js';
import { pictureAt, pixels } from './raster.js';

type Snapshot = NonNullable<RateResult['fields']>['snapshots'][number];

const width = 820;
// with its axes a map is as wide as a panel may be that is drawn on a phone as it is
const [mapWidth, mapHeight] = [318, 200];
/** Pixels of a map over those of the sheet. */
const fine = 2;
// the number at the right end of an axis reaches beyond it
const [left, top, right] = [70, 34, 20];
/** Of a heading, from the left of its panel. */
const inset = 12;
const [cellWidth, cellHeight] = [width / 2, mapHeight + 100];
const lines = 14;
const nothing = '#FFFFFF';
const other = '#D9D9D9';
/** Differences of the electrode potential below this are told in mV [V]. */
const small = 0.05;

/** Maps of the fields in a plane of a mesh, and what there is along its layers: profiles in two dimensions, maps in three. */
export function fieldMaps(doc: ResultDocument): Figure | undefined {
  const rate = rateForDetail(doc);
  const { shape } = doc.case.mesh;
  if (!shape || !rate?.fields || rate.fields.snapshots.length === 0) return undefined;
  const section = planeOfDepth(shape);
  const part = busyPart(section);
  const raster = cellRaster(section, fine * mapWidth, fine * mapHeight, part);
  const { snapshots } = rate.fields;
  const middle = snapshots[Math.floor((snapshots.length - 1) / 2)];
  const last = snapshots[snapshots.length - 1];
  const at = ({ fraction }: Snapshot): string => `${percent(fraction)} passed`;
  const maps: Map[] = [
    { title: `Electrolyte potential (V), ionic current, ${at(middle)}`, values: middle.electrolytePotential_V,
      currents: middle.ionicCurrentDensity_mA_cm2 },
    { title: `Reaction over its mean, ${at(middle)}`, values: middle.reactionRate },
    { title: `Utilisation, ${at(last)}`, values: last.utilisation },
    middle.saltConcentration_mol_m3
      ? { title: `Salt (mol/m³), ${at(middle)}`, values: middle.saltConcentration_mol_m3 }
      : electrodePotential(middle, at(middle)),
  ];
  const place = (k: number): readonly [number, number] => [(k % 2) * cellWidth, Math.floor(k / 2) * cellHeight];
  const across = { label: 'Depth (µm)', um: 1 };
  const parts = maps.flatMap((map, k) => mapPanel(section, raster, map, across, place(k)));
  const below = 2 * cellHeight;
  const looks = snapshots.map(({ fraction }, k): LegendItem => (
    { label: percent(fraction), colour: timeColour(k, snapshots.length), dash: cycled(dashes, k) }
  ));
  return { ...sheet({
    name: 'field-maps',
    title: `Fields ${underLoad(rate)}`,
    caption: captionOf(shape, rate, part[1] - part[0] < section.y[1] - section.y[0]),
  }, width, below + (shape.dimensions === 3 ? cellHeight : 340), [
    ...parts,
    ...(shape.dimensions === 3
      ? plansOf(shape, last).flatMap(({ depth, map }, k) => planPanel(planeAt(shape, depth), map, place(4 + k)))
      : [...alongPanels(shape, snapshots, looks, part, below),
        legend({ x: left, y: below + 312, width: width - left }, looks, looks.length)]),
  ], false, { apart: true }), title: `Fields of the mesh ${underLoad(rate)}` };
}

const captionOf = ({ dimensions, regions }: MeshShapeDocument, rate: RateResult, isPart: boolean): string =>
  `${underLoad(rate)}: depth to the right, from the anode to the collector, the direction along the layers upwards`
  + `${dimensions === 3 ? ', in the middle of the other one' : ''}${
    isPart ? ', of which the part with narrow cells is drawn' : ''
  }; the two have scales of their own; above each map the share of the charge passed. Lines: streamlines of the ionic current, `
  + 'with the same current between any two at the anode. Grey: no such field there; white: nothing there. Below: '
  + `${
    dimensions === 3
      ? 'along both directions of the layers, in the middle of the cathode and of the membrane, at the end. '
      : 'means over the depth along the layers, of the utilisation '
        + 'and of the ionic current density in the membrane over its mean, by the share of the charge passed. '
  }`
  + `Regions: ${[...new Set(regions)].join('; ')}.`;

/** In V, or where its differences are small in mV from its mean. */
function electrodePotential({ electrodePotential_V: values }: Snapshot, when: string): Map {
  const [low, high] = extentOf(values.filter((value) => value !== null));
  if (!(high - low < small)) return { title: `Electrode potential (V), ${when}`, values };
  const base = Number(((low + high) / 2).toFixed(3));
  return { title: `Electrode potential less ${base.toFixed(3)} V (mV), ${when}`,
    values: values.map((value) => (value === null ? null : 1e3 * (value - base))) };
}

interface Map {
  readonly title: string;
  readonly values: readonly (number | null)[];
  readonly currents?: readonly number[];
}

/** Of the value, below which a field is even: its colours do not make mountains of it. */
const even = 0.01;

/** The values that the ends of the colours stand for: those of the field, or further apart where it is even. */
function colourEnds(values: readonly number[]): readonly [number, number] {
  const [low, high] = extentOf(values);
  const least = even * Math.max(Math.abs(low), Math.abs(high)) || 1;
  const wider = Math.max(0, least - (high - low)) / 2;
  return [low - wider, high + wider];
}

function mapPanel(section: CellSection, raster: CellRaster, { title, values, currents }: Map,
  across: { readonly label: string; readonly um: number }, [x, y]: readonly [number, number]): string[]
{
  const present = [...new Set(raster.cell)].flatMap((cell) => (cell < 0 ? [] : values[cell] ?? []));
  const [low, high] = colourEnds(present);
  const span = high - low;
  // the ends of the bar to a hundredth of what lies between them
  const digits = Math.min(8, Math.max(0, 2 - Math.floor(Math.log10(span))));
  const { unit, um } = unitAlong(raster.y[1]);
  const picture = pixels(raster.width, raster.height, (i, j) => {
    const cell = raster.cell[j * raster.width + i];
    if (cell < 0) return nothing;
    const value = values[cell];
    return value === null ? other : mapColour((value - low) / span);
  });
  const [px, py] = [x + left, y + top];
  const drawn = currents
    ? streamlines(raster, section, currents, lines).map((line) =>
      line.map(([i, j]) => `${(px + i / fine).toFixed(1)},${(py + j / fine).toFixed(1)}`).join(' ')
    )
    : [];
  // a dark edge keeps the lines readable on the bright end of the colours
  const strokes = [['#000" stroke-opacity="0.6', 2.8], ['#fff', 1.1]].flatMap(([colour, thick]) =>
    drawn.map((points) =>
      `<polyline class="${asDrawn}" points="${points}" fill="none" stroke="${colour}" stroke-width="${thick}"/>`
    )
  );
  const bar = pixels(128, 1, (k) => mapColour(k / 127));
  const [barX, barY] = [px + mapWidth / 4, py + mapHeight + 42];
  return [
    caption(x + inset, y + 22, title, 'start', true),
    pictureAt(px, py, mapWidth, mapHeight, picture),
    ...strokes,
    plane({ x: px - left, y: py - 8, width: mapWidth + left + right, height: mapHeight + 46 }, [left, right, 8, 38], {
      x: { label: across.label, ticks: 5, labelOffset: 32, domain: raster.x.map((value) => value / across.um) },
      y: { label: `Along the layers (${unit})`, ticks: 4, labelOffset: 56,
        domain: raster.y.map((value) => value / um) },
      grid: false,
    }, []),
    pictureAt(barX, barY, mapWidth / 2, 9, bar),
    caption(barX - 6, barY + 9, fixed(low, digits), 'end'),
    caption(barX + mapWidth / 2 + 6, barY + 9, fixed(high, digits)),
  ];
}

/** A map along both directions of the layers; the first of them to the right. */
function planPanel(section: CellSection, map: Map, place: readonly [number, number]): string[] {
  const { unit, um } = unitAlong(section.x[1]);
  const raster = cellRaster(section, fine * mapWidth, fine * mapHeight);
  return mapPanel(section, raster, map, { label: `Along the layers (${unit})`, um }, place);
}

/** What is drawn of a mesh in three dimensions along its layers: in the middle of the cathode, and of the membrane. */
function plansOf(shape: MeshShapeDocument, last: Snapshot): readonly { readonly depth: number; readonly map: Map }[] {
  const { points_um: points, corners, offsets } = shape;
  return [
    { title: 'Utilisation in the middle of the cathode, at the end', values: last.utilisation },
    { title: 'Current through the membrane over its mean', values: overMean(shape, last) },
  ].map((map) => {
    const [from, to] = extentOf(
      map.values.flatMap((value, cell) =>
        value === null ? [] : corners.slice(offsets[cell], offsets[cell + 1]).map((point) => points[3 * point])
      ),
    );
    return { depth: from + nearlyHalf * (to - from), map };
  });
}

/** The unit of a way along the layers that keeps its numbers short, and how many um it has. */
const unitAlong = (most: number): { readonly unit: string; readonly um: number } => (
  most > 5000 ? { unit: 'mm', um: 1000 } : { unit: 'µm', um: 1 }
);

/** Ionic current density through the thickness in the cells of the membrane, over its mean by volume. */
function overMean({ region, regions, volumeShare }: MeshShapeDocument,
  { ionicCurrentDensity_mA_cm2: current }: Snapshot): (number | null)[]
{
  const own = region.map((r, cell) => (regions[r] === 'membrane' ? current[3 * cell] : null));
  const [sum, share] = own.reduce(
    ([total, volume], value, cell) =>
      value === null ? [total, volume] : [total + value * volumeShare[cell], volume + volumeShare[cell]],
    [0, 0],
  );
  return own.map((value) => (value === null ? null : (value * share) / sum));
}

/** Utilisation and current through the membrane along the layers. */
function alongPanels(shape: MeshShapeDocument, snapshots: readonly Snapshot[], looks: readonly LegendItem[],
  part: readonly [number, number], y: number): string[]
{
  const strips = stripsAlong(shape);
  return [
    { title: 'Utilisation, mean over the depth', of: (snapshot: Snapshot) => snapshot.utilisation },
    { title: 'Current through the membrane over its mean', of: (snapshot: Snapshot) => overMean(shape, snapshot) },
  ].flatMap(({ title, of }, k) => {
    const { unit, um } = unitAlong(part[1]);
    const box = { x: k * cellWidth, y, width: left + mapWidth + right, height: 300 };
    return [
      plane(box, [left, right, 30, 50], {
        x: { label: `Along the layers (${unit})`, ticks: 5, domain: part.map((value) => value / um) },
        y: { label: '', ticks: 5, nice: true, zero: true },
      }, looks.flatMap((look, s) => {
        const means = meansAlong(shape, strips, of(snapshots[s]));
        const inside = means.filter((point) => point.y >= part[0] && point.y <= part[1]);
        return curveMarks({ ...look, points: inside.map((point) => ({ x: point.y / um, y: point.value })) });
      })),
      caption(box.x + inset, y + 20, title, 'start', true),
    ];
  });
}

/** Strips along the layers: between which places, and what of each cell lies in which of them. */
interface Strips {
  readonly edges: readonly number[];
  readonly of: ReturnType<typeof overlaps>;
}

/** Those of a mesh of columns are its own; any other has as many as there are cells along a side. */
function stripsAlong(shape: MeshShapeDocument): Strips {
  const { points_um: points, corners, offsets, period_um: period } = shape;
  const cells = offsets.length - 1;
  const whole: readonly [number, number] = period === undefined
    ? extentOf(points.filter((_, i) => i % 3 === 1))
    : [0, period];
  const columns = new Set(
    Array.from({ length: cells },
      (_, cell) =>
        corners.slice(offsets[cell], offsets[cell + 1]).map((point) => points[3 * point + 1]).sort((a, b) => a - b)
          .join()),
  );
  const own = [...new Set([...columns].flatMap((column) => column.split(',').map(Number)))].sort((a, b) => a - b);
  const count = Math.round(Math.sqrt(cells));
  const edges = own.length === columns.size + 1
    ? own
    : Array.from({ length: count + 1 }, (_, k) => whole[0] + (k * (whole[1] - whole[0])) / count);
  return { edges, of: overlaps({ ...shape, points }, 1, edges, period) };
}

/** Mean by volume in every strip of the cells that have a value, from the smallest place on [um]. */
function meansAlong({ volumeShare }: MeshShapeDocument, { edges, of }: Strips,
  values: readonly (number | null)[]): { readonly y: number; readonly value: number }[]
{
  const sums = edges.slice(1).map(() => ({ sum: 0, share: 0 }));
  of.forEach((own, cell) => {
    const value = values[cell];
    if (value === null) return;
    for (const { interval, share } of own) {
      sums[interval].sum += value * share * volumeShare[cell];
      sums[interval].share += share * volumeShare[cell];
    }
  });
  return sums.flatMap(({ sum, share },
    k) => (share > 0 ? [{ y: (edges[k] + edges[k + 1]) / 2, value: sum / share }] : [])
  );
}
