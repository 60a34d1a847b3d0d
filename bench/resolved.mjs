import { parseCase } from '../dist/config/parse-case.js';
import { parseDrawn } from '../dist/config/parse-drawn.js';
import { runCase } from '../dist/pipeline/run-case.js';
import { makeStructure } from '../dist/voxels/made/make-structure.js';
import { ResolvedElectrode } from '../dist/voxels/resolved/resolved-discharge.js';

/**
 * node bench/resolved.mjs [EDGE] [C-RATES...]      discharge of a packing with every voxel its phase against the 1-D cell made of the same packing's
 *                                                  shares, tortuosity factors, wetted area and connected share; after a build
 *
 * A single-ion electrolyte; the anode and the membrane of the 1-D cell are taken off its voltage. Both start rested.
 */
const [edge = 40, ...rates] = process.argv.slice(2).map(Number);
const asked = rates.length > 0 ? rates : [0.5, 2];
const drawn = { voxelSize: '0.5 um', voxels: [edge, edge, edge], realisations: 1,
  activeMaterial: { volumeFraction: '50 %', diameter: '5 um' },
  electrolyte: { volumeFraction: '38 %', diameter: '3 um' } };
const planOf = () => {
  const read = parseDrawn(JSON.stringify(drawn), { file: 'drawn.json' });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.drawn.plan;
};
const text = (structure) => ({
  title: 'packing',
  temperature: '25 degC',
  anode: { material: 'lithium-metal', thickness: '40 um' },
  membrane: { electrolyte: 'Li6PS5Cl', thickness: '1 um' },
  cathode: { ...structure, thickness: `${0.5 * edge} um`,
    activeMaterial: { name: 'NMC811', diffusivity: '5e-15 m^2/s', electronicConductivity: '1 mS/cm' } },
  protocol: { rates: asked.map((rate) => `${rate}C`), charge: 'ideal', lowerCutoffVoltage: '3 V',
    upperCutoffVoltage: '4.3 V' },
});
const oneDimensional = async (contactConstriction) => {
  const electrolyte = contactConstriction === undefined ? 'Li6PS5Cl' : { name: 'Li6PS5Cl', contactConstriction };
  const parsed = parseCase(text({ structure: { packing: drawn }, electrolyte }), { file: 'packing.yaml' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, undefined, 1));
  const run = await runCase(parsed.case, parsed.ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return { layer: parsed.case.cathode.layers[0], ...run };
};
const [plain, constricted] = [await oneDimensional(0), await oneDimensional(undefined)];
const [{ activeMaterial: am, electrolyte }] = plain.prepared.materials.layers;
const shape = { evaluate: (s, out) => {
  if (am.exchangeCurrentShape) {
    am.exchangeCurrentShape.evaluate(s, out);
    for (const k of [0, 1]) out[k] *= am.referenceExchangeCurrentDensity;
    return;
  }
  const root = Math.sqrt(Math.max(s * (1 - s), 1e-12));
  out[0] = 2 * am.referenceExchangeCurrentDensity * root;
  out[1] = (am.referenceExchangeCurrentDensity * (1 - 2 * s)) / root;
} };
const constant = (curve, s = 0.5) => {
  const out = new Float64Array(2);
  curve.evaluate(s, out);
  return out[0];
};
const { image } = makeStructure(planOf());
const { ionicTransport, electronicTransport, coverage, connectedFraction } = plain.layer;
console.log(
  `${edge}^3 voxels of 0.5 um: tau of ions ${ionicTransport.value}, of electrons ${electronicTransport.value}, coverage ${coverage}, connected ${connectedFraction}`,
);
for (const [k, rate] of plain.document.rates.entries()) {
  const current = 10 * rate.currentDensity_mA_cm2;
  const duration = 3600 / rate.cRate;
  const started = process.cpuUsage();
  const resolved = new ResolvedElectrode(image, {
    ionicConductivity: electrolyte.ionicConductivity.evaluate?.length
      ? constant(electrolyte.ionicConductivity)
      : electrolyte.ionicConductivity,
    electronicConductivity: constant(am.electronicConductivity),
    diffusivity: constant(am.diffusivity),
    sites: am.maximumConcentration,
    potential: am.openCircuitPotential,
    exchangeCurrent: shape,
    thermalVoltage: (8.314462618 * 298.15) / 96485.33212,
    faraday: 96485.33212,
  }, { currentDensity: current, start: am.chargedStoichiometry, step: duration / 60, mostSteps: 100, cutoff: 3 }).run();
  const cpu = process.cpuUsage(started).user / 1e6;
  const { points, balances, counters, ended } = resolved;
  const last = points[points.length - 1];
  const mean = points.reduce((sum, { time, voltage }, k) => sum + voltage * (time - (points[k - 1]?.time ?? 0)), 0)
    / last.time;
  const capacity = (seconds) => (current * seconds) / 36_000;
  const of = (it) =>
    `${it.arealCapacity_mAh_cm2.toFixed(4)} mAh/cm^2 at ${
      (it.meanVoltage_V + 1e-3 * (it.polarisation_mV.anode + it.polarisation_mV.ionsInMembrane)).toFixed(4)
    } V`;
  console.log(
    `${rate.label}: resolved ${capacity(last.time).toFixed(4)} mAh/cm^2 at ${mean.toFixed(4)} V (${ended}); 1-D ${
      of(rate)
    }, with constriction of contacts ${of(constricted.document.rates[k])}; balances ${
      balances.charge.toExponential(0)
    } and ${
      balances.lithium.toExponential(0)
    }, ${counters.nodes} nodes, ${counters.newton} Newton, ${counters.krylov} Krylov, ${cpu.toFixed(0)} s of CPU`,
  );
}
