import type { CaseIssue, LoadedCase } from '../../config/case.js';
import type { MeasuredDischarge } from '../../config/measured-discharge.js';
import type { LoadedFit } from '../../config/parse-fit.js';
import type { RawRecord } from '../../config/raw.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { prepareCase } from '../../pipeline/run-case.js';
import { rateSensitivities, type RateSensitivity } from '../../pipeline/sensitivities.js';
import { isSound } from '../sound-run.js';
import type { Residuals } from './least-squares.js';
import { valueAt } from './parameters.js';
import { comparedPoints, type PredictedDischarge, predictedDischarge } from './predict-curve.js';

/** Points of one curve that are compared: a cycler writes thousands, which say the same. */
const mostPoints = 60;
/** Step of a parameter between its bounds, at which the equations are differenced. */
const step = 1e-6;

/** A predicted discharge in the charge that was measured. */
export interface ComparedCurve {
  readonly predicted: PredictedDischarge;
  readonly run: RateSensitivity;
  /** Measured charge [C m^-2] of the case, and ln of it per parameter: its active mass may follow one. */
  readonly measured: number;
  readonly measuredSlopes: readonly number[];
}

/** The curves of a fit beside what a case makes of them; counts the discharges that it solves. */
export class CurveResiduals {
  simulations = 0;
  private readonly points: readonly (readonly (readonly [number, number])[])[];

  constructor(private readonly fit: LoadedFit) {
    this.points = fit.curves.map(({ discharge }) => comparedPoints(discharge, mostPoints));
  }

  /** Voltages and capacities that are compared. */
  get count(): number {
    return this.points.reduce((sum, points) => sum + points.length + 1, 0);
  }

  pointsOf(curve: number): readonly (readonly [number, number])[] {
    return this.points[curve];
  }

  /**
   * r = (V(x_k) - V_k) / sigmaV of each point at its share x_k of the discharge, and ln(Q / Q_measured) / sigmaQ of each curve, with
   * their slopes; undefined where a curve gives no discharge.
   */
  readonly at = (z: readonly number[]): Residuals | undefined => {
    const { curves, noise } = this.fit;
    const r: number[] = [];
    const jacobian: (readonly number[])[] = [];
    for (let c = 0; c < curves.length; c++) {
      const compared = this.curve(c, z);
      if (!compared) return undefined;
      const { predicted, measured, measuredSlopes } = compared;
      for (const [x, voltage] of this.points[c]) {
        r.push((predicted.voltageAt(x) - voltage) / noise.voltage);
        jacobian.push(predicted.slopesAt(x).map((slope) => slope / noise.voltage));
      }
      r.push(Math.log(predicted.capacity / measured) / noise.capacity);
      jacobian.push(
        predicted.capacitySlopes.map((slope, p) => (slope / predicted.capacity - measuredSlopes[p]) / noise.capacity),
      );
    }
    return r.every(Number.isFinite) && jacobian.every((row) => row.every(Number.isFinite))
      ? { r, jacobian }
      : undefined;
  };

  /** One curve at parameters z, with other keys over it where an experiment is thought of. */
  curve(c: number, z: readonly number[], set: RawRecord = {}): ComparedCurve | undefined {
    const { vary, curves } = this.fit;
    const base = this.prepared(c, z, set);
    if (!base) return undefined;
    const besides = vary.map((_, p) => {
      const signed = z[p] + step > 1 ? -step : step;
      const moved = this.prepared(c, z.map((value, i) => (i === p ? value + signed : value)), set);
      return moved && { prepared: moved, step: signed };
    });
    if (besides.some((one) => one === undefined)) return undefined;
    const varied = besides.flatMap((one) => (one ? [one] : []));
    this.simulations++;
    const [run] = [...rateSensitivities(base, varied)];
    const predicted = run.sensitivities.length === vary.length && isSound(run) ? predictedDischarge(run) : undefined;
    const { discharge } = curves[c];
    const perArea = chargePerArea(base, discharge);
    const measuredSlopes = varied.map(({ prepared, step: signed }) =>
      Math.log(chargePerArea(prepared, discharge) / perArea) / signed
    );
    return predicted
      && { predicted, run, measured: perArea * discharge.capacity[discharge.capacity.length - 1], measuredSlopes };
  }

  private prepared(c: number, z: readonly number[], set: RawRecord): PreparedCase | undefined {
    const loaded = this.fit.otherwise(c, this.values(z), set);
    const ready = loaded.ok ? prepareCase(loaded.case) : undefined;
    return ready?.ok ? ready.prepared : undefined;
  }

  values(z: readonly number[]): number[] {
    return this.fit.vary.map((range, i) => valueAt(range, z[i]));
  }
}

/** Charge per area [C m^-2] of a unit of measured charge. */
export function chargePerArea({ compositions, case: { cell } }: PreparedCase, { basis }: MeasuredDischarge): number {
  if (basis === 'area') return 1;
  if (basis === 'cell') return 1 / (cell.sheetWidth * cell.sheetHeight);
  return compositions.reduce((sum, { massLoading, massFractions }) => sum + massLoading * massFractions.activeMaterial,
    0);
}

/** What keeps a case of the fit from its equations: problems in the words of the file. */
export function problemsOfCase(loaded: LoadedCase): readonly CaseIssue[] {
  if (!loaded.ok) return loaded.issues;
  const ready = prepareCase(loaded.case);
  return ready.ok ? [] : ready.problems.map((problem) => ({ ...problem, ...loaded.locate(problem.key) }));
}
