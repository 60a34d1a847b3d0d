import type { BasisName } from '../cell-format.js';
import type { RateOfCell } from '../protocol.js';
import type { SweepRange, SweepValues } from './sweep.js';

/** What an optimum is of: an energy, a power or a cost on a basis, or a property of the discharge, each at a rate. */
export interface Measure {
  readonly quantity: 'gravimetric' | 'volumetric' | 'power' | 'cost' | 'utilisation' | 'capacity' | 'voltage';
  /** Of the first four. */
  readonly basis: BasisName;
  readonly rate: RateOfCell;
  /** As written. */
  readonly text: string;
  readonly unit: string;
  /** SI amount of the unit. */
  readonly si: number;
}

/** "pouch at 1C": a density names its unit, which stands beside its number anyway. */
export const withoutUnit = (text: string, unit: string): string => text.replace(` ${unit} at `, ' at ');

export interface Goal {
  readonly measure: Measure;
  /** 1: as much as possible, -1: as little. */
  readonly sign: 1 | -1;
}

export interface Constraint extends Goal {
  /** SI; the measure times `sign` is at least the bound times `sign`. */
  readonly bound: number;
  readonly text: string;
}

/** A list of a case from end to end with a given mean: what lies between the ends of it varies. */
export interface ProfileAxis extends Omit<SweepRange, 'kind' | 'spacing'> {
  readonly kind: 'profile';
  readonly mean: number;
}

/** What an optimisation chooses; choices are tried one by one. */
export interface OptimiseAxes {
  readonly ranges: readonly SweepRange[];
  readonly profiles: readonly ProfileAxis[];
  readonly choices: readonly SweepValues[];
}
