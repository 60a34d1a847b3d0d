import { conversionOf } from '../../units/conversion.js';
import type { DimensionName } from '../../units/dimension.js';
import type { Result } from '../../units/result.js';
import { wording } from '../wording.js';
import { type CsvColumn, type CsvProblem, numbersOf, type PickedColumns, readCsv, tableBehind, type Title,
  titlesOf } from './csv-table.js';

/** An impedance as it was measured [SI], capacitive parts negative, from high to low frequency. */
export interface MeasuredImpedance {
  /** Over an area of cell [ohm m^2], or of the whole cell [ohm]. */
  readonly basis: 'area' | 'cell';
  /** [Hz] */
  readonly frequency: readonly number[];
  readonly real: readonly number[];
  readonly imaginary: readonly number[];
  /** Rows above zero, those of leads, which the equations do not have. */
  readonly inductive: number;
}

export type ImpedanceReading = Result<{ impedance: MeasuredImpedance }, { problems: readonly CsvProblem[] }>;

/** Titles of tables of one's own, of Biologic, of Gamry (units in the second line) and of `catholith eis`. */
const titles: Readonly<Record<'frequency' | 'real' | 'imaginary', readonly Title[]>> = {
  frequency: [{ is: /^freq(uen(cy|z))?$/i, unit: 'Hz' }, { is: /^f$/ }, { is: /^frequency_Hz$/, unit: 'Hz' }],
  real: [{ is: /^Re ?(Z|\(Z\))?$/i }, { is: /^(Z'|Z_?re|real)$/i }, { is: /^Zreal$/i, unit: 'ohm' }, {
    is: /^total_real_ohm_cm2$/,
    unit: 'ohm cm^2',
  }],
  imaginary: [{ is: /^[-−]? ?Im ?(Z|\(Z\))?$/i }, { is: /^[-−]?(Z''|Z"|Z_?im|imaginary)$/i }, { is: /^Zimag$/i,
    unit: 'ohm' }, { is: /^total_imaginary_ohm_cm2$/, unit: 'ohm cm^2' }],
};
const bases = [['area', 'areaSpecificResistance'], ['cell', 'resistance']] as const;
const fewest = 3;

/**
 * Reads an impedance from a table with a frequency, a real and an imaginary part, behind the preamble of an instrument or at once. The
 * imaginary part may have either sign: a cell stores charge at most frequencies. Rows of leads (inductive ones) are passed over.
 */
export function readMeasuredImpedance(text: string): ImpedanceReading {
  const behind = tableBehind(text, columnsOf);
  if (behind === undefined) {
    const whole = readCsv(text);
    return { ok: false, problems: [{ ...wording.impedanceColumns(titlesOf(whole)), ...whole.start }] };
  }
  const { table, found } = behind;
  const { basis, picked, factors } = found;
  const { values, places, problems } = numbersOf(table, picked, 'a number in each of the columns that are read');
  if (problems.length > 0) return { ok: false, problems };
  const dead = values.findIndex(([frequency]) => !(frequency > 0));
  if (dead >= 0) return { ok: false, problems: [{ ...wording.deadFrequency(), ...places[dead][0] }] };
  const si = values.map((row) => row.map((value, i) => value * factors[i]));
  const stores = si.filter(([, , imaginary]) => imaginary < 0).length;
  const sign = 2 * stores >= si.length ? 1 : -1;
  const rows = si.filter(([, , imaginary]) => sign * imaginary <= 0).sort((a, b) => b[0] - a[0]);
  if (rows.length < fewest)
    return { ok: false, problems: [{ ...wording.shortImpedance(rows.length, fewest), ...table.start }] };
  const column = (i: number, by = 1): number[] => rows.map((row) => by * row[i]);
  return { ok: true,
    impedance: { basis, frequency: column(0), real: column(1), imaginary: column(2, sign),
      inductive: si.length - rows.length } };
}

function columnsOf(columns: readonly CsvColumn[]): PickedColumns<MeasuredImpedance['basis']> | undefined {
  for (const [basis, dimension] of bases) {
    const all = ([['frequency', 'frequency'], ['real', dimension], ['imaginary', dimension]] as const)
      .map(([name, of]) => columnOf(columns, titles[name], of));
    const known = all.flatMap((one) => (one ? [one] : []));
    if (known.length === all.length)
      return { basis, picked: known.map(({ index }) => index), factors: known.map(({ factor }) => factor) };
  }
  return undefined;
}

function columnOf(columns: readonly CsvColumn[], names: readonly Title[], dimension: DimensionName) {
  for (const { is, unit: usual = '' } of names) {
    for (const [index, { title, unit }] of columns.entries()) {
      // instruments write Ohm and ohm.cm2
      const written = (unit === '' ? usual : unit).replace(/ohms?/i, 'ohm').replace('.', ' ');
      const factor = is.test(title) ? conversionOf(written, dimension)?.factor : undefined;
      if (factor !== undefined) return { index, factor };
    }
  }
  return undefined;
}
