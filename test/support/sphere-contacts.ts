import { Matrix, solve } from 'ml-matrix';
import { gaussLegendre } from './gauss-legendre.js';

/**
 * Resolved constriction of N equal, evenly spread circular contacts at one concentration on a sphere with uniform uptake (R = D = 1):
 *
 *   laplace u = const,  -du/dr = q on the caps, 0 elsewhere,  u = uContact on the caps
 *   mean surface value - uContact = sum over l >= 1 of q_l P_l / l on a cap,
 *
 * the flux of each cap as (x - x0)^(-1/2) times polynomials (its edge singularity) about its own axis, x = cos(angle), x0 at the edge, and
 * the condition on the caps in its weak form (Galerkin). Caps about other axes come by the addition theorem. Exact for one contact and for
 * two opposite ones up to the truncation (1e-3 here); of more it leaves out how the flux of a cap varies around its axis. Returns the
 * shortfall over the drop of the whole surface, jR/5D.
 */
export function resolvedConstriction(theta: number, directions: readonly Direction[], modes: number,
  functions = 7): number
{
  const contacts = directions.length;
  const x0 = 1 - (2 * theta) / contacts;
  const { nodes, weights } = gaussLegendre(Math.ceil(modes * Math.acos(x0)) + 40);
  // x = x0 + (1 - x0) t^2 takes the singularity away: dx/sqrt(x - x0) = 2 sqrt(1 - x0) dt
  const x = nodes.map((t) => x0 + (1 - x0) * t * t);
  const flux = Array.from({ length: functions },
    (_, m) => nodes.map((t, i) => 2 * (1 - x0) * weights[i] * legendre(2 * m, t)));
  const whole = flux.map((f) => f.reduce((sum, value) => sum + value, 0));
  const cosines = directions.map((d) => cosine(directions[0], d));
  const [onCap, between] = [new LegendreRow(x), new LegendreRow(cosines)];
  const matrix = Matrix.zeros(functions, functions);
  const deficit = (): number => {
    const amplitudes = solve(matrix, Matrix.columnVector(whole)).to1DArray();
    return 2 / contacts / amplitudes.reduce((sum, value, m) => sum + value * whole[m], 0);
  };
  let half = NaN;
  for (let l = 1; l <= modes; l++) {
    const interaction = between.next().reduce((sum, value) => sum + value, 0);
    const row = onCap.next();
    const moments = flux.map((f) => f.reduce((sum, value, i) => sum + value * row[i], 0));
    for (let m = 0; m < functions; m++) {
      for (let n = 0; n < functions; n++) {
        matrix.set(m, n, matrix.get(m, n) + ((2 * l + 1) / (2 * l)) * moments[m] * moments[n] * interaction);
      }
    }
    if (2 * l === modes) half = deficit();
  }
  // the sum over modes converges with order one
  return 5 * (2 * deficit() - half);
}

export type Direction = readonly [number, number, number];

const signs = [-1, 1] as const;
const golden = (1 + Math.sqrt(5)) / 2;
/** One, two, four, six and twelve directions, as even as can be. */
export const evenDirections: Readonly<Record<1 | 2 | 4 | 6 | 12, readonly Direction[]>> = {
  1: [[0, 0, 1]],
  2: [[0, 0, 1], [0, 0, -1]],
  4: [[1, 1, 1], [1, -1, -1], [-1, 1, -1], [-1, -1, 1]],
  6: signs.flatMap((s): Direction[] => [[s, 0, 0], [0, s, 0], [0, 0, s]]),
  12: signs.flatMap((s) =>
    signs.flatMap((t): Direction[] => [[0, s, t * golden], [s, t * golden, 0], [t * golden, 0, s]])
  ),
};

function cosine(a: Direction, b: Direction): number {
  const dot = (c: Direction, d: Direction): number => c[0] * d[0] + c[1] * d[1] + c[2] * d[2];
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

/** P_1, P_2, … at fixed arguments. */
class LegendreRow {
  private before: number[];
  private now: number[];
  private l = 0;

  constructor(private readonly x: readonly number[]) {
    this.before = x.map(() => 0);
    this.now = x.map(() => 1);
  }

  next(): readonly number[] {
    const { l, before, now, x } = this;
    const above = x.map((at, i) => ((2 * l + 1) * at * now[i] - l * before[i]) / (l + 1));
    this.before = now;
    this.now = above;
    this.l++;
    return above;
  }
}

function legendre(l: number, x: number): number {
  const row = new LegendreRow([x]);
  let value = 1;
  for (let i = 0; i < l; i++) value = row.next()[0];
  return value;
}
