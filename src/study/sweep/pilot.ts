import type { LoadedSweep } from '../../config/studies/parse-sweep.js';
import { meanOf } from '../../units/statistics.js';
import { designsOf } from './designs.js';
import { DesignRunner } from './run-design.js';

/** Processor time of one design in one thread [s]. */
export interface Pilot {
  readonly designs: number;
  readonly secondsPerDesign: number;
}

/** Designs and time [ms] after which a pilot ends. */
const most = { designs: 64, time: 10_000 } as const;

/** Runs a few designs, spread over all of the sweep, and measures what one costs by a clock of processor time [s]. */
export function pilot(sweep: LoadedSweep, clock: () => number): Pilot {
  const runner = new DesignRunner(sweep);
  const { count } = designsOf(sweep.definition);
  const designs = Math.min(most.designs, count);
  const begin = performance.now();
  const times: number[] = [];
  for (let i = 0; i < designs && performance.now() - begin < most.time; i++) {
    const before = clock();
    // in steps that share nothing with the axes of a grid, so that the few that find time are spread as well
    runner.run(Math.floor(count * ((i * goldenShare) % 1)));
    times.push(clock() - before);
  }
  // the first half runs before the program is warm
  const warm = times.slice(Math.floor(times.length / 2));
  return { designs: times.length, secondsPerDesign: meanOf(warm) };
}

/** Additive recurrence of the golden ratio: the first n multiples, modulo one, leave no gap much wider than 1/n. */
const goldenShare = (Math.sqrt(5) - 1) / 2;
