import type { EmulatorLayer } from '../../results/emulator-schema.js';
import { randomNumbers } from '../../voxels/random-numbers.js';
import type { Optimiser, Tensor, TensorFlow, Variable } from './tensorflow.js';

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
export async function train(tf: TensorFlow, { x, y }: TrainingSet, { seed, steps, onStep }: TrainingOptions): Promise<
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
