import type * as z from 'zod';
import type { Frozen } from './fields/field.js';
import type { protocolFields, until } from './sections/protocol-schema.js';

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

/** The first that is reached ends the step: voltage [V], magnitude of the current, time [s], net charge passed in it [C m^-2]. */
export interface Cutoff extends Frozen<z.output<typeof until>> {
  /** Lower and upper bound of a step that may go both ways [V]. */
  readonly voltageWindow?: readonly [number, number];
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

/** `each` stands for the rate of the list that is being run; a hold at `now` keeps the voltage that it finds. */
export type ProtocolStep =
  | { readonly kind: 'discharge' | 'charge'; readonly rate: Rate | Power | 'each'; readonly until: Cutoff }
  | { readonly kind: 'rest'; readonly until: Cutoff & { readonly time: number } }
  | { readonly kind: 'hold'; readonly voltage: number | 'now'; readonly until: Cutoff }
  | { readonly kind: 'profile'; readonly profile: LoadProfile; readonly until: Cutoff };

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

/** Rates, steps and what they start from; stoichiometry of the cathode at rest, what 1C is [C m^-2], delay of a resistance [s]. */
export interface Protocol extends Frozen<
  Pick<Written, 'cyclesPerRate' | 'initialStoichiometry' | 'nominalArealCapacity' | 'ratesOn' | 'resistanceDelay'>
> {
  readonly charge: ChargeBefore;
  /** Every rate starts from the same state, unless they are tested on one cell. Empty where no step takes a rate of the list: the steps then run once. */
  readonly rates: readonly Rate[];
  /** Repeated steps stand here as often as they run. */
  readonly steps: readonly ProtocolStep[];
}

type Written = z.output<typeof protocolFields>;
