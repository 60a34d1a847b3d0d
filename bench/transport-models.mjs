import * as Plot from '@observablehq/plot';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { axes, legend, panel, sheet } from '../dist/report/figures/figure.js';
import { toPng } from '../dist/report/figures/png.js';
import { carbonConduction } from '../dist/transport/additives/carbon-conduction.js';
import { electronReach, ionReach } from '../dist/transport/tortuosity/percolation.js';
import { tortuosityFactorOf } from '../dist/transport/tortuosity/tortuosity-models.js';

/**
 * node bench/transport-models.mjs      draws docs/figures/percolation.* and docs/figures/additives.*, prints their numbers;
 *                                      after a build
 *
 * The closed transport models against measured composites: percolation and Bruggeman's law for effective conductivities, the
 * network of fibres for carbon, percolation for the use of active material. The size exponent is fitted here, to the sets marked
 * so.
 */
const data = JSON.parse(readFileSync(new URL('../test/validation/composites.json', import.meta.url), 'utf8'));
const points = data.sets.flatMap((set) => set.points.map((point) => ({ ...set, ...point })));

const phaseOf = ({ carrier, share, porosity }) => ({
  bulkConductivity: () => 1,
  volumeFraction: share * (1 - porosity),
  mixture: { carrier, share, porosity, activeDiameter: 1 },
});
const relative = (model, point) => {
  const phase = phaseOf(point);
  return phase.volumeFraction / tortuosityFactorOf(model, phase);
};
const percolation = (sizeRatio, sizeExponent) => ({ kind: 'percolation', sizeRatio, sizeExponent, exponent: 2,
  coordinationNumber: 6 });
const bruggeman = { kind: 'bruggeman', exponent: 1.5, prefactor: 1 };
const byPercolation = (exponent) => (point) => relative(percolation(point.sizeRatio, exponent), point);
const measured = ({ measured_mS_cm, bulk_mS_cm }) => measured_mS_cm / bulk_mS_cm;

/** exp of the root mean square of ln(computed / measured). */
const misfit = (of, some) =>
  Math.exp(Math.sqrt(some.reduce((sum, point) => sum + Math.log(of(point) / measured(point)) ** 2, 0) / some.length));
const fitted = points.filter(({ role }) => role === 'fitted');
const exponents = Array.from({ length: 301 }, (_, k) => k / 1000);
const best = exponents.reduce((a, b) => (misfit(byPercolation(b), fitted) < misfit(byPercolation(a), fitted) ? b : a));
const predicted = points.filter(({ role }) => role === 'predicted');
console.log(`size exponent fitted to ${fitted.length} conductivities: ${best}`);
const byBruggeman = (point) => relative(bruggeman, point);
for (const [name, of] of [['percolation, m = 0.11', byPercolation(0.11)], ['Bruggeman, 1.5', byBruggeman]]) {
  const [ofFitted, ofOthers] = [fitted, predicted].map((some) => misfit(of, some).toFixed(2));
  console.log(`${name}: fitted points x ${ofFitted}, the ${predicted.length} others x ${ofOthers}`);
  for (const set of data.sets) {
    const own = points.filter((point) => point.name === set.name);
    const ratios = own.map((p) => (of(p) / measured(p)).toFixed(2)).join(' ');
    console.log(`  ${set.name}: x ${misfit(of, own).toFixed(2)}, computed / measured ${ratios}`);
  }
}

const colours = ['#0072B2', '#E69F00', '#009E73', '#D55E00', '#56B4E9', '#CC79A7', '#332288', '#000000'];
const symbols = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye', 'circle', 'square'];
const nameOf = ({ name, role }) => `${name}${role === 'fitted' ? ' (fitted)' : ''}`;
const parity = (x, title, of) =>
  panel({ x, y: 0, width: 430, height: 400 }, {
    marginLeft: 70,
    marginRight: 12,
    marginTop: 30,
    marginBottom: 50,
    x: { type: 'log', domain: [2e-3, 1] },
    y: { type: 'log', domain: [2e-3, 1] },
    marks: [
      ...axes({
        x: { label: 'Measured σeff / σ', ticks: [0.01, 0.1, 1], tickFormat: String },
        y: { label: 'Computed σeff / σ', ticks: [0.01, 0.1, 1], tickFormat: String, labelOffset: 56 },
      }),
      Plot.line([[2e-3, 2e-3], [1, 1]], { stroke: '#555' }),
      ...[0.5, 2].map((factor) =>
        Plot.line([[2e-3, 2e-3 * factor], [1, factor]], { stroke: '#999', strokeDasharray: '4 3', clip: true })
      ),
      ...data.sets.map((set, k) =>
        Plot.dot(points.filter(({ name }) => name === set.name), {
          x: measured,
          y: of,
          r: 5,
          symbol: symbols[k],
          stroke: colours[k],
          strokeWidth: 1.8,
          fill: set.role === 'fitted' ? 'white' : colours[k],
        })
      ),
      Plot.text([title], { frameAnchor: 'top', dy: -20, fontSize: 13, fontWeight: 600 }),
    ],
  });
const items = data.sets.map((set, k) => ({ label: nameOf(set), colour: colours[k], marker: symbols[k],
  hollow: set.role === 'fitted' })
);
write('percolation', sheet({ title: 'Effective conductivities, computed against measured' }, 870, 510, [
  parity(0, `Percolation, m = 0.11: × ${misfit(byPercolation(0.11), points).toFixed(2)}`, byPercolation(0.11)),
  parity(435, `Bruggeman, ε^1.5: × ${misfit(byBruggeman, points).toFixed(2)}`, byBruggeman),
  legend({ x: 70, y: 418, width: 780, height: 0 }, items, 3),
]));

/** 40 vol% of active material in the solids, with fibres that take room from all of it. */
const fibres = data.fibres;
const volumesAt = (massFraction) => {
  const [fibre, rest] = [massFraction / fibres.fibreDensity_g_cm3, (1 - massFraction) / fibres.solidDensity_g_cm3];
  const solid = (1 - fibres.porosity) / (fibre + rest);
  const activeMaterial = fibres.activeOfSolids * rest * solid;
  return { volumeFractions: { activeMaterial, carbon: fibre * solid, electrolyte: 0, binder: 0 } };
};
const [{ electronic_mS_cm: alone }] = fibres.points;
const fibreNetwork = { shape: 'fibres', aspectRatio: 70, conductivity: 1e4, exponent: 2 };
const withFibres = (massFraction) => alone + 10 * carbonConduction(fibreNetwork, volumesAt(massFraction)).conductivity;
for (const { massFraction, electronic_mS_cm: value } of fibres.points) {
  const computed = withFibres(massFraction);
  console.log(`fibres ${100 * massFraction} wt%: ${computed.toPrecision(3)} mS/cm, x ${(computed / value).toFixed(2)}`);
}
const fibrePanel = panel({ x: 0, y: 0, width: 430, height: 400 }, {
  marginLeft: 70,
  marginRight: 12,
  marginTop: 30,
  marginBottom: 50,
  x: { domain: [0, 5.2] },
  y: { type: 'log', domain: [0.1, 500] },
  marks: [
    ...axes({ x: { label: 'Vapour-grown carbon fibre (wt%)' }, y: {
      label: 'Electronic conductivity (mS cm⁻¹)',
      ticks: [0.1, 1, 10, 100],
      tickFormat: String,
      labelOffset: 56,
    } }),
    Plot.line(Array.from({ length: 104 }, (_, k) => [k / 20, withFibres(k / 2000)]), { stroke: '#D55E00',
      strokeWidth: 2 }),
    Plot.dot(fibres.points, { x: (p) => 100 * p.massFraction, y: 'electronic_mS_cm', r: 5, fill: '#D55E00' }),
    Plot.text(['Fibres: network (line), measured (dots)'], { frameAnchor: 'top', dy: -20, fontSize: 13,
      fontWeight: 600 }),
  ],
});

const { densities_g_cm3: density, points: used } = data.utilisation;
const electrolyteShare = (w) => ((1 - w) / density.electrolyte) / ((1 - w) / density.electrolyte + w / density.active);
/** Ions only: the composites hold carbon. */
const reach = ({ activeMass, sizeRatio }, exponent) => {
  const share = electrolyteShare(activeMass);
  return ionReach(percolation(sizeRatio, exponent), { carrier: 'ions', share, porosity: 0, activeDiameter: 1 });
};
for (const point of used) {
  const mixture = { carrier: 'electrons', share: 1 - electrolyteShare(point.activeMass), porosity: 0,
    activeDiameter: 1 };
  const [rigid, soft, electrons] = [reach(point, 1), reach(point, 0.11),
    electronReach(percolation(point.sizeRatio, 1), mixture)]
    .map((value) => value.toFixed(2));
  console.log(`use at ${100 * point.activeMass} wt%, lambda ${point.sizeRatio}: measured ${point.utilisation}, `
    + `rigid spheres ${rigid}, m = 0.11 ${soft}, electrons without carbon ${electrons}`);
}
const usePanel = panel({ x: 435, y: 0, width: 430, height: 400 }, {
  marginLeft: 70,
  marginRight: 12,
  marginTop: 30,
  marginBottom: 50,
  x: { domain: [0, 105] },
  y: { domain: [0, 105] },
  marks: [
    ...axes({ x: { label: 'Measured use of the active material (%)' }, y: { label: 'Reached by ions, computed (%)' } }),
    Plot.line([[0, 0], [105, 105]], { stroke: '#555' }),
    Plot.dot(used, { x: (p) => 100 * p.utilisation, y: (p) => 100 * reach(p, 1), r: 5, fill: '#0072B2' }),
    Plot.dot(used, {
      x: (p) => 100 * p.utilisation,
      y: (p) => 100 * reach(p, 0.11),
      r: 5,
      symbol: 'square',
      stroke: '#E69F00',
      fill: 'none',
      strokeWidth: 1.8,
    }),
    Plot.text(used, {
      x: (p) => 100 * p.utilisation,
      y: (p) => 100 * reach(p, 0.11),
      text: (p) => `${100 * p.activeMass} wt%, λ ${p.sizeRatio}`,
      dx: -4,
      dy: 11,
      rotate: 35,
      textAnchor: 'start',
      fontSize: 9,
      filter: (p) => p.activeMass > 0.75,
    }),
    Plot.text(['Percolation alone, shi2020'], { frameAnchor: 'top', dy: -20, fontSize: 13, fontWeight: 600 }),
  ],
});
const useItems = [
  { label: 'rigid spheres, m = 1', colour: '#0072B2', marker: 'circle' },
  { label: 'm = 0.11', colour: '#E69F00', marker: 'square', hollow: true },
];
write('additives', sheet({ title: 'Carbon fibres, and what percolation cuts off' }, 870, 450, [
  fibrePanel,
  usePanel,
  legend({ x: 505, y: 418, width: 360, height: 0 }, useItems, 2),
]));

function write(name, { svg }) {
  const { resolve } = createRequire(import.meta.url);
  const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => resolve(`dejavu-fonts-ttf/ttf/${file}`));
  writeFileSync(new URL(`../docs/figures/${name}.svg`, import.meta.url), svg);
  writeFileSync(new URL(`../docs/figures/${name}.png`, import.meta.url), toPng(svg, fonts));
}
