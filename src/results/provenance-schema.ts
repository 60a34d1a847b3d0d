import { z } from 'zod';
import { parameterStatuses } from '../config/parameter-record.js';

/** Schema of where a document comes from: which program made it, from which case and from which numbers. */

export const parameterSchema = z.strictObject({
  path: z.string(),
  label: z.string(),
  value: z.string(),
  unit: z.string(),
  status: z.enum(parameterStatuses),
  source: z.string().optional(),
  note: z.string().optional(),
  alternatives: z.array(z.strictObject({ value: z.string(), source: z.string(), note: z.string().optional() }))
    .optional(),
  spread: z.strictObject({
    low: z.string(),
    high: z.string(),
    basis: z.enum(['stated', 'alternatives', 'declared']).describe(
      'written beside the value; sources that contradict each other; of its kind, because it is assumed',
    ),
  }).optional().describe('holds the value in 80 % of cases; a factor "x 2" on a table or a function'),
});

export const provenanceSchema = z.strictObject({
  program: z.string(),
  version: z.string(),
  caseHash: z.string(),
  assumed: z.array(z.string()).describe('paths of the assumed parameters'),
  parameters: z.array(parameterSchema),
});
