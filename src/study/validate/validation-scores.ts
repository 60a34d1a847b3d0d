import type { ValidatedCell, ValidatedRow, ValidatedSource,
  ValidationDocument } from '../../results/validation-schema.js';
import { isLoss, isUnlike, layeredOxides, uncalibrated } from '../ranges/calibrated-band.js';
import { atMiddle, insideOf, logarithmicError, rootMeanSquare, type ScoredPair, scoreOf } from '../scores.js';
import { forecasts } from './forecasts.js';
import { calibrated, type Miss } from './interval-calibration.js';
import { type Kind, kindOf } from './validate-cell.js';

type Scores = ValidationDocument['scores'];

interface Scored extends ScoredPair {
  readonly row: ValidatedRow;
  readonly source: string;
  readonly transport: ValidatedCell['transport'];
  readonly outside: boolean;
}

/** Every row that has a prediction and an exact value counts once; `fitted`: the sources that calibrated laws have seen. */
export function validationScores(sources: readonly ValidatedSource[], fitted: readonly string[]): Scores {
  const rows = sources.flatMap(({ id, cells }) =>
    cells.flatMap((cell) =>
      cell.rows.map((row) => ({ row, source: id, transport: cell.transport, outside: row.outside.length > 0 }))
    )
  );
  const exact = rows.filter(({ row }) => row.bound === null);
  const capacities = exact.filter(({ row }) => kindOf(row.what) === 'capacity').flatMap(scored);
  const bySource = sources.map(({ id }) => ({ source: id, pairs: capacities.filter(({ source }) => source === id) }))
    .filter(({ pairs }) => pairs.length > 0);
  const discharges = capacities.filter(({ row }) => row.what !== 'first-charge');
  const isFast = ({ row: { cRate } }: Scored): boolean => cRate !== null && cRate > layeredOxides.slowUpTo;
  const found: Scores['capacities'] = {
    all: scoreOf(capacities),
    inside: scoreOf(capacities.filter(({ outside }) => !outside)),
    outside: scoreOf(capacities.filter(({ outside }) => outside)),
    slow: scoreOf(discharges.filter(({ row }) => isSlow(row))),
    slowInside: scoreOf(discharges.filter(({ row, outside }) => !outside && isSlow(row))),
    fast: scoreOf(discharges.filter(isFast)),
    withMiddles: {
      all: scoreOf(capacities.map(asSaid)),
      slow: scoreOf(discharges.filter(({ row }) => isSlow(row)).map(asSaid)),
      fast: scoreOf(discharges.filter(isFast).map(asSaid)),
    },
    firstCharge: scoreOf(capacities.filter(({ row }) => row.what === 'first-charge')),
    transportMeasured: scoreOf(capacities.filter(({ transport }) => transport === 'measured')),
    transportByLaw: scoreOf(capacities.filter(({ transport }) => transport === 'by law')),
    notFitted: scoreOf(capacities.filter(({ source }) => !fitted.includes(source))),
    bySource: bySource.map(({ source, pairs }) => ({ source, score: scoreOf(pairs) })),
    equalSourcesRmsLn: rootMeanSquare(bySource.map(({ pairs }) => rootMeanSquare(pairs.map(logarithmicError)) ?? 0)),
    intervals: intervalsOf(capacities),
  };
  const others = otherScores(rows);
  return { capacities: found, others, aims: aimsOf(found, others) };
}

const isSlow = ({ cRate }: ValidatedRow): boolean => cRate !== null && cRate <= layeredOxides.slowUpTo;

/** Outside an interval alone is said. */
const asSaid = (pair: Scored): Scored => (pair.outside ? atMiddle(pair) : pair);

type Placed = Pick<Scored, 'row' | 'source' | 'transport' | 'outside'>;

function scored({ row, source, transport, outside }: Placed): Scored[] {
  const { measured, predicted, low, high, nominal } = row;
  return predicted === null || low === null || high === null
    ? []
    : [{ row, source, transport, outside, measured, predicted, low, high, nominal: nominal ?? measured }];
}

/** How wide the intervals have to be, by the rule: inside by the forecasts, of cells beyond that may err either way, and of other kinds. */
function intervalsOf(pairs: readonly Scored[]): Scores['capacities']['intervals'] {
  const misses = (of: readonly Scored[]) => of.flatMap(({ row, source, ...pair }) => missOf(row, source, pair));
  const { inside, beyond } = layeredOxides.sdLnCapacity;
  const eitherWay = pairs.filter(({ row, outside }) =>
    outside && !row.outside.some((one) => isLoss(one) || isUnlike(one))
  );
  return [
    { of: 'forecast as inside, up to C/4', used: inside.slow, ...calibrated(forecasts.slow, inside.slow) },
    { of: 'forecast as inside, faster', used: inside.fast,
      ...calibrated(forecasts.fast, inside.fast, { misses: forecasts.slow, used: inside.slow }) },
    { of: 'beyond it', used: beyond, ...calibrated(misses(eitherWay), beyond) },
    { of: 'of another kind', used: uncalibrated.sdLnCapacity,
      ...calibrated(misses(pairs.filter(({ row }) => row.outside.some(isUnlike))), uncalibrated.sdLnCapacity) },
  ];
}

function missOf({ byInputs }: ValidatedRow, source: string, pair: ScoredPair): Miss[] {
  if (byInputs === null) return [];
  const error = logarithmicError(pair);
  const end = error > 0 ? byInputs.low : byInputs.high;
  const predicted = Math.exp(error) * pair.measured;
  return [{ source, error, byInputs: Math.abs(Math.log(end / predicted)) }];
}

function otherScores(placed: readonly Placed[]): Scores['others'] {
  const of = (kind: Kind): Scored[] =>
    placed.filter(({ row }) => row.bound === null && kindOf(row.what) === kind).flatMap(scored);
  const logarithmic = (pairs: readonly Scored[]) => ({ count: pairs.length,
    rmsLn: rootMeanSquare(pairs.map(logarithmicError)), inside: insideOf(pairs) });
  const voltages = of('meanVoltage');
  const said = voltages.filter(({ row }) => !row.outside.some(isUnlike));
  const rms = rootMeanSquare(said.map(({ measured, predicted }) => predicted - measured));
  const rows = placed.map(({ row }) => row);
  const bounds = rows.filter(({ bound, predicted }) => bound !== null && predicted !== null);
  return {
    meanVoltage: { count: voltages.length, rms_mV: rms === null ? null : 1e3 * rms, inside: insideOf(voltages) },
    retention: logarithmic(of('retention')),
    chargeTransferResistance: logarithmic(of('chargeTransferResistance')),
    bounds: { count: bounds.length, kept: bounds.filter(keepsBound).length },
    unpredicted: rows.filter(({ predicted }) => predicted === null).length,
  };
}

/** By the number that is said; by the end of the interval where none is. */
function keepsBound({ bound, predicted, low, high, measured, outside }: ValidatedRow): boolean {
  const atLeast = bound === 'at-least';
  const said = outside.length === 0 ? predicted : atLeast ? high : low;
  return said !== null && (atLeast ? said >= measured : said <= measured);
}

/** What the program is to reach, and what it reaches; null where nothing is known. */
function aimsOf({ all, inside, transportMeasured, slow, slowInside, withMiddles }: Scores['capacities'],
  { meanVoltage }: Scores['others']): Scores['aims']
{
  const judged = (what: string, wanted: string, value: number | null, met: (value: number) => boolean,
    shown: (value: number) => string) => ({ what, wanted, reached: value === null ? 'nothing is known' : shown(value),
      met: value === null ? null : met(value) });
  const two = (value: number): string => value.toFixed(2);
  return [
    judged('rms of ln(predicted / measured), cells whose transport was measured', 'at most 0.20',
      transportMeasured.rmsLn, (value) => value <= 0.2, two),
    judged('the same of all cells inside what the laws were compared with', 'at most 0.20', inside.rmsLn,
      (value) => value <= 0.2, two),
    judged('mean voltage of layered oxides', 'within 50 mV', meanVoltage.rms_mV, (value) => value <= 50,
      (value) => `${value.toFixed(0)} mV rms`),
    judged('measured capacities inside their 80 % interval', 'at least 80 %', all.inside, (value) => value >= 0.8,
      (value) => `${(100 * value).toFixed(0)} %`),
    judged('skill against "always 75 %" on slow discharges inside what was compared', 'above 0',
      slowInside.alwaysThreeQuarters.skill, (value) => value > 0, two),
    judged('the same of all, with the middle of the interval outside', 'above 0',
      withMiddles.slow.alwaysThreeQuarters.skill, (value) => value > 0, two),
    judged('the same of all, with the numbers computed outside', 'above 0', slow.alwaysThreeQuarters.skill,
      (value) => value > 0, two),
  ];
}
