import * as Plot from '@observablehq/plot';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { axes, legend, panel, sheet } from '../dist/report/figures/figure.js';
import { toPng } from '../dist/report/figures/png.js';
import { compositeNetwork } from '../dist/transport/network/composite-network.js';

/**
 * node bench/ketter2025.mjs [VOXELS] [REALISATIONS]      draws docs/figures/ketter2025.png and prints its numbers; after a build
 *
 * The random network of a composite against conductivities measured in it. Porosities between the measured ones are interpolated.
 */
const [voxels = 60, realisations = 4] = process.argv.slice(2).map(Number);
const data = JSON.parse(readFileSync(new URL('../test/validation/ketter2025.json', import.meta.url), 'utf8'));
/** Diameter of a sphere with the volume of a voxel. */
const ofOneVoxel = Math.cbrt(6 / Math.PI);
const porosityAt = (x) => {
  const { points } = data;
  const k = Math.min(points.length - 2, Math.max(0, points.findIndex((p) => p.activeOfSolids >= x) - 1));
  const [a, b] = [points[k], points[k + 1]];
  return a.porosity + ((b.porosity - a.porosity) * (x - a.activeOfSolids)) / (b.activeOfSolids - a.activeOfSolids);
};

const computed = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((x) => {
  const porosity = porosityAt(x);
  const activeMaterial = x * (1 - porosity);
  const network = compositeNetwork({
    activeMaterial,
    electrolyte: 1 - porosity - activeMaterial,
    activeDiameter: ofOneVoxel,
    electrolyteDiameter: (ofOneVoxel * data.electrolyteDiameter_um) / data.activeDiameter_um,
    voidDiameter: 1,
  }, { voxels, realisations });
  return {
    x: 100 * x,
    electrons: data.electronicConductivity_mS_cm * network.electronic,
    ions: data.ionicConductivity_mS_cm * network.ionic,
    connected: network.connected,
  };
});
const measured = data.points.flatMap(({ activeOfSolids, electronic_mS_cm, ionic_mS_cm }) => [
  ...electronic_mS_cm.map((y) => ({ x: 100 * activeOfSolids, y, of: 'electrons' })),
  ...ionic_mS_cm.map((y) => ({ x: 100 * activeOfSolids, y, of: 'ions' })),
]);
for (const row of computed) {
  const logarithms = (of) => measured.filter((m) => m.of === of && m.x === row.x).map((m) => Math.log(m.y));
  const mean = (of) => Math.exp(logarithms(of).reduce((sum, one, _, all) => sum + one / all.length, 0));
  const ratio = (of) => (measured.some((m) => m.x === row.x) ? (row[of] / mean(of)).toFixed(2) : '-');
  console.log(`${row.x.toFixed(0)} vol%: electrons ${row.electrons.toPrecision(3)} mS/cm (x ${ratio('electrons')}), `
    + `ions ${row.ions.toPrecision(3)} mS/cm (x ${ratio('ions')}), connected ${(100 * row.connected).toFixed(0)} %`);
}

const colours = { electrons: '#D55E00', ions: '#0072B2' };
const curves = Object.keys(colours).map((of) =>
  computed.filter((row) => row[of] > 1e-6).map((row) => ({ x: row.x, y: row[of] }))
);
const plot = panel({ x: 0, y: 0, width: 640, height: 420 }, {
  marginLeft: 74,
  marginRight: 20,
  marginTop: 14,
  marginBottom: 50,
  x: { domain: [15, 85] },
  y: { type: 'log', domain: [3e-5, 5] },
  marks: [
    ...axes({ x: { label: 'Active material in the solids (vol%)', ticks: 7 }, y: {
      label: 'Effective conductivity (mS cm⁻¹)',
      ticks: [1e-4, 1e-3, 1e-2, 0.1, 1],
      tickFormat: String,
      labelOffset: 62,
    } }),
    ...Object.values(colours).map((stroke, k) => Plot.line(curves[k], { x: 'x', y: 'y', stroke, strokeWidth: 2 })),
    Plot.dot(measured, {
      x: 'x',
      y: 'y',
      fill: (m) => colours[m.of],
      r: 4.5,
      symbol: (m) => (m.of === 'ions' ? 'square' : 'circle'),
    }),
  ],
});
const items = [
  { label: 'electrons, network', colour: colours.electrons, dash: 'none' },
  { label: 'electrons, measured (DC, EIS)', colour: colours.electrons, marker: 'circle' },
  { label: 'ions, network', colour: colours.ions, dash: 'none' },
  { label: 'ions, measured (DC, EIS)', colour: colours.ions, marker: 'square' },
];
const { svg } = sheet({ title: 'Random network against measured composites' }, 640, 470, [
  plot,
  legend({ x: 74, y: 424, width: 540, height: 0 }, items, 2),
]);
const { resolve } = createRequire(import.meta.url);
const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`));
writeFileSync(new URL('../docs/figures/ketter2025.png', import.meta.url), toPng(svg, fonts));
