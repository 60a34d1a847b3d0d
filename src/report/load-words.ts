import type { RateResult } from '../results/result-schema.js';

/** Words for what drives a run. */

type Driven = Pick<RateResult, 'label' | 'load'>;

/** Whether the load is a current that the rates of a case can be compared by. */
export const isRate = ({ load: { kind } }: Pick<Driven, 'load'>): boolean =>
  kind === 'cRate' || kind === 'currentDensity';

/** "at C/10", "at 10 mW/cm^2", "over drive-cycle.csv". */
export const underLoad = ({ label, load }: Driven): string => `${load.value === null ? 'over' : 'at'} ${label}`;

const longest = 20;

/** Figures have no room for the name of a file. */
export const shortened = (text: string): string => text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
