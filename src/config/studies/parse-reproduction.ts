import * as z from 'zod';
import type { CaseIssue, Loaded } from '../case-issue.js';
import { caseAt } from '../case-source.js';
import type { LoadedCase } from '../case.js';
import { energyBases } from '../cell-format.js';
import { quantity, text } from '../fields/field.js';
import { placeBelow, type Reading, refused } from '../fields/reading.js';
import { choice } from '../fields/step-fields.js';
import { caseKeys, changes, flag } from '../fields/study-fields.js';
import { readTable } from '../fields/table-reading.js';
import type { ParseOptions } from '../parse-options.js';
import { dataAt, isRecord, type Path, type PlainRecord } from '../plain-data.js';
import { wording, wrongStructure } from '../wording.js';
import { billTable, type PrintedLine } from './printed-bill.js';
import { ends, type UnknownInput } from './ranges.js';
import { eachOnce, issuesOf, type StudySource, studySource } from './study-source.js';

/** What a source reports of a cell, in SI; exactly one kind. */
export type Reported =
  /** Delivered charge per mass of active material [C kg^-1]. */
  | { readonly kind: 'capacity'; readonly specificCapacity: number }
  /** [J kg^-1], [J m^-3]; at least one. */
  | { readonly kind: 'energy'; readonly gravimetric?: number; readonly volumetric?: number }
  /** Energy of the case over that of the same case with the keys of `against`; at least one. */
  | { readonly kind: 'ratio'; readonly gravimetric?: number; readonly volumetric?: number }
  /** Totals of a bill of materials [kg], [$]. */
  | { readonly kind: 'bill'; readonly mass: number; readonly cost: number; readonly otherCost?: number };

/** One reported result with the case that is to give it: the entry as written, lists empty where it has none. */
export interface LoadedRow extends Omit<z.output<typeof rowTable>, 'reported' | 'bill' | 'case'> {
  /** Undefined only where the row is not run. */
  readonly reported: Reported | undefined;
  readonly unknown: readonly UnknownInput[];
  readonly overheads: PlainRecord;
  readonly against: PlainRecord;
  readonly simulate: boolean;
  readonly bill: readonly PrintedLine[];
  /** The case of the row with some of its keys set. */
  design(values: Readonly<Record<string, unknown>>): LoadedCase;
}

/** Reported results of one publication as read, a row each. */
export interface LoadedReproduction {
  readonly title: string;
  readonly source: string;
  readonly rows: readonly LoadedRow[];
}

export type ReproductionReading = Loaded<{ file: LoadedReproduction }>;

const remark = (label: string) => text({ label, example: 'as printed' }).optional();

const reportedTable = z.strictObject({
  specificCapacity: quantity('specificCapacity', { label: 'delivered, per active material', example: '147 mAh/g' }),
  gravimetric: quantity('specificEnergy', { label: 'energy per mass', example: '350 Wh/kg' }),
  volumetric: quantity('energyDensity', { label: 'energy per volume', example: '750 Wh/L' }),
  gravimetricRatio: quantity('dimensionless', { label: 'energy per mass over that of `against`', example: '1.08' }),
  volumetricRatio: quantity('dimensionless', { label: 'energy per volume over that of `against`', example: '1.16' }),
  mass: quantity('mass', { label: 'mass of a bill of materials', example: '60.5 g' }),
  cost: quantity('money', { label: 'cost of a bill of materials', example: '5.61 $' }),
  otherCost: quantity('money', { label: 'cost of the cell that it is compared with', example: '0.4561 $' }),
}).partial();

/** An entry of `rows:`. */
export const rowTable = z.strictObject({
  id: text({ label: 'short name of the row', example: 'table1-ref31' }),
  name: text({ label: 'what the cell is', example: 'NMC532 with SCN' }),
  where: text({ label: 'table and row, section', example: 'Table 1, row 3' }),
  note: remark('a remark'),
  contradiction: remark('where the source contradicts itself, with both numbers'),
  missing: remark('why the row is not run'),
  refused: remark('why no cell can do what is reported, with the numbers'),
  dependent: remark('why the reported value is no test of the case'),
  reported: reportedTable.describe('what is reported').optional(),
  unknown: ends({ label: 'dotted keys that the source does not print, each with the values it lies between' })
    .optional(),
  overheads: changes({ label: 'dotted keys that make up for what a source leaves out, declared as fitted' }).optional(),
  against: changes({ label: 'dotted keys of the other cell of a ratio' }).optional(),
  simulate: flag({ label: 'whether an energy is also simulated, at the first rate of the case' }).optional(),
  basis: choice(energyBases, { label: 'what a ratio or a simulated energy counts', default: 'pouch' }),
  bill: billTable.optional(),
  case: caseKeys.optional(),
});

/** A list of reported results; the rest of the file is what their cases have in common. What is wrong with these is told with what is wrong with the rows. */
export function parseReproduction(text: string, settings: Partial<ParseOptions> = {}): ReproductionReading {
  const study = studySource(text, ['rows'], settings);
  const { source, written, options, block, issueOf } = study;
  if (!source.readable) return { ok: false, issues: source.issues };
  const data = isRecord(written.data) ? written.data : {};
  if (!Array.isArray(block) || block.length === 0) {
    const words = block === undefined
      ? wording.missing('a list of reported results', 'rows:')
      : wrongStructure('array', block);
    return { ok: false, issues: [issueOf({ ...words, path: [] })] };
  }
  const issues: CaseIssue[] = [...source.issues];
  const rows = block.flatMap((input: unknown, i): LoadedRow[] => {
    const row = readRow(input);
    const design = designer(study, i);
    if (!row.ok) issues.push(...placeBelow([i], row.problems).map(issueOf));
    if (asksCase(input)) issues.push(...issuesOf(design({})));
    return row.ok ? [{ ...row.value, design }] : [];
  });
  if (issues.length > 0) return { ok: false, issues: eachOnce(issues, options) };
  return { ok: true, file: { title: String(data.title ?? options.file), source: String(data.source ?? ''), rows } };
}

/** Whether a row is about a cell: others say why they are not run, or check a bill by itself. */
const asksCase = (input: unknown): boolean =>
  isRecord(input) && input.missing === undefined && input.refused === undefined
  && dataAt(input, ['reported', 'mass']) === undefined;

function readRow(input: unknown): Reading<Omit<LoadedRow, 'design'>> {
  const reading = readTable(rowTable, input);
  if (!reading.ok) return reading;
  const { reported: given, unknown = [], overheads = {}, against = {}, simulate = false, bill = [], case: _, ...row } =
    reading.value;
  // a row that is not run may report anything, or nothing that has a form here
  const reported = row.missing !== undefined && given === undefined ? undefined : reportedOf(given ?? {});
  if (reported?.ok === false) return reported;
  return { ok: true, value: { ...row, unknown, overheads, against, simulate, bill, reported: reported?.value } };
}

function reportedOf(
  { specificCapacity, gravimetric, volumetric, gravimetricRatio, volumetricRatio, mass, cost, otherCost }: z.output<
    typeof reportedTable
  >,
): Reading<Reported> {
  const byMassAndVolume = (perMass?: number, perVolume?: number) => ({
    ...(perMass !== undefined && { gravimetric: perMass }),
    ...(perVolume !== undefined && { volumetric: perVolume }),
  });
  if (specificCapacity !== undefined) return { ok: true, value: { kind: 'capacity', specificCapacity } };
  if (mass !== undefined && cost !== undefined)
    return { ok: true, value: { kind: 'bill', mass, cost, ...(otherCost !== undefined && { otherCost }) } };
  if (gravimetricRatio !== undefined || volumetricRatio !== undefined)
    return { ok: true, value: { kind: 'ratio', ...byMassAndVolume(gravimetricRatio, volumetricRatio) } };
  if (gravimetric === undefined && volumetric === undefined)
    return refused(wording.missing('what is reported', 'reported: {specificCapacity: 147 mAh/g}'), ['reported']);
  return { ok: true, value: { kind: 'energy', ...byMassAndVolume(gravimetric, volumetric) } };
}

/** The case of a row: its own keys over those of the file, or over those of the base that it names. */
function designer({ source, written, options, design }: StudySource, i: number): LoadedRow['design'] {
  const own = caseAt(['rows', i, 'case'], source, written, options);
  return (values) =>
    design(values, (key) => {
      const places = ['unknown', 'overheads', 'against'].map((group): Path => ['rows', i, group, key]);
      return places.find((one) => dataAt(written.data, one) !== undefined) ?? ['rows', i];
    }, own);
}
