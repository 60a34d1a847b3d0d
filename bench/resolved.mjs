import { readFileSync } from 'node:fs';
import { parseCase } from '../dist/config/parse-case.js';
import { prepareCase } from '../dist/pipeline/run-case.js';
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
const text = (structure) => ({
  title: 'packing',
  temperature: '25 degC',
  anode: { material: 'lithium-metal', thickness: '40 um' },
  membrane: { electrolyte: 'Li6PS5Cl', thickness: '1 um' },
  cathode: { ...structure, electrolyte: 'Li6PS5Cl', thickness: `${0.5 * edge} um`,
    activeMaterial: { name: 'NMC811', diffusivity: '5e-15 m^2/s', electronicConductivity: '1 mS/cm' } },
  protocol: { rates: asked.map((rate) => `${rate}C`), charge: 'ideal', lowerCutoffVoltage: '3 V',
    upperCutoffVoltage: '4.3 V' },
});
const parsed = parseCase(text({ structure: { packing: drawn } }), { file: 'packing.yaml' });
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues, undefined, 1));
const [layer] = parsed.case.cathode.layers;
const ready = prepareCase(parsed.case);
if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
const { cathode } = ready.prepared.materials;
console.log(layer.ionicTransport, layer.electronicTransport, layer.coverage, layer.connectedFraction);
console.log(Object.keys(cathode), Object.keys(cathode.layers?.[0] ?? cathode[0] ?? {}));
console.log(Object.keys(cathode.layers?.[0]?.activeMaterial ?? {}), cathode.layers?.[0]?.electrolyte);
const run = runCase(parsed.case);
console.log(Object.keys(run), Object.keys(run.document ?? {}));
