import * as Plot from '@observablehq/plot';
import type { ComparisonDocument } from '../../results/comparison-schema.js';
import { limitLabels } from '../../results/limit-labels.js';
import { polarisationLabels } from '../../results/result-schema.js';
import { isGain } from '../comparison-rows.js';
import { fixed, gainText } from '../format.js';
import { lossSign, presentParts } from '../rate-choice.js';
import { piledLosses, roomFor } from './bars.js';
import { plane } from './curves.js';
import { caption, type Figure, hatched, sheet, sheetWithLegend, textWidth } from './figure.js';
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
    x: { label: `Mean polarisation over the charge delivered, ${doc.detailRate ?? ''} (mV)`, nice: true,
      domain: [Math.min(0, ...bars.map(({ from }) => from)), 1.08 * Math.max(...totals.map(({ end }) => end))] },
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
  return sheetWithLegend({
    name: 'polarisation',
    title: `Where the voltage goes at ${labels}`,
    caption:
      `Equilibrium less cell voltage at ${labels}, mean over the charge that each design delivered, split into parts that add `
      + 'up to it (number: total). A design that stops early has had less of its discharge to lose voltage in.',
  }, { width, height, left: 40 }, [plot], items, { columns: 4, isHatched: true });
}

const cutOffColour = '#5B3A1E';
const row = 24;

/** Draws what each design would deliver without one of its resistances. */
export function comparisonLimits(doc: ComparisonDocument): Figure | undefined {
  const solved = doc.designs.filter(({ limits }) => limits.parts.length > 0);
  const shown = solved.filter(({ limits }) => limits.parts.some(isGain));
  const silent = solved.filter((design) => !shown.includes(design)).map(({ name }) => name);
  if (shown.length === 0) return undefined;
  const labels = Object.values(limitLabels);
  const left = 30 + Math.max(...labels.map((label) => textWidth(label)));
  const longest = Math.max(...shown.flatMap(({ limits: { parts } }) => parts.map(({ utilisation }) => utilisation)));
  // the number behind the longest bar stays inside the frame
  const end = Math.max(1.1, 1.12 * longest);
  let y = 0;
  const panels = shown.map(({ name, limits, result }, k) => {
    const asIs = result.rates.find(({ label }) => label === limits.rate)?.utilisation ?? 0;
    const bars = limits.parts.filter(isGain).map((part) => (
      { ...part, name: limitLabels[part.part], end: Math.max(asIs, part.utilisation),
        text: gainText(part.capacityGain) }
    ));
    const isLast = k === shown.length - 1;
    const height = 34 + row * bars.length + (isLast ? 44 : 0);
    const drawn = plane({ x: 0, y, width, height }, [left, 60, 28, isLast ? 50 : 6], {
      x: { domain: [0, end], ...(isLast
        ? { label: `Utilisation at ${limits.rate ?? ''} without the resistance (%)`, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
          tickFormat: (share: number) => `${Math.round(100 * share)}` }
        : { label: null, ticks: [] }) },
      y: { label: null, tickSize: 0, type: 'band', domain: bars.map((bar) => bar.name), padding: 0.2 },
      grid: false,
    }, [
      Plot.barX(bars, { x1: 0, x2: asIs, y: 'name', fill: '#D9D9D9' }),
      ...bars.map((bar) =>
        Plot.barX([bar], { x1: Math.min(asIs, bar.utilisation), x2: bar.utilisation, y: 'name',
          fill: bar.part === 'disconnection' ? cutOffColour : partLooks[bar.part].colour })
      ),
      Plot.ruleX([asIs], { stroke: ink, strokeWidth: 1.5 }),
      Plot.text(bars, { x: 'end', y: 'name', text: 'text', textAnchor: 'start', dx: 5, fill: ink }),
    ]);
    const heading = caption(left, y + 20, name, 'start', true);
    y += height;
    return drawn + heading;
  });
  return sheet({
    name: 'limits',
    title: `What limits each design at ${doc.detailRate ?? ''}`,
    caption:
      'Grey: utilisation as it is. Coloured: what is gained where one resistance is made a thousand times smaller and the cell is solved '
      + 'again; the numbers are the gain of capacity. Gains do not add up: what one resistance frees another may take. Resistances that take less than 0.5 % are not drawn.'
      + (silent.length === 0 ? '' : ` No resistance alone takes more than that: ${silent.join('; ')}.`),
  }, width, y + 6, panels);
}
