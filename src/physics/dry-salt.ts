/**
 * The concentration that properties and kinetics see, over its reference:
 *
 *   c(x) = w ln(1 + exp(x/w))
 *
 *   x   salt concentration over its reference, as it is balanced
 *
 * which is x to round-off above 36 w and stays positive where a step of the integrator, whose tolerance is an absolute one, takes the last
 * salt and a little more. Conductivity and exchange current then vanish with c, ln c stays finite, and a dry region carries no current
 * instead of having no answer. Salt itself is balanced in x, so none is made or lost. w = 1e-4 is the error that a step may make.
 */
const width = 1e-4;
const reach = 36 * width;
/** Of x/w: keeps c and its logarithm above zero where the exponential has vanished. */
const deepest = -200;

export function saltAboveZero(x: number): number {
  if (x > reach) return x;
  return width * Math.log1p(Math.exp(Math.max(x / width, deepest)));
}

/** dc/dx */
export function saltAboveZeroSlope(x: number): number {
  if (x > reach) return 1;
  return 1 / (1 + Math.exp(-Math.max(x / width, deepest)));
}
