import { errorsOf, referenceOf } from './errors.mjs';
import { loadCells } from './load-cells.mjs';

/**
 * node bench/search.mjs NAME      (chen2020, marquis2019 or lco-lionsimba)
 *
 * Where the settings marked `tuned` in ladder.mjs come from: the cheapest runs at each rms error, over cells, shells, grading
 * of the shells and tolerance. Cost is Newton iterations times unknowns, which needs no quiet machine.
 */
const name = process.argv[2];
const cells = await loadCells();
const reference = referenceOf(name);
const counts = [3, 4, 5, 6, 7, 8, 10, 14, 20];
const choices = { membrane: [1, 2, 3], shells: [3, 4, 5, 6, 8, 10, 14], shellRatio: [0, 1, 2, 4],
  tolerance: [1e-2, 5e-3, 2e-3, 1e-3] };

function* settings() {
  for (const anode of counts) {
    for (const cathode of counts) {
      for (const membrane of choices.membrane) {
        if (Math.max(anode, cathode) > 3 * Math.min(anode, cathode)) continue;
        for (const shells of choices.shells) {
          for (const shellRatio of choices.shellRatio) {
            for (const tolerance of choices.tolerance) {
              yield { cells: [anode, membrane, cathode], shells, shellRatio, shellGrading: shellRatio ** (1 / shells),
                tolerance };
            }
          }
        }
      }
    }
  }
}

function tried(setting) {
  const cell = cells.fullCell(name, setting);
  const { problem, run } = cells.discharge(cell, setting.tolerance);
  const { time, points, counters } = run();
  const end = time[points - 1];
  const volts = cells.voltagesAt(cell, reference.time_s.filter((t) => t <= end), setting.tolerance);
  const errors = errorsOf(reference, { voltage_V: reference.time_s.map((_, i) => volts[i] ?? null), end_s: end });
  return { setting, errors, cost: counters.newtonIterations * problem.size };
}

let best = Infinity;
for (const { setting, errors, cost } of [...settings()].map(tried).sort((a, b) => a.cost - b.cost)) {
  if (errors.rms >= best) continue;
  best = errors.rms;
  const { cells: count, shells, shellRatio, tolerance } = setting;
  const text = `${count.join('/')} x ${shells}, ${shellRatio === 0 ? 'matched' : `K ${shellRatio}`}, ${
    tolerance.toExponential(0)
  }`;
  console.log(`${text}: rms ${errors.rms.toFixed(3)} mV, max ${errors.max.toFixed(3)} mV, cost ${cost}`);
}
