import { type BasisName, tellingBasis } from '../../cell/energy-density.js';
import type { Case, ParameterLedger, Rate } from '../../config/case.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { prepareCase } from '../../pipeline/run-case.js';
import type { RateRanges, RateResult, ResultDocument } from '../../results/result-schema.js';
import { deviateOf80 } from '../../transport/normal-distribution.js';
import { units } from '../../units/document-units.js';
import { type Discrepancy, discrepancyAt } from './calibrated-band.js';
import { type Delivered, type DeliveredAtEnds, type Interval, intervalOf, type Quantity } from './combine.js';
import { coarse, deliver, type Work } from './deliver.js';
import { type End, type Variation, variationsOf, type Vary } from './variations.js';

/** So many parameters are followed to every rate; what the others do at the rate of the screening is below the last of them. */
const followed = 8;

/** What moves capacity, energy or voltage by less than this share decides nothing. */
const noticeable = 0.003;

/** A rate that delivers less than this share of the promise has no capacity left to lose: not the one to screen at. */
const enough = 0.05;

export interface Ranges {
  /** Of each rate of the result. */
  readonly rates: readonly RateRanges[];
  readonly certainty: NonNullable<ResultDocument['certainty']>;
}

/**
 * Low to high of every rate, 80 %, and which parameters decide it: each parameter with a spread is put to its two ends, one at a time,
 * and the cell is solved again on a coarse mesh. All of them at one rate; the `followed` largest at all rates.
 * `written` is the case as its file has it; `prepared` and `results` are what came of it.
 */
export function rangesOf(
  written: Case,
  ledger: ParameterLedger,
  prepared: PreparedCase,
  document: Pick<ResultDocument, 'rates' | 'energy' | 'case'>,
  vary: Vary,
): Ranges | undefined {
  const ready = prepareCase(coarse(written));
  if (!ready.ok) return undefined;
  const work: Work = { solves: 0, milliseconds: 0 };
  const { rates } = written.protocol;
  const base = deliver(ready.prepared, rates, work);
  const most = mostOf(document);
  const basis = tellingBasis(document.energy);
  const variations = variationsOf(written, ledger, ready.prepared, vary, coarse);
  const probe = probingRate(document);
  const screened = screen(variations, base[probe], most, { rate: rates.slice(probe, probe + 1), work });
  const kept = screened.slice(0, followed).map((one) => ({ ...one,
    ends: followToAllRates(one, base, rates, probe, work) })
  );
  const discrepancies = document.rates.map(({ cRate }) => discrepancyAt(prepared, cRate));
  return {
    rates: document.rates.map((rate, k) => {
      const at = kept.map(({ variation, ends }) => ({ variation, ends: ends.map((all) => all?.[k]) }));
      return rangesAt(deliveredAt(rate, basis), { most, base: base[k] }, at, discrepancies[k]);
    }),
    certainty: { interval: 0.8, asked: variations.length, followed: kept.length, solves: work.solves,
      milliseconds: work.milliseconds, model: modelDocument(discrepancies) },
  };
}

/** What a cell cannot exceed, but for parameters that make it larger. */
export const mostOf = ({ energy, case: cell }: Pick<ResultDocument, 'energy' | 'case'>): Delivered => ({
  // both electrodes and the first cycle together: a foil that is too thin ends it as well
  capacity: cell.theoreticalArealCapacity_mAh_cm2 * energy.deliverableShare * units.mAh_cm2,
  voltage: Infinity,
  energy: (energy[tellingBasis(energy)].gravimetric_Wh_kg ?? NaN) * units.Wh_kg,
});

/** What the result says that a rate delivers; NaN where it has no voltage or energy. */
export const deliveredAt = ({ arealCapacity_mAh_cm2, meanVoltage_V, energy }: RateResult,
  basis: BasisName): Delivered => ({
    capacity: Math.abs(arealCapacity_mAh_cm2) * units.mAh_cm2,
    voltage: meanVoltage_V ?? NaN,
    energy: (energy[basis].gravimetric_Wh_kg ?? NaN) * units.Wh_kg,
  });

/** The fastest preferred rate that still delivers something, else the fastest that does; of those that deliver nothing, the slowest. */
export function probingRate({ rates }: Pick<ResultDocument, 'rates'>, isPreferred = (_cRate: number): boolean => true) {
  const order = rates.map((_, k) => k).sort((a, b) => rates[b].cRate - rates[a].cRate);
  const delivering = order.filter((k) => rates[k].utilisation > enough);
  return delivering.find((k) => isPreferred(rates[k].cRate)) ?? delivering[0] ?? order[order.length - 1];
}

const bothEnds = ['low', 'high'] as const satisfies readonly End[];

export interface ScreenedVariation {
  readonly variation: Variation;
  readonly cells: readonly (PreparedCase | undefined)[];
  readonly atProbe: DeliveredAtEnds;
  readonly effect: number;
}

/** Every variation at one rate; those that do something, the largest first. */
export function screen(
  variations: readonly Variation[],
  base: Delivered | undefined,
  most: Delivered,
  { rate, work }: { rate: readonly Rate[]; work: Work },
): ScreenedVariation[] {
  if (!base) return [];
  return variations.map((variation): ScreenedVariation => {
    const cells = bothEnds.map((end) => (end === variation.same ? undefined : variation.at(end)));
    const atProbe = cells.map((cell,
      i) => (bothEnds[i] === variation.same ? base : cell && deliver(cell, rate, work)[0])
    );
    return { variation, cells, atProbe,
      effect: Math.max(...quantities.map((quantity) => spanOf(quantity, base, atProbe, most))) };
  }).filter(({ effect }) => effect > noticeable).sort((a, b) => b.effect - a.effect);
}

/** At every rate, for each end. */
function followToAllRates(
  { variation, cells, atProbe }: ScreenedVariation,
  base: DeliveredAtEnds,
  rates: readonly Rate[],
  probe: number,
  work: Work,
): (DeliveredAtEnds | undefined)[] {
  const others = rates.filter((_, k) => k !== probe);
  return cells.map((cell, end) => {
    if (bothEnds[end] === variation.same) return base;
    if (!cell || others.length === 0) return [atProbe[end]];
    const elsewhere = deliver(cell, others, work);
    return [...elsewhere.slice(0, probe), atProbe[end], ...elsewhere.slice(probe)];
  });
}

const quantities = ['capacity', 'voltage', 'energy'] as const satisfies readonly Quantity[];

/** From the lowest to the highest of base and ends, over the base, or over a hundredth of what there is where nothing comes out. */
function spanOf(quantity: Quantity, base: Delivered, ends: DeliveredAtEnds, most: Delivered): number {
  const found = [base, ...ends].flatMap((at) => (at && Number.isFinite(at[quantity]) ? [at[quantity]] : []));
  const least = quantity === 'voltage' ? 0 : 0.01 * most[quantity];
  const span = (Math.max(...found) - Math.min(...found)) / Math.max(base[quantity], least);
  return Number.isFinite(span) ? span : 0;
}

interface AtEnds {
  readonly variation: Variation;
  readonly ends: DeliveredAtEnds;
}

/** The document of one rate; `base` is the coarse solution that the ends are compared with. */
function rangesAt(
  value: Delivered,
  { most, base }: { readonly most: Delivered; readonly base: Delivered | undefined },
  varied: readonly AtEnds[],
  discrepancy: Discrepancy,
): RateRanges {
  const ends = varied.map((one) => one.ends);
  const interval = (quantity: Quantity): Interval | null => {
    if (!Number.isFinite(value[quantity])) return null;
    const bound = Math.max(most[quantity], value[quantity],
      ...ends.flat().flatMap((at) => (at && Number.isFinite(at[quantity]) ? [at[quantity]] : [])));
    // a coarse solution that delivered nothing has no voltage to compare with
    const from = base && Number.isFinite(base[quantity]) ? base[quantity] : value[quantity];
    return intervalOf(quantity, value[quantity], from, ends, discrepancy, bound);
  };
  const ranked = value.energy >= 0 ? 'energy' : 'capacity';
  const atEnds = (quantity: Quantity, [low, high]: DeliveredAtEnds, unit: number) => ({
    low: moved(quantity, value, base, low, unit),
    high: moved(quantity, value, base, high, unit),
  });
  const decides = varied.map(({ variation: { path, label, basis, status, low, high }, ends: pair }) => ({
    path,
    label,
    basis,
    status,
    low,
    high,
    effect: base ? spanOf(ranked, base, pair, most) : 0,
    arealCapacity_mAh_cm2: atEnds('capacity', pair, units.mAh_cm2),
    gravimetric_Wh_kg: atEnds('energy', pair, units.Wh_kg),
  })).filter(({ effect }) => effect > noticeable).sort((a, b) => b.effect - a.effect);
  return {
    arealCapacity_mAh_cm2: inUnit(interval('capacity'), units.mAh_cm2) ?? { low: 0, high: 0 },
    meanVoltage_V: interval('voltage'),
    gravimetric_Wh_kg: inUnit(interval('energy'), units.Wh_kg),
    modelFactors: { low: Math.exp(-deviateOf80 * discrepancy.sdLnCapacity.down),
      high: Math.exp(deviateOf80 * discrepancy.sdLnCapacity.up) },
    outsideData: [...discrepancy.outside],
    decides,
  };
}

/** The result with one parameter at an end: what that changes on the coarse mesh, applied to the result; null where it cannot be. */
function moved(quantity: Quantity, value: Delivered, base: Delivered | undefined, at: Delivered | undefined,
  unit: number): number | null
{
  if (!at || !base || !Number.isFinite(at[quantity]) || !Number.isFinite(value[quantity])) return null;
  return (base[quantity] > 0 ? value[quantity] * (at[quantity] / base[quantity]) : at[quantity]) / unit;
}

const inUnit = (interval: Interval | null, unit: number): Interval | null =>
  interval && { low: interval.low / unit, high: interval.high / unit };

function modelDocument(discrepancies: readonly Discrepancy[]): Ranges['certainty']['model'] {
  const band = discrepancies[0]?.band;
  if (!band) return null;
  return {
    kind: band.kind,
    fittedTo: [...band.fittedTo],
    forecastRmsLn: band.forecast.rmsLn,
    forecastSources: band.forecast.sources,
    forecastCapacities: band.forecast.capacities,
  };
}
