import * as z from 'zod';
import type { CaseIssue, Loaded } from './case.js';
import { dotted, rawAt } from './raw.js';
import { wording } from './wording.js';
import { readYaml } from './yaml-source.js';

/** What was calibrated on measured cells, and on which. */

const text = z.string().min(1);
export const calibrationSchema = z.strictObject({
  title: text,
  laws: z.array(z.strictObject({
    name: text,
    parameters: z.array(z.strictObject({ name: text, value: text, spread: text })),
    fittedTo: z.array(text).describe('names of files of measured cells, without extension'),
    rmsLn: z.number().nonnegative().describe('of the fit'),
    leftOut: z.array(z.strictObject({ source: text, rmsLn: z.number().nonnegative() }))
      .describe('error for each source when the law is fitted without it'),
    leftOutRmsLn: z.number().nonnegative().describe('pooled over all values, each predicted without its source'),
    note: text.optional(),
  })),
});
/** Deviations of predictions from measured cells, and the laws that were fitted to those. */
export type Calibration = z.output<typeof calibrationSchema>;

export type CalibrationReading = Loaded<{ calibration: Calibration }>;

/** Reads the text of a calibration file; every problem is an issue with its place. */
export function parseCalibration(written: string, { file }: { readonly file: string }): CalibrationReading {
  const source = readYaml(written, file);
  const result = source.readable ? calibrationSchema.safeParse(source.data) : undefined;
  if (result?.success && source.issues.length === 0) return { ok: true, calibration: result.data };
  const found = (result?.error?.issues ?? []).map((issue): CaseIssue => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const words = issue.code === 'unrecognized_keys'
      ? wording.unknownKey(issue.keys[0], [])
      : wording.wrongType(expectedOf(issue), rawAt(source.data, path), 'title: contacts');
    return { ...source.position(path, 'value'), key: dotted(path), ...words };
  });
  return { ok: false, issues: [...source.issues, ...found] };
}

const expectedOf = (
  issue: z.core.$ZodIssue,
): string => (issue.code === 'invalid_type' ? `a ${issue.expected}` : issue.message);
