import type { ValidatedRow, ValidatedSource, ValidationDocument } from '../../results/validation-schema.js';
import { logarithmicError, mean, rootMeanSquare, scoreOf, type ScoredPair } from '../scores.js';
import { tenthAbove } from './prediction-interval.js';
import { kindOf, type Kind } from './validate-cell.js';

type Scores = ValidationDocument['scores'];

/** Discharges faster than this are the fast ones. */
export const slowest = 0.25;

interface Scored extends ScoredPair {
  readonly row: ValidatedRow;
  readonly source: string;
}

/** Every row that has a prediction and an exact value counts once. */
export function validationScores(sources: readonly ValidatedSource[]): Scores {
  const rows = sources.flatMap(({ id, cells }) => cells.flatMap((cell) => cell.rows.map((row) => ({ row, source: id }))));
  const exact = rows.filter(({ row }) => row.bound === null);
  const capacities = exact.filter(({ row }) => kindOf(row.what) === 'capacity').flatMap(scored);
  const bySource = sources.map(({ id }) => ({ source: id, pairs: capacities.filter(({ source }) => source === id) }))
    .filter(({ pairs }) => pairs.length > 0);
  const discharges = capacities.filter(({ row }) => row.what !== 'first-charge');
  const found: Scores['capacities'] = {
    all: scoreOf(capacities),
    slow: scoreOf(discharges.filter(({ row }) => row.cRate !== null && row.cRate <= slowest)),
    fast: scoreOf(discharges.filter(({ row }) => row.cRate !== null && row.cRate > slowest)),
    firstCharge: scoreOf(capacities.filter(({ row }) => row.what === 'first-charge')),
    bySource: bySource.map(({ source, pairs }) => ({ source, score: scoreOf(pairs) })),
    equalSourcesRmsLn: rootMeanSquare(bySource.map(({ pairs }) => rootMeanSquare(pairs.map(logarithmicError)) ?? 0)),
    insideFromOthers: insideFromOthers(capacities),
  };
  const others = otherScores(rows.map(({ row }) => row));
  return { capacities: found, others, aims: aimsOf(found, others) };
}

function scored({ row, source }: { row: ValidatedRow; source: string }): Scored[] {
  const { measured, predicted, low, high, nominal } = row;
  return predicted === null || low === null || high === null ? [] : [{ row, source, measured, predicted, low, high, nominal: nominal ?? 0 }];
}

/**
 * Share of values within exp(+-z r) of their prediction, where r is the rms of ln(predicted/measured) of the OTHER sources: an interval that the
 * source itself had no part in. Null with a single source.
 */
function insideFromOthers(pairs: readonly Scored[]): number | null {
  return mean(pairs.flatMap((pair) => {
    const spread = rootMeanSquare(pairs.filter(({ source }) => source !== pair.source).map(logarithmicError));
    return spread === null ? [] : [Math.abs(logarithmicError(pair)) <= tenthAbove * spread ? 1 : 0];
  }));
}

function otherScores(rows: readonly ValidatedRow[]): Scores['others'] {
  const of = (kind: Kind): Scored[] => rows.filter((row) => row.bound === null && kindOf(row.what) === kind).flatMap((row) => scored({ row, source: '' }));
  const inside = (pairs: readonly Scored[]): number | null => scoreOf(pairs).inside;
  const logarithmic = (pairs: readonly Scored[]) => ({ count: pairs.length, rmsLn: rootMeanSquare(pairs.map(logarithmicError)), inside: inside(pairs) });
  const voltages = of('meanVoltage');
  const rms = rootMeanSquare(voltages.map(({ measured, predicted }) => predicted - measured));
  const bounds = rows.filter(({ bound, predicted }) => bound !== null && predicted !== null);
  return {
    meanVoltage: { count: voltages.length, rms_mV: rms === null ? null : 1e3 * rms, inside: inside(voltages) },
    retention: logarithmic(of('retention')), chargeTransferResistance: logarithmic(of('chargeTransferResistance')),
    bounds: {
      count: bounds.length,
      kept: bounds.filter(({ bound, predicted, measured }) => (bound === 'at-least' ? (predicted ?? 0) >= measured : (predicted ?? 0) <= measured)).length,
    },
    unpredicted: rows.filter(({ predicted }) => predicted === null).length,
  };
}

/** What the program is to reach, and what it reaches; null where nothing is known. */
function aimsOf({ all, slow }: Scores['capacities'], { meanVoltage }: Scores['others']): Scores['aims'] {
  const judged = (what: string, wanted: string, value: number | null, met: (value: number) => boolean, shown: (value: number) => string) =>
    ({ what, wanted, reached: value === null ? 'nothing is known' : shown(value), met: value === null ? null : met(value) });
  const two = (value: number): string => value.toFixed(2);
  return [
    judged('rms of ln(predicted / measured) of the capacities', 'at most 0.20', all.rmsLn, (value) => value <= 0.2, two),
    judged('mean voltage', 'within 50 mV', meanVoltage.rms_mV, (value) => value <= 50, (value) => `${value.toFixed(0)} mV rms`),
    judged('measured capacities inside their 80 % interval', 'at least 80 %', all.inside, (value) => value >= 0.8, (value) => `${(100 * value).toFixed(0)} %`),
    judged('skill against "always 75 %" on slow discharges', 'above 0', slow.alwaysThreeQuarters.skill, (value) => value > 0, two),
  ];
}
