import type { AlignedChannels } from '../../config/case.js';

/**
 * What the membrane loses more where its current gathers at the mouths of channels [ohm m^2 times the membrane's conductivity: m]. With the
 * share m of the current evenly over the mouths and the rest over the walls, a potential that is even at the other side of the membrane, and
 * waves of the current along the layer, each of which decays through the membrane:
 *
 *   lamellae    Rc kappa = sum_n 2 c^2 sin^2(n pi phi)/(n pi)^2 tanh(k d)/k,               k = 2 pi n/s
 *   cylinders   Rc kappa = sum_n 4 c^2 phi J1^2(a sqrt(phi))/(a J0(a))^2 tanh(k d)/k,      k = 2 a/s,   J1(a) = 0
 *
 *   c = m/phi - (1 - m)/(1 - phi)
 *
 *   phi volume fraction of the channels, s spacing, d thickness of the membrane [m]; J Bessel functions, a the zeros of J1 above 0
 */
export function mouthLength({ fraction, spacing, shape }: AlignedChannels, share: number, membrane: number): number {
  const c = share / fraction - (1 - share) / (1 - fraction);
  let sum = 0;
  for (let n = 1; n <= terms; n++) {
    const { weight, wave } = shape === 'lamellae' ? strip(n, fraction, spacing) : disc(n, fraction, spacing);
    sum += (c * c * weight * Math.tanh(wave * membrane)) / wave;
  }
  return sum;
}

/** They fall with the third power: what is left out is below a thousandth. */
const terms = 40;

const strip = (n: number, fraction: number, spacing: number) => ({
  weight: 2 * (Math.sin(n * Math.PI * fraction) / (n * Math.PI)) ** 2,
  wave: (2 * Math.PI * n) / spacing,
});

function disc(n: number, fraction: number, spacing: number) {
  const zero = zeroOfJ1(n);
  return {
    weight: 4 * fraction * (bessel(1, zero * Math.sqrt(fraction)) / (zero * bessel(0, zero))) ** 2,
    wave: (2 * zero) / spacing,
  };
}

/** J_n(x) = 1/pi integral of cos(n t - x sin t) over 0..pi; the trapezoidal rule is exact to round-off for x well below its points. */
function bessel(order: 0 | 1, x: number): number {
  const points = 400;
  let sum = 0;
  for (let i = 0; i <= points; i++) {
    const t = (Math.PI * i) / points;
    sum += (i === 0 || i === points ? 0.5 : 1) * Math.cos(order * t - x * Math.sin(t));
  }
  return sum / points;
}

/** The n-th zero of J1 above 0, by McMahon's expansion (Abramowitz and Stegun, 9.5.12). */
function zeroOfJ1(n: number): number {
  const b = (n + 0.25) * Math.PI;
  return b - 3 / (8 * b) + 36 / (3 * (8 * b) ** 3);
}
