import { parseCase } from '../dist/config/parse-case.js';
import { parseDrawn } from '../dist/config/sections/drawn-schema.js';
import { pressedPowderContacts } from '../dist/materials/library/pressed-powder.js';
import { runCase } from '../dist/pipeline/run-case.js';
import { makeStructure } from '../dist/voxels/made/make-structure.js';
import { wettedSurface } from '../dist/voxels/measures/reached.js';
import { ResolvedElectrode } from '../dist/voxels/resolved/resolved-discharge.js';
import { keepApart, meanWay, piecesOf, sideBySide, unevenness, wayIntoPieces,
  whatTakesPart } from './resolved-parts.mjs';

/**
 * node bench/resolved.mjs [EDGE] [C-RATES...] [SWITCHES...]      discharge of a packing with every voxel its phase against the 1-D cell made of the same packing's
 *                                                  shares, tortuosity factors, wetted area and connected share; after a build
 *
 * A single-ion electrolyte; the anode and the membrane of the 1-D cell are taken off its voltage. Both start rested. Switches take a mechanism away, in both:
 *   potentials   ions conduct at 30 mS/cm, electrons at 10: the current is even over the depth
 *   paths        lithium diffuses 30 times faster in the particles
 *   wetted       voids conduct ions too: particles are wetted wherever they do not touch each other
 *   apart        no lithium from one particle to another that touches it (resolved only: 1-D has no other)
 *   estimates    no resolved discharge, only the 1-D cell: with the share of the active material that electrons reach in the voxels, and with
 *                the filling radius of the packing (what a case takes from it); pieces side by side at one potential
 */
const known = ['potentials', 'paths', 'wetted', 'apart'];
const off = Object.fromEntries(known.map((name) => [name, process.argv.includes(name)]));
const [edge = 40, ...rates] = process.argv.slice(2).filter((word) => !known.includes(word) && word !== 'estimates').map(
  Number,
);
const diffusivity = off.paths ? 1.5e-13 : 5e-15;
const electronic = off.potentials ? 10 : 1;
const asked = rates.length > 0 ? rates : [0.5, 2];
const drawn = { voxelSize: '0.5 um', voxels: [edge, edge, edge], realisations: 1,
  activeMaterial: { volumeFraction: '50 %', diameter: '5 um' },
  electrolyte: { volumeFraction: '38 %', diameter: '3 um' } };
const planOf = () => {
  const read = parseDrawn(JSON.stringify(drawn), { file: 'drawn.json' });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.drawn.plan;
};
const { image, particle, active } = makeStructure(planOf());
if (off.wetted) { for (let i = 0; i < image.labels.length; i++) if (image.labels[i] === 0) image.labels[i] = 2; }
const taking = whatTakesPart(image);
const piece = piecesOf(taking, particle);
const pieces = wayIntoPieces(taking, piece);
const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);
const activeIn = ({ labels }) => labels.reduce((sum, label) => sum + Number(label === 1), 0);
const partTaking = activeIn(taking) / activeIn(image);
const geometric = (() => {
  let [squares, cubes, volume] = [0, 0, 0];
  for (let k = 0; k < active.count; k++) {
    squares += active.places[4 * k + 3] ** 2;
    cubes += active.places[4 * k + 3] ** 3;
  }
  for (const label of image.labels) volume += Number(label === 1);
  const radius = (cubes / squares) * image.width[0];
  return { radius, area: (3 * volume) / image.labels.length / radius };
})();
const wettedShare = wettedSurface(image).wetted / geometric.area;
const text = (structure) => ({
  title: 'packing',
  temperature: '25 degC',
  anode: { material: 'lithium-metal', thickness: '40 um' },
  membrane: { electrolyte: 'Li6PS5Cl', thickness: '1 um' },
  cathode: { ...structure, thickness: `${0.5 * edge} um`,
    activeMaterial: { name: 'NMC811', diffusivity: `${diffusivity} m^2/s`,
      electronicConductivity: `${electronic} mS/cm` } },
  protocol: { rates: asked.map((rate) => `${rate}C`), charge: 'ideal', lowerCutoffVoltage: '3 V',
    upperCutoffVoltage: '4.3 V' },
});
/** Without a constriction of its own the cell takes the filling radius of the packing. */
const oneDimensional = async (contactConstriction, connectedFraction) => {
  const electrolyte = { name: 'Li6PS5Cl', ...(contactConstriction !== undefined && { contactConstriction }),
    ...(off.potentials && { ionicConductivity: '30 mS/cm' }) };
  const parsed = parseCase(
    text({ structure: { packing: drawn }, coverage: Math.min(1, wettedShare), electrolyte, connectedFraction }),
    { file: 'packing.yaml' },
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, undefined, 1));
  const run = await runCase(parsed.case, parsed.ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return { layer: parsed.case.cathode.layers[0], ...run };
};
const [plain, constricted, ownShare, ownWay] = [await oneDimensional(0, 1),
  await oneDimensional(pressedPowderContacts.value, 1), await oneDimensional(0, partTaking),
  await oneDimensional(undefined, partTaking)];
const ofPacking = (ownWay.layer.fillingRadius / geometric.radius) ** 2;
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
const { ionicTransport, electronicTransport, coverage, connectedFraction } = ownWay.layer;
console.log(
  `${edge}^3 voxels of 0.5 um, off: ${
    known.filter((name) => off[name]).join(' ') || 'nothing'
  }; tau of ions ${ionicTransport.value}, of electrons ${electronicTransport.value}, coverage ${coverage}, connected ${connectedFraction}, way into the particles ${
    ofPacking.toFixed(2)
  } times that of the sphere`,
);
const ensembles = (materials, load) => {
  const h = image.width[0];
  const fed = pieces.filter(({ faces }) => faces > 0);
  const perVoxel = sumOf(fed.map(({ faces }) => faces)) / sumOf(fed.map(({ voxels }) => voxels));
  const meanOfPieces = meanWay(pieces);
  const with_ = (change) => {
    const seconds = sideBySide(pieces.map((one) => ({ ...one, ...change(one) })), materials, load, h,
      image.size[0] * image.size[1] * h * h);
    return ((load.currentDensity * seconds) / 36_000).toFixed(4);
  };
  const alike = ({ voxels, faces }) => ({ faces: faces > 0 ? perVoxel * voxels : 0 });
  return [
    `equal contact, way of the sphere ${with_((one) => ({ ...alike(one), way: geometric.radius ** 2 }))}`,
    `own contact, way of the sphere ${with_(() => ({ way: geometric.radius ** 2 }))}`,
    `equal contact, mean way (${(meanOfPieces / geometric.radius ** 2).toFixed(2)}) ${
      with_((one) => ({ ...alike(one), way: meanOfPieces }))
    }`,
    `own contact, mean way ${with_(() => ({ way: meanOfPieces }))}`,
    `own contact, own way ${with_(() => ({}))}`,
    `pieces without contact ${
      (1 - sumOf(fed.map(({ voxels }) => voxels)) / sumOf(pieces.map(({ voxels }) => voxels))).toFixed(3)
    } of the volume`,
  ].join('; ');
};
const shown = (it) =>
  `${it.arealCapacity_mAh_cm2.toFixed(4)} mAh/cm^2 at ${
    (it.meanVoltage_V + 1e-3 * (it.polarisation_mV.anode + it.polarisation_mV.ionsInMembrane)).toFixed(4)
  } V`;
for (const [k, rate] of plain.document.rates.entries()) {
  const current = 10 * rate.currentDensity_mA_cm2;
  const duration = 3600 / rate.cRate;
  const materials = {
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
  };
  const load = { currentDensity: current, start: am.chargedStoichiometry, step: duration / 60, mostSteps: 100,
    cutoff: 3 };
  console.log('side by side [mAh/cm^2]: ' + ensembles(materials, load));
  console.log(
    `${rate.label}, ${(0.1 * current).toFixed(3)} mA/cm^2: 1-D ${shown(rate)}, with constriction of contacts ${
      shown(constricted.document.rates[k])
    }, with the share of the voxels ${shown(ownShare.document.rates[k])}, and the filling radius ${
      shown(ownWay.document.rates[k])
    }`,
  );
  if (process.argv.includes('estimates')) continue;
  const started = process.cpuUsage();
  const electrode = new ResolvedElectrode(image, materials, load);
  if (off.apart) keepApart(electrode, piece);
  const resolved = electrode.run();
  const cpu = process.cpuUsage(started).user / 1e6;
  const { points, balances, counters, ended } = resolved;
  const [beforeLast, end] = points.slice(-2);
  // where the voltage crosses the cut-off within the last step
  const crossed = ended === 'cutoff' ? (beforeLast.voltage - 3) / (beforeLast.voltage - end.voltage) : 1;
  const last = { ...end, time: beforeLast.time + crossed * (end.time - beforeLast.time) };
  const mean = points.reduce((sum, { time, voltage }, k) => sum + voltage * (time - (points[k - 1]?.time ?? 0)), 0)
    / last.time;
  const capacity = (seconds) => (current * seconds) / 36_000;
  console.log(
    `${rate.label}: resolved ${capacity(last.time).toFixed(4)} mAh/cm^2 at ${
      mean.toFixed(4)
    } V (${ended}); variance at the end ${JSON.stringify(unevenness(electrode, image, piece))}; balances ${
      balances.charge.toExponential(0)
    } and ${
      balances.lithium.toExponential(0)
    }, ${counters.nodes} nodes, ${counters.newton} Newton, ${counters.krylov} Krylov, ${cpu.toFixed(0)} s of CPU`,
  );
}
