import { loadCase } from '../dist/config/read-case.js';
import { prepareCase } from '../dist/pipeline/run-case.js';
import { rateSensitivities } from '../dist/pipeline/sensitivities.js';
import { median, quantile } from './statistics.mjs';

/**
 * node bench/sensitivities.mjs [repetitions]
 *
 * What ten sensitivities cost beside the run without them: CPU time of one process, the two in turn, their ratio pair by pair (median and
 * quartiles), on the default mesh at 1C. The largest error against central differences of whole runs is held by
 * test/verification/sensitivities.test.ts.
 */
const repetitions = Number(process.argv[2] ?? 15);
const step = 1e-6;

const dry = {
  'membrane.thickness': [30, 'um'],
  'membrane.ionicTransport.effectiveConductivity': [0.9, 'mS/cm'],
  'cathode.ionicTransport.effectiveConductivity': [0.06, 'mS/cm'],
  'cathode.electronicTransport.bruggemanExponent': [1.5, ''],
  'cathode.activeMaterial.particleRadius': [2, 'um'],
  'cathode.activeMaterial.referenceExchangeCurrentDensity': [0.5, 'mA/cm^2'],
  'cathode.massLoading': [26, 'mg/cm^2'],
  'cathode.filmResistance': [10, 'ohm cm^2'],
  'cathode.collectorResistance': [5, 'ohm cm^2'],
  'anode.areaSpecificResistance': [10, 'ohm cm^2'],
};
const wet = {
  'membrane.thickness': [12, 'um'],
  'membrane.ionicTransport.bruggemanExponent': [1.5, ''],
  'cathode.ionicTransport.bruggemanExponent': [1.5, ''],
  'anode.ionicTransport.bruggemanExponent': [1.5, ''],
  'cathode.activeMaterial.particleRadius': [5.22, 'um'],
  'anode.activeMaterial.particleRadius': [5.86, 'um'],
  'cathode.activeMaterial.diffusivity': [4e-15, 'm^2/s'],
  'anode.activeMaterial.diffusivity': [3.3e-14, 'm^2/s'],
  'cathode.activeMaterial.referenceExchangeCurrentDensity': [3.41, 'A/m^2'],
  'cathode.thickness': [75.6, 'um'],
};
const byTortuosity = Object.fromEntries(
  Object.entries(dry).map(([key, value]) =>
    key === 'cathode.ionicTransport.effectiveConductivity'
      ? ['cathode.ionicTransport.prefactor', [0.325, '']]
      : [key, value]
  ),
);
const cells = {
  'cells/nmc811-li6ps5cl': dry,
  'cells/nmc811-li3incl6': byTortuosity,
  'reference/lg-m50-chen2020': wet,
};

function prepared(path, keys, moved) {
  const set = Object.entries(keys).map(([key, [value, unit]]) =>
    `${key}=${value * (key === moved ? 1 + step : 1)} ${unit}`
  );
  const loaded = loadCase(path, { set: ['protocol.rates=[1C]', 'protocol.charge=ideal', ...set] });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const ready = prepareCase(loaded.case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return ready.prepared;
}

function cpu(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const only = process.argv[3] ?? '';
for (const [name, keys] of Object.entries(cells).filter(([one]) => one.includes(only))) {
  const path = new URL(`../configs/${name}.yaml`, import.meta.url).pathname;
  const base = prepared(path, keys);
  const varied = Object.keys(keys).map((key) => ({ prepared: prepared(path, keys, key), step }));
  const alone = () => [...rateSensitivities(base, [])];
  const along = () => [...rateSensitivities(base, varied)];
  for (let i = 0; i < 5; i++) {
    alone();
    along();
  }
  const pairs = Array.from({ length: repetitions }, () => [cpu(alone), cpu(along)]);
  const ratios = pairs.map(([a, b]) => b / a);
  console.log(
    `${name.padEnd(28)} run ${median(pairs.map(([a]) => a)).toFixed(1)} ms, with ten ${
      median(pairs.map(([, b]) => b)).toFixed(1)
    } ms, ratio ${median(ratios).toFixed(2)} (${quantile(ratios, 0.25).toFixed(2)} to ${
      quantile(ratios, 0.75).toFixed(2)
    })`,
  );
}
