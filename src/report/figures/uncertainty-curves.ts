import * as Plot from '@observablehq/plot';
import type { UncertaintyDocument } from '../../results/uncertainty-schema.js';
import { axes, type Figure, legend, panel, sheet } from './figure.js';
import { bandOpacity, cycled, dashes, rateColour } from './palette.js';

const width = 800;
const height = 430;
const plotWidth = 640;
/** Bands on top of each other say nothing: the slowest, the fastest, and one between. */
const most = 3;

interface Point {
  readonly q: number;
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
}

/** Voltage against charge: the median of the sample and the band that holds 80 %. */
export function uncertaintyCurves({ rates }: UncertaintyDocument): Figure | undefined {
  const drawn = rates.filter(({ curve }) => curve !== null);
  if (drawn.length === 0) return undefined;
  const shown = drawn.length <= most
    ? drawn
    : [drawn[0], drawn[Math.floor((drawn.length - 1) / 2)], drawn[drawn.length - 1]];
  const colour = (k: number): string => rateColour(k, shown.length);
  const points = shown.map(({ curve }) =>
    (curve?.arealCapacity_mAh_cm2 ?? []).map((q, i): Point => ({ q, low: curve?.low[i] ?? null,
      median: curve?.median[i] ?? null, high: curve?.high[i] ?? null })
    )
  );
  const voltages = points.flat().flatMap(({ low, high }) => [low, high].flatMap((v) => (v === null ? [] : [v])));
  const floor = Math.min(...voltages);
  const plot = panel({ x: 0, y: 0, width: plotWidth, height }, [64, 14], {
    x: { nice: true, zero: true },
    y: { domain: [floor, Math.max(...voltages)], nice: true, inset: 4 },
    marks: [
      ...axes({ x: { label: 'Areal capacity delivered (mAh/cm²)', ticks: 7 },
        y: { label: 'Cell voltage (V)', ticks: 7 } }),
      ...points.map((curve, k) =>
        Plot.areaY(curve.filter(({ high }) => high !== null), { x: 'q', y1: ({ low }: Point) => low ?? floor,
          y2: 'high', fill: colour(k), fillOpacity: bandOpacity })
      ),
      ...points.map((curve, k) =>
        Plot.line(curve.filter(({ median }) => median !== null), { x: 'q', y: 'median', stroke: colour(k),
          strokeWidth: 2, strokeDasharray: cycled(dashes, k) })
      ),
    ],
  });
  const title = 'Discharges and their bands';
  return {
    name: 'uncertainty-curves',
    title,
    caption:
      'Lines: the voltage that half of such cells exceed; shaded: the band that holds 80 %, parameters and what the equations leave out. '
      + 'A cell whose discharge has ended counts as below any voltage, so a line ends where half of the cells have.',
    svg: sheet(title, width, height, [plot,
      legend({ x: plotWidth + 10, y: 14, width: width - plotWidth - 10 },
        shown.map(({ label }, k) => ({ label, colour: colour(k), dash: cycled(dashes, k) })))]),
  };
}
