import * as Plot from '@observablehq/plot';
import type { CellEnergyDocument } from '../../results/energy-schema.js';
import { fixed, significant } from '../format.js';
import { type Box, caption, type Figure, panel, sheet, textWidth } from './figure.js';
import { ink } from './palette.js';

const panelWidth = 330;
const lineHeight = 26;
const longestName = 26;

interface Bar {
  readonly name: string;
  readonly value: number;
  /** In place of the number, where there is none. */
  readonly words?: string;
}

/** Where mass, volume and cost of the pouch cell sit, item by item; the cost is left out where nothing has a price. */
export function massVolume({ energy }: { readonly energy: CellEnergyDocument }): Figure | undefined {
  const { items, mass_g: mass, volume_cm3: volume, cost: { priced_USD: cost, unpriced } } = energy;
  if (items.length === 0) return undefined;
  const all = items.map((item) => item.name);
  const names = all.map((name, k) => uniqueName(name, k, all));
  const height = 76 + lineHeight * items.length;
  const nameWidth = Math.ceil(Math.min(200, 18 + Math.max(...names.map((name) => textWidth(name)))));
  const barsOf = (pick: (k: number) => number): Bar[] => names.map((name, k) => ({ name, value: pick(k) }));
  const panels = [
    { label: 'Mass (g)', title: `Mass: ${significant(mass)} g`, total: mass, colour: '#0072B2',
      data: barsOf((k) => items[k].mass_g) },
    {
      label: 'Volume (cm³)',
      title: `Volume: ${significant(volume)} cm³`,
      total: volume,
      colour: '#E69F00',
      data: barsOf((k) => items[k].volume_cm3),
    },
    ...(cost > 0
      ? [{
        label: 'Cost ($)',
        title: `Cost: ${unpriced.length > 0 ? 'at least ' : ''}${significant(cost)} $`,
        total: cost,
        colour: '#009E73',
        data: names.map((name, k): Bar => ({
          name,
          value: items[k].cost_USD,
          ...(items[k].cost_USD === 0 && items[k].unpriced.length > 0 && { words: 'no price' }),
        })),
      }]
      : []),
  ];
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
    svg: sheet('Mass, volume and cost by item', width, height,
      panels.flatMap(({ label, title, total, colour, data }, k) => [
        bars(
          { x: left(k), y: 0, width: k === 0 ? nameWidth + panelWidth : panelWidth, height },
          k === 0 ? nameWidth : 10,
          names,
          data,
          total,
          label,
          colour,
          k === 0,
        ),
        caption(k === 0 ? nameWidth : left(k) + 10, 18, title, 'start', true),
      ])),
  };
}

function bars(
  box: Box,
  marginLeft: number,
  names: readonly string[],
  data: readonly Bar[],
  total: number,
  label: string,
  colour: string,
  named: boolean,
): string {
  const top = Math.max(...data.map((bar) => bar.value), 1e-12);
  const share = (bar: Bar) =>
    bar.words !== undefined
      ? bar.words
      : bar.value === 0
      ? '0'
      : `${Number(bar.value.toPrecision(3))} · ${
        fixed((100 * bar.value) / total, bar.value / total < 0.095 ? 1 : 0)
      } %`;
  return panel(box, [marginLeft, 12, 28], {
    x: { domain: [0, 1.5 * top] },
    y: { domain: names, padding: 0.25, axis: null },
    marks: [
      Plot.ruleX([0], { stroke: '#999' }),
      Plot.axisX({
        label,
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 38,
        ticks: 4,
        color: ink,
        fontSize: 12,
        tickSize: 5,
      }),
      ...(named ? [Plot.axisY({ label: null, tickSize: 0, color: ink, fontSize: 12 })] : []),
      Plot.barX(data, { x: 'value', y: 'name', fill: colour }),
      Plot.text(data, { x: 'value', y: 'name', text: share, textAnchor: 'start', dx: 5, fill: ink, fontSize: 12 }),
    ],
  });
}

/** Shortened; equal names (two layers of one composition) get their place, since a bar needs a name of its own. */
function uniqueName(name: string, index: number, all: readonly string[]): string {
  const short = name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
  const twin = all.some((other, k) =>
    k !== index && other.slice(0, longestName - 1) === name.slice(0, longestName - 1)
  );
  return twin ? `${short.slice(0, longestName - 4)} (${index + 1})` : short;
}
