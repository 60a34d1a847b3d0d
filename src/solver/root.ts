/**
 * Root of f on [a, b] with f(a) f(b) <= 0 by the Illinois variant of false position: bracketing, superlinear, no slopes.
 * Stops when the bracket is below `resolution`.
 */
export function illinois(f: (x: number) => number, a: number, fa: number, b: number, fb: number, resolution: number): number {
  if (fa === 0) return a;
  let side = 0;
  for (let i = 0; i < 100 && Math.abs(b - a) > resolution; i++) {
    const x = (fa * b - fb * a) / (fa - fb);
    const fx = f(x);
    if (fx === 0) return x;
    if (Math.sign(fx) === Math.sign(fb)) {
      b = x;
      fb = fx;
      if (side === -1) fa /= 2;
      side = -1;
    } else {
      a = x;
      fa = fx;
      if (side === 1) fb /= 2;
      side = 1;
    }
  }
  return b;
}
