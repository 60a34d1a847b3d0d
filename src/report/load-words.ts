import type { RateResult } from '../results/result-schema.js';

/** How to speak of what drives a run: most labels are rates, some name a profile of the protocol. */

/** "C/10", "2C" or "0.5 mA/cm2": a current that the rates of a case can be compared by. */
export function isRate({ label }: Pick<RateResult, 'label'>): boolean {
  return /^(C\/\d+|[\d.e+-]+C|[\d.e+-]+ mA\/cm2)$/.test(label);
}

/** "at C/10", "at 10 mW/cm2", "over drive-cycle.csv". */
export function underLoad({ label }: Pick<RateResult, 'label'>): string {
  return `${/^(C\/\d|[\d.e+-]+ ?(C|V|mA|mW|W)\b)/.test(label) ? 'at' : 'over'} ${label}`;
}

const longest = 20;

/** Figures have no room for the name of a file. */
export function shortened(text: string, length = longest): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
