import type { ScalarFunction } from '../material.js';
import { tanh } from './tanh.js';

/** height tanh(steepness (x - centre)) */
export type Step = readonly [height: number, steepness: number, centre: number];
/** height exp(rate x) */
export type Decay = readonly [height: number, rate: number];

/** f(x) = constant + sum of steps + sum of decays, with its slope: the form of most fitted graphite potentials. */
export function sumOfSteps(constant: number, steps: readonly Step[],
  decays: readonly Decay[]): ScalarFunction['evaluate']
{
  // flat, because it is called for every particle at every step
  const [step, decay] = [Float64Array.from(steps.flat()), Float64Array.from(decays.flat())];
  return (x, out) => {
    let value = constant;
    let slope = 0;
    for (let i = 0; i < step.length; i += 3) {
      const t = tanh(step[i + 1] * (x - step[i + 2]));
      value += step[i] * t;
      slope += step[i] * step[i + 1] * (1 - t * t);
    }
    for (let i = 0; i < decay.length; i += 2) {
      const e = decay[i] * Math.exp(decay[i + 1] * x);
      value += e;
      slope += decay[i + 1] * e;
    }
    out[0] = value;
    out[1] = slope;
  };
}
