import * as Plot from '@observablehq/plot';
import type { CellEnergyDocument } from '../../results/energy-schema.js';
import { fixed, significant } from '../format.js';
import { axisStyle, type Box, caption, type Figure, panel, sheet, textWidth } from './figure.js';
import { ink } from './palette.js';

const panelWidth = 330;
const lineHeight = 26;

type Item = CellEnergyDocument['items'][number];

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
  return {
    name: 'mass-volume',
    title: 'Mass, volume and cost of the cell by item',
    caption:
      `Mass (${significant(mass)} g), volume as built (${
        significant(volume)
      } cm³) and cost of the materials of the pouch cell by item `
      + 'and their shares. Volumes of layers are thickness times sheet area, packaging and tabs count as bodies.'
      + (unpriced.length > 0 ? ` Without a price: ${unpriced.join(', ')}.` : ''),
    svg: sheet('Mass, volume and cost by item', width, height, panels.flatMap((one, k) => {
      const marginLeft = k === 0 ? nameWidth : 10;
      const box = { x: left(k), y: 0, width: k === 0 ? nameWidth + panelWidth : panelWidth, height };
      return [barPanel(box, marginLeft, one, k === 0), caption(left(k) + marginLeft, 18, one.title, 'start', true)];
    })),
  };
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
