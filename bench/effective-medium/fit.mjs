import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix';

/**
 * Fit of a law of two or more parameters to effective conductivities of composites from several papers, by the highest posterior density.
 * Residuals ln(kEff/k0) - law of one paper and carrier are normal with the covariance
 *
 *   tau^2 1 1' + omega^2 z z' + diag(sigma^2 + e^2) + sdL^2 (u dlaw/dL)(u dlaw/dL)',   z = ln x,
 *
 * so that every paper has a factor and an exponent of its own and a long series does not count for more than it knows. e is the extra
 * deviation of what had to be assumed, u is 1 where a size was not reported: L = ln(own/other diameter) is then normal around 0.
 *
 * A point: {group, paper, x, p, L, known, extra, y}; `law(theta, x, p, L)` gives ln(kEff/k0).
 */

/** Standard deviation of L where no size is known: four of five pairs of powders lie within a factor of 4.7. */
const sizeDeviation = 1.2;

/** Weak priors, mean and deviation: of ln h, and of the logarithms of tau, omega and sigma. */
const priorOfFoot = [Math.log(1e-4), 2];
const priorOfSlope = [0, 1];
const priorsOfMisfit = [[Math.log(0.35), 0.7], [Math.log(0.6), 0.7], [Math.log(0.25), 0.5]];
const penalty = (value, [mean, deviation]) => 0.5 * ((value - mean) / deviation) ** 2;

/** Points as the fit takes them, from the data file. */
export const pointsOf = ({ points }) =>
  points.map((point) => {
    const known = point.ownDiameter_um !== undefined && point.otherDiameter_um !== undefined;
    return {
      paper: point.paper,
      group: `${point.paper} ${point.carrier}`,
      carrier: point.carrier,
      x: point.share,
      p: point.porosity,
      known,
      L: known ? Math.log(point.ownDiameter_um / point.otherDiameter_um) : 0,
      extra: point.extraDeviation ?? 0,
      y: Math.log(point.effective_mS_cm / point.bulk_mS_cm),
    };
  });

/** Minus the logarithm of the posterior density; q holds theta = (xc, ln h, c), ln tau, ln omega, ln sigma. */
function objective(points, law) {
  const groups = [...new Set(points.map(({ group }) => group))].map((group) =>
    points.filter((point) => point.group === group)
  );
  return (q) => {
    const theta = q.slice(0, 3);
    const [tau, omega, sigma] = q.slice(3).map(Math.exp);
    let sum = penalty(q[1], priorOfFoot) + penalty(q[2], priorOfSlope)
      + priorsOfMisfit.reduce((all, prior, i) => all + penalty(q[3 + i], prior), 0);
    for (const own of groups) {
      const z = own.map(({ x }) => Math.log(x));
      const slope = own.map((
        { x, p, L, known },
      ) => (known ? 0 : (law(theta, x, p, L + 0.3) - law(theta, x, p, L - 0.3)) / 0.6));
      const covariance = new Matrix(own.map((a, i) =>
        own.map((_, j) =>
          tau ** 2 + z[i] * z[j] * omega ** 2
          + slope[i] * slope[j] * sizeDeviation ** 2 + (i === j ? sigma ** 2 + a.extra ** 2 : 0)
        )
      ));
      const factor = new CholeskyDecomposition(covariance);
      if (!factor.isPositiveDefinite()) return Infinity;
      const residual = Matrix.columnVector(own.map(({ x, p, L, y }) => y - law(theta, x, p, L)));
      sum += 0.5 * residual.transpose().mmul(factor.solve(residual)).get(0, 0);
      for (let i = 0; i < own.length; i++) sum += Math.log(factor.lowerTriangularMatrix.get(i, i));
    }
    return Number.isFinite(sum) ? sum : Infinity;
  };
}

/** Second differences of f [n x n]. */
function hessian(f, q) {
  const step = q.map((value) => 1e-3 * Math.max(1, Math.abs(value)));
  const at = (i, a, j, b) => f(q.map((value, k) => value + (k === i ? a * step[i] : 0) + (k === j ? b * step[j] : 0)));
  return new Matrix(
    q.map((_, i) =>
      q.map((__, j) =>
        (at(i, 1, j, 1) - at(i, 1, j, -1) - at(i, -1, j, 1) + at(i, -1, j, -1)) / (4 * step[i] * step[j])
      )
    ),
  );
}

/** The simplex of Nelder and Mead, started again around what it found until that is no better. */
function minimise(f, start) {
  let best = { q: start, value: f(start) };
  for (let round = 0; round < 20; round++) {
    const found = simplex(f, best.q);
    const gain = best.value - found.value;
    if (gain > 0) best = found;
    if (gain < 1e-9) break;
  }
  return best;
}

function simplex(f, start) {
  const point = (q) => ({ q, value: f(q) });
  let corners = [point(start),
    ...start.map((_, i) =>
      point(start.map((value, k) => (k === i ? value + 0.05 * Math.max(0.3, Math.abs(value)) : value)))
    )];
  for (let step = 0; step < 2000; step++) {
    corners.sort((a, b) => a.value - b.value);
    const [lowest, worst] = [corners[0], corners[corners.length - 1]];
    if (worst.value - lowest.value < 1e-11) break;
    const others = corners.slice(0, -1);
    const centre = start.map((_, k) => others.reduce((sum, { q }) => sum + q[k], 0) / others.length);
    const along = (factor) => point(centre.map((value, k) => value + factor * (worst.q[k] - value)));
    const reflected = along(-1);
    const next = reflected.value < lowest.value
      ? [reflected, along(-2)].sort((a, b) => a.value - b.value)[0]
      : reflected.value < others[others.length - 1].value
      ? reflected
      : along(reflected.value < worst.value ? -0.5 : 0.5);
    corners = next.value < worst.value
      ? [...others, next]
      : [lowest, ...corners.slice(1).map(({ q }) => point(q.map((value, k) => 0.5 * (value + lowest.q[k]))))];
  }
  return corners.sort((a, b) => a.value - b.value)[0];
}

/** Parameters of the law, the misfit between papers and the covariance of the three parameters. */
export function fit(points, law, start = [0.15, -13, 0.08, Math.log(0.35), Math.log(0.6), Math.log(0.25)]) {
  const f = objective(points, law);
  const { q, value } = minimise(f, start);
  const covariance = inverse(hessian(f, q)).subMatrix(0, 2, 0, 2).to2DArray();
  const [tau, omega, sigma] = q.slice(3).map(Math.exp);
  return { theta: q.slice(0, 3), tau, omega, sigma, covariance, value, q };
}

/** Weights by which every paper and carrier counts alike. */
export function weightsOf(points) {
  const count = (group) => points.filter((point) => point.group === group).length;
  const weights = points.map(({ group }) => 1 / count(group));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** exp of the weighted root mean square of ln(computed/measured) over the points that `of` takes. */
export function factorOf(points, computed, of = () => true) {
  const weights = weightsOf(points);
  const chosen = points.map((_, i) => i).filter((i) => of(points[i]));
  const total = chosen.reduce((sum, i) => sum + weights[i], 0);
  return Math.exp(Math.sqrt(chosen.reduce((sum, i) => sum + weights[i] * (computed[i] - points[i].y) ** 2, 0) / total));
}

/** The fit without each paper in turn, both carriers of it together: [{paper, fitted}]. */
export const withoutEach = (points, law, { q }) =>
  [...new Set(points.map(({ paper }) => paper))]
    .map((paper) => ({ paper, fitted: fit(points.filter((point) => point.paper !== paper), law, q) }));
