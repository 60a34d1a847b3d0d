import { readFileSync } from 'node:fs';
import { ladderOf, shippedCells } from './ladder.mjs';
import { loadCells } from './load-cells.mjs';

/**
 * node bench/time-ours.mjs REPETITIONS CASE   (chen2020, marquis2019, lco-lionsimba or map)
 *
 * The counterpart of peers/work_precision.py: warm processor times of one discharge (consistent start, integration to the cut-off, states
 * kept) for every setting of the ladder, with the voltages at the reference times; end to end: that with the voltage at every point and the
 * energy; and with the equilibrium, the split of the polarisation and the balances at every point as well. Prints one JSON document.
 */
const [repetitions, name] = [Number(process.argv[2]), process.argv[3]];
/** It takes about 1.2 s of processor time until the compiler of the engine has settled; after the first, the 36 cells of the map are warm. */
const warmUp = { first: 3000, milliseconds: name === 'map' ? 50 : 1000 };
let cold = true;
const cells = await loadCells();

/** Processor time of this process, of its compiler and its collector of garbage as well [ms]. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

function timed(work) {
  const began = spent();
  const value = work();
  return { value, milliseconds: spent() - began };
}

/** Of the states as they were accepted, as the peer's are; the energy is integrated with the equations. */
function voltageAndEnergy(problem, { points, states: { data } }) {
  const { size, unknowns } = problem;
  const voltage = Float64Array.from({ length: points },
    (_, t) => problem.voltage(data.subarray(t * size, (t + 1) * size)));
  return { voltage, energy: data[(points - 1) * size + unknowns.energy] };
}

function everything(problem, recording) {
  const { polarisation, voltage, balances, main } = cells.performanceOf(problem, recording);
  return { polarisation, voltage, balances, parts: main.meanPolarisation, energy: main.arealEnergy };
}

function measure(cell, setting, times) {
  const { problem, run } = cells.discharge(cell, setting.tolerance);
  const until = spent() + (cold ? warmUp.first : warmUp.milliseconds);
  cold = false;
  let recording = run();
  while (spent() < until) {
    recording = run();
    voltageAndEnergy(problem, recording);
    everything(problem, recording);
  }
  const milliseconds = [];
  const endToEnd = [];
  const withPolarisation = [];
  for (let i = 0; i < repetitions; i++) {
    const simulated = timed(run);
    recording = simulated.value;
    milliseconds.push(simulated.milliseconds);
    const also = (work) => simulated.milliseconds + timed(() => work(problem, recording)).milliseconds;
    endToEnd.push(also(voltageAndEnergy));
    withPolarisation.push(also(everything));
  }
  const end = recording.time[recording.points - 1];
  const reached = times.filter((t) => t <= end);
  const volts = cells.voltagesAt(cell, reached, setting.tolerance);
  return {
    setting,
    milliseconds,
    endToEnd,
    withPolarisation,
    steps: recording.counters.steps,
    newtonIterations: recording.counters.newtonIterations,
    unknowns: problem.size,
    end_s: end,
    voltage_V: times.map((_, i) => volts[i] ?? null),
  };
}

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** As shipped the cells of the cathode follow from the design. */
const onOwn = (one, setting) =>
  setting.kind === 'shipped' ? { ...setting, cells: [0, setting.cells[1], shippedCells(one)] } : setting;

function runsOf() {
  if (name !== 'map') {
    const { time_s: times } = read(`../test/validation/${name}.json`);
    return ladderOf(name).map((setting) => ({ case: name, ...measure(cells.fullCell(name, setting), setting, times) }));
  }
  const { cases } = read('cells/single-ion-map.json');
  const thick = cells.thickCathodeMap();
  return ladderOf(name).flatMap((setting) =>
    thick.map((one, i) => ({ case: `map ${i}`,
      ...measure(cells.singleIonCell(one, onOwn(one, setting)), setting, cases[i].time_s) })
    )
  );
}

process.stdout.write(JSON.stringify({ code: `catholith, Node ${process.version}`, runs: runsOf() }));
