import type { EmulatorLayer, EmulatorOutput } from '../../results/emulator-schema.js';

/** The part of a model that answers. */
export interface Network {
  readonly layers: readonly EmulatorLayer[];
  readonly outputs: readonly Pick<EmulatorOutput, 'mean' | 'deviation'>[];
}

/**
 * Answers of a network and what remains of each layer:
 *
 *   h_0 = x,   h_l = tanh(W_l^T h_{l-1} + b_l),   y = mean + deviation (W_L^T h_{L-1} + b_L).
 *
 * x: a design as the network sees it; y: one number per output, in its unit.
 */
export function evaluate({ layers, outputs }: Network, x: readonly number[]) {
  const hidden: (readonly number[])[] = [x];
  layers.forEach(({ weights, bias }, l) => {
    const sum = [...bias];
    hidden[l].forEach((value, i) => {
      const row = weights[i];
      for (let k = 0; k < sum.length; k++) sum[k] += value * row[k];
    });
    hidden.push(l < layers.length - 1 ? sum.map(Math.tanh) : sum);
  });
  const last = hidden[layers.length];
  return { values: outputs.map(({ mean, deviation }, k) => mean + deviation * last[k]), hidden };
}

/** Slope of one output by what the network sees, the chain rule backwards through `hidden` of `evaluate`. */
export function slopeOf({ layers, outputs }: Network, hidden: readonly (readonly number[])[],
  output: number): number[]
{
  const last = layers.length - 1;
  let slope = layers[last].weights.map((row) => row[output] * outputs[output].deviation);
  for (let l = last - 1; l >= 0; l--) {
    const before = slope.map((value, k) => value * (1 - hidden[l + 1][k] ** 2));
    slope = layers[l].weights.map((row) => row.reduce((sum, weight, k) => sum + weight * before[k], 0));
  }
  return slope;
}
