import { readFileSync } from 'node:fs';
import { readMeshes } from '../dist/config/read-case.js';
import { parseFit } from '../dist/config/studies/parse-fit.js';
import { fitCase } from '../dist/study/fit/fit.js';
import { dischargeOf, noisyCsv, normalDeviates } from './synthetic-discharge.mjs';

/**
 * node bench/coverage.mjs [repeats] [seed]
 *
 * How often the 95 % intervals of a fit hold the truth: curves at 1C from known values, with normal noise of 5 mV on every voltage and 1 % on the
 * scale of the capacity, each fitted from the middle of the bounds. Of 200 repeats 190 are expected, with a standard deviation of 3.
 */
const repeats = Number(process.argv[2] ?? 200);
const deviate = normalDeviates(Number(process.argv[3] ?? 17));

const noise = { voltage: 5e-3, capacity: 0.01 };
const points = 30;
const truths = { 'cathode.ionicTransport.effectiveConductivity': [0.05, 'mS/cm', 0.02, 0.2],
  'cathode.activeMaterial.particleRadius': [2.2, 'um', 1, 6] };
const cheap = ['mesh=coarse', 'protocol.charge=ideal'];
const path = new URL('../configs/cells/nmc811-li6ps5cl.yaml', import.meta.url).pathname;

const discharge = dischargeOf(path, [...cheap, 'protocol.rates=[1C]', 'protocol.lowerCutoffVoltage=2.8 V',
  ...Object.entries(truths).map(([key, [value, unit]]) => `${key}=${value} ${unit}`)]);

const bounds = Object.entries(truths)
  .map(([key, [, unit, from, to]]) => `${key}: {from: ${from} ${unit}, to: ${to} ${unit}, spacing: log}`).join(', ');
const text = `${readFileSync(path, 'utf8')}
fit: {curves: [{file: a.csv, rate: 1C}], starts: 1, noise: {voltage: 5 mV, capacity: 1 %}, vary: {${bounds}}}`;
const meshes = readMeshes(new URL('../meshes', import.meta.url).pathname);
const held = Object.fromEntries(Object.keys(truths).map((key) => [key, { profile: 0, slopes: 0 }]));
const before = process.cpuUsage();
for (let k = 1; k <= repeats; k++) {
  const csv = noisyCsv(discharge, points, noise, deviate, 6);
  const reading = parseFit(text, { file: path, meshes, set: cheap,
    textOf: (name) => (name === 'a.csv' ? csv : undefined) });
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  const { document } = fitCase(reading.fit);
  for (const { key, low, high, profileLow, profileHigh } of document.parameters) {
    const [truth] = truths[key];
    if ((profileLow ?? -Infinity) <= truth && truth <= (profileHigh ?? Infinity)) held[key].profile++;
    if ((low ?? -Infinity) <= truth && truth <= (high ?? Infinity)) held[key].slopes++;
  }
  if (k % 20 === 0 || k === repeats) {
    const { user, system } = process.cpuUsage(before);
    console.log(
      `${k} repeats, ${((user + system) / 1e6).toFixed(0)} s of CPU time: ${
        Object.entries(held).map(([key, { profile, slopes }]) => `${key} ${profile} by profile, ${slopes} by slopes`)
          .join('; ')
      }`,
    );
  }
}
