import * as Plot from '@observablehq/plot';
import type { ValidatedRow, ValidationDocument } from '../../results/validation-schema.js';
import { curveMarks, placeIn, plane, type Point } from './curves.js';
import { axisStyle, type Box, type Figure, type LegendItem, panel, sheetWithLegend } from './figure.js';
import { faint, groupLook, ink } from './palette.js';
import { groupsOf, parityPanel, type ParityPoint } from './parity-panel.js';

const width = 760;

interface Compared extends ParityPoint {
  readonly source: string;
}

const groups = ['discharge at C/4 and slower', 'faster discharge', 'decay of the current', 'first charge'] as const;

const groupOf = ({ what, cRate }: ValidatedRow): number =>
  what === 'first-charge' ? 3 : what === 'rate-decay' ? 2 : cRate !== null && cRate > 0.25 ? 1 : 0;

/** All that there are values for. */
export function validationFigures(doc: ValidationDocument): Figure[] {
  const points = pointsOf(doc, (row) => row.nominal);
  const resistances = pointsOf(doc, (row) => (row.what === 'charge-transfer-resistance' ? 1 : null));
  return [
    ...(points.length > 0 ? [parity(points)] : []),
    ...(points.some(({ single }) => single) ? [errors(points.filter(({ single }) => single))] : []),
    ...(resistances.length > 0 ? [resistanceParity(resistances)] : []),
    ...curves(doc),
  ];
}

/** Values over what `unit` says of their row; rows without one and bounds are left out. */
function pointsOf({ sources }: ValidationDocument, unit: (row: ValidatedRow) => number | null): Compared[] {
  return sources.flatMap(({ id, cells }) =>
    cells.flatMap(({ rows }) =>
      rows.flatMap((row): Compared[] => {
        const over = unit(row);
        const { measured, predicted, low, high, bound, outside } = row;
        return over === null || predicted === null || low === null || high === null || bound !== null
          ? []
          : [{ x: measured / over, y: predicted / over, low: low / over, high: high / over, source: id,
            group: groupOf(row), single: outside.length === 0 }];
      })
    )
  );
}

const groupItems = (points: readonly Compared[]): LegendItem[] =>
  groupsOf(points).map((group) => ({ label: groups[group], ...groupLook(group) }));

const side = 560;

/** Over the nominal capacity: predicted against measured where there is a number, and beside it, where there is none, each measured value on its interval. */
function parity(points: readonly Compared[]): Figure {
  // every mark lies within
  const ends = [0, 1.05 * Math.max(1.25, ...points.flatMap(({ x, y, single }) => (single ? [x, y] : [x])))] as const;
  const halves = [true, false].map((single) => points.filter((point) => point.single === single))
    .filter((half) => half.length > 0);
  const place = placeIn(2, side, side);
  return sheetWithLegend({
    name: 'validation-parity',
    title: 'Measured and predicted capacity, over the nominal one',
    caption:
      'Bars are the 80 % intervals of the predictions, cut at the frame. Cells like those compared have a number: predicted against '
      + 'measured; on the dashed line the two agree, the dotted lines are the rules that always say the nominal capacity or three quarters '
      + 'of it. Other cells have an interval alone: each measured value, by kind and size, on the interval that was predicted for it.',
  }, { width: halves.length * side, height: side }, halves.map((half, k) =>
    half[0].single
      ? parityPanel(place(k), { x: 'Measured / nominal capacity', y: 'Predicted / nominal capacity', ends,
        opacity: 0.3 }, half, [Plot.ruleY([1, 0.75], { stroke: faint, strokeDasharray: '1 3' })])
      : rankedPanel(place(k), half, ends)
  ), [...groupItems(points), ...(points.every(({ single }) => single) ? [] : rankedItems)], { columns: halves.length,
    apart: true });
}

const barColour = '#C4C4C4';

const rankedItems: readonly LegendItem[] = [
  { label: '80 % interval of a value without a number', colour: barColour, dash: 'none' },
  { label: 'large, with a dark edge: measured beyond that interval', colour: ink, marker: 'circle', hollow: true },
];

/** Measured values side by side, sorted in their groups, each on its interval. */
function rankedPanel(box: Box, points: readonly Compared[], ends: readonly [number, number]): string {
  const ranked = [...points].sort((a, b) => a.group - b.group || a.x - b.x).map((point, k) => ({ ...point, rank: k + 1,
    low: Math.max(ends[0], point.low), high: Math.min(ends[1], point.high),
    missed: point.x < point.low || point.x > point.high })
  );
  return plane(box, [70, 16], {
    x: { label: `${points.length} values without a number, by kind and size`, domain: [0, points.length + 1],
      ticks: 0 },
    y: { label: 'Measured / nominal capacity', domain: ends, ticks: 6 },
  }, [
    Plot.ruleX(ranked, { x: 'rank', y1: 'low', y2: 'high', stroke: barColour,
      strokeWidth: Math.min(3, 0.6 * box.width / points.length) }),
    ...groupsOf(points).flatMap((group) => {
      const { colour, marker } = groupLook(group);
      return [false, true].map((missed) =>
        Plot.dot(ranked.filter((point) => point.group === group && point.missed === missed), { x: 'rank', y: 'x',
          symbol: marker, r: missed ? 4.5 : 2.5, fill: colour, ...(missed && { stroke: ink }) })
      );
    }),
  ]);
}

/** Predicted over measured, one line per source, worst source on top. */
function errors(points: readonly Compared[]): Figure {
  const ratio = ({ x, y }: Compared): number => Math.max(y, 0.01) / x;
  const rms = (of: readonly Compared[]): number =>
    Math.sqrt(of.reduce((sum, point) => sum + Math.log(ratio(point)) ** 2, 0) / of.length);
  const names = [...new Set(points.map(({ source }) => source))]
    .map((source) => ({ source, spread: rms(points.filter((point) => point.source === source)) }))
    .sort((a, b) => b.spread - a.spread);
  const height = 24 * names.length + 80;
  const ends = [0.95 * Math.min(0.5, ...points.map(ratio)), 1.05 * Math.max(2, ...points.map(ratio))];
  const ticks = ratioTicks.filter((tick) => tick >= ends[0] && tick <= ends[1]);
  const within = { label: 'within a factor of exp(rms) of the source', colour: '#DDDDDD', swatch: true };
  return sheetWithLegend({
    name: 'validation-sources',
    title: 'Predicted over measured capacity, by source',
    caption:
      'One mark per measured capacity inside what was compared, one line per source, the source with the largest error on top. Right of 1 '
      + 'the program promises too much.',
  }, { width, height, left: 170 }, [
    panel({ x: 0, y: 0, width, height }, [170, 16], {
      x: { type: 'log', domain: ends },
      y: { type: 'band', domain: names.map(({ source }) => source) },
      marks: [
        Plot.frame({ stroke: '#999' }),
        Plot.barX(names, {
          y: 'source',
          x1: ({ spread }: { spread: number }) => Math.max(ends[0], Math.exp(-spread)),
          x2: ({ spread }: { spread: number }) => Math.min(ends[1], Math.exp(spread)),
          fill: '#DDDDDD',
          inset: 3,
        }),
        Plot.gridX({ stroke: '#000', strokeOpacity: 0.1, ticks }),
        Plot.axisX({ ...axisStyle, label: 'Predicted / measured capacity', labelOffset: 38, ticks, text: String }),
        Plot.axisY({ ...axisStyle, label: null, tickSize: 0 }),
        Plot.ruleX([1], { stroke: faint, strokeDasharray: '4 3' }),
        ...groupsOf(points).map((group) => {
          const { colour, marker } = groupLook(group);
          return Plot.dot(points.filter((point) => point.group === group), { x: ratio, y: 'source', symbol: marker,
            r: 4, fill: colour, stroke: ink, strokeWidth: 0.4 });
        }),
      ],
    }),
  ], [...groupItems(points), within]);
}

/** As text: a format would leave out what is no round share of a decade. */
const ratioTicks = [0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10];

/** Predicted against measured charge-transfer resistance. */
function resistanceParity(points: readonly Compared[]): Figure {
  const names = [...new Set(points.map(({ source }) => source))];
  const bySource = points.map((point) => ({ ...point, group: names.indexOf(point.source) }));
  const labels = { x: 'Measured (ohm cm²)', y: 'Predicted (ohm cm²)' };
  return sheetWithLegend({
    name: 'validation-resistance',
    title: 'Measured and predicted charge-transfer resistance',
    caption:
      'Of the cathode, per area of the electrode, at the state of charge that the source gives or half charged; bars are the 80 % '
      + 'intervals, without a mark for cells unlike those compared, which have no number. Measured resistances hold whatever the source took for charge transfer, an interphase and contact included.',
  }, { width, height: side }, [
    parityPanel({ x: 0, y: 0, width, height: side }, { ...labels, ends: [0.03, 1000], ticks: [0.1, 1, 10, 100, 1000],
      opacity: 0.5 }, bySource),
  ], names.map((label, k) => ({ label, ...groupLook(k) })), { columns: 2 });
}

/** Measured voltage curves with the predicted ones, one figure for each source that has any. */
function curves({ sources }: ValidationDocument): Figure[] {
  return sources.flatMap(({ id, title: name, cells }): Figure[] => {
    const found = cells.flatMap((cell) =>
      cell.rows.flatMap(({ label, curve }) => (curve === null ? [] : [{ label: `${cell.name}, ${label}`, curve }]))
    );
    if (found.length === 0) return [];
    const height = 420;
    const items = found.map(({ label }, k) => ({ label, ...groupLook(k), dash: 'none' }));
    const points = (of: 'measured' | 'predicted', k: number): Point[] => found[k].curve[of].map(([x, y]) => ({ x, y }));
    return [sheetWithLegend({
      name: `validation-curves-${id}`,
      title: `Voltage of the cells of ${id}`,
      caption: `${name}: measured (marks) and predicted (lines).`,
    }, { width, height }, [
      plane({ x: 0, y: 0, width, height }, [70, 16], { x: { label: 'Capacity (mAh/g)', ticks: 6 },
        y: { label: 'Cell voltage (V)', ticks: 6 } }, [
        ...items.flatMap((item, k) => curveMarks({ ...item, marker: undefined, points: points('predicted', k) })),
        ...items.flatMap((item, k) =>
          curveMarks({ ...item, dash: undefined, series: `${item.label}, measured`, points: points('measured', k),
            size: 3.5 })
        ),
      ]),
    ], items)];
  });
}
