import { readFileSync } from 'node:fs';
import { predictMedium } from '../dist/transport/effective-medium/medium-prediction.js';
import { compositeNetwork } from '../dist/transport/network/composite-network.js';
import { makeStructure } from '../dist/voxels/made/make-structure.js';
import { phaseConduction } from '../dist/voxels/measures/phase-transport.js';

/**
 * node bench/packings.mjs [EDGE] [SEEDS]      made packings, the random network and the effective medium against measured composites whose sizes are known;
 *                                     prints factors and rms of ln(computed/measured); after a build
 *
 * Shares, porosities and mean diameters as measured, sizes with a deviation of 20 %, overlap 5 %; nothing is fitted here (the effective medium was
 * fitted to these points). kEff/k0 is compared, k0 being that of a cold-pressed pellet: what contacts between grains cost is in both.
 */
const [edge = 80, seeds = 2] = process.argv.slice(2).map(Number);
const { points } = JSON.parse(
  readFileSync(new URL('../test/validation/composite-conductivities.json', import.meta.url), 'utf8'),
);
const known = points.filter(({ ownDiameter_um, otherDiameter_um }) => ownDiameter_um && otherDiameter_um);
const rows = known.map((point) => {
  const { carrier, share, porosity, ownDiameter_um: own, otherDiameter_um: other } = point;
  const ratio = Math.max(own, other) / Math.min(own, other);
  // the larger ones at most a quarter of the box, the smaller ones four voxels where that leaves room
  const across = Math.max(2.2, Math.min(5, edge / 4 / ratio));
  const voxelSize = (1e-6 * Math.min(own, other)) / across;
  const [solid, ions] = [1 - porosity, carrier === 'ions'];
  const of = (mine) => ({ share: solid * (mine ? share : 1 - share), diameter: 1e-6 * (mine ? own : other),
    deviation: 0.2 });
  const plan = { voxels: [edge, edge, edge], voxelSize, overlap: 0.05, activeMaterial: of(!ions),
    electrolyte: of(ions) };
  const made = Array.from({ length: seeds }, (_, k) => 1 + 1000 * k).map((seed) =>
    phaseConduction(makeStructure({ ...plan, seed }).image, ions ? 2 : 1, 'z', 'walls').conductivity
  );
  const packing = made.reduce((sum, one) => sum + one, 0) / seeds;
  const inVoxels = (d) => (2 * Math.cbrt(Math.PI / 6) * d) / Math.min(own, other);
  const [active, electrolyte] = ions ? [other, own] : [own, other];
  const network = compositeNetwork({ activeMaterial: plan.activeMaterial.share, electrolyte: plan.electrolyte.share,
    activeDiameter: inVoxels(active), electrolyteDiameter: inVoxels(electrolyte), voidDiameter: 1 }, { voxels: 60,
    realisations: 2 });
  process.stderr.write('.');
  return { point, measured: point.effective_mS_cm / point.bulk_mS_cm, packing,
    spread: Math.abs(made[0] - made[1]) / packing, network: network[ions ? 'ionic' : 'electronic'],
    medium: predictMedium({ share, porosity, logRatio: Math.log(own / other) }).ratio };
});
const show = (value) => value.toPrecision(3).padStart(9);
for (const { point, measured, ...row } of rows) {
  console.log(
    `${point.paper.padEnd(18)}${point.carrier.padEnd(10)}x ${point.share.toFixed(2)} p ${point.porosity.toFixed(2)} `
      + `d ${`${point.ownDiameter_um}/${point.otherDiameter_um}`.padEnd(9)} measured ${show(measured)}  packing ${
        show(row.packing)
      } network ${show(row.network)} medium ${show(row.medium)}`,
  );
}
for (const law of ['packing', 'network', 'medium']) {
  for (const [name, some] of [['all', rows], ['ions', rows.filter(({ point }) => point.carrier === 'ions')], [
    'electrons',
    rows.filter(({ point }) => point.carrier === 'electrons'),
  ], ['x >= 0.35', rows.filter(({ point }) => point.share >= 0.35)]]) {
    const logs = some.filter((row) => row[law] > 0).map((row) => Math.log(row[law] / row.measured));
    const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length;
    const rms = Math.sqrt(logs.reduce((sum, one) => sum + one * one, 0) / logs.length);
    console.log(
      `${law.padEnd(8)} ${name.padEnd(10)} ${logs.length} of ${some.length} conduct; median-like factor ${
        Math.exp(mean).toFixed(2)
      }, rms of ln ${rms.toFixed(2)}, about its mean ${Math.sqrt(Math.max(0, rms * rms - mean * mean)).toFixed(2)}`,
    );
  }
}
