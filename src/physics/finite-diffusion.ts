import { type Complex, complex } from './complex.js';

/**
 * tanh(q)/q with q = sqrt(z): how far a layer of length d between a flux and a fixed value answers of its steady share, for
 * z = p d^2 / D. 1 at rest, 1/q where the wave does not reach the other end. Re z >= 0 is not needed.
 */
export function finiteDiffusion({ re, im }: Complex): Complex {
  const size = Math.hypot(re, im);
  // the series; below it sqrt would lose the digits of 1 - tanh(q)/q
  if (size < 1e-6) return complex(1 - re / 3, -im / 3);
  const qRe = Math.sqrt((size + re) / 2);
  const qIm = Math.sign(im || 1) * Math.sqrt((size - re) / 2);
  // tanh q = (sinh 2a + i sin 2b) / (cosh 2a + cos 2b), over exp(2a) so that nothing overflows
  const decay = Math.exp(-2 * qRe);
  const below = (1 + decay * decay) / 2 + decay * Math.cos(2 * qIm);
  const tanhRe = (1 - decay * decay) / 2 / below;
  const tanhIm = (decay * Math.sin(2 * qIm)) / below;
  return complex((tanhRe * qRe + tanhIm * qIm) / size, (tanhIm * qRe - tanhRe * qIm) / size);
}
