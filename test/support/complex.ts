import { type Complex, complex, minus, over, plus as sum, scaled } from '../../src/physics/complex.js';

/** Complex arithmetic for closed forms, beside that of the program, written to be read beside the formula. */
export { type Complex, complex, minus, over, scaled } from '../../src/physics/complex.js';

export const plus = (...terms: readonly Complex[]): Complex => terms.reduce(sum, complex(0));
export const times = (a: Complex, b: Complex): Complex => ({ re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re });
export const modulus = ({ re, im }: Complex): number => Math.hypot(re, im);

/** The root with a real part that is not negative. */
export function root({ re, im }: Complex): Complex {
  const size = Math.hypot(re, im);
  const half = Math.sqrt((size + Math.abs(re)) / 2);
  const other = half === 0 ? 0 : im / (2 * half);
  return re >= 0 ? { re: half, im: other } : { re: Math.abs(other), im: im < 0 ? -half : half };
}

/** 1/sinh and tanh by exp(-2z): Re z > 0 may be large. */
export function hyperbolic(z: Complex): { readonly tanh: Complex; readonly inverseSinh: Complex } {
  const decay = Math.exp(-z.re);
  const e = { re: decay * Math.cos(z.im), im: -decay * Math.sin(z.im) };
  const square = times(e, e);
  const one = complex(1);
  return { tanh: over(minus(one, square), plus(one, square)), inverseSinh: over(scaled(2, e), minus(one, square)) };
}

/** |a - b| / |b| */
export const relativeError = (a: Complex, b: Complex): number => modulus(minus(a, b)) / modulus(b);
