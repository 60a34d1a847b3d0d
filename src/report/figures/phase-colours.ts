import { cycled } from './palette.js';

/** Voids white, then Okabe and Ito's palette in an order whose neighbours differ in lightness. */
const phaseColours = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#F0E442', '#222222'] as const;
const voidNames = /^(void|pore|pores|porosity|air)$/i;

/** What is not there; lines of it need another. */
export const white = '#FFFFFF';

/** Colours of the phases in every figure of a structure. */
export function coloursOf(phases: readonly string[]): string[] {
  let next = 0;
  return phases.map((name) => (voidNames.test(name) ? white : cycled(phaseColours, next++)));
}

/** A phase as figures call it: that of made structures in words, those of images as they are named. */
export const phaseWords = (name: string): string => (name === 'activeMaterial' ? 'active material' : name);
