import * as Plot from '@observablehq/plot';
import type { ResultDocument } from '../../results/result-schema.js';
import { fixed, significant } from '../format.js';
import { caption, panel, sheet, textWidth, type Box, type Figure } from './figure.js';
import { ink } from './palette.js';

const width = 800;
const lineHeight = 26;
const longestName = 26;

interface Bar {
  readonly name: string;
  readonly value: number;
}

/** Where the mass and the volume of the pouch cell sit, item by item. */
export function massVolume(doc: ResultDocument): Figure | undefined {
  const { items, mass_g: mass, volume_cm3: volume } = doc.energy;
  if (items.length === 0) return undefined;
  const names = items.map((item, k) =>
    uniqueName(
      item.name,
      k,
      items.map((other) => other.name),
    ),
  );
  const height = 76 + lineHeight * items.length;
  const nameWidth = Math.min(200, 18 + Math.max(...names.map((name) => textWidth(name))));
  const half = (width - nameWidth) / 2;
  const barsOf = (pick: (k: number) => number): Bar[] => names.map((name, k) => ({ name, value: pick(k) }));
  const left = { x: 0, y: 0, width: nameWidth + half, height };
  const right = { x: nameWidth + half, y: 0, width: half, height };
  return {
    name: 'mass-volume',
    title: 'Mass and volume of the cell by item',
    caption:
      `Mass (${significant(mass)} g) and volume (${significant(volume)} cm³) of the pouch cell by item and their ` +
      'shares. Volumes of layers are thickness times sheet area, packaging and tabs count as bodies.',
    svg: sheet('Mass and volume by item', width, height, [
      bars(
        left,
        nameWidth,
        names,
        barsOf((k) => items[k].mass_g),
        mass,
        'Mass (g)',
        '#0072B2',
      ),
      bars(
        right,
        10,
        names,
        barsOf((k) => items[k].volume_cm3),
        volume,
        'Volume (cm³)',
        '#E69F00',
        false,
      ),
      caption(nameWidth, 18, `Mass: ${significant(mass)} g`, 'start', true),
      caption(right.x + 10, 18, `Volume: ${significant(volume)} cm³`, 'start', true),
    ]),
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
  named = true,
): string {
  const top = Math.max(...data.map((bar) => bar.value), 1e-12);
  const share = (bar: Bar) =>
    bar.value === 0
      ? '0'
      : `${Number(bar.value.toPrecision(3))} · ${fixed((100 * bar.value) / total, bar.value / total < 0.095 ? 1 : 0)} %`;
  return panel(box, {
    marginLeft,
    marginRight: 12,
    marginTop: 28,
    marginBottom: 48,
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
  const twin = all.some((other, k) => k !== index && other.slice(0, longestName - 1) === name.slice(0, longestName - 1));
  return twin ? `${short.slice(0, longestName - 4)} (${index + 1})` : short;
}
