import { rateQuantities, type RateQuantityKey } from '../results/rate-quantities.js';
import { polarisationLabels, type RateResult, type ResultDocument } from '../results/result-schema.js';
import { unitText } from '../units/document-units.js';
import { dash, fixed, withRange } from './format.js';
import { aboutRate } from './outside.js';
import { largestPart, lossSign } from './rate-choice.js';
import { type Column, column, words } from './text-table.js';

type RateColumn = Column<RateResult>;

const quantity = (key: RateQuantityKey): RateColumn => {
  const { title, digits } = rateQuantities[key];
  return column(title, unitText(key), (rate) => fixed(rate[key], digits));
};

const rateColumns = ([
  words('rate', (rate) => starredLabel(rate)),
  quantity('currentDensity_mA_cm2'),
  quantity('arealCapacity_mAh_cm2'),
  quantity('specificCapacity_mAh_g'),
  { ...quantity('utilisation'), unit: '%', value: (rate) => fixed(100 * rate.utilisation, 1) },
  quantity('meanVoltage_V'),
  quantity('arealEnergy_mWh_cm2'),
  column('pouch', 'Wh/kg', (rate) => fixed(rate.energy.pouch.gravimetric_Wh_kg, 0)),
  column('loss', 'mV', (rate) => totalLoss(rate)),
  words('largest loss', (rate) => largestName(rate)),
] satisfies readonly RateColumn[]).map((one): RateColumn =>
  one.words || one.title === 'current'
    ? one
    : { ...one, value: (rate) => {
      const text = one.value(rate);
      return /\d/.test(text) ? `${aboutRate(rate)}${text}` : text;
    } }
);

/** What a column says where the result knows its ranges: no more digits than they support, and no single number outside the data; null: nothing. */
const ranged: Readonly<Partial<Record<string, RateColumn['value'] | null>>> = {
  areal: (rate) => rangeText(rate, 'arealCapacity_mAh_cm2'),
  mean: (rate) => rangeText(rate, 'meanVoltage_V'),
  pouch: (rate) => rangeText(rate, 'gravimetric_Wh_kg'),
  used: (rate) => (isOutside(rate) ? dash : fixed(100 * rate.utilisation, 0)),
  // two of them say again, with more digits, what stands beside them; the ranges need the room of the third
  specific: null,
  energy: null,
  current: null,
};

const rangedColumns: readonly RateColumn[] = rateColumns.flatMap((column) => {
  const value = ranged[column.title];
  return value === null ? [] : [{ ...column, ...(value && { value }) }];
});

/** Columns of the table of rates. A pellet is no pouch: what it delivers per gram stands in the place of that. */
export function columnsOf(
  { rates, energy: { format } }: Pick<ResultDocument, 'rates' | 'energy'>,
): readonly RateColumn[] {
  const columns = rates.some(({ ranges }) => ranges) ? rangedColumns : rateColumns;
  if (format === undefined) return columns;
  const specific = rateColumns.filter(({ title }) => title === 'specific')
    .filter(() => columns === rangedColumns)
    .map((column): RateColumn => ({ ...column, value: specificRange }));
  return columns.flatMap((column) => (column.title === 'pouch' ? specific : [column]));
}

/** Whether what is asked of the cell lies outside of what the model was compared with: then there is a band and no single number. */
export const isOutside = ({ ranges }: RateResult): boolean => (ranges?.outsideData.length ?? 0) > 0;

/** Capacity, mean voltage or energy of a rate with its range, where it has one. */
export function rangeText(rate: RateResult,
  of: 'arealCapacity_mAh_cm2' | 'meanVoltage_V' | 'gravimetric_Wh_kg'): string
{
  const value = of === 'gravimetric_Wh_kg' ? rate.energy.pouch.gravimetric_Wh_kg : rate[of];
  if (!rate.ranges)
    return `${aboutRate(rate)}${fixed(value, of === 'meanVoltage_V' ? 3 : of === 'gravimetric_Wh_kg' ? 0 : 2)}`;
  const most = of === 'arealCapacity_mAh_cm2' ? fullOf(rate) : Infinity;
  return withRange(value === null ? null : Math.abs(value), rate.ranges[of], !isOutside(rate), most);
}

/** What the active material holds [mAh/cm2]. */
const fullOf = ({ arealCapacity_mAh_cm2, utilisation }: RateResult): number =>
  utilisation === 0 ? Infinity : arealCapacity_mAh_cm2 / utilisation;

/** The range of the areal capacity, per gram. */
function specificRange(rate: RateResult): string {
  const { ranges, specificCapacity_mAh_g: value, arealCapacity_mAh_cm2: areal } = rate;
  if (!ranges || areal === 0) return fixed(value, 1);
  const { low, high } = ranges.arealCapacity_mAh_cm2;
  const perGram = Math.abs(value / areal);
  return withRange(Math.abs(value), { low: perGram * low, high: perGram * high }, !isOutside(rate),
    perGram * fullOf(rate));
}

/** A star for a rate that a numerical outcome ended: its numbers are what was reached. */
export function starredLabel(rate: RateResult): string {
  return rate.outcome.kind === 'completed' ? rate.label : `${rate.label}*`;
}

function totalLoss(rate: RateResult): string {
  const { total } = rate.polarisation_mV;
  return total === null ? fixed(null, 0) : fixed(lossSign(rate) * total, 0);
}

/** Its name alone: the table of the parts has the share. */
function largestName(rate: RateResult): string {
  const largest = largestPart(rate);
  return largest === undefined || rate.polarisation_mV.total === null ? dash : polarisationLabels[largest.part];
}
