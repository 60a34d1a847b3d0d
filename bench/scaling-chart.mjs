import * as Plot from '@observablehq/plot';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { axes, panel, sheetWithLegend } from '../dist/report/figures/figure.js';
import { toPng } from '../dist/report/figures/png.js';

const looks = [{ colour: '#0072B2', dash: 'none', marker: 'circle' }, { colour: '#D55E00', dash: '6,3',
  marker: 'square' }];
/** Flat is what lies within this share of the cost at 200 cells. */
const band = 0.2;
const middle = 200;

/** Draws docs/figures/cost-per-unknown.png: cost per unknown and step over the cells through the thickness. */
export function drawScaling(rows) {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const cells = [...new Set(rows.map((row) => row.cells))];
  // a logarithmic scale of the library leaves ticks such as 60 without their number
  const place = Math.log10;
  const [first, last] = [Math.min(...cells), Math.max(...cells)].map(place);
  const ofKind = (kind) =>
    rows.filter((row) => row.kind === kind).map((row) => ({ x: place(row.cells), y: row.nanoseconds }));
  const marks = kinds.flatMap((kind, k) => {
    const points = ofKind(kind);
    const { y } = points.find(({ x }) => x === place(middle));
    const { colour, dash, marker } = looks[k];
    return [
      Plot.rect([0], { x1: first, x2: last, y1: (1 - band) * y, y2: (1 + band) * y, fill: colour, fillOpacity: 0.1 }),
      Plot.line(points, { x: 'x', y: 'y', stroke: colour, strokeWidth: 2, strokeDasharray: dash }),
      Plot.dot(points, { x: 'x', y: 'y', r: 4.5, symbol: marker, fill: colour }),
    ];
  });
  const top = 1.3 * Math.max(...rows.map(({ nanoseconds }) => nanoseconds));
  const drawn = panel({ x: 0, y: 0, width: 560, height: 340 }, [64, 16], {
    x: { domain: [first - 0.05, last + 0.05] },
    y: { domain: [0, top] },
    marks: [
      ...axes({
        x: { label: 'cells through the thickness', ticks: cells.map(place),
          tickFormat: (at) => `${Math.round(10 ** at)}` },
        y: { label: 'CPU time per unknown and step (ns)', ticks: 6 },
      }),
      ...marks,
    ],
  });
  const { svg } = sheetWithLegend({ title: 'Cost of a step against the number of cells' }, { width: 560, height: 340 },
    [drawn],
    kinds.map((kind, k) => ({ label: `${kind}, ${rows[0].shells} shells (band: within 20 % of ${middle} cells)`,
      ...looks[k] })
    ));
  const { resolve } = createRequire(import.meta.url);
  const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`));
  writeFileSync(new URL('../docs/figures/cost-per-unknown.png', import.meta.url), toPng(svg, fonts));
}
