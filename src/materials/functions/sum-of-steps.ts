import type { ScalarFunction } from '../material.js';

/** height tanh(steepness (x - centre)) */
export type Step = readonly [height: number, steepness: number, centre: number];
/** height exp(rate x) */
export type Decay = readonly [height: number, rate: number];

/** f(x) = constant + sum of steps + sum of decays, with its slope: the form of most fitted graphite potentials. */
export function sumOfSteps(constant: number, steps: readonly Step[],
  decays: readonly Decay[]): ScalarFunction['evaluate']
{
  return (x, out) => {
    let value = constant;
    let slope = 0;
    for (const [height, steepness, centre] of steps) {
      const t = Math.tanh(steepness * (x - centre));
      value += height * t;
      slope += height * steepness * (1 - t * t);
    }
    for (const [height, rate] of decays) {
      const e = height * Math.exp(rate * x);
      value += e;
      slope += rate * e;
    }
    out[0] = value;
    out[1] = slope;
  };
}
