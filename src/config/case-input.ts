import type * as z from 'zod';
import type { writtenCaseSchema } from './case-schema.js';
import type { Equality } from './equality.js';
import type { SweepMethod } from './sweep.js';

/**
 * A case as an object: the keys of a case file, checked where it is typed. Values are those of a file, texts with their units; what only the values
 * decide (which size of a layer, what contradicts) is told by reading it.
 */
export type CaseInput = Omit<z.input<typeof writtenCaseSchema>, 'designs' | 'compareAt' | 'base'>;

/** Some of the keys of a case, at any depth; null takes one away. */
export type Changes<T> = T extends string | number | boolean | readonly unknown[] ? T
  : { readonly [K in keyof T]?: Changes<T[K]> | null };

/** A case with the designs that a comparison runs; each changes some of its keys. */
export interface ComparisonInput extends CaseInput {
  readonly designs: readonly ({ readonly name: string } & Changes<CaseInput>)[];
  readonly compareAt?: Equality;
}

/** Values of a key: a list, or so many between two ends. */
export type AxisInput = readonly (string | number)[] | {
  readonly from: string | number;
  readonly to: string | number;
  readonly points?: number;
  readonly spacing?: 'linear' | 'log';
};

/** A case with the keys that a sweep varies, by their dotted names. */
export interface SweepInput extends CaseInput {
  readonly sweep: {
    readonly method?: SweepMethod;
    readonly vary?: Readonly<Record<string, AxisInput>>;
    readonly list?: readonly Readonly<Record<string, unknown>>[];
    readonly points?: number;
    readonly seed?: number;
    readonly marks?: readonly (Readonly<Record<string, unknown>> & { readonly name: string })[];
  };
}
