import * as Plot from '@observablehq/plot';
import { basisWords } from '../../cell/energy-density.js';
import { fixed } from '../format.js';
import type { EnergyMap, MapAxis, MapPanel } from '../sweep/energy-map.js';
import { axes, caption, type Figure, panel, sheet } from './figure.js';
import { mapColour } from './palette.js';

const panelWidth = 236;
const panelHeight = 236;
const left = 64;
const gap = 22;
const head = 62;
const lineHeight = 16;
const foot = 56;
const perRow = 4;
const barHeight = 12;

const words = { Wh_kg: { name: 'mass', unit: 'Wh/kg' }, Wh_L: { name: 'volume', unit: 'Wh/L' } } as const;

/** Heat maps side by side on one scale of colour, with contours, the best place of each marked. */
export function energyMapFigure(map: EnergyMap): Figure {
  const { name, unit } = words[map.unit];
  const found = map.panels.flatMap(({ values }) => values.flat()).filter((value) => value !== null);
  const step = contourStep(Math.max(...found) - Math.min(...found));
  const domain: [number, number] = [Math.floor(Math.min(...found) / step) * step,
    Math.ceil(Math.max(...found) / step) * step];
  const columns = Math.min(perRow, map.panels.length);
  const rows = Math.ceil(map.panels.length / columns);
  const width = Math.max(560, left + columns * (panelWidth + gap));
  const rowHeight = head + (map.marks.length > 0 ? lineHeight : 0) + panelHeight + foot;
  const height = rows * rowHeight + 58 + lineHeight * map.marks.length;
  return sheet({
    name: `map-${map.unit}`,
    title: `Energy of the ${basisWords[map.basis]} per ${name}, promised and simulated`,
    caption:
      `Energy density of the ${basisWords[map.basis]} (${unit}) over ${map.x.title} and ${map.y.title}; one field `
      + 'per simulation, contours in between '
      + `by linear interpolation. ${
        map.panels[0].title === 'full utilisation'
          ? '"Full utilisation" is what the same cell would hold if all of its active material worked; the other panels are simulated.'
          : 'What the same cell would hold if all of its active material worked is the same everywhere, and not drawn.'
      } ${
        map.y.isRate ? 'Dots: the best place of each rate.' : 'Star: the best place of each panel.'
      } Crosses: the solver could not finish the run. `
      + `White: no such cell.${
        map.marks.length > 0 ? ' Letters: known designs; between fields the lowest and the highest value around.' : ''
      }`,
  }, width, height, [
    ...map.panels.flatMap((one, k) =>
      mapPanel(map, one, domain, step, {
        x: left + (k % columns) * (panelWidth + gap),
        y: Math.floor(k / columns) * rowHeight,
        first: k % columns === 0,
      })
    ),
    colourBar(domain, step, `${basisWords[map.basis]} (${unit})`, { x: left, y: rows * rowHeight + 2,
      width: width - left - gap }),
    ...map.marks.map(({ name: known, x, y }, k) =>
      caption(left, rows * rowHeight + 64 + lineHeight * k,
        `${letter(k)}  ${known}: ${map.x.text(x)}, ${map.y.text(y)}`)
    ),
  ]);
}

interface Spot {
  readonly x: number;
  readonly y: number;
  /** Only the first of a row has a title at its vertical axis. */
  readonly first: boolean;
}

function mapPanel(map: EnergyMap, { title, values, peak, ended }: MapPanel, domain: [number, number], step: number,
  spot: Spot): string[]
{
  const [x, y] = [scaleOf(map.x), scaleOf(map.y)];
  const cells = values.flatMap((row, j) =>
    row.flatMap((value, i) => (value === null ? [] : [{
      x1: x.edges[i],
      x2: x.edges[i + 1],
      y1: y.edges[j],
      y2: y.edges[j + 1],
      fill: mapColour((value - domain[0]) / (domain[1] - domain[0])),
    }]))
  );
  const placed = <T extends { readonly x: number; readonly y: number }>(points: readonly T[]) =>
    points.map((point) => ({ x: x.share(point.x), y: y.share(point.y) }));
  const mark = { x: 'x', y: 'y' } as const;
  const top = spot.y + head + (map.marks.length > 0 ? lineHeight : 0);
  const known = map.marks.map((one, k) => ({ ...placed([one])[0], letter: letter(k) }));
  const worth = known.map((one) => `${one.letter} ${around(values, x.field(one.x), y.field(one.y))}`);
  return [
    caption(spot.x, spot.y + 18, title, 'start', true),
    ...headLines(map, peak).map((line, k) => caption(spot.x, spot.y + 34 + lineHeight * k, line)),
    ...(known.length === 0 ? [] : [caption(spot.x, top - 14, worth.join('   '))]),
    panel({ x: spot.x - left, y: top - 8, width: left + panelWidth + 8, height: panelHeight + 8 + foot }, [left, 8, 8,
      foot], {
      x: { domain: [0, 1] },
      y: { domain: [0, 1] },
      marks: [
        Plot.rect(cells, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'fill', stroke: 'fill', strokeWidth: 0.5 }),
        ...contours(map, values, domain, step),
        Plot.dot(placed(ended), { ...mark, symbol: 'times', r: 3, stroke: '#fff' }),
        ...(map.y.isRate
          ? [Plot.dot(placed(rowPeaks(map, values)), { ...mark, r: 4, fill: '#fff', stroke: '#000' })]
          : [
            Plot.dot(placed(peak === undefined ? [] : [peak]), { ...mark, symbol: 'star', r: 8, fill: '#fff',
              stroke: '#000' }),
          ]),
        Plot.text(known, { ...mark, text: 'letter', fill: '#fff', stroke: '#000', strokeWidth: 4, fontWeight: 'bold',
          fontSize: 14 }),
        ...axes({
          grid: false,
          x: { label: map.x.title, ...ticksOf(map.x) },
          y: { label: spot.first ? map.y.title : null, ...ticksOf(map.y),
            ...(!spot.first && { tickFormat: () => '' }) },
        }),
      ],
    }),
  ];
}

const letter = (k: number): string => String.fromCharCode('A'.charCodeAt(0) + k);

/** Best value and place of a panel. */
function headLines(map: EnergyMap, peak: MapPanel['peak']): string[] {
  if (peak === undefined) return [];
  const { unit } = words[map.unit];
  const place = map.y.isRate ? map.x.text(peak.x) : `${map.x.text(peak.x)}, ${map.y.text(peak.y)}`;
  return [
    `best ${fixed(peak.value, 0)} ${unit}${map.y.isRate ? ` at ${map.y.text(peak.y)}` : ''}`,
    `at ${place}${peak.atEdge ? ' (edge)' : ''}`,
  ];
}

/** The best place of each row. */
function rowPeaks({ x, y }: EnergyMap, values: MapPanel['values']): { x: number; y: number }[] {
  return values.flatMap((row, j) => {
    const best = Math.max(...row.map((value) => value ?? -Infinity));
    return best === -Infinity ? [] : [{ x: x.values[row.indexOf(best)], y: y.values[j] }];
  });
}

/** Ticks by their share of the axis: round numbers, or the rates themselves. */
function ticksOf(axis: MapAxis): { ticks: number[]; tickFormat: (share: number) => string } {
  const { share } = scaleOf(axis);
  const values = axis.isRate ? spaced(axis) : roundValues(axis);
  const texts = new Map(values.map((value) => [share(value), axis.text(value).replace(/ .*$/, '')]));
  return { ticks: [...texts.keys()], tickFormat: (at) => texts.get(at) ?? '' };
}

/** Picks values that stand at least a twelfth of the axis apart. */
function spaced(axis: MapAxis): number[] {
  const { share } = scaleOf(axis);
  const kept: number[] = [];
  for (const value of axis.values) {
    if (kept.length === 0 || share(value) - share(kept[kept.length - 1]) > 1 / 12) kept.push(value);
  }
  return kept;
}

function roundValues({ values, log }: MapAxis): number[] {
  const [low, high] = [values[0], values[values.length - 1]];
  const inside = (value: number): boolean =>
    value >= low - 1e-9 * Math.abs(low) && value <= high + 1e-9 * Math.abs(high);
  if (!log) {
    const step = contourStep(2 * (high - low));
    return Array.from({ length: 20 }, (_, k) => Number(((Math.ceil(low / step) + k) * step).toPrecision(9))).filter(
      inside,
    );
  }
  const decades = Array.from({ length: 25 }, (_, k) => 10 ** (k - 12));
  const choices = [[1, 2, 5], [1, 3], [1]].map((digits) =>
    decades.flatMap((decade) => digits.map((digit) => Number((digit * decade).toPrecision(6)))).filter(inside)
  );
  return choices.find(({ length }) => length <= 6) ?? choices[2];
}

/** A round step that gives up to twelve levels. */
function contourStep(span: number): number {
  const rough = Math.max(span, 1e-9) / 12;
  const decade = 10 ** Math.floor(Math.log10(rough));
  return decade * ([1, 2, 5, 10].find((digit) => digit * decade >= rough) ?? 10);
}

const samples = 96;

/** Lines of equal energy, and a label on every one that the falling diagonal crosses. */
function contours({ x, y }: EnergyMap, values: MapPanel['values'], [low, high]: [number, number],
  step: number): Plot.Markish[]
{
  if (x.values.length < 3 || y.values.length < 3) return [];
  const [scaleX, scaleY] = [scaleOf(x), scaleOf(y)];
  const at = (u: number, v: number): number => interpolate(values, scaleX.field(u), scaleY.field(v));
  const share = (k: number): number => (k + 0.5) / samples;
  const raster = Array.from({ length: samples * samples },
    (_, k) => at(share(k % samples), share(Math.floor(k / samples))));
  const levels = Array.from({ length: Math.round((high - low) / step) - 1 }, (_, k) => low + (k + 1) * step);
  const labels = crossings(at, levels).map(({ level, u, v }) => ({ text: String(level), x: u, y: v }));
  const bounds = { x1: 0, x2: 1, y1: 0, y2: 1 };
  return [
    Plot.contour(raster, { ...bounds, width: samples, height: samples, thresholds: levels, stroke: '#fff',
      strokeWidth: 1 }),
    Plot.text(labels, { x: 'x', y: 'y', text: 'text', fill: '#fff', stroke: '#333', strokeWidth: 3, fontSize: 10.5 }),
  ];
}

/** Finds where the way from one corner to the other meets a level first; none closer than a tenth to another label. */
function crossings(at: (u: number, v: number) => number,
  levels: readonly number[]): { level: number; u: number; v: number }[]
{
  const found: { level: number; u: number; v: number }[] = [];
  for (const level of levels) {
    for (let k = 0; k + 1 < samples; k++) {
      const [s, t] = [k / samples, (k + 1) / samples];
      const [a, b] = [at(s, 1 - s), at(t, 1 - t)];
      if (!(Math.min(a, b) <= level && Math.max(a, b) > level)) continue;
      const u = s + (t - s) * ((level - a) / (b - a));
      if (u > 0.06 && u < 0.94 && found.every((other) => Math.abs(other.u - u) > 0.1)) {
        found.push({ level, u, v: 1 - u });
        break;
      }
    }
  }
  return found;
}

/** An axis by the share of its length in the picture, in its own spacing; the fields reach half-way to their neighbours. */
export function scaleOf({ values, log }: MapAxis) {
  const to = (value: number): number => (log ? Math.log(value) : value);
  const at = values.map(to);
  const last = at.length - 1;
  const between = at.slice(1).map((value, i) => (value + at[i]) / 2);
  const borders = [2 * at[0] - between[0], ...between, 2 * at[last] - between[last - 1]];
  const [low, high] = [borders[0], borders[last + 1]];
  const share = (place: number): number => (place - low) / (high - low);
  return {
    /** Borders of the fields. */
    edges: borders.map(share),
    share: (value: number): number => share(to(value)),
    /** Between which two fields a share lies, and how far; beyond the outermost centres it stays with them. */
    field: (wanted: number): [number, number] => {
      const place = low + (high - low) * wanted;
      let i = 0;
      while (i + 2 < at.length && at[i + 1] <= place) i++;
      return [i, Math.min(1, Math.max(0, (place - at[i]) / (at[i + 1] - at[i])))];
    },
  };
}

/** Bilinear between the centres of four fields; NaN beside a field without a result. */
export function interpolate(values: MapPanel['values'], [i, s]: readonly [number, number],
  [j, t]: readonly [number, number]): number
{
  const corner = (dj: number, di: number): number => values[j + dj][i + di] ?? NaN;
  return (1 - t) * ((1 - s) * corner(0, 0) + s * corner(0, 1)) + t * ((1 - s) * corner(1, 0) + s * corner(1, 1));
}

/** The value of a place that is the centre of a field, else lowest to highest of the fields around: a steep map is not what lies between. */
function around(values: MapPanel['values'], [i, s]: readonly [number, number],
  [j, t]: readonly [number, number]): string
{
  const near = (share: number): number[] => (share < 1e-6 ? [0] : share > 1 - 1e-6 ? [1] : [0, 1]);
  const found = near(t).flatMap((dj) => near(s).map((di) => values[j + dj][i + di] ?? NaN));
  const [low, high] = [Math.min(...found), Math.max(...found)].map((value) => fixed(value, 0));
  return low === high ? low : `${low} to ${high}`;
}

function colourBar(domain: [number, number], step: number, label: string,
  place: { readonly x: number; readonly y: number; readonly width: number }): string
{
  const pieces = 120;
  const boxes = Array.from({ length: pieces }, (_, k) => ({
    x1: domain[0] + (k / pieces) * (domain[1] - domain[0]),
    x2: domain[0] + ((k + 1) / pieces) * (domain[1] - domain[0]),
    fill: mapColour((k + 0.5) / pieces),
  }));
  const ticks = Array.from({ length: Math.round((domain[1] - domain[0]) / step) + 1 }, (_, k) => domain[0] + k * step);
  return panel({ x: place.x - 20, y: place.y, width: place.width + 40, height: barHeight + 42 }, [20, 20, 2, 40], {
    x: { domain },
    y: { axis: null, domain: [0, 1] },
    marks: [
      Plot.rect(boxes, { x1: 'x1', x2: 'x2', y1: 0, y2: 1, fill: 'fill', stroke: 'fill', strokeWidth: 0.5 }),
      Plot.axisX({ ticks, label, labelAnchor: 'center', labelArrow: 'none', labelOffset: 34, fontSize: 12,
        tickSize: 4 }),
    ],
  });
}
