import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { loadCase } from '../dist/config/read-case.js';
import { prepareCase } from '../dist/pipeline/run-case.js';
import { rateSensitivities } from '../dist/pipeline/sensitivities.js';
import { predictedDischarge } from '../dist/study/fit/predict-curve.js';
import { randomNumbers } from '../dist/voxels/random-numbers.js';

/**
 * node bench/synthetic-discharge.mjs [seed]
 *
 * Makes the curves of configs/studies/fits/nmc811-two-rates.yaml anew: discharges of a known cell on the default mesh, with normal noise of
 * 5 mV on every voltage and 1 % on the scale of each capacity.
 */

/** Deviates of a normal distribution from a seed (Box and Muller). */
export function normalDeviates(seed) {
  const uniform = randomNumbers(seed);
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** The discharge of a case at its one rate. */
export function dischargeOf(path, set) {
  const loaded = loadCase(path, { set });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  const [run] = rateSensitivities(ready.prepared, []);
  return predictedDischarge(run);
}

/** It as a table of so many points and the end, with noise. */
export function noisyCsv(discharge, points, noise, deviate, digits) {
  const scale = Math.exp(noise.capacity * deviate()) * (discharge.capacity / 36e3);
  const rows = Array.from({ length: points + 1 }, (_, k) => {
    const x = k / points;
    // the cut-off itself is no measurement: a cycler stops there
    const voltage = discharge.voltageAt(x) + (k < points ? noise.voltage * deviate() : 0);
    return `${(scale * x).toFixed(digits)}, ${voltage.toFixed(digits)}`;
  });
  return `capacity [mAh/cm^2], voltage [V]\n${rows.join('\n')}\n`;
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const at = (path) => new URL(`../configs/${path}`, import.meta.url).pathname;
  const deviate = normalDeviates(Number(argv[2] ?? 17));
  const truth = ['cathode.ionicTransport.effectiveConductivity=0.05 mS/cm',
    'cathode.activeMaterial.particleRadius=2.2 um', 'membrane.thickness=60 um', 'protocol.charge={rate: C/5}',
    'protocol.lowerCutoffVoltage=2.8 V'];
  for (const [file, rate] of [['c5', 'C/5'], ['1c', '1C']]) {
    const discharge = dischargeOf(at('cells/nmc811-li6ps5cl.yaml'), [...truth, `protocol.rates=[${rate}]`]);
    writeFileSync(at(`studies/fits/synthetic-${file}.csv`),
      '# made by this program, not measured: effectiveConductivity 0.05 mS/cm, particleRadius 2.2 um, membrane 60 um, '
        + `noise 5 mV and 1 %\n${noisyCsv(discharge, 80, { voltage: 5e-3, capacity: 0.01 }, deviate, 5)}`);
  }
}
