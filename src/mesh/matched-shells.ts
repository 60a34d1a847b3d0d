import { type ParticleShells, shellsOf } from './shell-row.js';

type Vector = Float64Array<ArrayBuffer>;

/**
 * Shells whose surface answers a flux as the exact sphere does, for a constant diffusivity. That answer is, with the rate lambda in D/R^2,
 *
 *   s(1) per ds/drho = 3/lambda + sum_k 2/(lambda + z_k^2),   tan z_k = z_k          (Crank, The Mathematics of Diffusion, sec. 6.3)
 *
 * Of n shells in a row it is a fraction with n poles. This one keeps the pole at zero, which is the lithium, agrees in the value at lambda = 0
 * and in 2 (n - 1) derivatives at one lambda > 0 (a Pade approximant), and falls towards the exact one exponentially with n where finite
 * volumes fall with n^2. Every such fraction belongs to one row of shells with positive volumes (finite-difference quadratures: Druskin and
 * Knizhnerman, 10.1137/S0036142997330792): it is what Lanczos makes of the poles. Where D follows s it is a row of shells like any other.
 */
export function matchedShells(wanted: number): ParticleShells {
  const count = Math.min(wanted, most);
  const known = made.get(count);
  if (known) return known;
  const modes = modesOf(termsPerShell * count);
  const [diagonal, beside, norm] = rowOf(modes, subspace(modes, count));
  const share = new Float64Array(count);
  const conductance = new Float64Array(count);
  // from the surface inwards: lambda v_i s_i / 3 = g_i (s_{i+1} - s_i) - g_{i-1} (s_i - s_{i-1}), scaled to be symmetric
  share[count - 1] = 3 / norm;
  for (let i = count - 1, j = 0; i > 0; i--, j++) {
    conductance[i - 1] = diagonal[j] * share[i] - conductance[i];
    share[i - 1] = (conductance[i - 1] / beside[j]) ** 2 / share[i];
  }
  // volumes add up to the sphere but for the round-off of Lanczos; with both scaled every rate stays
  const sum = share.reduce((total, one) => total + one, 0);
  for (const row of [share, conductance]) for (let i = 0; i < count; i++) row[i] /= sum;
  const shells = shellsOf(share, conductance, { lastWeight: 1, previousWeight: 0,
    slopeWeight: exactRise - riseOf(share, conductance) });
  made.set(count, shells);
  return shells;
}

const made = new Map<number, ParticleShells>();
/** More than this many gain nothing. */
const most = 24;
/** Terms of the sum per shell; what is left of it follows a flux at once. */
const termsPerShell = 40;
/** Where the fractions agree, over n^2: measured to serve from the first seconds of a discharge to its end. */
const agreement = 3;
/** Surface value less the mean under a constant flux, per ds/drho. */
const exactRise = 1 / 5;

/** Poles of the sphere, the first being that of the mean, and the square roots of their weights: the surface among the modes of the sphere. */
interface Modes {
  readonly rates: Vector;
  readonly surface: Vector;
}

function modesOf(terms: number): Modes {
  const rates = new Float64Array(terms + 1);
  for (let k = 1; k <= terms; k++) {
    let [z, before] = [(k + 0.5) * Math.PI, 0];
    while (Math.abs(z - before) > 1e-15 * z) [before, z] = [z, k * Math.PI + Math.atan(z)];
    rates[k] = z * z;
  }
  return { rates, surface: rates.map((_, k) => Math.sqrt(k === 0 ? 3 : 2)) };
}

/** The mean and what (T + shift)^-1 makes of the surface, again and again; orthonormal. */
function subspace({ rates, surface }: Modes, count: number): Vector[] {
  const shift = agreement * count * count;
  const mean = rates.map((_, k) => (k === 0 ? 1 : 0));
  const basis = [mean];
  for (let last = surface; basis.length < count;) {
    last = normed(without(last.map((value, k) => value / (rates[k] + shift)), basis));
    basis.push(last);
  }
  return basis;
}

/**
 * Lanczos in a subspace, from the surface on: diagonal, what stands beside it, and the squared length of the start. In the coordinates of the
 * subspace, of which there are 40 times fewer than modes: shells are made before anything of a run is compiled.
 */
function rowOf({ rates, surface }: Modes,
  basis: readonly Vector[]): [diagonal: number[], beside: number[], norm: number]
{
  const images = basis.map((one) => one.map((value, k) => value * rates[k]));
  const lines = images.map((image) => among(basis, image));
  const start = among(basis, surface);
  const row = [normed(start)];
  const [diagonal, beside]: [number[], number[]] = [[], []];
  for (let j = 0; j < basis.length; j++) {
    const image = among(lines, row[j]);
    diagonal.push(dot(image, row[j]));
    const rest = without(image, row);
    beside.push(Math.sqrt(dot(rest, rest)));
    row.push(normed(rest));
  }
  return [diagonal, beside, dot(start, start)];
}

const among = (basis: readonly Vector[], one: Vector): Vector => Float64Array.from(basis, (other) => dot(other, one));

/** Surface less mean while all shells fill alike. */
function riseOf(share: Vector, conductance: Vector): number {
  let [filled, rise] = [0, 0];
  for (let i = 0; i + 1 < share.length; i++) {
    filled += share[i];
    rise += (filled * filled * 3) / conductance[i];
  }
  return rise;
}

/** As a loop: shells are made before anything of a run is compiled. */
function dot(one: Vector, other: Vector): number {
  let sum = 0;
  for (let k = 0; k < one.length; k++) sum += one[k] * other[k];
  return sum;
}

function normed(one: Vector): Vector {
  const length = Math.sqrt(dot(one, one));
  return one.map((value) => value / length);
}

/** What is orthogonal to an orthonormal basis; twice, for round-off. */
function without(one: Vector, basis: readonly Vector[]): Vector {
  const rest = one.slice();
  for (const other of [...basis, ...basis]) addTo(rest, -dot(rest, other), other);
  return rest;
}

function addTo(rest: Vector, factor: number, other: Vector): void {
  for (let k = 0; k < rest.length; k++) rest[k] += factor * other[k];
}
