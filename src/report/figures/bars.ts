import * as Plot from '@observablehq/plot';
import { parameterName } from '../../results/parameter-name.js';
import type { PolarisationPart, RateResult } from '../../results/result-schema.js';
import { lossSign } from '../rate-choice.js';
import { wrap } from '../text-layout.js';
import { type LegendItem, textWidth } from './figure.js';

/** A part of a pile of losses [mV]; gains go from high to low. */
interface PiledLoss {
  readonly part: PolarisationPart;
  readonly from: number;
  readonly to: number;
}

/** Mean losses of a rate on each other from zero, gains on the other side of it. */
export function piledLosses(rate: RateResult, parts: readonly PolarisationPart[]): PiledLoss[] {
  const ends = { loss: 0, gain: 0 };
  return parts.flatMap((part) => {
    const value = lossSign(rate) * (rate.polarisation_mV[part] ?? 0);
    const side = value < 0 ? 'gain' : 'loss';
    const from = ends[side];
    ends[side] += value;
    return value === 0 ? [] : [{ part, from, to: ends[side] }];
  });
}

/** Characters of a line of a name. */
const nameWidth = 38;
/** Pixels of a line of a name, and between two bars. */
const nameLine = 12;
const between = 10;

/** A parameter by its name, in lines. */
export const inLines = (one: Parameters<typeof parameterName>[0]): string =>
  wrap(parameterName(one), nameWidth).join('\n');

/** Height of a bar whose name may have lines [px]. */
export const rowFor = (names: readonly string[]): number =>
  between + nameLine * Math.max(2, ...names.map((name) => name.split('\n').length));

/** Room for names at the left of a panel [px]; a name may have lines. */
export const roomFor = (names: readonly string[]): number =>
  24 + Math.max(...names.flatMap((name) => name.split('\n').map((line) => textWidth(line))));

/** What the colours of `endBars` mean. */
export const endItems = [
  { label: 'at its low end', colour: '#0072B2', swatch: true },
  { label: 'at its high end', colour: '#E69F00', swatch: true },
] as const satisfies readonly LegendItem[];

/** From the result to what it is at either end of a parameter; where both lie on one side, the nearer end is drawn over the farther one. */
export const endBars = (name: string, ends: readonly [low: number | null, high: number | null],
  value: number): Plot.Markish[] =>
  ends.flatMap((at, k) => at === null || at === value ? [] : [{ at, fill: endItems[k].colour }])
    .sort((a, b) => Math.abs(b.at - value) - Math.abs(a.at - value))
    .map(({ at, fill }) =>
      Plot.barX([name], { x1: Math.min(at, value), x2: Math.max(at, value), y: (own: string) => own, fill })
    );
