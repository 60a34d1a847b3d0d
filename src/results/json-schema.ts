import { z } from 'zod';

/** Parts that several documents share. */
export const numberOrNull = z.number().nullable();
export const numbers = z.array(z.number());
/** How a study ended. */
export const studyOutcome = z.strictObject({ kind: z.enum(['completed', 'failed']), sentence: z.string() });
/** Of a sample: what `spreadOf` gives. */
export const spreadOfValues = z.strictObject({ mean: z.number(), standardDeviation: z.number(), values: numbers });
/** Impedance per area of cell. */
export const spectrum = z.strictObject({ real_ohm_cm2: numbers, imaginary_ohm_cm2: numbers });
/** Voxels along the axes of an image. */
export const voxelCounts = z.strictObject({ x: z.number().int(), y: z.number().int(), z: z.number().int() });
/** By which program a structure was measured or made. */
export const madeBy = z.strictObject({ program: z.literal('catholith'), version: z.string() });
