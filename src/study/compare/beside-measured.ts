import type { Case, Rate, RateOfCell } from '../../config/case.js';
import type { FitCurve } from '../../config/studies/fit-data.js';
import { prepareCase } from '../../pipeline/run-case.js';
import { rateSensitivities } from '../../pipeline/sensitivities.js';
import type { FittedCurve } from '../../results/fit-schema.js';
import { curveDocument } from '../fit/compared-documents.js';
import { mostPoints } from '../fit/curve-residuals.js';
import { chargePerArea, currentOverStated } from '../fit/measured-charge.js';
import { comparedPoints, predictedDischarge } from '../fit/predict-curve.js';
import { dataSentences, rateSentences } from '../fit/verdicts.js';
import { isSound } from '../sound-run.js';

/** Measured discharges beside those of a cell, and what is to be said of them. */
export interface BesideMeasured {
  readonly measured: FittedCurve[];
  readonly warnings: readonly string[];
}

/** Puts measured discharges beside those of a case at their rates, down to their last voltages; one that the case does not give is told. */
export function besideMeasured(given: Case, curves: readonly FitCurve[]): BesideMeasured {
  const pairs = curves.map((curve) => ({ file: curve.file, current: NaN, ...besideOne(given, curve) }));
  return {
    measured: pairs.flatMap(({ curve }) => curve ?? []),
    warnings: [...rateSentences(curves, pairs.map(({ current }) => current)), ...dataSentences(curves),
      ...pairs.filter(({ curve }) => curve === undefined).map(({ file }) =>
        `${file} has nothing beside it: the cell does not discharge at its rate down to its last voltage.`
      )],
  };
}

function besideOne(given: Case, curve: FitCurve): { curve?: FittedCurve; current: number } | undefined {
  const { discharge } = curve;
  const rate = rateIn(given, curve.rate);
  if (!rate) return undefined;
  const voltage = discharge.voltage[discharge.voltage.length - 1];
  const steps = [{ kind: 'discharge', rate: 'each', until: { voltage } }] as const;
  const ready = prepareCase({ ...given, protocol: { ...given.protocol, rates: [rate], steps } });
  if (!ready.ok) return undefined;
  const current = currentOverStated(ready.prepared, discharge);
  const [run] = [...rateSensitivities(ready.prepared, [])];
  const predicted = isSound(run) ? predictedDischarge(run) : undefined;
  if (!predicted) return { current };
  const measured = chargePerArea(ready.prepared, discharge) * discharge.capacity[discharge.capacity.length - 1];
  return { current, curve: curveDocument(curve, { predicted, measured }, comparedPoints(discharge, mostPoints)) };
}

/** The rate in a cell; undefined where the current is that of a cell and this one has no area. */
function rateIn({ cell: { format, sheetWidth, sheetHeight } }: Case, rate: RateOfCell): Rate | undefined {
  if (rate.kind !== 'current') return rate;
  return format && { ...rate, kind: 'currentDensity', value: rate.value / (sheetWidth * sheetHeight) };
}
