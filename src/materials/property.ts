import { FARADAY } from '../units/constants.js';
import type { MaterialKind, PropertyName } from '../config/material-properties.js';
import type { ScalarFunction } from './material.js';

/**
 * How the library writes a property down: the value in SI, what it rests on, and what contradicts it. A number that nobody
 * printed is `assumed` and says so; a number computed from printed ones is `derived`.
 */

export type PropertyStatus = 'literature' | 'assumed' | 'fitted' | 'derived';

/** [argument, value] pairs, the argument rising. */
export type Table = readonly (readonly [number, number])[];

/**
 * A named function of stoichiometry s or of salt concentration c [mol m^-3] in SI: its formula as text for readers, its analytic
 * value and slope for the equations.
 */
export interface LibraryFunction {
  readonly name: string;
  /** Which property it can stand for. */
  readonly property: string;
  readonly formula: string;
  readonly source: string;
  readonly evaluate: ScalarFunction['evaluate'];
}

export type PropertyValue = number | Table | LibraryFunction;

/** A value printed elsewhere, in SI like the value it contradicts, or text where it is not one number. */
export interface Alternative {
  readonly value: number | string;
  readonly source: string;
  readonly note?: string;
}

export interface Property {
  readonly value: PropertyValue;
  readonly status: PropertyStatus;
  readonly source?: string;
  readonly note?: string;
  readonly alternatives?: readonly Alternative[];
}

export type LibraryMaterial = {
  [K in MaterialKind]: {
    readonly kind: K;
    readonly name: string;
    readonly title: string;
    /** Temperatures [K] at which the values may be trusted; outside them a case gets a warning. */
    readonly temperatureRange: readonly [number, number];
    readonly properties: Readonly<Partial<Record<PropertyName<K>, Property>>>;
    /** Active materials: other authors' concentrations at stoichiometry 1; ours follows from capacity, window and density. */
    readonly concentrationAlternatives?: readonly Alternative[];
    /** Electrolytes: their conductivity is that of a sintered body. */
    readonly sintered?: true;
    /** Electrolytes: what happens where they touch lithium, for the warnings of a case that puts them there. */
    readonly againstLithium?: string;
    /** Active materials that are converted, not filled: the state that their formula and their mass are of. */
    readonly conversionFrom?: 'charged' | 'discharged';
  };
}[MaterialKind];

interface Remarks {
  readonly note?: string;
  readonly alternatives?: readonly Alternative[];
}

/** Printed by `source` for this very quantity. */
export const literature = (value: PropertyValue, source: string, remarks: Remarks = {}): Property =>
  ({ value, status: 'literature', source, ...remarks });

/** Computed from printed numbers; the note gives the arithmetic. */
export const derived = (value: PropertyValue, source: string, note: string): Property =>
  ({ value, status: 'derived', source, note });

/** Not printed for this quantity in anything that was read: from memory, or carried over from a neighbour. */
export const assumed = (
  value: PropertyValue,
  note: string,
  remarks: { readonly source?: string; readonly alternatives?: readonly Alternative[] } = {},
): Property => ({ value, status: 'assumed', note, ...remarks });

/** Energies printed per particle, as energy per mole [J mol^-1]: 1 eV * N_A = F * 1 V. */
export const electronvolt = (energy: number): number => energy * FARADAY;

/** mAh g^-1 -> C kg^-1. */
export const milliampereHoursPerGram = (capacity: number): number => capacity * 3600;

/** mS cm^-1 -> S m^-1. */
export const millisiemensPerCentimetre = (conductivity: number): number => conductivity * 0.1;
