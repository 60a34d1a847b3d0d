import { cpus } from 'node:os';
import { parseCase } from '../dist/config/parse-case.js';
import { prepareCase, rateCapability } from '../dist/pipeline/run-case.js';

/**
 * node bench/in-plane.mjs [ALONG] [THROUGH] [DEPTH]      discharge at 1C of channels 200 um apart, THROUGH cells through the thickness, ALONG cells along the layers;
 *                                                        with a DEPTH of an even layer, three dimensions; after a build
 */
const [along = 50, through = 100, depth = 0] = process.argv.slice(2).map(Number);
const membraneCells = Math.round(through / 5);
const assumed = (value) => ({ value, assumed: true });
const unitCell = depth > 0
  ? { rectangle: { width: '200 um', cells: along, depth: '200 um', depthCells: depth } }
  : { channels: { cells: along } };
const text = {
  title: 'channels 200 um apart',
  temperature: '25 degC',
  anode: { material: 'lithium-metal', thickness: '80 um' },
  membrane: { electrolyte: 'Li6PS5Cl', thickness: '40 um' },
  cathode: {
    activeMaterial: { name: 'NMC811', particleRadius: assumed('0.4 um') },
    electrolyte: 'Li6PS5Cl',
    volumeFractions: { activeMaterial: '55 %', electrolyte: '35 %' },
    thickness: '200 um',
    ionicTransport: depth > 0 ? { tortuosityFactor: assumed(3) } : {
      alignedChannels: { fraction: assumed('15 %'), spacing: assumed('200 um'), wallTortuosityFactor: assumed(5) },
    },
  },
  protocol: { rates: ['1C'], charge: 'ideal', upperCutoffVoltage: '4.3 V' },
  mesh: { name: 'default', membraneCells, cathodeCells: through - membraneCells, unitCell },
};
const parsed = parseCase(JSON.stringify(text), { file: 'in-plane.json' });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, undefined, 1));
const started = process.cpuUsage();
const clock = performance.now();
const ready = prepareCase(parsed.case);
if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
const { model } = ready.prepared;
const built = process.cpuUsage(started).user / 1e6;
for (const { performance: of } of rateCapability(parsed.case, model)) {
  const cpu = process.cpuUsage(started);
  const { recording } = of;
  console.log(
    JSON.stringify({ machine: cpus()[0].model, cells: model.mesh.cells, unknowns: recording.states.shape[1],
      counters: recording.counters, points: recording.points, reached: recording.time[recording.points - 1],
      ended: recording.segments[0].outcome.reason, balances: of.balances, utilisation: of.utilisation.at(-1),
      preparedCpu_s: built, cpu_s: (cpu.user + cpu.system) / 1e6, wall_s: (performance.now() - clock) / 1e3,
      memory_MB: Math.round(process.memoryUsage.rss() / 1e6) }, undefined, 1),
  );
}
