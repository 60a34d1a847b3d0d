import { z } from 'zod';
import { studyOutcome } from './json-schema.js';

const measured = z.strictObject({
  text: z.string(),
  unit: z.string(),
  value: z.number(),
  outside: z.array(z.string()).describe(
    'why the cell at this rate lies outside of what the program was compared with, so that the number is as computed, within a wide interval that '
      + '"catholith run" says; empty inside',
  ),
});

const design = z.strictObject({
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])).describe(
    'of the varied keys, as texts of a case',
  ),
  goals: z.array(measured),
  constraints: z.array(measured.extend({ active: z.boolean(), met: z.boolean() })),
});
export type OptimumDesign = z.output<typeof design>;

const bound = z.strictObject({
  what: z.string(),
  unit: z.string(),
  gain: z.number().describe('what the goal gains, in its unit, by one more unit of room'),
  sentence: z.string(),
});

/** Schema of the document of `optimise`. */
export const optimumSchema = z.strictObject({
  schema: z.literal('catholith-optimum-1'),
  title: z.string(),
  outcome: studyOutcome,
  goals: z.array(z.strictObject({ text: z.string(), unit: z.string(), sense: z.enum(['maximise', 'minimise']) })),
  constraints: z.array(z.string()),
  method: z.enum(['gradients', 'evolution']).describe('exact slopes, or differential evolution where there are none'),
  asWritten: z.strictObject({ goals: z.array(measured) }).nullable().describe('the case without what is varied'),
  designs: z.array(design).describe('the optimum, or the front; each solved on the mesh of the case'),
  binding: z.array(bound).describe('what holds the optimum where it is; of a front empty'),
  candidates: z.array(z.strictObject({
    choice: z.record(z.string(), z.string()),
    goal: z.number().nullable().describe(
      'best on the coarse mesh, in the unit of the goal; null: no design keeps the bounds',
    ),
  })).describe('of the choices, each by itself'),
  slices: z.array(z.strictObject({
    key: z.string(),
    unit: z.string(),
    spacing: z.enum(['linear', 'log']),
    at: z.number().describe('of the optimum'),
    values: z.array(z.number()),
    goal: z.array(z.number().nullable()),
    met: z.array(z.boolean()).describe('whether all bounds are kept there'),
  })).describe('the goal along one key through the optimum, on the coarse mesh'),
  solves: z.strictObject({ coarse: z.int(), fine: z.int() }).describe('discharges solved'),
  verdicts: z.array(z.string()),
});
/** The best design, what holds it there, or a front of two goals. */
export type OptimumDocument = z.output<typeof optimumSchema>;
