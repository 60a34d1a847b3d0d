export { randomNumbers } from '../../voxels/random-numbers.js';
