import type { MeshShapeDocument } from '../../results/fields-schema.js';
import type { RateResult, ResultDocument } from '../../results/result-schema.js';
import { fixed, percent } from '../format.js';
import { underLoad } from '../load-words.js';
import { rateForDetail } from '../rate-choice.js';
import { type CellRaster, cellRaster, extent, streamlines } from './cell-raster.js';
import { curveMarks, plane } from './curves.js';
import { caption, type Figure, legend, type LegendItem, sheet } from './figure.js';
import { cycled, dashes, mapColour, timeColour } from './palette.js';
import { pictureAt, pixels } from './raster.js';

type Snapshot = NonNullable<RateResult['fields']>['snapshots'][number];

const width = 1000;
const [mapWidth, mapHeight] = [400, 230];
const [left, top] = [70, 34];
const [cellWidth, cellHeight] = [width / 2, mapHeight + 100];
const lines = 14;
const nothing = '#FFFFFF';
const other = '#D9D9D9';

/** Maps of the fields in the plane of a mesh, and profiles along its layers. */
export function fieldMaps(doc: ResultDocument): Figure | undefined {
  const rate = rateForDetail(doc);
  const { shape } = doc.case.mesh;
  if (!shape || !rate?.fields || rate.fields.snapshots.length === 0) return undefined;
  const raster = cellRaster(shape, mapWidth, mapHeight);
  if (!raster) return undefined;
  const { snapshots } = rate.fields;
  const middle = snapshots[Math.floor((snapshots.length - 1) / 2)];
  const last = snapshots[snapshots.length - 1];
  const at = ({ fraction }: Snapshot): string => `${percent(fraction)} passed`;
  const maps = [
    { title: `Electrolyte potential (V), ionic current, ${at(middle)}`, values: middle.electrolytePotential_V,
      currents: middle.ionicCurrentDensity_mA_cm2 },
    { title: `Reaction over its mean, ${at(middle)}`, values: middle.reactionRate },
    { title: `Utilisation, ${at(last)}`, values: last.utilisation },
    ...(middle.saltConcentration_mol_m3
      ? [{ title: `Salt (mol/m³), ${at(middle)}`, values: middle.saltConcentration_mol_m3 }]
      : [{ title: `Electrode potential (V), ${at(middle)}`, values: middle.electrodePotential_V,
        currents: undefined }]),
  ];
  const parts = maps.flatMap((map, k) => mapPanel(raster, map, (k % 2) * cellWidth, Math.floor(k / 2) * cellHeight));
  const looks = snapshots.map(({ fraction }, k): LegendItem => (
    { label: percent(fraction), colour: timeColour(k, snapshots.length), dash: cycled(dashes, k) }
  ));
  const below = 2 * cellHeight;
  return {
    name: 'field-maps',
    title: `Fields of the mesh ${underLoad(rate)}`,
    caption: captionOf(shape, rate),
    svg: sheet(`Fields ${underLoad(rate)}`, width, below + 340, [
      ...parts,
      ...alongPanels(shape, snapshots, looks, below),
      legend({ x: left, y: below + 312, width: width - left }, looks, looks.length),
    ], false, { apart: true }),
  };
}

const captionOf = ({ dimensions, regions }: MeshShapeDocument, rate: RateResult): string =>
  `${underLoad(rate)}: depth to the right, from the anode to the collector, the direction along the layers upwards`
  + `${
    dimensions === 3 ? ', in the middle of the other one' : ''
  }; the two have scales of their own; above each map the share of the charge passed. Lines: streamlines of the ionic current, `
  + 'evenly spaced at the anode. Grey: no such field there; white: nothing there. Below: means over the depth along the layers, of the utilisation '
  + 'and of the ionic current density in the membrane over its mean, by the share of the charge passed. '
  + `Regions: ${[...new Set(regions)].join('; ')}.`;

interface Map {
  readonly title: string;
  readonly values: readonly (number | null)[];
  readonly currents?: readonly number[];
}

function mapPanel(raster: CellRaster, { title, values, currents }: Map, x: number, y: number): string[] {
  const present = values.filter((value) => value !== null);
  const [low, high] = extent(present);
  const span = high - low || 1;
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
    ? streamlines(raster, currents, lines).map((line) =>
      `<polyline points="${
        line.map(([i, j]) => `${(px + i).toFixed(1)},${(py + j).toFixed(1)}`).join(' ')
      }" fill="none" `
      + 'stroke="#fff" stroke-width="1.2"/>'
    )
    : [];
  const bar = pixels(128, 1, (k) => mapColour(k / 127));
  const [barX, barY] = [px + mapWidth / 4, py + mapHeight + 42];
  return [
    caption(px, y + 22, title, 'start', true),
    pictureAt(px, py, mapWidth, mapHeight, picture),
    ...drawn,
    plane({ x: px - left, y: py - 8, width: mapWidth + left + 12, height: mapHeight + 46 }, [left, 12, 8, 38], {
      x: { label: 'Depth (µm)', ticks: 5, labelOffset: 32, domain: raster.x },
      y: { label: `Along the layers (${unit})`, ticks: 4, labelOffset: 56,
        domain: raster.y.map((value) => value / um) },
      grid: false,
    }, []),
    pictureAt(barX, barY, mapWidth / 2, 9, bar),
    caption(barX - 6, barY + 9, fixed(low, digits), 'end'),
    caption(barX + mapWidth / 2 + 6, barY + 9, fixed(high, digits)),
  ];
}

/** The unit of a way along the layers that keeps its numbers short, and how many um it has. */
const unitAlong = (most: number): { readonly unit: string; readonly um: number } => (
  most > 5000 ? { unit: 'mm', um: 1000 } : { unit: 'µm', um: 1 }
);

/** Utilisation and current through the membrane along the layers. */
function alongPanels(shape: MeshShapeDocument, snapshots: readonly Snapshot[], looks: readonly LegendItem[],
  y: number): string[]
{
  const current = (snapshot: Snapshot): (number | null)[] => {
    const own = shape.region.map((region, cell) =>
      shape.regions[region] === 'membrane' ? snapshot.ionicCurrentDensity_mA_cm2[3 * cell] : null
    );
    const mean = meansAlong(shape, own);
    const total = mean.reduce((sum, { value, share }) => sum + value * share, 0)
      / mean.reduce((sum, { share }) => sum + share, 0);
    return own.map((value) => (value === null ? null : value / total));
  };
  return [
    { title: 'Utilisation, mean over the depth', of: (snapshot: Snapshot) => snapshot.utilisation },
    { title: 'Current through the membrane over its mean', of: current },
  ].flatMap(({ title, of }, k) => {
    const means = snapshots.map((snapshot) => meansAlong(shape, of(snapshot)));
    const { unit, um } = unitAlong(Math.max(...means.flat().map((point) => point.y)));
    const box = { x: k * cellWidth, y, width: cellWidth, height: 300 };
    return [
      plane(box, [left, 28, 30, 50], {
        x: { label: `Along the layers (${unit})`, ticks: 5 },
        y: { label: '', ticks: 5, nice: true, zero: true },
      },
        looks.flatMap((look, s) =>
          curveMarks({ ...look, points: means[s].map((point) => ({ x: point.y / um, y: point.value })) })
        )),
      caption(box.x + left, y + 20, title, 'start', true),
    ];
  });
}

interface Along {
  readonly y: number;
  readonly value: number;
  readonly share: number;
}

/** Mean by volume over the cells that have a value at every place along the layers, from the smallest on [um]. */
function meansAlong({ points_um: points, corners, offsets, volumeShare }: MeshShapeDocument,
  values: readonly (number | null)[]): Along[]
{
  const places = values.map((_, cell) => {
    const own = corners.slice(offsets[cell], offsets[cell + 1]);
    return Number((own.reduce((sum, point) => sum + points[3 * point + 1], 0) / own.length).toPrecision(6));
  });
  const place = gathering(places);
  const sums = new Map<number, { sum: number; share: number }>();
  values.forEach((value, cell) => {
    if (value === null) return;
    const y = place(places[cell]);
    const before = sums.get(y) ?? { sum: 0, share: 0 };
    sums.set(y, { sum: before.sum + value * volumeShare[cell], share: before.share + volumeShare[cell] });
  });
  return [...sums].sort(([a], [b]) => a - b).map(([y, { sum, share }]) => ({ y, value: sum / share, share }));
}

/** Strips that the cells of a mesh without columns are gathered in: as many as there are cells along a side. */
function gathering(places: readonly number[]): (y: number) => number {
  const different = new Set(places).size;
  if (different <= places.length / 2) return (y) => y;
  const [low, high] = extent(places);
  const width = (high - low) / Math.max(1, Math.round(Math.sqrt(places.length)));
  return (y) => low + (Math.min(Math.floor((y - low) / width), Math.round((high - low) / width) - 1) + 0.5) * width;
}
