/**
 * TensorFlow.js where it is installed: an optional package, of which nothing is read before a network is trained. What is used of it stands
 * here as types, so that the program compiles without it.
 */

/** A matrix of 32-bit numbers. */
export interface Tensor {
  data(): Promise<Float32Array>;
}

export interface Variable extends Tensor {
  readonly name: string;
}

export interface Optimiser {
  learningRate: number;
  applyGradients(gradients: Readonly<Record<string, Tensor>>): void;
}

export interface TensorFlow {
  readonly version_core: string;
  setBackend(name: string): Promise<boolean>;
  getBackend(): string;
  tidy<T>(run: () => T): T;
  dispose(all: readonly Tensor[]): void;
  tensor2d(values: Float32Array, shape: readonly [number, number]): Tensor;
  variable(initial: Tensor): Variable;
  matMul(a: Tensor, b: Tensor): Tensor;
  transpose(a: Tensor): Tensor;
  gather(a: Tensor, rows: Tensor): Tensor;
  tensor1d(values: Int32Array, type: 'int32'): Tensor;
  add(a: Tensor, b: Tensor): Tensor;
  sub(a: Tensor | number, b: Tensor): Tensor;
  mul(a: Tensor, b: Tensor | number): Tensor;
  square(a: Tensor): Tensor;
  tanh(a: Tensor): Tensor;
  sum(a: Tensor, axis: number, keepDims: boolean): Tensor;
  readonly train: { adam(learningRate: number): Optimiser };
}

export interface Backend {
  readonly tf: TensorFlow;
  /** "@tensorflow/tfjs-core 4.22.0, wasm" */
  readonly name: string;
}

/** Packages that multiply matrices, the fastest first; the last two share their core. */
const choices = [
  { load: '@tensorflow/tfjs-node', core: '@tensorflow/tfjs-node', backend: 'tensorflow' },
  { load: '@tensorflow/tfjs-backend-wasm', core: '@tensorflow/tfjs-core', backend: 'wasm' },
  { load: '@tensorflow/tfjs-backend-cpu', core: '@tensorflow/tfjs-core', backend: 'cpu' },
] as const;

/** What is installed and runs here; undefined where nothing does. */
export async function loadBackend(): Promise<Backend | undefined> {
  for (const { load, core, backend } of choices) {
    const tf = await loaded(load, core);
    if (tf && await runs(tf, backend)) return { tf, name: `${core} ${tf.version_core}, ${backend}` };
  }
  return undefined;
}

/** A package by a name that no bundler follows: it stays where it is installed. */
async function loaded(load: string, core: string): Promise<TensorFlow | undefined> {
  try {
    await import(load);
    const found = await import(core) as TensorFlow & { readonly default?: TensorFlow };
    return found.default ?? found;
  } catch {
    // not installed, or without the library that its installation fetches
    return undefined;
  }
}

/** Whether it multiplies: on newer versions of Node tfjs-node loads and its first operation throws. */
async function runs(tf: TensorFlow, backend: string): Promise<boolean> {
  try {
    if (!await tf.setBackend(backend)) return false;
    const one = tf.tensor2d(new Float32Array([2]), [1, 1]);
    const [four] = await tf.matMul(one, one).data();
    return four === 4;
  } catch {
    return false;
  }
}
