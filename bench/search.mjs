import { errorsOf, referenceOf } from './errors.mjs';
import { loadCells } from './load-cells.mjs';

/**
 * node bench/search.mjs NAME      (chen2020, marquis2019 or lco-lionsimba)
 *
 * Where the settings marked `tuned` in ladder.mjs come from: the cheapest runs at each rms error, over cells, their widths (middle over
 * end), shells, their grading and the tolerance.
 */
const name = process.argv[2];
const cells = await loadCells();
const reference = referenceOf(name);
const counts = [4, 5, 6, 7, 8, 9, 10, 12, 14, 20];
const choices = { membrane: [1, 2, 3], shells: [3, 4, 5, 6], shellRatio: [0, 2], grading: [0.8, 1],
  tolerance: [2e-2, 1.4e-2, 1e-2, 5e-3, 2e-3, 1e-3] };

function* settings() {
  for (const anode of counts) {
    for (const cathode of [2, 3, ...counts]) {
      if (anode > 3 * cathode || cathode > 2 * anode) continue;
      for (const membrane of choices.membrane) {
        for (const shells of choices.shells) {
          for (const shellRatio of choices.shellRatio) {
            for (const grading of choices.grading) {
              for (const tolerance of choices.tolerance) {
                yield { cells: [anode, membrane, cathode], shells, shellRatio, shellGrading: shellRatio ** (1 / shells),
                  grading, tolerance };
              }
            }
          }
        }
      }
    }
  }
}

/** Processor time [us] as fitted to runs of 10 to 46 cells: a Newton iteration costs something by itself, for each cell and for each shell. It needs no quiet machine. */
const costOf = ({ cells: [anode, membrane, cathode], shells }, { newtonIterations }) =>
  newtonIterations * (3 + 0.65 * (anode + membrane + cathode) + 0.02 * (anode + cathode) * shells);

function tried(setting) {
  const cell = cells.fullCell(name, setting);
  const { time, points, counters } = cells.discharge(cell, setting.tolerance).run();
  const end = time[points - 1];
  const volts = cells.voltagesAt(cell, reference.time_s.filter((t) => t <= end), setting.tolerance);
  const errors = errorsOf(reference, { voltage_V: reference.time_s.map((_, i) => volts[i] ?? null), end_s: end });
  return { setting, errors, cost: costOf(setting, counters) };
}

let best = Infinity;
/** A setting on which the solver gives up is none. */
function found(setting) {
  try {
    return [tried(setting)];
  } catch (error) {
    console.error(setting, error.message);
    return [];
  }
}

for (const { setting, errors, cost } of [...settings()].flatMap(found).sort((a, b) => a.cost - b.cost)) {
  if (errors.rms >= best) continue;
  best = errors.rms;
  const { cells: count, shells, shellRatio, grading, tolerance } = setting;
  const text = `${count.join('/')} x ${shells}, ${
    shellRatio === 0 ? 'matched' : `K ${shellRatio}`
  }, cells ${grading}, ${tolerance.toExponential()}`;
  console.log(`${text}: rms ${errors.rms.toFixed(3)} mV, max ${errors.max.toFixed(3)} mV, cost ${cost.toFixed(0)} us`);
}
