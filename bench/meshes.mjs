import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadCase } from '../dist/config/read-case.js';
import { tableFunction } from '../dist/materials/scalar-functions.js';
import { prepareCase, rateCapability } from '../dist/pipeline/run-case.js';
import { digits, median } from './statistics.mjs';

/**
 * node bench/meshes.mjs [--of PART] [--cells NAME,...]
 *
 * What candidates for the mesh of a case that names none leave: every shipped cell at C/10, C/3, 1C and 2C against a fine mesh at a small
 * tolerance. Voltage: root of the mean square over the charge between 2 and 98 % of what both deliver [mV]; capacity: relative. Where the rule
 * of src/config/usual-numerics.ts comes from. Numbers go to bench/results/meshes.json.
 */
const rates = process.env.RATES?.split(',') ?? ['C/10', 'C/3', '1C', '2C'];
const fine = process.env.LIMIT
  ? JSON.parse(process.env.LIMIT)
  : { mesh: '{membraneCells: 16, cathodeCells: 160, grading: 2, shells: 100, shellGrading: 1.06}', tolerance: 3e-5 };

/** Cells of the membrane, of an electrode, grading; shells, grading; tolerance. */
const mesh = (membraneCells, cathodeCells, grading, shells, shellGrading) =>
  `{membraneCells: ${membraneCells}, cathodeCells: ${cathodeCells}, grading: ${grading}, shells: ${shells}, shellGrading: ${shellGrading}}`;
const candidates = {
  ...(process.env.NOUNNAMED ? {} : { unnamed: { mesh: 'null' } }),
  ...Object.fromEntries(
    JSON.parse(process.env.CANDIDATES ?? '[]').map((
      [tolerance, ...m],
    ) => [`${m.join(' ')} @ ${tolerance}`, { mesh: mesh(...m), tolerance }]),
  ),
};

const files = ['cells', 'reference'].flatMap((folder) =>
  readdirSync(new URL(`../configs/${folder}/`, import.meta.url)).filter((name) => name.endsWith('.yaml'))
    .map((name) => `configs/${folder}/${name}`)
);

function curvesOf(file, { mesh: written, tolerance }, charge = 'ideal') {
  const set = [`protocol.rates=[${rates.join(', ')}]`, `mesh=${written}`,
    ...(tolerance ? [`numerics.tolerance=${tolerance}`] : [])];
  const loaded = loadCase(file, { set });
  if (!loaded.ok) throw new Error(`${file}: ${JSON.stringify(loaded.issues)}`);
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(`${file}: ${JSON.stringify(ready.problems)}`);
  const { case: given, model } = ready.prepared;
  const curves = [];
  const spent = () => process.cpuUsage().user / 1e3;
  let began = spent();
  for (const { performance } of rateCapability(given, model)) {
    const { main: { segment, arealCapacity }, charge: passed, voltage, recording } = performance;
    const [first, last] = segment ? [segment.first, segment.last + 1] : [0, 0];
    curves.push({ charge: Array.from(passed.subarray(first, last), Math.abs),
      voltage: Array.from(voltage.subarray(first, last)), capacity: arealCapacity, milliseconds: spent() - began,
      steps: recording.counters.steps, name: given.mesh.name });
    began = spent();
  }
  return curves;
}

function differenceOf(limit, curve) {
  const [delivered, otherwise] = [limit, curve].map(({ charge }) => charge.at(-1) - charge[0]);
  if (!(delivered > 0) || limit.charge.length < 4) return undefined;
  const points = limit.charge.map((q, i) => [q, limit.voltage[i]]).filter(([q], i, all) =>
    i === 0 || q > all[i - 1][0]
  );
  const between = tableFunction(points);
  const value = new Float64Array(2);
  const reached = Math.min(delivered, otherwise);
  let [square, all, largest] = [0, 0, 0];
  curve.charge.forEach((q, i) => {
    if (i === 0 || q < 0.02 * reached || q > 0.98 * reached) return;
    between.evaluate(q, value);
    const gap = 1e3 * Math.abs(curve.voltage[i] - value[0]);
    const share = q - curve.charge[i - 1];
    square += share * gap * gap;
    all += share;
    largest = Math.max(largest, gap);
  });
  return { rms: Math.sqrt(square / all), largest, capacity: otherwise / delivered - 1, milliseconds: curve.milliseconds,
    steps: curve.steps };
}

const rows = [];
const wanted = process.env.CELLS?.split(',');
const [part, of] = (process.env.PART ?? '0/1').split('/').map(Number);
for (const [k, file] of files.entries()) {
  const name = basename(file, '.yaml');
  if (wanted ? !wanted.includes(name) : k % of !== part) continue;
  const t0 = Date.now();
  const kept = new URL(`results/${process.env.LIMIT ? 'shell' : ''}limit-${name}.json`, import.meta.url);
  const limits = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : curvesOf(file, fine);
  writeFileSync(kept, JSON.stringify(limits));
  const t1 = Date.now();
  for (const [candidate, setting] of Object.entries(candidates)) {
    curvesOf(file, setting); // warm
    const curves = curvesOf(file, setting);
    rates.forEach((rate, i) =>
      rows.push({ name, rate, candidate, mesh: curves[i].name, of: limits[i].capacity,
        ...differenceOf(limits[i], curves[i]) })
    );
  }
  console.error(name, t1 - t0, Date.now() - t1);
}
mkdirSync(new URL('results/', import.meta.url), { recursive: true });
writeFileSync(new URL(`results/meshes-${part}.json`, import.meta.url), JSON.stringify(rows));
