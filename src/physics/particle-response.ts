import type { ParticleShells } from '../mesh/shell-row.js';
import { type Complex, complex, minus, over, plus, scaled } from './complex.js';

/**
 * Answer of the shells of `particle-diffusion` to a small periodic flux: surface value per ds/drho at the surface,
 *
 *   W(lambda) -> tanh q / (q - tanh q),  q = sqrt(lambda),  lambda = p R^2 / D
 *
 *   p   Laplace variable, i omega [s^-1]; R radius [m]; D [m^2 s^-1], one number in a particle at rest
 *
 * The tridiagonal (lambda - T) u = b, eliminated from the centre outwards, is a continued fraction: with n_i = 1 - u_i/u_{i+1},
 *   n_i = q_i / (q_i + outward_i),  q_{i+1} = lambda + inward_{i+1} n_i,  q_0 = lambda,  u_last = surfaceGain / q_last.
 * Nothing in it cancels, so it keeps its digits down to lambda -> 0, where W -> 3/lambda + 1/5.
 */
export function surfacePerSlope(shells: ParticleShells, lambda: Complex): Complex {
  const { count, outward, inward, surfaceGain, previousWeight, slopeWeight } = shells;
  let q = lambda;
  let n = complex(0);
  for (let i = 0; i + 1 < count; i++) {
    n = over(q, plus(q, complex(outward[i])));
    q = plus(lambda, scaled(inward[i + 1], n));
  }
  // surface = lastWeight u_last + previousWeight u_previous + slopeWeight, the weights of the shells adding up to 1
  const share = minus(complex(1), scaled(previousWeight, n));
  return plus(scaled(surfaceGain, over(share, q)), complex(slopeWeight));
}
