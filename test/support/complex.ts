/** Complex arithmetic for closed forms, written to be read beside the formula. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const complex = (re: number, im = 0): Complex => ({ re, im });
export const plus = (...terms: readonly Complex[]): Complex =>
  terms.reduce((sum, z) => ({ re: sum.re + z.re, im: sum.im + z.im }), complex(0));
export const minus = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });
export const scaled = (factor: number, z: Complex): Complex => ({ re: factor * z.re, im: factor * z.im });
export const times = (a: Complex, b: Complex): Complex => ({ re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re });
const modulus = ({ re, im }: Complex): number => Math.hypot(re, im);

export function over(a: Complex, b: Complex): Complex {
  const size = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size };
}

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
