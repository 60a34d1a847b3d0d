import { loadCase } from '../../../src/config/read-case.js';
import type { PreparedCase } from '../../../src/pipeline/prepared-case.js';
import { prepareCase } from '../../../src/pipeline/run-case.js';
import { rateSensitivities } from '../../../src/pipeline/sensitivities.js';
import { predictedDischarge } from '../../../src/study/fit/predict-curve.js';
import { spectrumOf } from '../../../src/study/fit/spectrum.js';
import { randomNumbers } from '../../../src/voxels/random-numbers.js';

/** Deviates of a normal distribution from a seed (Box and Muller): the same on every machine. */
export function normalDeviates(seed: number): () => number {
  const uniform = randomNumbers(seed);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

export interface Noise {
  readonly voltage: number;
  readonly capacity: number;
}

/** The discharge of a case at its one rate as a table, with noise on every voltage and on the scale of the capacity. */
export function syntheticCsv(path: string, set: readonly string[], points: number, noise: Noise,
  deviate: () => number): string
{
  const discharge = dischargeOf(path, set);
  const scale = Math.exp(noise.capacity * deviate()) * (discharge.capacity / 36e3);
  const rows = Array.from({ length: points + 1 }, (_, k) => {
    const x = k / points;
    // the cut-off itself is no measurement: a cycler stops there
    const voltage = discharge.voltageAt(x) + (k < points ? noise.voltage * deviate() : 0);
    return `${(scale * x).toFixed(5)}, ${voltage.toFixed(5)}`;
  });
  return `capacity [mAh/cm^2], voltage [V]\n${rows.join('\n')}\n`;
}

/** Charge that a case delivers at its one rate [mAh cm^-2]. */
export const syntheticCapacity = (path: string, set: readonly string[]): number =>
  dischargeOf(path, set).capacity / 36e3;

/** The impedance of a case from 1 MHz to 10 mHz as a table, with noise of a share of the modulus on both parts. */
export function syntheticSpectrum(path: string, set: readonly string[], stateOfCharge: number, doubleLayer: number,
  noise: number, deviate: () => number): string
{
  const frequencies = Array.from({ length: 33 }, (_, k) => 1e6 * 10 ** (-k / 4));
  const spectrum = spectrumOf(preparedOf(path, set), stateOfCharge, doubleLayer, frequencies);
  if (!spectrum) throw new Error('no impedance');
  const rows = frequencies.map((f, k) => {
    const [re, im] = [spectrum.real[k] * 1e4, spectrum.imaginary[k] * 1e4];
    const scale = noise * Math.hypot(re, im);
    return [f, re + scale * deviate(), im + scale * deviate()].map((value) => value.toPrecision(9)).join(', ');
  });
  return `frequency [Hz], Re Z [ohm cm^2], Im Z [ohm cm^2]\n${rows.join('\n')}\n`;
}

function preparedOf(path: string, set: readonly string[]): PreparedCase {
  const loaded = loadCase(path, { set });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return ready.prepared;
}

function dischargeOf(path: string, set: readonly string[]) {
  const [run] = [...rateSensitivities(preparedOf(path, set), [])];
  const discharge = predictedDischarge(run);
  if (!discharge) throw new Error('no discharge');
  return discharge;
}
