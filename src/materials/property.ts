import type { MaterialKind, PropertyName } from '../config/material-properties.js';
import { FARADAY } from '../units/constants.js';
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
  /** Arguments between which its source vouches for it; absent: everywhere. */
  readonly range?: readonly [number, number];
  readonly evaluate: ScalarFunction['evaluate'];
}

export type PropertyValue = number | Table | LibraryFunction;

/** A value printed elsewhere, in SI like the value it contradicts, or text where it is not one number. */
export interface Alternative {
  readonly value: number | string;
  readonly source: string;
  readonly note?: string;
}

/** Where a value lies with 80 %: value / factor to value * factor (functions and tables as a whole), or from low to high [SI]. */
export type Spread = { readonly factor: number } | { readonly low: number; readonly high: number };

export interface Property {
  readonly value: PropertyValue;
  readonly status: PropertyStatus;
  readonly source?: string;
  readonly note?: string;
  readonly alternatives?: readonly Alternative[];
  /** Default: from the lowest to the highest of the value and its alternatives that are numbers. */
  readonly spread?: Spread;
  /** What stands in where another property of the material is not known. */
  readonly without?: { readonly property: string; readonly instead: Property };
}

/** The crystal that the density is of. */
export interface CrystalFacts {
  readonly formula: string;
  /** Lithium that the formula holds at stoichiometry 1. */
  readonly lithium: number;
}

/** What the window means: the potential that the material is charged and discharged to, against Li/Li+ [V]. */
export interface WindowPotentials {
  readonly charged: number;
  readonly discharged: number;
  readonly source: string;
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
    /** Active materials: the crystal, which bounds the lithium that the window may hold, and the potentials at the window's ends. */
    readonly crystal?: CrystalFacts;
    readonly windowPotentials?: WindowPotentials;
    /**
     * The axis of its potential is the lithium content of that crystal: the concentration follows from formula and density, and a
     * specific capacity sets the discharged end of the window.
     */
    readonly crystalAxis?: true;
    /** Electrolytes: as a coating of cathode particles, from the thinnest to the thickest [nm]. */
    readonly coating?: { readonly thickness: readonly [number, number]; readonly source: string;
      readonly assumed?: true };
    /** Electrolytes: their conductivity is that of a sintered body. */
    readonly sintered?: true;
    /** Electrolytes: what happens where they touch lithium, for the warnings of a case that puts them there. */
    readonly againstLithium?: string;
    /** Electrolytes: what oxidation beside an oxide cathode costs, for the warnings of a case that charges it that high. */
    readonly besideOxides?: string;
    /** Active materials that are converted, not filled: the state that their formula and their mass are of. */
    readonly conversionFrom?: 'charged' | 'discharged';
  };
}[MaterialKind];

type Remarks = Pick<Property, 'note' | 'alternatives' | 'spread' | 'without'>;

/** Printed by `source` for this very quantity. */
export const literature = (value: PropertyValue, source: string, remarks: Remarks = {}): Property => ({ value,
  status: 'literature', source, ...remarks });

/** Computed from printed numbers; the note gives the arithmetic. */
export const derived = (value: PropertyValue, source: string, note: string,
  remarks: Omit<Remarks, 'note'> = {}): Property => ({ value, status: 'derived', source, note, ...remarks });

/** Found by comparing results with measurements; the note says with which. */
export const fitted = (value: PropertyValue, source: string, note: string,
  remarks: Omit<Remarks, 'note'> = {}): Property => ({ value, status: 'fitted', source, note, ...remarks });

/** Not printed for this quantity in anything that was read: from memory, or carried over from a neighbour. */
export const assumed = (value: PropertyValue, note: string,
  remarks: Pick<Property, 'source' | 'alternatives' | 'spread'> = {}): Property => ({ value, status: 'assumed', note,
    ...remarks });

/** Energies printed per particle, as energy per mole [J mol^-1]: 1 eV * N_A = F * 1 V. */
export const electronvolt = (energy: number): number => energy * FARADAY;

/** mAh g^-1 -> C kg^-1. */
export const milliampereHoursPerGram = (capacity: number): number => capacity * 3600;

/** mS cm^-1 -> S m^-1. */
export const millisiemensPerCentimetre = (conductivity: number): number => conductivity * 0.1;

/** ohm cm^2 -> ohm m^2. */
export const ohmSquareCentimetres = (resistance: number): number => resistance * 1e-4;

/** mA cm^-2 -> A m^-2. */
export const milliamperesPerSquareCentimetre = (currentDensity: number): number => currentDensity * 10;
