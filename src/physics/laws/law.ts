import { type Kinetics, overpotential as evaluateOverpotential } from '../interface-kinetics.js';

/**
 * Words that the laws are written in. A law is plain arithmetic on the unknowns of one face, one cell or one interface: no index, no
 * matrix, no slope. `npm run derive` makes the same function with its exact slopes from it (`derived`); what is solved, drawn and printed
 * is that.
 */

/** An unknown of the equations: slopes by it are derived. */
export type Unknown = number;

/** A property that is known to follow one unknown, with its slope by that; those that follow the same one stand at one place. */
export type Follows<Name extends string> = Name extends string ? number : never;

/** A number that all items of a loop share; plain numbers of a law stand at one place for each. */
export type Same = number;

/** A value for records alone, which no balance holds: it has no slopes. */
export type Told = number;

/** A property that the law itself evaluates. */
export type Property = (at: number) => number;

const local = new Float64Array(3);

/** eta(j) of `interface-kinetics` [V]. */
export function overpotential(current: number, exchange: number, kinetics: Kinetics): number {
  evaluateOverpotential(current, exchange, kinetics, local);
  return local[0];
}

/** Numbers of one parameter of a law, of item e data[at[e]]; without data they lie in the state y. */
export interface Column {
  readonly data?: Float64Array;
  readonly at: Int32Array;
}

export type Columns<Name extends string> = Readonly<Record<Name, Column>>;

/** A law as a loop over many of it, with its slopes: what `npm run derive` makes. */
export interface DerivedLaw<Needs = unknown> {
  /** Numbers that it returns; behind them stand, row by row, their slopes by the unknowns, 0 of what is only `Told`. */
  readonly values: number;
  readonly unknowns: readonly string[];
  /** Every parameter: 'unknown', 'number', 'same' (of all items), 'other' (no number), or the unknown that it follows. */
  readonly needs: Readonly<Record<string, string>>;
  /** Evaluates items first..last-1 at y. */
  run(first: number, last: number, y: Float64Array, of: Needs, out: Float64Array): void;
}
