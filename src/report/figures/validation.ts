import * as Plot from '@observablehq/plot';
import type { ValidatedRow, ValidationDocument } from '../../results/validation-schema.js';
import { axes, type Figure, legend, type LegendItem, legendLine, panel, sheet } from './figure.js';
import { cycled, designColours, faint, ink, markers } from './palette.js';

const width = 760;

interface Point {
  readonly measured: number;
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
  readonly source: string;
  readonly group: number;
  /** Inside what was compared: there is a number beside the interval. */
  readonly single: boolean;
}

const groups = ['discharge at C/4 and slower', 'faster discharge', 'decay of the current', 'first charge'] as const;

const groupOf = (
  { what, cRate }: ValidatedRow,
): number => (what === 'first-charge' ? 3 : what === 'rate-decay' ? 2 : cRate !== null && cRate > 0.25 ? 1 : 0);

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
function pointsOf({ sources }: ValidationDocument, unit: (row: ValidatedRow) => number | null): Point[] {
  return sources.flatMap(({ id, cells }) =>
    cells.flatMap(({ rows }) =>
      rows.flatMap((row): Point[] => {
        const over = unit(row);
        const { measured, predicted, low, high, bound, outside } = row;
        return over === null || predicted === null || low === null || high === null || bound !== null
          ? []
          : [{ measured: measured / over, predicted: predicted / over, low: low / over, high: high / over, source: id,
            group: groupOf(row), single: outside.length === 0 }];
      })
    )
  );
}

const colourOf = (group: number): string => cycled(designColours, group);
const markerOf = (group: number) => cycled(markers, group);
const groupItems = (shown: readonly number[]) =>
  shown.map((group) => ({ label: groups[group], colour: colourOf(group), marker: markerOf(group) }));
const shownGroups = (points: readonly Point[]): number[] =>
  groups.map((_, k) => k).filter((k) => points.some(({ group }) => group === k));

/** Predicted against measured, over the nominal capacity, with intervals. */
function parity(points: readonly Point[]): Figure {
  const side = 560;
  const top = 1.35;
  const shown = shownGroups(points);
  const items: LegendItem[] = [...groupItems(shown), { label: 'outside of what was compared: an interval, no number',
    colour: faint, dash: '3 3' }];
  const height = side + 14 + legendLine * (items.length + 1);
  const title = 'Measured and predicted capacity, over the nominal one';
  return {
    name: 'validation-parity',
    title,
    caption:
      'One bar per measured capacity: the 80 % interval of its prediction (marks and bars are cut at the frame), from what predictions '
      + 'miss beyond their inputs and from the ranges of assumed inputs. A mark where there is a single number; dashed bars without one: '
      + 'cells outside of what was compared. On the line the two agree; the dotted lines are the rules that always say the nominal '
      + 'capacity or three quarters of it.',
    svg: sheet(title, width, height, [
      panel({ x: 0, y: 0, width, height: side }, {
        marginLeft: 70,
        marginRight: 16,
        marginTop: 14,
        marginBottom: 52,
        x: { domain: [0, top] },
        y: { domain: [0, top] },
        marks: [
          ...axes({ x: { label: 'Measured / nominal capacity', ticks: 6 },
            y: { label: 'Predicted / nominal capacity', ticks: 6 } }),
          Plot.link([0], { x1: 0, y1: 0, x2: top, y2: top, stroke: faint, strokeDasharray: '4 3' }),
          Plot.ruleY([1, 0.75], { stroke: faint, strokeDasharray: '1 3' }),
          ...[true, false].map((single) =>
            Plot.ruleX(points.filter((point) => point.single === single), {
              x: 'measured',
              y1: ({ low }: Point) => Math.min(top, low),
              y2: ({ high }: Point) => Math.min(top, high),
              stroke: ({ group }: Point) => colourOf(group),
              strokeOpacity: 0.25,
              ...(single ? {} : { strokeDasharray: '3 3' }),
            })
          ),
          ...shown.map((group) =>
            Plot.dot(points.filter((point) => point.single && point.group === group), {
              x: 'measured',
              y: ({ predicted }: Point) => Math.min(top, predicted),
              symbol: markerOf(group),
              r: 4,
              fill: colourOf(group),
              stroke: ink,
              strokeWidth: 0.4,
            })
          ),
        ],
      }),
      legend({ x: 70, y: side + 4, width: width - 80, height: 0 }, items),
    ]),
  };
}

/** Predicted over measured, one line per source, worst source on top. */
function errors(points: readonly Point[]): Figure {
  const rms = (of: readonly Point[]): number =>
    Math.sqrt(
      of.reduce((sum, { measured, predicted }) => sum + Math.log(Math.max(predicted, 0.01) / measured) ** 2, 0)
        / of.length,
    );
  const names = [...new Set(points.map(({ source }) => source))]
    .map((source) => ({ source, spread: rms(points.filter((point) => point.source === source)) })).sort((a, b) =>
      b.spread - a.spread
    );
  const lines = 24 * names.length + 80;
  const shown = shownGroups(points);
  const items = [...groupItems(shown), { label: 'within a factor of exp(rms) of the source', colour: '#DDDDDD',
    swatch: true }];
  const height = lines + 14 + legendLine * items.length;
  const title = 'Predicted over measured capacity, by source';
  const ratio = ({ measured, predicted }: Point): number => Math.max(predicted, 0.01) / measured;
  const ends = [0.95 * Math.min(0.5, ...points.map(ratio)), 1.05 * Math.max(2, ...points.map(ratio))];
  const ticks = ratioTicks.filter((tick) => tick >= ends[0] && tick <= ends[1]);
  return {
    name: 'validation-sources',
    title,
    caption:
      'One mark per measured capacity inside what was compared, one line per source, the source with the largest error on top. Right of 1 '
      + 'the program promises too much.',
    svg: sheet(title, width, height, [
      panel({ x: 0, y: 0, width, height: lines }, {
        marginLeft: 170,
        marginRight: 16,
        marginTop: 14,
        marginBottom: 52,
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
          Plot.axisX({
            label: 'Predicted / measured capacity',
            labelAnchor: 'center',
            labelArrow: 'none',
            labelOffset: 38,
            color: ink,
            fontSize: 12,
            ticks,
            text: String,
          }),
          Plot.axisY({ label: null, color: ink, fontSize: 12, tickSize: 0 }),
          Plot.ruleX([1], { stroke: faint, strokeDasharray: '4 3' }),
          ...shown.map((group) =>
            Plot.dot(points.filter((point) => point.group === group), {
              x: ratio,
              y: 'source',
              symbol: markerOf(group),
              r: 4,
              fill: colourOf(group),
              stroke: ink,
              strokeWidth: 0.4,
            })
          ),
        ],
      }),
      legend({ x: 170, y: lines + 4, width: width - 180, height: 0 }, items),
    ]),
  };
}

/** As text: a format would leave out what is no round share of a decade. */
const ratioTicks = [0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10];

/** Predicted against measured charge-transfer resistance. */
function resistanceParity(points: readonly Point[]): Figure {
  const side = 560;
  const ends = [0.03, 1000] as const;
  const inFrame = (value: number): number => Math.min(ends[1], Math.max(ends[0], value));
  const names = [...new Set(points.map(({ source }) => source))];
  const columns = 2;
  const height = side + 14 + legendLine * Math.ceil(names.length / columns);
  const title = 'Measured and predicted charge-transfer resistance';
  const ticks = [0.1, 1, 10, 100, 1000];
  return {
    name: 'validation-resistance',
    title,
    caption:
      'Of the cathode, per area of the electrode, at the state of charge that the source gives or half charged; bars are the 80 % '
      + 'intervals. Measured resistances hold whatever the source took for charge transfer, an interphase and contact included.',
    svg: sheet(title, width, height, [
      panel({ x: 0, y: 0, width, height: side }, {
        marginLeft: 70,
        marginRight: 16,
        marginTop: 14,
        marginBottom: 52,
        x: { type: 'log', domain: [...ends] },
        y: { type: 'log', domain: [...ends] },
        marks: [
          ...axes({
            x: { label: 'Measured (ohm cm²)', ticks, tickFormat: String },
            y: { label: 'Predicted (ohm cm²)', ticks, tickFormat: String },
          }),
          Plot.link([0], { x1: ends[0], y1: ends[0], x2: ends[1], y2: ends[1], stroke: faint, strokeDasharray: '4 3' }),
          ...names.flatMap((source, k) => {
            const own = points.filter((point) => point.source === source);
            const colour = cycled(designColours, k);
            return [
              Plot.ruleX(own, {
                x: 'measured',
                y1: ({ low }: Point) => inFrame(low),
                y2: ({ high }: Point) => inFrame(high),
                stroke: colour,
                strokeOpacity: 0.5,
              }),
              Plot.dot(own, {
                x: 'measured',
                y: ({ predicted }: Point) => inFrame(predicted),
                symbol: cycled(markers, k),
                r: 4.5,
                fill: colour,
                stroke: ink,
                strokeWidth: 0.4,
              }),
            ];
          }),
        ],
      }),
      legend({ x: 70, y: side + 4, width: width - 80, height: 0 },
        names.map((label, k) => ({ label, colour: cycled(designColours, k), marker: cycled(markers, k) })), columns),
    ]),
  };
}

/** Measured voltage curves with the predicted ones, one figure for each source that has any. */
function curves({ sources }: ValidationDocument): Figure[] {
  return sources.flatMap(({ id, title: name, cells }): Figure[] => {
    const found = cells.flatMap((cell) =>
      cell.rows.flatMap(({ label, curve }) => (curve === null ? [] : [{ label: `${cell.name}, ${label}`, curve }]))
    );
    if (found.length === 0) return [];
    const side = 420;
    const height = side + 14 + legendLine * (found.length + 1);
    const title = `Voltage of the cells of ${id}`;
    const lines = (of: 'measured' | 'predicted') =>
      found.flatMap(({ label, curve }, k) => curve[of].map(([x, y]) => ({ x, y, label, k })));
    return [{
      name: `validation-curves-${id}`,
      title,
      caption: `${name}: measured (marks) and predicted (lines).`,
      svg: sheet(title, width, height, [
        panel({ x: 0, y: 0, width, height: side }, {
          marginLeft: 70,
          marginRight: 16,
          marginTop: 14,
          marginBottom: 52,
          marks: [
            ...axes({ x: { label: 'Capacity (mAh/g)', ticks: 6 }, y: { label: 'Cell voltage (V)', ticks: 6 } }),
            Plot.line(lines('predicted'), { x: 'x', y: 'y', z: 'label',
              stroke: ({ k }: { k: number }) => cycled(designColours, k), strokeWidth: 2 }),
            ...found.map(({ label }, k) =>
              Plot.dot(lines('measured').filter((point) => point.label === label), { x: 'x', y: 'y', r: 3.5,
                symbol: cycled(markers, k), fill: cycled(designColours, k) })
            ),
          ],
        }),
        legend({ x: 70, y: side + 4, width: width - 80, height: 0 },
          found.map(({ label }, k) => ({ label, colour: cycled(designColours, k), marker: cycled(markers, k),
            dash: 'none' })
          )),
      ]),
    }];
  });
}
