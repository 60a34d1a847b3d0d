import { hashOf } from '../../pipeline/case-hash.js';
import { version } from '../../pipeline/version.js';
import type { EmulatorDocument, EmulatorOutput } from '../../results/emulator-schema.js';
import { randomNumbers } from '../../voxels/random-numbers.js';
import { meanOf, varianceOf } from '../statistics.js';
import type { Dataset, LearnedDesign } from './dataset.js';
import { distance } from './keys.js';
import { evaluate, type Network } from './network.js';
import type { Backend } from './tensorflow.js';
import { train, type TrainingOptions } from './train.js';

/** What a model says of itself beside what it learned. */
export interface Origin extends Pick<EmulatorDocument, 'title' | 'basis' | 'case'> {
  readonly digest: string;
  readonly sweepHash: string | null;
  readonly secondsPerDesign: number | null;
}

/** One design in so many is held out. */
const heldOutOf = 5;
/** Designs that a model remembers, to say how far a question is from what it has seen. */
const mostRemembered = 4000;
const timedAnswers = 2000;

/**
 * Trains a network on four fifths of the designs of a sweep; the others, chosen by the seed, take no part in any choice and say what its answers
 * are wrong by.
 */
export async function learn(dataset: Dataset, { tf, name }: Backend, origin: Origin, options: TrainingOptions): Promise<
  EmulatorDocument
> {
  const { keys, designs, outside } = dataset;
  const { seed, steps } = options;
  const { learned, heldOut } = split(designs, seed);
  const scaled = scaledOutputs(dataset, learned, heldOut);
  const begin = performance.now();
  const layers = await train(tf, {
    x: learned.map(({ x }) => x),
    y: learned.map(({ y }) => scaled.map(({ mean, deviation, at }) => (y[at] - mean) / deviation)),
  }, options);
  const secondsToLearn = (performance.now() - begin) / 1000;
  const answers = heldOut.map(({ x }) => evaluate({ layers, outputs: scaled }, x).values);
  const outputs = scaled.map(({ at, ...output }, k): EmulatorOutput => {
    const errors = heldOut.flatMap(({ y }, i) => (Number.isNaN(y[at]) ? [] : [Math.abs(answers[i][k] - y[at])]));
    return { ...output, errors: errorsOf(errors), heldOut: errors.length };
  });
  const network = { outputs, layers };
  const failed = designs.filter(({ isCell }) => !isCell);
  const remembered = [...learned, ...failed.slice(0, mostRemembered / 2)].slice(-mostRemembered);
  const points = remembered.map(({ x }) => x.map((value) => Number(value.toPrecision(6))));
  const isCell = remembered.map((one) => one.isCell);
  const cells = points.filter((_, i) => isCell[i]);
  return {
    schema: 'catholith-emulator-1',
    title: origin.title,
    ...(origin.basis && { basis: origin.basis }),
    program: 'catholith',
    version,
    sweep: { digest: origin.digest, hash: origin.sweepHash, designs: designs.length, learned: learned.length,
      heldOut: heldOut.length, withoutResult: failed.length },
    backend: name,
    seed,
    steps,
    digest: await hashOf(network),
    keys: [...keys],
    ...network,
    seen: { points, isCell, reach: heldOut.reduce((most, { x }) => Math.max(most, nearest(cells, x).distance), 0) },
    outside,
    cost: { secondsToLearn, microsecondsPerAnswer: timeOf(network, heldOut),
      secondsPerDesign: origin.secondsPerDesign },
    case: origin.case,
  };
}

/** Half and 95 % of amounts, and all of them; rounded to the next one up, as a forecast for one more needs it. */
function errorsOf(amounts: readonly number[]): EmulatorOutput['errors'] {
  const sorted = [...amounts].sort((a, b) => a - b);
  const share = (part: number): number => sorted[Math.min(sorted.length, Math.ceil(part * (sorted.length + 1))) - 1];
  return { median: share(0.5), most95: share(0.95), worst: sorted[sorted.length - 1] };
}

/** Which of some points is nearest, and how far. */
export function nearest(points: readonly (readonly number[])[], x: readonly number[]) {
  let at = -1;
  let least = Infinity;
  points.forEach((point, i) => {
    const far = distance(point, x);
    if (far < least) [at, least] = [i, far];
  });
  return { at, distance: least };
}

/** Cells in an order of the seed; every fifth is held out. */
function split(designs: readonly LearnedDesign[], seed: number) {
  const random = randomNumbers(seed);
  const cells = designs.filter(({ isCell }) => isCell).map((design) => ({ design, place: random() }));
  cells.sort((a, b) => a.place - b.place);
  const of = (isHeldOut: boolean): LearnedDesign[] =>
    cells.filter((_, i) => (i % heldOutOf === 0) === isHeldOut).map(({ design }) => design);
  return { learned: of(false), heldOut: of(true) };
}

/** Outputs that vary among the designs that are learned and that a held-out one has, with what they are scaled by. */
function scaledOutputs({ outputs }: Dataset, learned: readonly LearnedDesign[], heldOut: readonly LearnedDesign[]) {
  return outputs.flatMap((output, at) => {
    const values = learned.map(({ y }) => y[at]).filter((value) => !Number.isNaN(value));
    const mean = meanOf(values);
    const deviation = Math.sqrt(varianceOf(values));
    if (!(deviation > 0) || heldOut.every(({ y }) => Number.isNaN(y[at]))) return [];
    const from = values.reduce((low, value) => Math.min(low, value), Infinity);
    const to = values.reduce((high, value) => Math.max(high, value), -Infinity);
    return [{ ...output, at, from, to, mean, deviation }];
  });
}

/** What an answer costs [us], with the outputs at all rates. */
function timeOf(network: Network, heldOut: readonly LearnedDesign[]): number {
  const begin = performance.now();
  for (let i = 0; i < timedAnswers; i++) evaluate(network, heldOut[i % heldOut.length].x);
  return ((performance.now() - begin) / timedAnswers) * 1000;
}
