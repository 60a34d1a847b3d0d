import * as z from 'zod';
import type { studyKinds } from '../file-kinds.js';
import { fitTable } from './parse-fit.js';
import { optimiseTable } from './parse-optimise.js';
import { rowTable } from './parse-reproduction.js';
import { sweepTable } from './parse-sweep.js';
import { uncertaintyTable } from './parse-uncertainty.js';
import { validationTable } from './parse-validation.js';

/** What files about several cells have under their key, with a title for the reference. */
export const studyTables: Readonly<
  Record<Exclude<(typeof studyKinds)[number]['key'], 'designs'>, { readonly title: string; readonly table: z.ZodType }>
> = {
  sweep: { title: 'Sweeps', table: sweepTable.describe('for sweep: which keys take which values') },
  fit: { title: 'Fits', table: fitTable },
  uncertainty: { title: 'Uncertainty', table: uncertaintyTable },
  optimise: { title: 'Optima', table: optimiseTable },
  rows: { title: 'Reported results', table: z.array(rowTable).min(1) },
  validation: { title: 'Measured cells', table: validationTable },
};
