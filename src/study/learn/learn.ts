import { hashOf } from '../../pipeline/case-hash.js';
import { version } from '../../pipeline/version.js';
import type { EmulatorDocument, EmulatorLayer, EmulatorOutput } from '../../results/emulator-schema.js';
import { extentOf, meanOf, varianceOf } from '../../units/statistics.js';
import { randomNumbers } from '../../voxels/random-numbers.js';
import type { Dataset, LearnedDesign } from './dataset.js';
import { distance } from './keys.js';
import { evaluate, type Network } from './network.js';
import type { Backend, Optimiser, Tensor, TensorFlow, Variable } from './tensorflow.js';

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
 * are wrong by; `clock` counts what it costs [s].
 */
export async function learn(dataset: Dataset, { tf, name }: Backend, origin: Origin, options: TrainingOptions,
  clock = (): number => performance.now() / 1000): Promise<EmulatorDocument>
{
  const { keys, designs, outside } = dataset;
  const { seed, steps } = options;
  const { learned, heldOut } = split(designs, seed);
  const scaled = scaledOutputs(dataset, learned, heldOut);
  const begin = clock();
  const layers = await train(tf, {
    x: learned.map(({ x }) => x),
    y: learned.map(({ y }) => scaled.map(({ mean, deviation, at }) => (y[at] - mean) / deviation)),
  }, options);
  const secondsToLearn = clock() - begin;
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
  const reach = heldOut.reduce((most, { x }) => Math.max(most, nearest(cells, x).distance), 0);
  const answering = { keys: [...keys], ...network, seen: { points, isCell, reach } };
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
    digest: await digestOf(answering),
    ...answering,
    outside,
    cost: { secondsToLearn, microsecondsPerAnswer: timeOf(network, heldOut, clock),
      secondsPerDesign: origin.secondsPerDesign },
    case: origin.case,
  };
}

/** Of everything that an answer rests on. */
export const digestOf = (
  { keys, outputs, layers, seen }: Pick<EmulatorDocument, 'keys' | 'outputs' | 'layers' | 'seen'>,
): Promise<string> => hashOf({ keys, outputs, layers, seen });

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
    const [from, to] = extentOf(values);
    return [{ ...output, at, from, to, mean, deviation }];
  });
}

/** What an answer costs [us], with the outputs at all rates. */
function timeOf(network: Network, heldOut: readonly LearnedDesign[], clock: () => number): number {
  const begin = clock();
  for (let i = 0; i < timedAnswers; i++) evaluate(network, heldOut[i % heldOut.length].x);
  return ((clock() - begin) / timedAnswers) * 1e6;
}

/** Numbers of the hidden layers. */
const hiddenSizes = [64, 64] as const;
/** Designs of one step. */
const batch = 256;
/** Learning rate of the first steps; it falls to nothing along a cosine. */
const firstRate = 0.01;

/** Designs as a network sees them, and what came of them in deviations from the mean; NaN where nothing did. */
export interface TrainingSet {
  readonly x: readonly (readonly number[])[];
  readonly y: readonly (readonly number[])[];
}

export interface TrainingOptions {
  readonly seed: number;
  readonly steps: number;
  readonly onStep?: (done: number) => void;
}

/** Steps between two words on how far it is. */
const tellEvery = 100;

/**
 * Trains a network with tanh between its layers by Adam (Kingma and Ba, arXiv:1412.6980) on the mean square deviation of what is known.
 * Weights and batches follow from the seed alone.
 */
async function train(tf: TensorFlow, { x, y }: TrainingSet, { seed, steps, onStep }: TrainingOptions): Promise<
  EmulatorLayer[]
> {
  const random = randomNumbers(seed);
  const sizes = [x[0].length, ...hiddenSizes, y[0].length];
  const layers = sizes.slice(1).map((outputs, l) => layerOf(tf, sizes[l], outputs, random));
  const known = matrix(tf, y.map((row) => row.map((value) => (Number.isNaN(value) ? 0 : 1))));
  const [all, wanted] = [matrix(tf, x), matrix(tf, y.map((row) => row.map((value) => value || 0)))];
  const adam = tf.train.adam(firstRate);
  for (let step = 0; step < steps; step++) {
    adam.learningRate = firstRate * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
    const chosen = Int32Array.from({ length: Math.min(batch, x.length) }, () => Math.floor(random() * x.length));
    tf.tidy(() => {
      const rows = tf.tensor1d(chosen, 'int32');
      descend(tf, layers, adam, tf.gather(all, rows), tf.gather(wanted, rows), tf.gather(known, rows),
        1 / (chosen.length * y[0].length));
    });
    // the progress bar gets its turn
    if (onStep && (step + 1) % tellEvery === 0) {
      onStep(step + 1);
      await new Promise((resolve) => void setTimeout(resolve));
    }
  }
  const trained = await Promise.all(layers.map(async ({ weights, bias }, l) => ({
    weights: rowsOf(await weights.data(), sizes[l + 1]),
    bias: [...await bias.data()].map(shortened),
  })));
  tf.dispose([all, wanted, known, ...layers.flatMap(({ weights, bias }) => [weights, bias])]);
  return trained;
}

interface TrainedLayer {
  readonly weights: Variable;
  readonly bias: Variable;
}

/** Weights evenly spread so that a layer keeps the size of what it is given (Glorot and Bengio 2010). */
function layerOf(tf: TensorFlow, inputs: number, outputs: number, random: () => number): TrainedLayer {
  const most = Math.sqrt(6 / (inputs + outputs));
  const weights = Float32Array.from({ length: inputs * outputs }, () => most * (2 * random() - 1));
  return {
    weights: tf.variable(tf.tensor2d(weights, [inputs, outputs])),
    bias: tf.variable(tf.tensor2d(new Float32Array(outputs), [1, outputs])),
  };
}

/**
 * One step down the slope of  share * sum (known (h_L - wanted)^2) / 2,  the deviation d carried back through the layers:
 *
 *   dW_l = h_{l-1}^T d_l,   db_l = sum d_l,   d_{l-1} = (d_l W_l^T) (1 - h_{l-1}^2).
 */
function descend(tf: TensorFlow, layers: readonly TrainedLayer[], adam: Optimiser, x: Tensor, wanted: Tensor,
  known: Tensor, share: number): void
{
  const hidden = [x];
  layers.forEach(({ weights, bias }, l) => {
    const sum = tf.add(tf.matMul(hidden[l], weights), bias);
    hidden.push(l < layers.length - 1 ? tf.tanh(sum) : sum);
  });
  const gradients: Record<string, Tensor> = {};
  let d = tf.mul(tf.mul(tf.sub(hidden[layers.length], wanted), known), share);
  for (let l = layers.length - 1; l >= 0; l--) {
    const { weights, bias } = layers[l];
    gradients[weights.name] = tf.matMul(tf.transpose(hidden[l]), d);
    gradients[bias.name] = tf.sum(d, 0, true);
    if (l > 0) d = tf.mul(tf.matMul(d, tf.transpose(weights)), tf.sub(1, tf.square(hidden[l])));
  }
  adam.applyGradients(gradients);
}

const matrix = (tf: TensorFlow, rows: readonly (readonly number[])[]): Tensor =>
  tf.tensor2d(Float32Array.from(rows.flat()), [rows.length, rows[0].length]);

/** A number of 32 bits has no more digits. */
const shortened = (value: number): number => Number(value.toPrecision(9));

const rowsOf = (values: Float32Array, width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, i) =>
    [...values.subarray(i * width, (i + 1) * width)].map(shortened));
