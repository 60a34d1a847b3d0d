import { loadCase } from '../../../src/config/read-case.js';
import { prepareCase } from '../../../src/pipeline/run-case.js';
import { rateSensitivities } from '../../../src/pipeline/sensitivities.js';
import { predictedDischarge } from '../../../src/study/fit/predict-curve.js';
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
  const loaded = loadCase(path, { set });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  const [run] = [...rateSensitivities(ready.prepared, [])];
  const discharge = predictedDischarge(run);
  if (!discharge) throw new Error('no discharge');
  const scale = Math.exp(noise.capacity * deviate()) * (discharge.capacity / 36e3);
  const rows = Array.from({ length: points + 1 }, (_, k) => {
    const x = k / points;
    // the cut-off itself is no measurement: a cycler stops there
    const voltage = discharge.voltageAt(x) + (k < points ? noise.voltage * deviate() : 0);
    return `${(scale * x).toFixed(5)}, ${voltage.toFixed(5)}`;
  });
  return `capacity [mAh/cm^2], voltage [V]\n${rows.join('\n')}\n`;
}
