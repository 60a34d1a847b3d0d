import { fullUtilisation } from '../../cell/full-utilisation.js';
import type { Protocol } from '../../config/case.js';
import type { PlainRecord } from '../../config/plain-data.js';
import { doubleLayerKey } from '../../config/studies/fit-data.js';
import { isOf, type LoadedFit } from '../../config/studies/parse-fit.js';
import { valueAt } from '../../config/studies/sweep.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import { rateSensitivities, type RateSensitivity } from '../../pipeline/sensitivities.js';
import { conversionOf } from '../../units/conversion.js';
import { assumedDoubleLayer } from '../impedance-defaults.js';
import { preparedAlike } from '../prepared-alike.js';
import { isSound } from '../sound-run.js';
import type { Residuals } from './least-squares.js';
import { chargePerArea, currentOverStated } from './measured-charge.js';
import { comparedPoints, type PredictedDischarge, predictedDischarge } from './predict-curve.js';
import { type Spectrum, spectrumOf } from './spectrum.js';

/** Points of one curve that are compared: a cycler writes thousands, which say the same. */
export const mostPoints = 60;
/** Step of a parameter between its bounds, at which the equations are differenced. */
const step = 1e-6;
/**
 * Step of a parameter between its bounds for an impedance: one linear solve per frequency has no steps in time whose choice could make a
 * difference noisy.
 */
const impedanceStep = 1e-4;

/** A predicted discharge in the charge that was measured. */
export interface ComparedCurve {
  readonly predicted: PredictedDischarge;
  readonly run: RateSensitivity;
  /** Measured charge [C m^-2] of the case, and ln of it per parameter: its active mass may follow one. */
  readonly measured: number;
  readonly measuredSlopes: readonly number[];
}

/** A measured and a predicted impedance per area of cell, and the frequencies that are compared. */
export interface ComparedSpectrum {
  readonly frequency: readonly number[];
  readonly measured: Spectrum;
  readonly predicted: Spectrum;
}

/** Experiments with one cell after one charge, and what each of them does; without protocols a case of its own. */
interface SharedCell {
  readonly experiments: readonly number[];
  readonly protocols?: readonly Protocol[];
}

/** What was measured beside what a case makes of it; counts the discharges that it solves. */
export class CurveResiduals {
  simulations = 0;
  private readonly points: readonly (readonly (readonly [number, number])[])[];
  /** Rows of each spectrum that are compared. */
  private readonly rows: readonly (readonly number[])[];
  private readonly nominals = new Map<number, PreparedCase | undefined>();
  private shared: readonly SharedCell[] | undefined;

  constructor(private readonly fit: LoadedFit) {
    this.points = fit.curves.map(({ discharge }) => comparedPoints(discharge, mostPoints));
    this.rows = fit.spectra.map(({ impedance: { frequency } }) => {
      const every = Math.ceil(frequency.length / mostPoints);
      return frequency.flatMap((_, k) => (k % every === 0 ? [k] : []));
    });
  }

  /** Voltages, capacities and parts of impedances that are compared. */
  get count(): number {
    return this.points.reduce((sum, points) => sum + points.length + 1, this.fit.capacities.length)
      + this.rows.reduce((sum, rows) => sum + 2 * rows.length, 0);
  }

  pointsOf(curve: number): readonly (readonly [number, number])[] {
    return this.points[curve];
  }

  /**
   * r = (V(x_k) - V_k) / sigmaV of each point at its share x_k of the discharge, ln(Q / Q_measured) / sigmaQ of each discharge, and
   * (Z(f_k) - Z_k) / (sigmaZ |Z_k|) of both parts of an impedance, with their slopes; undefined where one of them has no value.
   */
  readonly at = (z: readonly number[]): Residuals | undefined => {
    const { spectra, noise } = this.fit;
    const r: number[] = [];
    const jacobian: (readonly number[])[] = [];
    this.shared ??= this.sharedCells();
    const all: (ComparedCurve | undefined)[] = [];
    for (const cell of this.shared) {
      const compared = this.discharges(cell, z, {});
      cell.experiments.forEach((c, i) => all[c] = compared[i]);
    }
    for (let c = 0; c < this.discharged; c++) {
      const compared = all[c];
      if (!compared) return undefined;
      const { predicted, measured, measuredSlopes } = compared;
      for (const [x, voltage] of this.points[c] ?? []) {
        r.push((predicted.voltageAt(x) - voltage) / noise.voltage);
        jacobian.push(predicted.slopesAt(x).map((slope) => slope / noise.voltage));
      }
      r.push(Math.log(predicted.capacity / measured) / noise.capacity);
      jacobian.push(
        predicted.capacitySlopes.map((slope, p) => (slope / predicted.capacity - measuredSlopes[p]) / noise.capacity),
      );
    }
    for (let s = 0; s < spectra.length; s++) {
      const here = this.spectrumResiduals(s, z);
      const slopes = slopesAround(z, (where) => this.spectrumResiduals(s, where));
      if (!here || !slopes) return undefined;
      r.push(...here);
      jacobian.push(...slopes);
    }
    return r.every(Number.isFinite) && jacobian.every((row) => row.every(Number.isFinite))
      ? { r, jacobian }
      : undefined;
  };

  /** What was measured of each discharge over what the cathode holds in the middle of all ranges; NaN where there is no such cell. */
  sharesHeld(): number[] {
    return this.fit.experiments.slice(0, this.discharged).map(({ charge }, c) => {
      const base = this.nominal(c);
      if (!base || !charge) return NaN;
      const { theoreticalArealCapacity: held } = fullUtilisation(base.case, base.materials, base.compositions,
        base.anode?.composition);
      return (charge.value * chargePerArea(base, charge)) / held;
    });
  }

  /** The current of each measured curve over the one that its rate is of the cell in the middle of all ranges. */
  currentsOverStated(): number[] {
    return this.fit.curves.map(({ discharge }, c) => currentOverStated(this.nominal(c), discharge));
  }

  /** An impedance at parameters z. */
  spectrum(s: number, z: readonly number[]): ComparedSpectrum | undefined {
    const { impedance, stateOfCharge } = this.fit.spectra[s];
    const c = this.discharged + s;
    const base = this.prepared(c, z, {});
    if (!base) return undefined;
    const area = impedance.basis === 'cell' ? base.case.cell.sheetWidth * base.case.cell.sheetHeight : 1;
    const of = (values: readonly number[], by: number): number[] => this.rows[s].map((k) => by * values[k]);
    const frequency = of(impedance.frequency, 1);
    const predicted = spectrumOf(base, stateOfCharge, this.capacitanceOf(c, z), frequency);
    return predicted
      && { frequency, predicted,
        measured: { real: of(impedance.real, area), imaginary: of(impedance.imaginary, area) } };
  }

  /** How many experiments are discharges; spectra stand behind them. */
  private get discharged(): number {
    return this.fit.curves.length + this.fit.capacities.length;
  }

  /** Capacitance of wetted surfaces [F m^-2] of an experiment: fitted, that of the spectrum, or the assumed one. */
  private capacitanceOf(c: number, z: readonly number[]): number {
    const { vary, spectra, experiments } = this.fit;
    const i = vary.findIndex((range) => range.key === doubleLayerKey && isOf(range, experiments[c]));
    if (i < 0) return spectra[c - this.discharged]?.doubleLayer ?? assumedDoubleLayer.value;
    return valueAt(vary[i], z[i]) * (conversionOf(vary[i].unit, 'arealCapacitance')?.factor ?? NaN);
  }

  private spectrumResiduals(s: number, z: readonly number[]): number[] | undefined {
    const compared = this.spectrum(s, z);
    return compared && relativeTo(compared, this.fit.noise.impedance);
  }

  /**
   * What an impedance of the cell of an experiment that was not measured would add: a row per part and frequency of its slopes over its
   * noise, with the capacitance of the surfaces, which nobody knows, as one more unknown behind the parameters.
   */
  impedanceRows(c: number, z: readonly number[], stateOfCharge: number, frequency: readonly number[]):
    | number[][]
    | undefined
  {
    const at = (where: readonly number[]): Spectrum | undefined => {
      const base = this.prepared(c, where.slice(0, z.length), {});
      return base
        && spectrumOf(base, stateOfCharge, this.capacitanceOf(c, where) * Math.exp(where[z.length] - 0.5), frequency);
    };
    const here = [...z, 0.5];
    const measured = at(here);
    return measured && slopesAround(here, (where) => {
      const predicted = at(where);
      return predicted && relativeTo({ measured, predicted }, this.fit.noise.impedance);
    });
  }

  /** The discharge of an experiment at parameters z, with other keys over it where one is thought of. */
  curve(c: number, z: readonly number[], set: PlainRecord = {}): ComparedCurve | undefined {
    return this.discharges({ experiments: [c] }, z, set)[0];
  }

  /** The discharges of one cell, solved from one charge with one set of equations. */
  private discharges({ experiments: of, protocols }: SharedCell, z: readonly number[],
    set: PlainRecord): readonly (ComparedCurve | undefined)[]
  {
    const { vary, experiments } = this.fit;
    const base = this.prepared(of[0], z, set);
    const varied: { readonly prepared: PreparedCase; readonly step: number }[] = [];
    // what another cell has for its own moves nothing here
    const active = vary.flatMap((range, p) => (isOf(range, experiments[of[0]]) ? [p] : []));
    const ofAll = (slopes: readonly number[]): readonly number[] =>
      active.length === vary.length ? slopes : vary.map((_, p) => slopes[active.indexOf(p)] ?? 0);
    for (const p of base ? active : []) {
      const signed = z[p] + step > 1 ? -step : step;
      const prepared = this.prepared(of[0], z.map((value, i) => (i === p ? value + signed : value)), set);
      if (prepared) varied.push({ prepared, step: signed });
    }
    if (!base || varied.length < active.length) return [];
    this.simulations += of.length;
    const compared: (ComparedCurve | undefined)[] = [];
    for (const run of rateSensitivities(base, varied, protocols)) {
      const found = run.sensitivities.length === active.length && isSound(run) ? predictedDischarge(run) : undefined;
      const predicted = found
        && { ...found, capacitySlopes: ofAll(found.capacitySlopes), slopesAt: (x: number) => ofAll(found.slopesAt(x)) };
      const { basis, value } = experiments[of[compared.length]].charge ?? { basis: 'area', value: NaN };
      const perArea = chargePerArea(base, { basis });
      const measuredSlopes = ofAll(
        varied.map(({ prepared, step: signed }) => Math.log(chargePerArea(prepared, { basis }) / perArea) / signed),
      );
      compared.push(predicted && { predicted, run, measured: perArea * value, measuredSlopes });
      // of a case with several rates of its own the first one is meant
      if (compared.length === of.length) break;
    }
    return compared;
  }

  /** Which discharges are of one cell: those that differ in nothing but what their protocols do after the charge. */
  private sharedCells(): SharedCell[] {
    const { experiments, vary } = this.fit;
    const all = Array.from({ length: this.discharged }, (_, c) => c);
    const middle = this.values(vary.map(() => 0.5));
    const protocols = all.flatMap((c) => {
      const loaded = this.fit.otherwise(c, middle, {});
      return loaded.ok ? [loaded.case.protocol] : [];
    });
    const ownCharge = protocols.some(({ charge }) => charge.kind === 'charge' && charge.rate === 'each');
    if (ownCharge || protocols.length < all.length || vary.some(({ key }) => isProtocolKey(key)))
      return all.map((c) => ({ experiments: [c] }));
    const cells = new Map<string, number[]>();
    for (const c of all) {
      const { rates: _rates, steps: _steps, ...before } = protocols[c];
      const set = Object.entries(experiments[c].set).filter(([key]) => !isProtocolKey(key));
      const cell = JSON.stringify([before, set, experiments[c].cell]);
      cells.set(cell, [...(cells.get(cell) ?? []), c]);
    }
    return [...cells.values()].map((of) => ({ experiments: of, protocols: of.map((c) => protocols[c]) }));
  }

  private prepared(c: number, z: readonly number[], set: PlainRecord): PreparedCase | undefined {
    const loaded = this.fit.otherwise(c, this.values(z), set);
    return loaded.ok ? preparedAlike(loaded.case, this.nominal(c)) : undefined;
  }

  /** The cell of an experiment in the middle of all ranges: its mesh is that of all trials, which must not jump between meshes. */
  private nominal(c: number): PreparedCase | undefined {
    if (!this.nominals.has(c)) {
      const loaded = this.fit.otherwise(c, this.values(this.fit.vary.map(() => 0.5)), {});
      this.nominals.set(c, loaded.ok ? preparedAlike(loaded.case) : undefined);
    }
    return this.nominals.get(c);
  }

  values(z: readonly number[]): number[] {
    return this.fit.vary.map((range, i) => valueAt(range, z[i]));
  }
}

/** dr/dz by central differences, one-sided at a bound: a row per residual. */
function slopesAround(z: readonly number[], residuals: (z: readonly number[]) => readonly number[] | undefined):
  | number[][]
  | undefined
{
  const columns = z.flatMap((value, p) => {
    const [low, high] = [Math.max(0, value - impedanceStep), Math.min(1, value + impedanceStep)];
    const [below, above] = [low, high].map((at) => residuals(z.map((other, i) => (i === p ? at : other))));
    return below && above ? [above.map((one, k) => (one - below[k]) / (high - low))] : [];
  });
  return columns.length < z.length ? undefined : columns[0].map((_, k) => columns.map((column) => column[k]));
}

const isProtocolKey = (key: string): boolean => key === 'protocol' || key.startsWith('protocol.');

/** Differences of both parts over the modulus of the measured impedance and its noise. */
export function relativeTo({ measured, predicted }: Omit<ComparedSpectrum, 'frequency'>, noise: number): number[] {
  const modulus = measured.real.map((re, k) => noise * Math.hypot(re, measured.imaginary[k]));
  return [...modulus.map((scale, k) => (predicted.real[k] - measured.real[k]) / scale),
    ...modulus.map((scale, k) => (predicted.imaginary[k] - measured.imaginary[k]) / scale)];
}
