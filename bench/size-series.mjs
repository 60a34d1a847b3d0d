import { readFileSync } from 'node:fs';
import { ownContacts, percolatingShare, surfaceShare,
  touchedShare } from '../dist/transport/percolation/sphere-percolation.js';

/**
 * node bench/size-series.mjs      after a build
 *
 * What decides how much of the active material is used, over nine measured shares (shi2020, in test/validation/composites.json)?
 * Models of percolation with no, one or two fitted parameters, each by its misfit to all nine and to the one that was left out of
 * the fit, in points of per cent (root mean squares). After the bar: fitted to three sizes at 60 wt% alone, its misfit to them
 * and to the other six.
 */
const composites = new URL('../test/validation/composites.json', import.meta.url);
const { points, densities_g_cm3: density } = JSON.parse(readFileSync(composites, 'utf8')).utilisation;
const share = ({ activeMass: w }) =>
  ((1 - w) / density.electrolyte) / ((1 - w) / density.electrolyte + w / density.active);

const coordination = [1.8, 8];
const exponent = [0, 3];
/** Ranges of the fitted parameters, and the share of the active material that is used. */
const models = {
  'rigid spheres, Z = 6, nothing fitted': { ranges: [], used: (_, p) => reached(6, 1, p) },
  'size exponent m': { ranges: [exponent], used: ([m], p) => reached(6, m, p) },
  'contacts Z': { ranges: [coordination], used: ([z], p) => reached(z, 1, p) },
  'contacts Z and size exponent m': { ranges: [coordination, exponent], used: ([z, m], p) => reached(z, m, p) },
  'Z, one contact each: the share that percolates': { ranges: [coordination], used: ([z], p) => percolates(z, 1, p) },
  'the same, Z and m': { ranges: [coordination, exponent], used: ([z, m], p) => percolates(z, m, p) },
  'surface share over a': { ranges: [[0.3, 2]],
    used: ([a], p) => Math.min(1, surfaceShare(share(p), p.sizeRatio) / a) },
  'volume share over a, no sizes': { ranges: [[0.1, 2]], used: ([a], p) => Math.min(1, share(p) / a) },
};

function reached(z, m, point) {
  const ratio = point.sizeRatio ** m;
  return touchedShare(ownContacts(share(point), ratio, z), ratio);
}
const percolates = (z, m, point) => percolatingShare(ownContacts(share(point), point.sizeRatio ** m, z));

const misfit = (used, parameters, some) =>
  100
  * Math.sqrt(some.reduce((sum, point) => sum + (used(parameters, point) - point.utilisation) ** 2, 0) / some.length);

/** Every point of a grid, as the models have kinks. */
function fit({ ranges, used }, some) {
  const steps = ranges.length === 2 ? 160 : 400;
  const values = ranges.map(([low, high]) =>
    Array.from({ length: steps + 1 }, (_, k) => low + ((high - low) * k) / steps)
  );
  const all = values.reduce((lists, next) => lists.flatMap((list) => next.map((value) => [...list, value])), [[]]);
  const tried = all.map((parameters) => ({ parameters, of: misfit(used, parameters, some) }));
  return tried.reduce((a, b) => (b.of < a.of ? b : a)).parameters;
}

const sizes = points.slice(0, 3);
const others = points.slice(3);
const numbers = (values) => values.map((value) => value.toFixed(2)).join(', ').padEnd(12);
const whole = (value) => value.toFixed(0).padStart(4);
for (const [name, model] of Object.entries(models)) {
  const best = fit(model, points);
  const leftOut = points.map((point) =>
    misfit(model.used, fit(model, points.filter((other) => other !== point)), [point])
  );
  const ofSizes = fit(model, sizes);
  const ofLeftOut = Math.hypot(...leftOut) / Math.sqrt(points.length);
  const ofAll = [numbers(best), whole(misfit(model.used, best, points)), whole(ofLeftOut)];
  const alone = [numbers(ofSizes), whole(misfit(model.used, ofSizes, sizes)),
    whole(misfit(model.used, ofSizes, others))];
  console.log([name.padEnd(48), ...ofAll, '|', ...alone].join(' '));
}
