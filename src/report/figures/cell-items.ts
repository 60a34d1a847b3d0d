import * as Plot from '@observablehq/plot';
import type { CellEnergyDocument, ItemKind } from '../../results/energy-schema.js';
import { fixed, significant } from '../format.js';
import { axisStyle, type Box, caption, type Figure, halo, hatched, legend, legendLine, panel, sheet,
  textWidth } from './figure.js';
import { ink, type Look } from './palette.js';

const width = 800;
const left = 92;
const right = 108;
const barHeight = 44;
const legendColumns = 3;

/** From the anode to the cathode, then what holds them. */
const looks: readonly (Look & { readonly kind: ItemKind; readonly label: string })[] = [
  { kind: 'anodeCollector', label: 'anode foil', colour: '#D55E00', hatch: 'falling' },
  { kind: 'anode', label: 'anode', colour: '#999999', hatch: 'vertical' },
  { kind: 'membrane', label: 'membrane', colour: '#E69F00', hatch: 'none' },
  { kind: 'cathode', label: 'cathode composite', colour: '#56B4E9', hatch: 'none' },
  { kind: 'cathodeCollector', label: 'cathode foil', colour: '#CC79A7', hatch: 'rising' },
  { kind: 'bipolarPlate', label: 'bipolar plates', colour: '#CC79A7', hatch: 'dots' },
  { kind: 'tabs', label: 'tabs and leads', colour: '#332288', hatch: 'none' },
  { kind: 'packaging', label: 'laminate and head space', colour: '#F0E442', hatch: 'dots' },
  { kind: 'overhead', label: 'declared overhead', colour: '#FFFFFF', hatch: 'horizontal' },
];

type Item = CellEnergyDocument['items'][number];

interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly atLeast: boolean;
  of(item: Item): number;
}

interface Segment {
  readonly row: string;
  readonly kind: ItemKind;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

interface Row {
  readonly measure: Measure;
  readonly segments: readonly Segment[];
  readonly total: number;
}

/** Draws in which layers mass, thickness and cost of the packed cell sit, per area of unit cell: bars of shares with their amounts. */
export function layerShares({ energy }: { readonly energy: CellEnergyDocument }): Figure | undefined {
  if (energy.items.length === 0) return undefined;
  const measures = measuresOf(energy);
  const rows = measures.map((measure): Row => ({ measure, ...segmentsOf(measure, energy) }));
  const segments = rows.flatMap(({ segments: own }) => own);
  const present = looks.filter(({ kind }) => segments.some((segment) => segment.kind === kind));
  const plotHeight = 34 + barHeight * rows.length;
  const legendHeight = Math.ceil(present.length / legendColumns) * legendLine;
  const height = 30 + plotHeight + legendHeight + 8;
  const { unpriced } = energy.cost;
  return sheet({
    name: 'layer-shares',
    title: 'Mass, thickness and cost layer by layer',
    caption:
      'Shares of the cell, everything divided by the area of its unit cells: mass, thickness as built (and as charged, '
      + 'where lithium plates) and cost of the materials. Tabs, leads, laminate and head space are bodies: their thickness is their volume '
      + `over that area.${
        unpriced.length > 0 ? ` Without a price, so that the cost is a lower bound: ${unpriced.join(', ')}.` : ''
      }`,
  }, width, height, [
    caption(left, 18, 'Share of the cell, per area of unit cell', 'start', true),
    panel({ x: 0, y: 26, width, height: plotHeight }, [left, right, 2, 30], {
      x: { domain: [0, 100] },
      y: { domain: measures.map(({ name }) => name), padding: 0.22, axis: null },
      marks: [
        ...present.flatMap(({ kind, ...look }) =>
          hatched(look, { stroke: '#888', strokeWidth: 0.5 }, (fill) =>
            Plot.barX(segments.filter((segment) =>
              segment.kind === kind
            ), { x1: 'from', x2: 'to', y: 'row', ...fill }))
        ),
        Plot.text(segments.filter(fits), {
          x: ({ from, to }: Segment) => (from + to) / 2,
          y: 'row',
          text: ({ value }: Segment) => significant(value),
          ...halo,
        }),
        Plot.text(rows, {
          x: 100,
          y: ({ measure }: Row) => measure.name,
          textAnchor: 'start',
          dx: 8,
          fill: ink,
          fontSize: 12,
          text: ({ measure, total }: Row) => `${measure.atLeast ? '> ' : ''}${significant(total)} ${measure.unit}`,
        }),
        Plot.axisY({ label: null, tickSize: 0, color: ink, fontSize: 12 }),
        Plot.axisX({
          label: null,
          ticks: 5,
          tickFormat: (value: number) => `${value} %`,
          color: ink,
          fontSize: 12,
          tickSize: 5,
        }),
      ],
    }),
    legend({ x: left, y: 30 + plotHeight, width: width - left }, present.map((look) => ({ ...look, swatch: true })),
      legendColumns),
  ], true);
}

function measuresOf(energy: CellEnergyDocument): Measure[] {
  const pouch = energy.bases.find(({ name }) => name === 'pouch');
  // 1 mg/cm^2 is 10 g/m^2, 1 um is 1 cm^3/m^2
  const area = energy.mass_g / (10 * (pouch?.arealMass_mg_cm2 ?? NaN));
  const grows = energy.volumeCharged_cm3 > energy.volume_cm3 * (1 + 1e-9);
  const thickness: Measure = { name: 'thickness', unit: 'µm', atLeast: false, of: (item) => item.volume_cm3 / area };
  return [
    { name: 'mass', unit: 'mg/cm²', atLeast: false, of: (item) => item.mass_g / area / 10 },
    thickness,
    ...(grows ? [{ ...thickness, name: 'as charged', of: (item: Item) => item.volumeCharged_cm3 / area }] : []),
    ...(energy.cost.priced_USD > 0
      ? [{
        name: 'cost',
        unit: '$/m²',
        atLeast: energy.cost.unpriced.length > 0,
        of: (item: Item) => item.cost_USD / area,
      }]
      : []),
  ];
}

/** Items of one kind together, end to end in the order of the looks. */
function segmentsOf({ name, of }: Measure, { items }: CellEnergyDocument): Omit<Row, 'measure'> {
  const total = items.reduce((sum, item) => sum + of(item), 0);
  let end = 0;
  const segments = looks.flatMap(({ kind }): Segment[] => {
    const value = items.filter((item) => item.kind === kind).reduce((sum, item) => sum + of(item), 0);
    if (value <= 0) return [];
    const from = end;
    end += (100 * value) / total;
    return [{ row: name, kind, from, to: end, value }];
  });
  return { segments, total };
}

/** Room for the amount inside the bar. */
const fits = ({ from, to, value }: Segment): boolean =>
  ((to - from) / 100) * (width - left - right) > textWidth(significant(value)) + 6;

const panelWidth = 330;
const lineHeight = 26;

interface Bar {
  readonly name: string;
  /** NaN where there is no price. */
  readonly value: number;
}

interface Panel {
  readonly label: string;
  readonly title: string;
  readonly colour: string;
  readonly total: number;
  readonly bars: readonly Bar[];
}

/** Draws mass, volume and cost of the pouch cell item by item; the cost is left out where nothing has a price. */
export function massVolume({ energy }: { readonly energy: CellEnergyDocument }): Figure | undefined {
  const { items, mass_g: mass, volume_cm3: volume, cost: { priced_USD: cost, unpriced } } = energy;
  if (items.length === 0) return undefined;
  const all = items.map((item) => item.name);
  const names = all.map((name, k) => uniqueName(name, k, all));
  const height = 76 + lineHeight * items.length;
  const nameWidth = Math.ceil(18 + Math.max(...names.map((name) => textWidth(name))));
  const panelOf = (label: string, title: string, colour: string, total: number,
    value: (item: Item) => number): Panel => ({
      label,
      title,
      colour,
      total,
      bars: items.map((item, k) => ({ name: names[k], value: value(item) })),
    });
  const panels = [
    panelOf('Mass (g)', `Mass: ${significant(mass)} g`, '#0072B2', mass, (item) => item.mass_g),
    panelOf('Volume (cm³)', `Volume: ${significant(volume)} cm³`, '#E69F00', volume, (item) => item.volume_cm3),
    panelOf('Cost ($)', `Cost: ${unpriced.length > 0 ? 'at least ' : ''}${significant(cost)} $`, '#009E73', cost,
      (item) => (item.cost_USD === 0 && item.unpriced.length > 0 ? NaN : item.cost_USD)),
  ].filter(({ total }) => total > 0);
  const width = nameWidth + panelWidth * panels.length;
  const left = (k: number): number => (k === 0 ? 0 : nameWidth + k * panelWidth);
  return { ...sheet({
    name: 'mass-volume',
    title: 'Mass, volume and cost by item',
    caption:
      `Mass (${significant(mass)} g), volume as built (${significant(volume)} cm³) and cost of the materials of the `
      + 'cell by item and their shares. Volumes of layers are thickness times sheet area, packaging and tabs count '
      + 'as bodies.'
      + (unpriced.length > 0 ? ` Without a price: ${unpriced.join(', ')}.` : ''),
  }, width, height, panels.flatMap((one, k) => {
    const marginLeft = k === 0 ? nameWidth : 10;
    const box = { x: left(k), y: 0, width: k === 0 ? nameWidth + panelWidth : panelWidth, height };
    return [barPanel(box, marginLeft, one, k === 0), caption(left(k) + marginLeft, 18, one.title, 'start', true)];
  })), title: 'Mass, volume and cost of the cell by item' };
}

/** Bars with their amounts and shares; an item whose amount is not known says so. */
function barPanel(box: Box, marginLeft: number, { bars, label, colour, total }: Panel, isNamed: boolean): string {
  const top = Math.max(...bars.map(({ value }) => value || 0), 1e-12);
  const share = ({ value }: Bar): string => {
    if (Number.isNaN(value)) return 'no price';
    if (value === 0) return '0';
    return `${Number(value.toPrecision(3))} · ${fixed((100 * value) / total, value / total < 0.095 ? 1 : 0)} %`;
  };
  const place = { x: ({ value }: Bar) => value || 0, y: 'name' };
  return panel(box, [marginLeft, 12, 28], {
    x: { domain: [0, 1.5 * top] },
    y: { domain: bars.map(({ name }) => name), padding: 0.25, axis: null },
    marks: [
      Plot.ruleX([0], { stroke: '#999' }),
      Plot.axisX({ ...axisStyle, label, labelOffset: 38, ticks: 4 }),
      ...(isNamed ? [Plot.axisY({ label: null, tickSize: 0, color: ink, fontSize: 12 })] : []),
      Plot.barX(bars, { ...place, fill: colour }),
      Plot.text(bars, { ...place, text: share, textAnchor: 'start', dx: 5, fill: ink, fontSize: 12 }),
    ],
  });
}

/** Equal names (two layers of one composition) get their place, since a bar needs a name of its own. */
const uniqueName = (name: string, index: number, all: readonly string[]): string =>
  all.indexOf(name) === all.lastIndexOf(name) ? name : `${name} (${index + 1})`;
