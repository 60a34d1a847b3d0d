import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { coldCommands, coldStarts } from './cold-start.mjs';
import { peerPython } from './peer.mjs';
import { drawScaling } from './scaling-chart.mjs';
import { spread } from './statistics.mjs';
import { coldTable, scalingTable, workPrecisionTable } from './tables.mjs';
import { workPrecision } from './work-precision.mjs';

/**
 * npm run bench [-- CASE...]      all of chen2020 marquis2019 lco-lionsimba map scaling cold, or some; after `npm run build`
 * npm run bench -- --tables       nothing is timed: the tables again, from bench/results
 *
 * Writes bench/results/NAME.json, prints Markdown tables of it and puts them where RESULTS.md has them. See bench/README.md.
 */

/** Replaces what stands between <!-- name --> and <!-- /name --> of RESULTS.md. */
function putIntoResults(name, text) {
  const path = new URL('RESULTS.md', import.meta.url);
  const page = readFileSync(path, 'utf8');
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [begin, end] = [page.indexOf(open), page.indexOf(close)];
  if (begin < 0 || end < begin) throw new Error(`RESULTS.md: expected ${open} and ${close}`);
  writeFileSync(path, `${page.slice(0, begin + open.length)}\n${text.trim()}\n${page.slice(end)}`);
}

/** Processes of either side in turn, times the repetitions in each; the map is a median over its cells already. */
const rounds = Number(process.env.CATHOLITH_BENCH_ROUNDS ?? 3);

const compared = (name, repetitions = 7) => ({
  measure: (python) => ({ rounds, repetitions, sides: workPrecision(name, python, { rounds, repetitions }) }),
  table: ({ rounds, repetitions, sides }) => workPrecisionTable(`${name}: ${rounds} x ${repetitions} runs`, sides),
});

function scaling() {
  const script = fileURLToPath(new URL('scaling.mjs', import.meta.url));
  const flags = ['--expose-gc', '--max-semi-space-size=64'];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function scalingWithChart(rows) {
  drawScaling(rows);
  return scalingTable(rows);
}

/** What is measured, and the table of it. */
const parts = {
  chen2020: compared('chen2020'),
  marquis2019: compared('marquis2019'),
  'lco-lionsimba': compared('lco-lionsimba'),
  map: compared('map', 5),
  scaling: { measure: scaling, table: scalingWithChart },
  cold: { measure: () => coldCommands.map((command) => ({ command, time: spread(coldStarts(9, command)) })),
    table: coldTable },
};

const machineNow = () => ({
  cpu: cpus()[0].model,
  cores: cpus().length,
  load: loadavg()[0],
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
});

const conditions = ({ cpu, cores, load, node, date }) =>
  `${cpu}, ${cores} cores, load ${load.toFixed(1)}, Node ${node}, ${date}; \`npm run bench\`; one thread, warm,\n`
  + 'processor time, medians and quartiles, processes in turn';

const fileOf = (name) => new URL(`results/${name}.json`, import.meta.url);

function show(name) {
  const { machine, result } = JSON.parse(readFileSync(fileOf(name), 'utf8'));
  const text = `${conditions(machine)}\n${parts[name].table(result)}`;
  process.stdout.write(`${text}\n`);
  putIntoResults(name, text);
}

const asked = process.argv.slice(2).filter((word) => word !== '--tables');
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: not among ${Object.keys(parts).join(', ')}`);
const names = asked.length > 0 ? asked : Object.keys(parts);
if (process.argv.includes('--tables')) {
  for (const name of names) if (existsSync(fileOf(name))) show(name);
} else {
  const python = peerPython();
  mkdirSync(new URL('results/', import.meta.url), { recursive: true });
  if (!python) process.stdout.write('no Python with PyBaMM found, so ours alone\n');
  for (const name of names) {
    const machine = machineNow();
    writeFileSync(fileOf(name), `${JSON.stringify({ machine, result: parts[name].measure(python) }, undefined, 1)}\n`);
    show(name);
  }
}
