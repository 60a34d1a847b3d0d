import * as z from 'zod';
import { aText, expectArguments } from '../../units/arguments.js';
import type { Loaded } from '../case-issue.js';
import { quantity, text } from '../fields/field.js';
import { readWhole } from '../fields/table-reading.js';
import { completeOptions, type ParseOptions } from '../parse-options.js';

/** What was calibrated on measured cells, and on which. */

const name = (label: string, example: string) => text({ label, example });
const rms = (label: string) => quantity('dimensionless', { label, min: 0, example: '0.17' });

export const calibrationSchema = z.strictObject({
  title: name('what was calibrated', 'contacts'),
  laws: z.array(z.strictObject({
    name: name('the law', 'contact of particles'),
    parameters: z.array(
      z.strictObject({ name: name('the parameter', 'coverage'), value: name('its value', '0.3'),
        spread: name('its spread', 'x/ 2') }),
    ),
    fittedTo: z.array(name('name of a file of measured cells, without extension', 'minnmann-2021')),
    rmsLn: rms('rms of ln of the fit'),
    leftOut: z.array(
      z.strictObject({ source: name('the source', 'minnmann-2021'), rmsLn: rms('rms of ln of what it measured') }),
    )
      .describe('error for each source when the law is fitted without it'),
    leftOutRmsLn: rms('pooled over all values, each predicted without its source'),
    note: name('a remark', 'as measured').optional(),
  })),
});
/** Deviations of predictions from measured cells, and the laws that were fitted to those. */
export type Calibration = z.output<typeof calibrationSchema>;

export type CalibrationReading = Loaded<{ calibration: Calibration }>;

/** Reads the text of a calibration file; every problem is an issue with its place. */
export function parseCalibration(written: string,
  settings: Partial<Pick<ParseOptions, 'file'>> = {}): CalibrationReading
{
  expectArguments({ written: [written, aText] });
  const read = readWhole(calibrationSchema, written, completeOptions(settings).file);
  return read.ok ? { ok: true, calibration: read.value } : read;
}
