import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { coldCommand, coldStarts } from './cold-start.mjs';
import { peerPython } from './peer.mjs';
import { digits, showSpread, spread } from './statistics.mjs';
import { ratios, workPrecision } from './work-precision.mjs';

/**
 * npm run bench [-- CASE...]      all of chen2020 marquis2019 lco-lionsimba map scaling cold, or some; after `npm run build`
 *
 * Prints Markdown tables and writes bench/results/NAME.json. See bench/README.md.
 */
const all = ['chen2020', 'marquis2019', 'lco-lionsimba', 'map', 'scaling', 'cold'];
/** Processes of either side in turn, times repetitions in each. */
const plan = { rounds: 3, repetitions: 7 };
/** The map is a median over 36 cells already. */
const mapPlan = { rounds: 3, repetitions: 5 };
const print = (text) => process.stdout.write(`${text}\n`);

function row(side, { setting, cells, time, rms, worstRms, max, at5s, end, steps, newtonIterations, unknowns, nanosecondsPerUnknownAndStep: cost }) {
  const values = [
    side, showSetting(setting), showSpread(time), cells > 1 ? `${digits(rms)} (worst ${digits(worstRms)})` : digits(rms), digits(max), digits(at5s), digits(1e6 * end), steps, newtonIterations ?? '',
    unknowns, digits(cost),
  ];
  return `| ${values.join(' | ')} |`;
}

function showSetting({ kind, cells, shells, tolerance, quadratic, shellRatio }) {
  const mesh = Array.isArray(cells) ? cells.filter(Boolean).join('/') : cells;
  const extra = [quadratic && 'quadratic', shellRatio > 1 && `K ${shellRatio}`, kind === 'tuned' && 'tuned'].filter(Boolean);
  return [`${mesh} x ${shells}`, tolerance.toExponential(0), ...extra].join(', ');
}

function showWorkPrecision(name, sides) {
  print(`\n### ${name}\n`);
  print('| | cells x shells, tolerance | ms: median (quartiles) | rms mV | max mV | at 5 s mV | end 1e-6 | steps | Newton | unknowns | ns/unknown/step |');
  print('|---|---|---|---|---|---|---|---|---|---|---|');
  for (const { side, rows } of sides) for (const one of rows) print(row(side, one));
  if (sides.length < 2) return;
  print('');
  for (const { theirs, ours, ratio } of ratios(sides)) {
    const found = ours ? `${digits(ratio)} times faster with ${showSetting(ours.setting)} (rms ${digits(ours.rms)} mV)` : 'no setting of ours is as exact';
    print(`- ${showSetting(theirs.setting)}, rms ${digits(theirs.rms)} mV: ${found}`);
  }
}

function scaling() {
  const script = fileURLToPath(new URL('scaling.mjs', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', '--max-semi-space-size=64', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const rows = JSON.parse(stdout);
  print('\n### Cost of a step against the number of cells\n\n| | cells | unknowns | ns/unknown/step | Newton/step | bytes/step |\n|---|---|---|---|---|---|');
  for (const { kind, cells, unknowns, nanoseconds, newtonPerStep, bytesPerStep } of rows) {
    print(`| ${kind} | ${cells} | ${unknowns} | ${digits(nanoseconds)} | ${newtonPerStep.toFixed(2)} | ${bytesPerStep.toFixed(0)} |`);
  }
  return rows;
}

function cold() {
  const time = spread(coldStarts(15));
  print(`\n### Whole process, cold\n\ncatholith ${coldCommand.map((word) => word.split('/').pop()).join(' ')}: ${showSpread(time)} ms`);
  return time;
}

function workPrecisionOf(name) {
  const sides = workPrecision(name, python, name === 'map' ? mapPlan : plan);
  showWorkPrecision(name, sides);
  return sides;
}

const python = peerPython();
const machine = { cpu: cpus()[0].model, cores: cpus().length, node: process.version, date: new Date().toISOString().slice(0, 10) };
print(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.date}, load ${loadavg()[0].toFixed(1)}; one thread; medians and quartiles of ${plan.rounds} x `
  + `${plan.repetitions} warm runs, processes in turn${python ? '' : '; no Python with PyBaMM found, so ours alone'}`);

const results = new URL('results/', import.meta.url);
mkdirSync(results, { recursive: true });
const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : all) {
  if (!all.includes(name)) throw new Error(`${name}: not one of ${all.join(', ')}`);
  const result = name === 'scaling' ? scaling() : name === 'cold' ? cold() : workPrecisionOf(name);
  writeFileSync(new URL(`${name}.json`, results), `${JSON.stringify({ machine, plan, result }, undefined, 1)}\n`);
}
