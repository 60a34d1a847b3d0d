import { fastnessAt, type Rate } from '../ranges/calibrated-band.js';
import type { Miss } from './interval-calibration.js';

type Value = readonly [error: number, byInputs: number, cRate?: number];

/**
 * What forecasts missed: capacities of sources that were written down before the program had predicted them, of cells that were inside what was compared as the
 * program of that day judged them, by the laws and spreads of that day, misread inputs included; charges and discharges up to C/4, and faster ones, a held voltage
 * among them. Of each value ln(predicted/measured) and the half width of ln that its inputs gave the interval on the side of the measured value; of a faster one the
 * C-rate by its nominal capacity, which a held voltage has not. In the order in which the sources came (docs/validation-forecasts.md, "Sources added after the model was
 * frozen"); a new source is added with what the program says before anything is changed.
 */
const bySource: Record<string, Partial<Record<Rate, readonly Value[]>>> = {
  'braun-2024': { slow: [[0.093, 0.04], [0.201, 0.141]] },
  'chen-2023': { slow: [[0.115, 0.092], [0.111, 0.334]] },
  'kang-2025': { fast: [[-0.123, 0.113, 0.5]] },
  'rosenbach-2022': {
    slow: [[0.012, 0.069], [0.112, 0.236], [0.085, 0.073], [0.016, 0.255], [0.209, 0.072], [0.14, 0.254]],
  },
  'zhou-2020': { slow: [[-0.007, 0.115], [-0.066, 0.182], [-0.174, 0.171], [-0.216, 0.186]],
    fast: [[-0.397, 0.447, 0.5], [-0.531, 0.692, 1]] },
  'dugas-2021': { slow: [[0.309, 0.023], [0.453, 0.16], [0.642, 0.066], [0.967, 0.185]] },
  'liu-2022': {
    slow: [[0.058, 0.055], [0.125, 0.204], [0.041, 0.054], [0.031, 0.204], [0.207, 0.204], [0.06, 0.204]],
  },
  'zuo-2022': { fast: [[-0.084, 0.073, 0.5], [-0.237, 0.269, 0.5], [-0.08, 0.074, 0.5], [-0.262, 0.269, 0.5]] },
  'choi-2026': {
    slow: [[-0.062, 0.032], [-0.002, 0.112], [0.07, 0.042], [0.241, 0.153], [0.025, 0.042], [-0.022, 0.112]],
  },
  'wei-2023': {
    slow: [[0.041, 0.035], [0.042, 0.074], [-0.101, 0.083], [-0.11, 0.171], [0.191, 0.03], [0.228, 0.051], [0.111,
      0.03], [0.127, 0.051]],
  },
  'li-2025': { slow: [[0.011, 0.035], [0.076, 0.071]] },
  'minnmann-2024': {
    slow: [[0.287, 0.046], [0.56, 0.162], [0.001, 0.042], [0.069, 0.144], [-0.049, 0.036], [0.08, 0.152]],
    fast: [[0.333, 0.649, 0.99], [-0.144, 0.612, 0.99], [-0.047, 0.605, 0.99]],
  },
  'minnmann-2021': {
    slow: [[0.21, 0.153], [0.074, 0.153], [0.103, 0.153], [0.096, 0.176]],
    fast: [[0.127, 0.208, 0.278], [0.163, 0.28, 0.556], [0.264, 0.213, 0.277], [0.297, 0.286, 0.556], [0.381, 0.433,
      1.11], [0.09, 0.213, 0.277], [0.145, 0.286, 0.556], [0.271, 0.433, 1.11], [0.195, 0.207, 0.278], [0.31, 0.278,
      0.557], [0.545, 0.425, 1.11], [0.535, 0.237, 0.278], [0.821, 0.301, 0.554], [0.847, 0.622, 1.11]],
  },
  'yanev-2024': {
    fast: [[0.26, 0.032], [0.249, 0.032], [1.874, 0.118], [0.416, 0.031], [0.149, 0.025], [0.245, 0.025], [0.256,
      0.031], [0.825, 0.127], [0.418, 0.031], [0.256, 0.026], [0.097, 0.026]],
  },
  'jung-2026': { slow: [[-0.053, 0.029], [0.048, 0.144], [-0.03, 0.029], [0.034, 0.144]] },
  'zhou-2026': { slow: [[-0.012, 0.024], [-0.115, 0.149]],
    fast: [[-0.338, 0.285, 0.5], [-1.096, 0.715, 1], [-1.247, 0.885, 1]] },
  'huang-2022': { slow: [[0.021, 0.075]] },
  'ke-2025': { slow: [[0.54, 0.168], [-0.049, 0.123]] },
  'truong-2025': { slow: [[0.109, 0.048], [0.28, 0.158]], fast: [[0.467, 0.804, 1]] },
  'zhang-2017': { slow: [[0.45, 0.003], [-0.008, 0.002], [-0.033, 0.002], [0.062, 0.004], [-0.151, 0.002]] },
  'yang-2025': { slow: [[-0.196, 0.124], [-0.201, 0.175], [-0.123, 0.124], [-0.182, 0.175]],
    fast: [[-0.364, 0.292, 0.5], [-0.571, 0.533, 1], [-0.369, 0.292, 0.5], [-0.636, 0.535, 1]] },
  'wang-2025': { slow: [[0.06, 0.084], [0.03, 0.084]],
    fast: [[1.232, 0.528, 1], [0.179, 0.183, 0.4], [0.194, 0.233, 0.5], [0.265, 0.499, 1]] },
  'li-2026': {
    slow: [[0.074, 0.127], [0.038, 0.169], [0.002, 0.23], [-0.035, 0.109], [0.011, 0.107], [0.133, 0.084], [0.246,
      0.107]],
    fast: [[-0.028, 0.321, 0.3], [-0.04, 0.423, 0.5], [0.246, 0.508, 1]],
  },
  'deng-2026': { slow: [[-0.151, 0.127], [-0.236, 0.127]], fast: [[-0.557, 0.713, 1], [-0.908, 0.7165, 1]] },
  'jung-2019': { slow: [[-0.024, 0.039]], fast: [[0.241, 0.446, 0.4]] },
  'keti-2026': {
    slow: [[-0.055, 0.019], [-0.119, 0.072], [-0.035, 0.019], [-0.096, 0.072], [-0.052, 0.017], [-0.12, 0.07]],
    fast: [[0.119, 3.29, 0.99], [0.23, 3.293, 0.99]],
  },
  'nca-halide-shell': { slow: [[0.114, 0.243]] },
  'lco-argyrodite-2022': { slow: [[0.148, 0.035]] },
  'bonsu-2024': { slow: [[-0.013, 0.213]] },
  'ni-2022': { slow: [[0.222, 0.172], [0.214, 0.176]] },
  'li-2024': { slow: [[-0.012, 0.184], [-0.057, 0.227]],
    fast: [[-0.123, 0.299, 0.5], [-0.208, 0.391, 1], [-0.17, 0.391, 1], [0.33, 0.579, 1]] },
  'us-11258057': { slow: [[-0.059, 0.052], [0.092, 0.186], [0.049, 0.056], [0.125, 0.186]] },
  'boulineau-2013': { slow: [[0.236, 0.231]] },
  'puls-2024': { slow: [[0.203, 0.273], [-0.033, 0.206]] },
};

const misses = (rate: Rate): Miss[] =>
  Object.entries(bySource).flatMap(([source, values]) =>
    (values[rate] ?? []).map(([error, byInputs, cRate]) => ({ source, error, byInputs, fastness: fastnessAt(cRate) }))
  );

export const forecasts: Readonly<Record<Rate, readonly Miss[]>> = { slow: misses('slow'), fast: misses('fast') };
