import * as Plot from '@observablehq/plot';
import type { ComparedDesign, ComparisonDocument } from '../../results/comparison-schema.js';
import { designItems, legendColumns } from './comparison-rates.js';
import { axes, type Figure, panel, series, sheetWithLegend } from './figure.js';
import { equilibriumColour } from './palette.js';

const width = 1000;
const panelHeight = 360;

interface Point {
  readonly depth: number;
  readonly share: number;
  readonly used: number;
}

/** Draws the active material that each design has used at the end of its discharge, against the depth. */
export function comparisonProfiles(doc: ComparisonDocument): Figure | undefined {
  const curves = doc.designs.map(profileOf);
  if (curves.every((points) => points.length < 2)) return undefined;
  const items = designItems(doc.designs).map((item) => ({ ...item, marker: undefined }));
  const columns = legendColumns(items.map(({ label }) => label));
  const title = `Use of the active material through the thickness at ${doc.detailRate ?? ''}`;
  const thickest = Math.max(...doc.designs.map(({ result }) => result.case.cathodeThickness_um));
  const used = curves.flat().map((point) => point.used);
  // below zero where lithium went back, a little above 100 where a nominal capacity is exceeded
  const ends = [Math.min(0, 1.3 * Math.min(...used)), Math.max(104, 1.02 * Math.max(...used))];
  const drawn = (x: 'depth' | 'share', label: string, place: number, end: number): string =>
    panel(
      { x: (place * width) / 2, y: 0, width: width / 2, height: panelHeight },
      [70, 16],
      {
        x: { domain: [0, end] },
        y: { domain: ends },
        marks: [
          ...axes({ x: { label, ticks: 6 },
            y: { label: `Local utilisation at the end, ${doc.detailRate ?? ''} (%)`, ticks: 6 } }),
          Plot.ruleY([0], { stroke: equilibriumColour }),
          ...curves.map((points, k) =>
            Plot.line(points, {
              x,
              y: 'used',
              stroke: items[k].colour,
              strokeWidth: 2,
              strokeDasharray: items[k].dash,
              ...series(doc.designs[k].name),
            })
          ),
        ],
      },
    );
  return {
    name: 'utilisation',
    title,
    caption:
      'Local share of the theoretical capacity that was delivered when the discharge ended, from the membrane to the '
      + 'collector: in micrometres, and as a share of the thickness; below zero where lithium went back.',
    svg: sheetWithLegend(title, { width, height: panelHeight }, [
      drawn('depth', 'Depth from the membrane (µm)', 0, thickest),
      drawn('share', 'Depth from the membrane (% of the thickness)', 1, 100),
    ], items, { columns }),
  };
}

function profileOf({ result, limits }: ComparedDesign): Point[] {
  const profiles = result.rates.find(({ label }) => label === limits.rate)?.profiles;
  const last = profiles?.snapshots.at(-1);
  if (!profiles || !last) return [];
  const cells = profiles.x_um.map((x, c) => ({ x, used: last.utilisation[c] })).filter(({ used }) => used !== null);
  const thickness = result.case.cathodeThickness_um;
  const start = (profiles.boundaries_um.at(-1) ?? 0) - thickness;
  return cells.map(({ x, used }) => ({ depth: x - start, share: (100 * (x - start)) / thickness,
    used: 100 * (used ?? 0) })
  );
}
