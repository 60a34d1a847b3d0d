import type * as z from 'zod';
import type { writtenCaseSchema } from './sections/case-schema.js';

/**
 * A case as an object: the keys of a case file, checked where it is typed. Values are those of a file, texts with their units; what only the values
 * decide (which size of a layer, what contradicts) is told by reading it.
 */
export type CaseInput = Omit<z.input<typeof writtenCaseSchema>, 'designs' | 'compareAt' | 'base'>;

/** Some of the keys of a case, at any depth; null takes one away. */
export type Changes<T> = T extends string | number | boolean | readonly unknown[] ? T
  : { readonly [K in keyof T]?: Changes<T[K]> | null };

/** A case with the designs that a comparison runs; each changes some of its keys. */
export interface ComparisonInput extends CaseInput, Pick<z.input<typeof writtenCaseSchema>, 'compareAt'> {
  readonly designs: readonly ({ readonly name: string } & Changes<CaseInput>)[];
}
