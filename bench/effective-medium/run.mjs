import { readFileSync } from 'node:fs';
import { mediumConductivity, mediumThreshold } from '../../dist/transport/effective-medium/medium-law.js';
import { factorOf, fit, pointsOf, withoutEach } from './fit.mjs';

/**
 * node bench/effective-medium/run.mjs      fits the effective medium and two laws without a threshold to measured composites, prints the
 *                                          constants of `src/transport/effective-medium/measured-medium.ts` and the factors by which papers
 *                                          left out are missed; after a build
 */
const points = pointsOf(
  JSON.parse(readFileSync(new URL('../../test/validation/composite-conductivities.json', import.meta.url), 'utf8')),
);
const medium = ([equalThreshold, logFoot, sizeSlope], x, p, L) =>
  Math.log(mediumConductivity(x, p, mediumThreshold({ equalThreshold, logFoot, sizeSlope }, L), logFoot));
const laws = {
  'effective medium, threshold by sizes': [medium],
  'effective medium, one threshold': [([xc, h], x, p) => medium([xc, h, 0], x, p, 0)],
  // the second parameter is scaled so that its prior is one of A within a factor of 2.7 of 1
  'A eps^(a + c L)': [([a, b, c], x, p, L) => 0.5 * (b - Math.log(1e-4)) + (a + c * L) * Math.log(x * (1 - p)), [4, -7,
    0.2]],
};
const misfit = [0.35, 0.6, 0.25].map(Math.log);
for (const [name, [law, start = [0.15, -13, 0.08]]] of Object.entries(laws)) {
  const whole = fit(points, law, [...start, ...misfit]);
  const blind = new Map(withoutEach(points, law, whole).map(({ paper, fitted }) => [paper, fitted.theta]));
  const computed = points.map(({ x, p, L }) => law(whole.theta, x, p, L));
  const unseen = points.map(({ paper, x, p, L }) => law(blind.get(paper), x, p, L));
  const factor = (of) => factorOf(points, unseen, of).toFixed(2);
  console.log(
    `${name}: fitted x ${factorOf(points, computed).toFixed(2)}; paper left out x ${factor()}, ions ${
      factor(({ carrier }) => carrier === 'ions')
    }, `
      + `electrons ${factor(({ carrier }) => carrier === 'electrons')}, x < 0.35 ${
        factor(({ x }) => x < 0.35)
      }, sizes known ${factor(({ known }) => known)}`,
  );
  if (law !== medium) continue;
  const show = (values) => values.map((value) => Number(value.toPrecision(5))).join(', ');
  console.log(
    `  equalThreshold, logFoot, sizeSlope ${show(whole.theta)}; paper, exponent, point ${
      show([whole.tau, whole.omega, whole.sigma])
    }`,
  );
  for (const row of whole.covariance) console.log(`  covariance ${show(row)}`);
  for (const [paper, theta] of blind) console.log(`  without ${paper}: ${show(theta)}`);
}
const bruggeman = points.map(({ x, p }) => 1.5 * Math.log(x * (1 - p)));
console.log(`eps^1.5, nothing fitted: x ${factorOf(points, bruggeman).toFixed(2)}`);
