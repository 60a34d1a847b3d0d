import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { coldCommand, coldStarts } from './cold-start.mjs';
import { peerPython } from './peer.mjs';
import { drawScaling } from './scaling-chart.mjs';
import { spread } from './statistics.mjs';
import { coldLine, scalingTable, workPrecisionTable } from './tables.mjs';
import { workPrecision } from './work-precision.mjs';

/**
 * npm run bench [-- CASE...]      all of chen2020 marquis2019 lco-lionsimba map scaling cold, or some; after `npm run build`
 *
 * Prints Markdown tables, writes bench/results/NAME.json and puts the tables where RESULTS.md has them. See bench/README.md.
 */
let printed = '';
const print = (text) => {
  printed += `${text}\n`;
  process.stdout.write(`${text}\n`);
};

/** Replaces what stands between <!-- name --> and <!-- /name --> of RESULTS.md. */
function putIntoResults(name, text) {
  const path = new URL('RESULTS.md', import.meta.url);
  const page = readFileSync(path, 'utf8');
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [begin, end] = [page.indexOf(open), page.indexOf(close)];
  if (begin < 0 || end < begin) return;
  writeFileSync(path, `${page.slice(0, begin + open.length)}\n${text.trim()}\n${page.slice(end)}`);
}

const python = peerPython();

/** Processes of either side in turn, times the repetitions in each; the map is a median over its cells already. */
const rounds = Number(process.env.CATHOLITH_BENCH_ROUNDS ?? 3);
const plan = { rounds, repetitions: 7 };
const mapPlan = { rounds, repetitions: 5 };

function compare(name, { rounds, repetitions } = plan) {
  const sides = workPrecision(name, python, { rounds, repetitions });
  print(workPrecisionTable(`${name}: ${rounds} x ${repetitions} runs`, sides));
  return sides;
}

function scaling() {
  const script = fileURLToPath(new URL('scaling.mjs', import.meta.url));
  const flags = ['--expose-gc', '--max-semi-space-size=64'];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const rows = JSON.parse(stdout);
  print(scalingTable(rows));
  drawScaling(rows);
  return rows;
}

function cold() {
  const time = spread(coldStarts(15));
  print(coldLine(`catholith ${coldCommand.map((word) => word.split('/').pop()).join(' ')}`, time));
  return time;
}

const parts = {
  chen2020: () => compare('chen2020'),
  marquis2019: () => compare('marquis2019'),
  'lco-lionsimba': () => compare('lco-lionsimba'),
  map: () => compare('map', mapPlan),
  scaling,
  cold,
};

const machine = {
  cpu: cpus()[0].model,
  cores: cpus().length,
  load: loadavg()[0],
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
  command: `npm run bench ${process.argv.slice(2).join(' ')}`.trim(),
};
const { cpu, cores, load, node, date, command } = machine;
print(`${cpu}, ${cores} cores, load ${load.toFixed(1)}, Node ${node}, ${date}; \`${command}\`; one thread, warm,`);
print(
  `processor time, medians and quartiles, processes in turn${
    python ? '' : '; no Python with PyBaMM found, so ours alone'
  }`,
);
const conditions = printed;

const results = new URL('results/', import.meta.url);
mkdirSync(results, { recursive: true });
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: not among ${Object.keys(parts).join(', ')}`);
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  printed = '';
  const result = parts[name]();
  putIntoResults(name, `${conditions}\n${printed}`);
  writeFileSync(new URL(`${name}.json`, results), `${JSON.stringify({ machine, result }, undefined, 1)}\n`);
}
