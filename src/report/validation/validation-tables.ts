import type { ValidatedRow, ValidatedSource, ValidationDocument } from '../../results/validation-schema.js';
import { csvLine } from '../csv.js';
import { dash, fixed, percent, significant } from '../format.js';
import { scoreTable } from '../score-table.js';
import type { TextTable } from '../text-table.js';

/** The tables of a validation as texts; the card and the page draw them. */

export function summaryTables({ scores, calibration }: ValidationDocument): TextTable[] {
  const { capacities: found } = scores;
  return [
    aimTable(scores.aims),
    scoreTable('Capacities predicted without looking at the cell', [
      ['all', found.all],
      ['inside what the laws were compared with', found.inside],
      ['outside: an interval, no number', bandOnly(found.outside)],
      ['discharges at C/4 and slower', found.slow],
      ['faster discharges', found.fast],
      ['first charges', found.firstCharge],
      ['ions as measured', found.transportMeasured],
      ['ions by law', found.transportByLaw],
      ['sources no law was fitted to', found.notFitted],
    ]),
    ...(found.bySource.length > 1
      ? [scoreTable('By source', found.bySource.map(({ source, score }) => [source, score]))]
      : []),
    otherTable(scores),
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

const aimTable = (aims: ValidationDocument['scores']['aims']): TextTable => ({
  title: 'Aims',
  head: [{ title: 'what' }, { title: 'aim' }, { title: 'reached' }, { title: 'met' }],
  rows: aims.map(({ what, wanted, reached, met }) => [what, wanted, reached, met === null ? dash : met ? 'yes' : 'no']),
});

function otherTable({ capacities, others }: ValidationDocument['scores']): TextTable {
  const { meanVoltage, retention, chargeTransferResistance, bounds, unpredicted } = others;
  const logarithmic = (name: string,
    { count, rmsLn, inside }: typeof retention): string[] => [name, String(count), `${fixed(rmsLn, 2)} of ln`,
    percent(inside)];
  return {
    title: 'Other quantities, and capacities counted otherwise',
    head: [{ title: 'quantity' }, { title: 'values' }, { title: 'rms' }, { title: 'inside' }],
    rows: [
      ['capacities, every source counting the same', String(capacities.bySource.length),
        `${fixed(capacities.equalSourcesRmsLn, 2)} of ln`, dash],
      ['capacities, intervals from the errors of the other sources', String(capacities.all.count), dash,
        percent(capacities.insideFromOthers)],
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

function calibrationTables({ title, discrepancy, laws }: ValidationDocument['calibration']): TextTable[] {
  return [
    {
      title: `Calibrated: ${title}. What a prediction misses beyond its inputs, as a standard deviation`,
      head: [{ title: 'quantity' }, { title: 'deviation' }, { title: 'basis' }],
      rows: discrepancy.map(({ of, deviation, unit, basis }) => [of, `${significant(deviation, 2)} ${unit}`, basis]),
    },
    ...laws.map((law): TextTable => ({
      title:
        `${law.name}: fitted to ${law.fittedTo.join(', ')}; rms of ln ${
          fixed(law.rmsLn, 2)
        }, each value without its source `
        + `${fixed(law.leftOutRmsLn, 2)}${law.note === null ? '' : `. ${law.note}`}`,
      head: [{ title: 'source left out' }, { title: 'rms', unit: 'of ln' }],
      rows: law.leftOut.map(({ source, rmsLn }) => [source, fixed(rmsLn, 2)]),
    })),
    ...laws.filter(({ parameters }) => parameters.length > 0).map((law): TextTable => ({
      title: `Parameters of ${law.name}`,
      head: [{ title: 'parameter' }, { title: 'value' }, { title: 'spread' }],
      rows: law.parameters.map(({ name, value, spread }) => [name, value, spread]),
    })),
  ];
}

/** Measured beside predicted, one table per source. */
export const sourceTable = ({ title, cells }: ValidatedSource): TextTable => ({
  title,
  head: ['cell', 'what', 'measured', 'predicted', '80 % interval', 'predicted / measured',
    'outside of what was compared']
    .map((one) => ({ title: one })),
  rows: cells.flatMap((cell) =>
    cell.rows.map((row) => [cell.name, row.label, measuredText(row), ...predictedTexts(row), row.outside.join('; ')])
  ),
});

/** "198 ± 18 mAh/g", "≥ 110 mAh/g". */
export function measuredText({ measured, uncertainty, bound, unit }: ValidatedRow): string {
  const sign = bound === null ? '' : bound === 'at-least' ? '≥ ' : '≤ ';
  const spread = uncertainty === null ? '' : ` ± ${significant(uncertainty, 2)}`;
  return `${sign}${number(measured)}${spread}${unit === '-' ? '' : ` ${unit}`}`;
}

/** Prediction, interval and ratio; outside of what was compared the interval alone, as in a run. */
function predictedTexts({ predicted, reason, low, high, measured, bound, unit, outside }: ValidatedRow): string[] {
  if (predicted === null) return [reason ?? dash, dash, dash];
  const range = `${number(low)} to ${number(high)}`;
  if (outside.length > 0) return [dash, range, dash];
  if (bound !== null) return [number(predicted), range, dash];
  return [number(predicted), range,
    unit === 'V' ? `${fixed(1e3 * (predicted - measured), 0)} mV` : fixed(predicted / measured, 2)];
}

const number = (value: number | null): string => significant(value, 3);

interface Placed {
  readonly source: string;
  readonly cell: string;
  readonly row: ValidatedRow;
}

/** Where the measured value lies outside the interval, the farthest from its end first: the rows where the program is sure and wrong. */
export function outsideTable({ sources }: ValidationDocument, most: number): TextTable {
  const rows = sources.flatMap(({ id, cells }) =>
    cells.flatMap((cell) => cell.rows.map((row): Placed => ({ source: id, cell: cell.name, row })))
  );
  const outside = rows.filter(({ row }) => isOutside(row)).sort((a, b) => distance(b.row) - distance(a.row));
  return {
    title: `Measured outside the interval: ${outside.length} ${outside.length === 1 ? 'value' : 'values'}${
      outside.length > most ? `, the farthest ${most}` : ''
    }`,
    head: ['source', 'cell', 'what', 'measured', 'predicted', '80 % interval'].map((one) => ({ title: one })),
    rows: outside.slice(0, most).map((
      { source, cell, row },
    ) => [source, cell, row.label, measuredText(row), ...predictedTexts(row).slice(0, 2)]),
  };
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

/** One row per measured value, for other programs. */
export function validationCsv({ sources }: ValidationDocument): string {
  const head = [
    'source',
    'doi',
    'cell',
    'what',
    'label',
    'unit',
    'measured',
    'uncertainty',
    'bound',
    'read',
    'where',
    'cRate',
    'nominal',
    'predicted',
    'low',
    'high',
    'outside',
    'transport',
    'reason',
    'note',
  ];
  return [csvLine(head),
    ...sources.flatMap(({ id, source, cells }) =>
      cells.flatMap((cell) =>
        cell.rows.map((row) =>
          csvLine([
            id,
            source,
            cell.name,
            row.what,
            row.label,
            row.unit,
            row.measured,
            row.uncertainty,
            row.bound,
            row.read,
            row.where,
            row.cRate,
            row.nominal,
            row.predicted,
            row.low,
            row.high,
            row.outside.join('; '),
            cell.transport,
            row.reason,
            row.note ?? cell.note,
          ])
        )
      )
    )].join('');
}
