import * as Plot from '@observablehq/plot';
import type { ComparisonDocument } from '../../results/comparison-schema.js';
import { polarisationLabels, type PolarisationPart, type RateResult } from '../../results/result-schema.js';
import { fixed } from '../format.js';
import { lossSign, presentParts } from '../rate-choice.js';
import { axes, type Figure, hatched, panel, sheetWithLegend, textWidth } from './figure.js';
import { ink, partLooks } from './palette.js';

const width = 1000;
const barHeight = 34;

interface Bar {
  readonly design: string;
  readonly part: PolarisationPart;
  readonly from: number;
  readonly to: number;
}

/** The mean losses of every design at one rate, stacked side by side. */
export function comparisonPolarisation(doc: ComparisonDocument): Figure | undefined {
  const rated = doc.designs.flatMap(({ name, result, limits }) => {
    const rate = result.rates.find(({ label }) => label === limits.rate);
    return rate && rate.polarisation_mV.total !== null ? [{ name, rate }] : [];
  });
  if (rated.length === 0) return undefined;
  const bars = rated.flatMap(({ name, rate }) => barsOf(name, rate));
  const parts = presentParts(rated.map(({ rate }) => rate));
  const left = 24 + Math.max(...rated.map(({ name }) => textWidth(name)));
  const height = 70 + barHeight * rated.length;
  const plot = panel({ x: 0, y: 0, width, height }, [left, 70, 12], {
    x: { nice: true },
    y: { type: 'band', domain: rated.map(({ name }) => name), padding: 0.25 },
    marks: [
      ...axes({ x: { label: `Mean polarisation over the charge delivered, ${doc.detailRate ?? ''} (mV)` },
        y: { label: null, tickSize: 0 }, grid: false }),
      ...parts.flatMap((part) => {
        const own = bars.filter((bar) => bar.part === part);
        return hatched(partLooks[part], { stroke: '#fff', strokeWidth: 0.6 },
          (fill) => Plot.barX(own, { x1: 'from', x2: 'to', y: 'design', ...fill }));
      }),
      Plot.text(rated, {
        x: ({ name }: { name: string }) => Math.max(...bars.filter((bar) => bar.design === name).map(({ to }) => to)),
        y: 'name',
        textAnchor: 'start',
        dx: 6,
        fill: ink,
        text: ({ rate }: { rate: RateResult }) => fixed(lossSign(rate) * (rate.polarisation_mV.total ?? 0), 0),
      }),
    ],
  });
  const items = parts.map((part) => ({ label: polarisationLabels[part], ...partLooks[part], swatch: true }));
  const labels = [...new Set(rated.map(({ rate }) => rate.label))].join(', ');
  const title = `Where the voltage goes at ${labels}`;
  return {
    name: 'polarisation',
    title,
    caption:
      `Equilibrium less cell voltage at ${labels}, mean over the charge that each design delivered, split into parts that add `
      + 'up to it (number: total). A design that stops early has had less of its discharge to lose voltage in.',
    svg: sheetWithLegend(title, { width, height, left: 40 }, [plot], items, { columns: 4, isHatched: true }),
  };
}

/** Losses to the right of zero, gains to its left. */
function barsOf(design: string, rate: RateResult): Bar[] {
  const sign = lossSign(rate);
  const ends = { loss: 0, gain: 0 };
  return presentParts([rate]).map((part) => {
    const value = sign * (rate.polarisation_mV[part] ?? 0);
    const side = value < 0 ? 'gain' : 'loss';
    const from = ends[side];
    ends[side] += value;
    return { design, part, from, to: ends[side] };
  });
}
