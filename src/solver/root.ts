const maximumIterations = 100;

/**
 * Root of f on [a, b] with f(a) f(b) <= 0 by the Illinois variant of false position (10.1007/BF01934364): bracketing,
 * superlinear, no slopes. Stops when the bracket is below `resolution` and returns that end of it where f has the sign of f(b).
 */
export function illinois(f: (x: number) => number, a: number, fa: number, b: number, fb: number,
  resolution: number): number
{
  if (fa === 0) return a;
  let lastMoved: 'a' | 'b' | undefined;
  for (let i = 0; i < maximumIterations && Math.abs(b - a) > resolution; i++) {
    const x = (fa * b - fb * a) / (fa - fb);
    const fx = f(x);
    if (fx === 0) return x;
    // where one end moves twice in a row, the value at the other is halved, or that end would never move
    if (Math.sign(fx) === Math.sign(fb)) {
      b = x;
      fb = fx;
      if (lastMoved === 'b') fa /= 2;
      lastMoved = 'b';
    } else {
      a = x;
      fa = fx;
      if (lastMoved === 'a') fb /= 2;
      lastMoved = 'a';
    }
  }
  return b;
}
