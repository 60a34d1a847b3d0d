import * as Plot from '@observablehq/plot';
import type { ComparisonDocument } from '../../results/comparison-schema.js';
import { polarisationLabels } from '../../results/result-schema.js';
import { fixed } from '../format.js';
import { lossSign, presentParts } from '../rate-choice.js';
import { piledLosses, roomFor } from './bars.js';
import { plane } from './curves.js';
import { type Figure, hatched, sheetWithLegend } from './figure.js';
import { ink, partLooks } from './palette.js';

const width = 1000;
const barHeight = 34;

/** The mean losses of every design at one rate, stacked side by side. */
export function comparisonPolarisation(doc: ComparisonDocument): Figure | undefined {
  const rated = doc.designs.flatMap(({ name, result, limits }) => {
    const rate = result.rates.find(({ label }) => label === limits.rate);
    return rate && rate.polarisation_mV.total !== null ? [{ name, rate }] : [];
  });
  if (rated.length === 0) return undefined;
  const names = rated.map(({ name }) => name);
  const parts = presentParts(rated.map(({ rate }) => rate));
  const bars = rated.flatMap(({ name, rate }) => piledLosses(rate, parts).map((bar) => ({ ...bar, design: name })));
  const height = 70 + barHeight * rated.length;
  const totals = rated.map(({ name, rate }) => (
    { name, text: fixed(lossSign(rate) * (rate.polarisation_mV.total ?? 0), 0),
      end: Math.max(0, ...bars.filter(({ design }) => design === name).map(({ to }) => to)) }
  ));
  const plot = plane({ x: 0, y: 0, width, height }, [roomFor(names), 70, 12], {
    x: { label: `Mean polarisation over the charge delivered, ${doc.detailRate ?? ''} (mV)`, nice: true },
    y: { label: null, tickSize: 0, type: 'band', domain: names, padding: 0.25 },
    grid: false,
  }, [
    ...parts.flatMap((part) =>
      hatched(partLooks[part], { stroke: '#fff', strokeWidth: 0.6 }, (fill) =>
        Plot.barX(bars.filter((bar) => bar.part === part), { x1: 'from', x2: 'to', y: 'design', ...fill }))
    ),
    Plot.text(totals, { x: 'end', y: 'name', text: 'text', textAnchor: 'start', dx: 6, fill: ink }),
  ]);
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
