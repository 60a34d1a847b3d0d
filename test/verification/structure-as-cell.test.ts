import { expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { parseDrawn } from '../../src/config/sections/drawn-schema.js';
import { formatIssue } from '../../src/config/wording.js';
import { activeParts } from '../../src/materials/blend.js';
import { runCase } from '../../src/pipeline/run-case.js';
import { makeStructure } from '../../src/voxels/made/make-structure.js';
import { reachedCodes, wettedSurface } from '../../src/voxels/measures/reached.js';
import { ResolvedElectrode } from '../../src/voxels/resolved/resolved-discharge.js';
import { at } from '../materials/support.js';

const drawn = { voxelSize: '0.5 um', voxels: [24, 24, 24], realisations: 1,
  activeMaterial: { volumeFraction: '50 %', diameter: '5 um' },
  electrolyte: { volumeFraction: '38 %', diameter: '3 um' } };

/** The 1-D cell of the packing at 3C; what its layer says itself in `more`. */
async function asCell(more: object) {
  const read = parseCase(JSON.stringify({
    title: 'a packing',
    temperature: '25 degC',
    anode: { material: 'lithium-metal', thickness: '40 um' },
    membrane: { electrolyte: 'Li6PS5Cl', thickness: '1 um' },
    cathode: { structure: { packing: drawn }, thickness: '12 um', electrolyte: 'Li6PS5Cl',
      activeMaterial: { name: 'NMC811', diffusivity: '5e-15 m^2/s', electronicConductivity: '1 mS/cm' }, ...more },
    protocol: { rates: ['3C'], charge: 'ideal', lowerCutoffVoltage: '3 V', upperCutoffVoltage: '4.3 V' },
  }));
  if (!read.ok) throw new Error(formatIssue(read.issues[0]));
  const run = await runCase(read.case, read.ledger);
  if (!run.ok) throw new Error(run.problems[0].key);
  return { ...run, rate: run.document.rates[0], layer: read.case.cathode.layers[0] };
}

it(
  'a packing with every voxel its phase delivers at 3C what its 1-D cell does, within 2 %; spheres wetted all around would deliver a third more',
  async () => {
    const plan = parseDrawn(JSON.stringify(drawn), { file: 'drawn.json' });
    if (!plan.ok) throw new Error(formatIssue(plan.issues[0]));
    const { image } = makeStructure(plan.drawn.plan);
    // the sides of the small box cut contacts of particles, which count as whole otherwise
    const { active, reached } = wettedSurface(image);
    const count = (values: ArrayLike<number>, wanted: number): number =>
      Array.from(values).filter((one) => one === wanted).length;
    const connectedFraction = count(reached.labels, reachedCodes.active) / count(active, 1);
    const { rate, prepared, layer } = await asCell({ connectedFraction });
    const spheres = await asCell({ connectedFraction, electrolyte: { name: 'Li6PS5Cl', contactConstriction: 0 } });
    expect(layer.fillingRadius).toBeGreaterThan(2 * 2.5e-6);
    expect(spheres.layer.fillingRadius).toBeUndefined();

    const [layerMaterials] = prepared.materials.layers;
    const [{ material }] = activeParts(layerMaterials);
    const { electrolyte } = layerMaterials;
    const currentDensity = 10 * rate.currentDensity_mA_cm2;
    const { points, ended } = new ResolvedElectrode(image, {
      ionicConductivity: electrolyte.ionicConductivity,
      electronicConductivity: 0.1,
      diffusivity: 5e-15,
      sites: material.maximumConcentration,
      potential: material.openCircuitPotential,
      exchangeCurrent: { evaluate: (s, out) => {
        const [i0, slope] = exchangeCurrent(s);
        out.set([i0, slope]);
      } },
      thermalVoltage: (8.314462618 * 298.15) / 96485.33212,
      faraday: 96485.33212,
    }, { currentDensity, start: material.chargedStoichiometry, step: 40, mostSteps: 60, cutoff: 3 }).run();
    expect(ended).toBe('cutoff');
    const [before, end] = points.slice(-2);
    const crossed = (before.voltage - 3) / (before.voltage - end.voltage);
    const capacity = (currentDensity * (before.time + crossed * (end.time - before.time))) / 36_000;
    expect(Math.abs(rate.arealCapacity_mAh_cm2 / capacity - 1)).toBeLessThan(0.02);
    expect(spheres.rate.arealCapacity_mAh_cm2 / capacity).toBeGreaterThan(1.3);

    function exchangeCurrent(s: number): readonly [number, number] {
      const { exchangeCurrentShape: shape, referenceExchangeCurrentDensity: reference } = material;
      if (shape) return at(shape, s).map((one) => reference * one) as unknown as readonly [number, number];
      const root = Math.sqrt(Math.max(s * (1 - s), 1e-12));
      return [2 * reference * root, (reference * (1 - 2 * s)) / root];
    }
  },
);
