/** What is done to a cell, in SI numbers; see `case`. */

/** A current as a multiple of 1C or as a density [A m^-2]; positive; the step's kind gives the direction. */
export type Rate =
  /** `written`: as the case has it, where that is not how a rate is spelled by itself: "0.5C" for C/2, "0.4 mA" of a cell with an area. */
  | { readonly kind: 'cRate'; readonly value: number; readonly written?: string }
  | { readonly kind: 'currentDensity'; readonly value: number; readonly written?: string };

/** A rate of a measurement or of a goal: also the current [A] of a cell, of which each design makes one per area. */
export type RateOfCell = Rate | { readonly kind: 'current'; readonly value: number; readonly written: string };

/** A power density [W m^-2]; positive, like a rate. */
export interface Power {
  readonly kind: 'power';
  readonly value: number;
}

/** A load that changes with time; discharge positive. */
export interface LoadProfile {
  /** Name of its file; `inline` where the case holds it. */
  readonly name: string;
  readonly kind: 'current' | 'power';
  /** Times from 0 on, never falling [s]; twice the same time is a jump. */
  readonly time: readonly number[];
  /** Current [A m^-2] or power [W m^-2] at each of the times. */
  readonly value: readonly number[];
  /** `linear` between two times, or the value of the `previous` time until the next. */
  readonly interpolation: 'linear' | 'previous';
}

/**
 * What comes before the steps: nothing (`ideal`, rested at the stoichiometry that the direction of the first step asks for; `as-built`,
 * for a cathode that is built charged), or a charge of the cell as built: constant current up to a voltage, where `hold` is given the
 * voltage held until the current has fallen to it, then a rest. `each` charges at the rate that is being run.
 */
export type ChargeBefore =
  | { readonly kind: 'ideal' }
  | { readonly kind: 'as-built' }
  | {
    readonly kind: 'charge';
    readonly rate: Rate | 'each';
    /** [V] */
    readonly voltage: number;
    readonly hold?: Rate;
    /** [s] */
    readonly rest: number;
  };
