import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readMeshes } from '../dist/config/read-case.js';
import { parseFit } from '../dist/config/studies/parse-fit.js';
import { CurveResiduals } from '../dist/study/fit/curve-residuals.js';

/**
 * node bench/fit.mjs [evaluations]
 *
 * Evaluations per second of CPU time of configs/studies/fits/nmc811-two-rates.yaml: three keys, two curves with their slopes.
 */
const evaluations = Number(process.argv[2] ?? 20);
const file = new URL('../configs/studies/fits/nmc811-two-rates.yaml', import.meta.url).pathname;
const reading = parseFit(readFileSync(file, 'utf8'), { file,
  meshes: readMeshes(new URL('../meshes', import.meta.url).pathname), set: ['mesh=coarse'],
  textOf: (name) => readFileSync(resolve(dirname(file), name), 'utf8') });
if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
const residuals = new CurveResiduals(reading.fit);
const z = (k) => reading.fit.vary.map((_, i) => 0.3 + (((k + 1) * (i + 1) * 0.37) % 1) * 0.4);
for (let k = 0; k < 4; k++) residuals.at(z(k));
const before = process.cpuUsage();
let sum = 0;
for (let k = 0; k < evaluations; k++) sum += residuals.at(z(k)).r.reduce((square, r) => square + r * r, 0);
const { user, system } = process.cpuUsage(before);
const seconds = (user + system) / 1e6;
console.log(
  `${(evaluations / seconds).toFixed(2)} evaluations per second of CPU time (sum of squares ${sum.toPrecision(9)})`,
);
