import { formatRate } from '../../config/rate.js';
import type { FitCapacity, FitCurve, FitSpectrum } from '../../config/studies/fit-data.js';
import type { LoadedFit } from '../../config/studies/parse-fit.js';
import type { FitDocument, FittedCurve, FittedSpectrum } from '../../results/fit-schema.js';
import { keyWords } from '../../results/parameter-name.js';
import { units } from '../../units/document-units.js';
import { rootMeanSquare } from '../scores.js';
import { type ComparedCurve, type ComparedSpectrum, type CurveResiduals, relativeTo } from './curve-residuals.js';
import type { Spectrum } from './spectrum.js';

/** Everything measured beside its prediction at parameters z; what has none is left out. */
export function comparedDocuments({ curves, capacities, spectra }: LoadedFit, residuals: CurveResiduals,
  z: readonly number[]): Pick<FitDocument, 'curves' | 'capacities' | 'spectra'>
{
  return {
    curves: curves.flatMap((curve, c) => {
      const compared = residuals.curve(c, z);
      return compared ? [curveDocument(curve, compared, residuals.pointsOf(c))] : [];
    }),
    capacities: capacities.flatMap((one, k) => {
      const compared = residuals.curve(curves.length + k, z);
      return compared
        ? [{ rate: formatRate(one.rate), conditions: conditionsOf(capacities, one),
          measured_mAh_cm2: compared.measured / units.mAh_cm2,
          fitted_mAh_cm2: compared.predicted.capacity / units.mAh_cm2,
          capacityError: compared.predicted.capacity / compared.measured - 1 }]
        : [];
    }),
    spectra: spectra.flatMap((one, s) => {
      const compared = residuals.spectrum(s, z);
      return compared ? [spectrumDocument(one, compared)] : [];
    }),
  };
}

/** Of which cell a capacity is, and what of the case was not as for the others of that cell. */
const conditionsOf = (all: readonly FitCapacity[], { cell, set }: FitCapacity): string =>
  [...(cell === undefined ? [] : [cell]), ...Object.entries(set).flatMap(([key, value]) =>
    (typeof value === 'string' || typeof value === 'number')
      && all.some((other) =>
        other.cell === cell && other.set[key] !== value
      )
      ? [`${keyWords(key)} ${value}`]
      : []
  )].join(', ');

/** One curve beside its prediction. */
export function curveDocument({ file, rate, discharge }: FitCurve,
  { predicted, measured }: Pick<ComparedCurve, 'predicted' | 'measured'>,
  points: readonly (readonly [number, number])[]): FittedCurve
{
  const share = points.map(([x]) => x);
  const residual = points.map(([x, voltage]) => (voltage - predicted.voltageAt(x)) / units.mV);
  const whole = discharge.capacity[discharge.capacity.length - 1];
  const last = discharge.voltage[discharge.voltage.length - 1];
  const grid = Array.from({ length: 101 }, (_, k) => k / 100);
  return {
    file,
    rate: formatRate(rate),
    measured: {
      arealCapacity_mAh_cm2: [...share, 1].map((x) => (x * measured) / units.mAh_cm2),
      voltage_V: [...points.map(([, voltage]) => voltage), last],
    },
    fitted: {
      arealCapacity_mAh_cm2: grid.map((x) => (x * predicted.capacity) / units.mAh_cm2),
      voltage_V: grid.map((x) => predicted.voltageAt(x)),
    },
    residual: { share, voltage_mV: residual },
    rms_mV: rootMeanSquare(residual) ?? 0,
    capacityError: whole > 0 ? predicted.capacity / measured - 1 : 0,
  };
}

function spectrumDocument({ file, stateOfCharge, impedance }: FitSpectrum,
  { frequency, measured, predicted }: ComparedSpectrum): FittedSpectrum
{
  const off = relativeTo({ measured, predicted }, 1).map((value) => -value);
  const inDocument = ({ real, imaginary }: Spectrum) => ({
    real_ohm_cm2: real.map((value) => value / units.ohm_cm2),
    imaginary_ohm_cm2: imaginary.map((value) => value / units.ohm_cm2),
  });
  return {
    file,
    stateOfCharge,
    frequency_Hz: [...frequency],
    measured: inDocument(measured),
    fitted: inDocument(predicted),
    residual: { real: off.slice(0, frequency.length), imaginary: off.slice(frequency.length) },
    rms: rootMeanSquare(off) ?? NaN,
    inductive: impedance.inductive,
  };
}
