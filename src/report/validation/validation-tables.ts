import type { ValidatedCell, ValidatedRow, ValidatedSource,
  ValidationDocument } from '../../results/validation-schema.js';
import type { Sides } from '../../study/ranges/calibrated-band.js';
import { type CsvColumns, csvTable } from '../csv.js';
import { dash, fixed, percent, significant } from '../format.js';
import { scoreTable } from '../score-table.js';
import { type Column, column, detail, tableOf, type TextTable, words } from '../text-table.js';

export function summaryTables({ scores, calibration }: ValidationDocument): TextTable[] {
  const { capacities: found } = scores;
  return [
    aimTable(scores.aims),
    scoreTable('Capacities predicted without looking at the cell', [
      ['all', found.all],
      ['inside what the laws were compared with', found.inside],
      ['outside: an interval, no number', bandOnly(found.outside)],
      ['all, with the middle of the interval outside', found.withMiddles.all],
      ['discharges at C/4 and slower', found.slow],
      ['– with the middle of the interval outside', found.withMiddles.slow],
      ['faster discharges', found.fast],
      ['– with the middle of the interval outside', found.withMiddles.fast],
      ['first charges', found.firstCharge],
      ['ions as measured', found.transportMeasured],
      ['ions by law', found.transportByLaw],
      ['sources no law was fitted to', found.notFitted],
    ]),
    ...(found.bySource.length > 1
      ? [scoreTable('By source', found.bySource.map(({ source, score }) => [source, score]))]
      : []),
    otherTable(scores),
    intervalTable(found.intervals),
    ...calibrationTables(calibration),
  ];
}

/** Of bands without a number only the share of the measured values inside them. */
const bandOnly = (score: ValidationDocument['scores']['capacities']['outside']) => ({
  ...score,
  rmsLn: null,
  bias: null,
  everythingWorks: { rmsLn: score.everythingWorks.rmsLn, skill: null },
  alwaysThreeQuarters: { rmsLn: score.alwaysThreeQuarters.rmsLn, skill: null },
});

const aimTable = (aims: ValidationDocument['scores']['aims']): TextTable =>
  tableOf('Aims', aims, [
    words('what', ({ what }) => what),
    column('aim', '', ({ wanted }) => wanted),
    column('reached', '', ({ reached }) => reached),
    column('met', '', ({ met }) => (met === null ? dash : met ? 'yes' : 'no')),
  ]);

function otherTable({ capacities, others }: ValidationDocument['scores']): TextTable {
  const { meanVoltage, retention, chargeTransferResistance, bounds, unpredicted } = others;
  const inLn = (rms: number | null): string => (rms === null ? dash : `${fixed(rms, 2)} of ln`);
  const logarithmic = (name: string,
    { count, rmsLn, inside }: typeof retention): string[] => [name, String(count), inLn(rmsLn), percent(inside)];
  return {
    title: 'Other quantities, and capacities counted otherwise',
    head: [{ title: 'quantity', words: true }, { title: 'values' }, { title: 'rms' }, { title: 'inside' }],
    rows: [
      ['capacities, every source counting the same', String(capacities.bySource.length),
        inLn(capacities.equalSourcesRmsLn), dash],
      logarithmic('retention at a higher rate or lower temperature', retention),
      logarithmic('charge-transfer resistance', chargeTransferResistance),
      [
        'mean voltage',
        String(meanVoltage.count),
        meanVoltage.rms_mV === null ? dash : `${fixed(meanVoltage.rms_mV, 0)} mV`,
        percent(meanVoltage.inside),
      ],
      ['bounds that are kept', `${bounds.kept} of ${bounds.count}`, dash, dash],
      ...(unpredicted === 0 ? [] : [['values without a prediction', String(unpredicted), dash, dash]]),
    ],
  };
}

const intervalTable = (intervals: ValidationDocument['scores']['capacities']['intervals']): TextTable =>
  tableOf('How wide intervals have to be beyond their inputs to hold 80 %', intervals, [
    words('cells', ({ of }) => of),
    column('values', '', ({ values, sources }) => `${values} of ${sources} ${sources === 1 ? 'source' : 'sources'}`),
    column('by the rule, down and up', 'of ln', ({ deviation }) => sidesText(deviation)),
    column('used', 'of ln', ({ used }) => sidesText(used)),
    column('held', '', ({ held }) => percent(held)),
    column('source left out', '', ({ heldLeftOut }) => percent(heldLeftOut)),
    column('by source', '', ({ heldBySource }) => percent(heldBySource)),
  ]);

const sidesText = (sides: Sides | null): string =>
  sides === null ? dash : `${significant(sides.down, 2)}, ${significant(sides.up, 2)}`;

function calibrationTables({ title, discrepancy, laws }: ValidationDocument['calibration']): TextTable[] {
  return [
    tableOf(`Calibrated: ${title}. What a prediction misses beyond its inputs, as a standard deviation`, discrepancy, [
      words('quantity', ({ of }) => of),
      column('deviation', '', ({ deviation, unit }) => `${significant(deviation, 2)} ${unit}`),
      words('basis', ({ basis }) => basis),
    ]),
    ...laws.map((law) => ({
      ...tableOf(`${law.name}: each source left out of the fit`, law.leftOut, [
        words('source left out', ({ source }) => source),
        column('rms', 'of ln', ({ rmsLn }) => fixed(rmsLn, 2)),
      ]),
      notes: [
        `Fitted to ${law.fittedTo.join(', ')}; rms of ln ${fixed(law.rmsLn, 2)}, each value without its source `
        + `${fixed(law.leftOutRmsLn, 2)}${law.note === null ? '' : `. ${law.note}`}`,
      ],
    })),
    ...laws.filter(({ parameters }) => parameters.length > 0).map((law) =>
      tableOf(`Parameters of ${law.name}`, law.parameters, [
        words('parameter', ({ name }) => name),
        column('value', '', ({ value }) => value),
        column('spread', '', ({ spread }) => spread),
      ])
    ),
  ];
}

/** A measured value with where it belongs. */
interface Placed {
  readonly source: ValidatedSource;
  readonly cell: ValidatedCell;
  readonly row: ValidatedRow;
}

export const placed = (sources: readonly ValidatedSource[]): Placed[] =>
  sources.flatMap((source) => source.cells.flatMap((cell) => cell.rows.map((row) => ({ source, cell, row }))));

const comparedColumns: readonly Column<Placed>[] = [
  words('cell', ({ cell }) => cell.name),
  words('what', ({ row }) => row.label),
  column('measured', '', ({ row }) => measuredText(row)),
  column('predicted', '', ({ row }) => predictedText(row)),
  column('80 % interval', '',
    ({ row: { predicted, low, high } }) => predicted === null ? dash : `${number(low)} to ${number(high)}`),
];

/** Measured beside predicted, one table per source. */
export const sourceTable = (source: ValidatedSource): TextTable =>
  tableOf(source.title, placed([source]), [
    ...comparedColumns,
    column('predicted / measured', '', ({ row }) => ratioText(row)),
    detail(words('outside of what was compared', ({ row }) => row.outside.join('; '))),
  ]);

/** "198 ± 18 mAh/g", "≥ 110 mAh/g". */
function measuredText({ measured, uncertainty, bound, unit }: ValidatedRow): string {
  const sign = bound === null ? '' : bound === 'at-least' ? '≥ ' : '≤ ';
  const spread = uncertainty === null ? '' : ` ± ${significant(uncertainty, 2)}`;
  return `${sign}${number(measured)}${spread}${unit === '-' ? '' : ` ${unit}`}`;
}

/** The number, or why there is none; outside of what was compared the interval stands alone, as in a run. */
const predictedText = ({ predicted, reason, outside }: ValidatedRow): string =>
  predicted === null ? reason ?? dash : outside.length > 0 ? dash : number(predicted);

function ratioText({ predicted, measured, bound, unit, outside }: ValidatedRow): string {
  if (predicted === null || bound !== null || outside.length > 0) return dash;
  return unit === 'V' ? `${fixed(1e3 * (predicted - measured), 0)} mV` : fixed(predicted / measured, 2);
}

const number = (value: number | null): string => significant(value, 3);

/** Table of measured values outside their interval, the farthest from its end first: there the program is sure and wrong. */
export function outsideTable({ sources }: ValidationDocument, most: number): TextTable {
  const outside = placed(sources).filter(({ row }) => isOutside(row)).sort((a, b) => distance(b.row) - distance(a.row));
  const title = `Measured outside the interval: ${outside.length} ${outside.length === 1 ? 'value' : 'values'}`
    + `${outside.length > most ? `, the farthest ${most}` : ''}`;
  return tableOf(title, outside.slice(0, most), [words('source', ({ source }) => source.id), ...comparedColumns]);
}

function isOutside({ measured, bound, low, high }: ValidatedRow): boolean {
  if (low === null || high === null) return false;
  return bound === 'at-least'
    ? high < measured
    : bound === 'at-most'
    ? low > measured
    : measured < low || measured > high;
}

/** Distance of a measured value from the end of its interval that it lies beyond, |ln(measured/end)|; of voltages the difference [V]. */
function distance({ measured, low, high, unit }: ValidatedRow): number {
  const end = measured > (high ?? NaN) ? high : low;
  return end === null ? 0 : Math.abs(unit === 'V' ? measured - end : Math.log(measured / end));
}

/** Columns of what a row has at some keys; of several values with semicolons between. */
const columnsOf = (...keys: readonly (keyof ValidatedRow)[]): CsvColumns<Placed> =>
  Object.fromEntries(keys.map((key) => [key, ({ row }: Placed) => [row[key]].flat().join('; ')]));

/** Table with a row per measured value, for other programs. */
export const validationCsv = ({ sources }: ValidationDocument): string =>
  csvTable<Placed>({
    source: ({ source }) => source.id,
    doi: ({ source }) => source.source,
    cell: ({ cell }) => cell.name,
    ...columnsOf('what', 'label', 'unit', 'measured', 'uncertainty', 'bound', 'read', 'where', 'cRate', 'nominal',
      'predicted', 'low', 'high', 'outside'),
    transport: ({ cell }) => cell.transport,
    ...columnsOf('reason'),
    note: ({ cell, row }) => row.note ?? cell.note,
  }, placed(sources));
