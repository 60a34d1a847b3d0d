import type { PolarisationPart } from '../../results/result-schema.js';

/** Colours, dashes, markers and hatches; every series differs in more than its hue. */

export type Hatch = 'none' | 'rising' | 'falling' | 'dots' | 'horizontal' | 'vertical';

/** Colour and hatch of a series. */
export interface Look {
  readonly colour: string;
  readonly hatch: Hatch;
}

/**
 * Okabe and Ito's palette, made for all kinds of colour vision (https://jfly.uni-koeln.de/color/); indigo (Tol) for the salt, grey for
 * the anode. Neighbours in the stack never share a hatch.
 */
export const partLooks: Readonly<Record<PolarisationPart, Look>> = {
  ionsInMembrane: { colour: '#0072B2', hatch: 'none' },
  ionsInCathode: { colour: '#56B4E9', hatch: 'rising' },
  electronsInCathode: { colour: '#F0E442', hatch: 'dots' },
  saltConcentration: { colour: '#332288', hatch: 'horizontal' },
  chargeTransfer: { colour: '#E69F00', hatch: 'none' },
  filmAndContact: { colour: '#D55E00', hatch: 'falling' },
  diffusionInParticles: { colour: '#009E73', hatch: 'horizontal' },
  unevenStateOfCharge: { colour: '#CC79A7', hatch: 'none' },
  anode: { colour: '#999999', hatch: 'vertical' },
};

export const ink = '#222222';
export const faint = '#767676';
export const equilibriumColour = '#555555';
/** Behind the data: from low to high. */
export const bandColour = '#7F7F7F';
export const bandOpacity = 0.18;
export const membraneShade = '#ECECEC';

export const markers = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye'] as const;
export const dashes = ['none', '7 3', '2 2.5', '9 3 2 3', '14 4', '4 2 1 2 1 2'] as const;

/** viridis and inferno at steps of 1/8 (matplotlib, CC0), without their palest ends. */
const viridis = ['#440154', '#472d7b', '#3b528b', '#2c728e', '#21918c', '#28ae80', '#5ec962'];
const inferno = ['#000004', '#210c4a', '#57106e', '#8a226a', '#bc3754', '#e45a31', '#f98e09'];

/** Slow rates light, fast rates dark. */
export function rateColour(index: number, count: number): string {
  return ramp(viridis, count < 2 ? 0.5 : 1 - index / (count - 1));
}

/** Early times light, late times dark. */
export function timeColour(index: number, count: number): string {
  return ramp(inferno, count < 2 ? 0.5 : 1 - (0.85 * index) / (count - 1));
}

const wholeViridis = [...viridis, '#addc30', '#fde725'];

/** Low dark, high bright; `place` from 0 to 1. */
export const mapColour = (place: number): string => ramp(wholeViridis, Math.min(1, Math.max(0, place)));

export function cycled<T>(list: readonly T[], index: number): T {
  return list[index % list.length];
}

/** Linear between the stops; `place` from 0 to 1. */
function ramp(stops: readonly string[], place: number): string {
  const position = place * (stops.length - 1);
  const left = Math.min(Math.floor(position), stops.length - 2);
  const channel = (stop: string, k: number) => parseInt(stop.slice(1 + 2 * k, 3 + 2 * k), 16);
  const mixed = [0, 1, 2].map((k) => {
    const from = channel(stops[left], k);
    return Math.round(from + (position - left) * (channel(stops[left + 1], k) - from));
  });
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Designs beside each other: Okabe and Ito's palette without its yellow, which is too faint for a line. */
export const designColours = ['#000000', '#D55E00', '#0072B2', '#009E73', '#CC79A7', '#56B4E9', '#E69F00',
  '#7F7F7F'] as const;

/** Look of one of several groups, in panel and legend. */
export const groupLook = (group: number) => ({ colour: cycled(designColours, group), marker: cycled(markers, group) });

/** Looks of designs: where their names differ in one number that rises or falls from one to the next, colours in that order. */
export function designLooks(
  names: readonly string[],
): { readonly colour: string; readonly marker: (typeof markers)[number]; readonly dash: string }[] {
  const isOrdered = names.length > 2 && rises(names.map(numberIn))
    && new Set(names.map((name) => name.replace(number, ''))).size === 1;
  return names.map((_, k) => ({ ...groupLook(k), dash: cycled(dashes, k),
    ...(isOrdered && { colour: rateColour(k, names.length) }) })
  );
}

const number = /\d+(\.\d+)?/;
const numberIn = (name: string): number => Number(number.exec(name)?.[0] ?? NaN);
const rises = (values: readonly number[]): boolean =>
  [1, -1].some((sign) => values.every((value, k) => k === 0 || sign * (value - values[k - 1]) > 0));
