import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadCase } from '../dist/config/read-case.js';
import { tableFunction } from '../dist/materials/scalar-functions.js';
import { prepareCase, rateCapability, runCase } from '../dist/pipeline/run-case.js';
import { discretisationOf } from '../dist/study/discretisation.js';

/**
 * node bench/meshes.mjs [NAME ...]     (cells of configs/cells and configs/reference; default all)
 *
 * What the mesh that follows from a case leaves (`mesh=null`, src/pipeline/chosen-mesh.ts), and what `coarse` and `fine` do: every shipped cell
 * at C/10, C/3, 1C and 2C against a mesh of 160 cells and 100 shells at a small tolerance. Voltage: root of the mean square over the charge
 * between 2 and 98 % of what both deliver [mV]; capacity: relative [1e-3]; processor time of the second run [ms]; last of the
 * chosen mesh what the program itself estimates of the voltage. Numbers go to bench/results/meshes.json; the limits are kept there and made once.
 */
const rates = ['C/10', 'C/3', '1C', '2C'];
const fine = { mesh: '{membraneCells: 16, cathodeCells: 160, grading: 2, shells: 100, shellGrading: 1.06}',
  tolerance: 3e-5 };
const candidates = { chosen: { mesh: 'null' }, coarse: { mesh: 'coarse' }, fine: { mesh: 'fine' } };

const files = ['cells', 'reference'].flatMap((folder) =>
  readdirSync(new URL(`../configs/${folder}/`, import.meta.url)).filter((name) => name.endsWith('.yaml'))
    .map((name) => `configs/${folder}/${name}`)
);

function loaded(file, { mesh: written, tolerance }) {
  const set = [`protocol.rates=[${rates.join(', ')}]`, `mesh=${written}`,
    ...(tolerance ? [`numerics.tolerance=${tolerance}`] : [])];
  const reading = loadCase(file, { set });
  if (!reading.ok) throw new Error(`${file}: ${JSON.stringify(reading.issues)}`);
  return reading;
}

async function estimatesOf(file, setting) {
  const { case: given, ledger } = loaded(file, setting);
  const { document, prepared } = await runCase(given, ledger);
  return discretisationOf(prepared, document.rates);
}

function curvesOf(file, setting) {
  const ready = prepareCase(loaded(file, setting).case);
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

const results = new URL('results/', import.meta.url);
mkdirSync(results, { recursive: true });
const rows = [];
const wanted = process.argv.slice(2);
for (const file of files) {
  const name = basename(file, '.yaml');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const kept = new URL(`limit-${name}.json`, results);
  const limits = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : curvesOf(file, fine);
  writeFileSync(kept, JSON.stringify(limits));
  for (const [candidate, setting] of Object.entries(candidates)) {
    curvesOf(file, setting);
    const estimates = candidate === 'chosen' ? await estimatesOf(file, setting) : [];
    const errors = curvesOf(file, setting).map((curve, i) => ({ name, rate: rates[i], candidate,
      ...differenceOf(limits[i], curve), estimate: estimates[i]?.voltage_mV })
    );
    rows.push(...errors);
    const shown = errors.map(({ rms, capacity, milliseconds, estimate }) =>
      rms === undefined
        ? '-'
        : `${rms.toFixed(2)} ${(1e3 * capacity).toFixed(1)} ${milliseconds.toFixed(1)} ${estimate?.toFixed(2) ?? ''}`
    );
    console.log(`${name} ${candidate}: ${shown.join(' | ')}`);
  }
}
writeFileSync(new URL('meshes.json', results), JSON.stringify(rows));
