import type { Wording } from '../config/case-issue.js';
import type { Rate } from '../config/case.js';
import { readMeasuredDischarge } from '../config/files/measured-discharge.js';
import { textIfReadable } from '../config/files/read-text.js';
import { readRateOfCell } from '../config/rate.js';
import { type FitCurve, nameOfCurve } from '../config/studies/fit-data.js';
import type { LoadedDesign } from '../config/studies/parse-comparison.js';
import { wording } from '../config/wording.js';
import type { Result } from '../units/result.js';

/** Measured curves of the command line, or a sentence for each that is none; `usual`: the rate of one that names none. */
export function measuredCurves(data: readonly string[], designs: readonly Pick<LoadedDesign, 'case'>[],
  usual?: Rate): Result<{ curves: readonly FitCurve[] }, { troubles: readonly string[] }>
{
  const read = data.map((one) => curveOf(one, designs, usual));
  const troubles = read.flatMap((one) => (typeof one === 'string' ? [one] : []));
  return troubles.length > 0
    ? { ok: false, troubles }
    : { ok: true, curves: read.flatMap((one) => (typeof one === 'string' ? [] : [one])) };
}

/** `cell07.mpt#3=C/5`: file, which of its discharges, rate; what is not written is undefined. */
export function curveWords(data: string): { readonly file: string; readonly number?: number; readonly rate?: string } {
  const { file = data, number, rate } = /^(?<file>.*?)(?:#(?<number>\d+))?(?:=(?<rate>[^=]*))?$/s.exec(data)?.groups
    ?? {};
  return { file, ...(number && { number: Number(number) }), ...(rate !== undefined && { rate }) };
}

function curveOf(data: string, designs: readonly Pick<LoadedDesign, 'case'>[], usual?: Rate): FitCurve | string {
  const told = ({ expected, received, remedy }: Omit<Wording, 'code'>, at = ''): string =>
    `--data ${data}${at}: expected ${expected}, found ${received}; ${remedy}`;
  const { file, number, rate: written } = curveWords(data);
  const rate = written === undefined && usual ? { ok: true as const, value: usual } : readRateOfCell(written);
  if (!rate.ok) return told(rate.problems[0]);
  const text = textIfReadable(file);
  // a file that cannot be read is one that is not there
  if (text === undefined) return told(wording.missingProfile(file));
  const reading = readMeasuredDischarge(text, number);
  if (!reading.ok) return told(reading.problems[0], `, line ${reading.problems[0].line}`);
  const { discharge } = reading;
  if (rate.value.kind === 'current' && designs.some(({ case: { cell } }) => cell.format === undefined))
    return told(wording.currentOfCell(rate.value.written), ' rate');
  if (discharge.basis === 'cell' && designs.some(({ case: { cell } }) => cell.format === undefined))
    return told(wording.chargeOfCell());
  return { file: nameOfCurve(file, number), rate: rate.value, discharge, set: {} };
}
