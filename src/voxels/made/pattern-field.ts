import { randomNumbers } from '../random-numbers.js';
import { type GridSize, voxelCount } from '../voxel-grid.js';
import type { Pattern } from './structure-plan.js';

/** A function of place whose least values are the phase of the pattern: x, y, z in periods from a corner. */
type Shape = (x: number, y: number, z: number) => number;

/** Distance to the middle between two walls of a row, 0 in the middle of a period. */
const toMiddle = (x: number): number => Math.abs(x - Math.floor(x) - 0.5);

/** sin x cos y + sin y cos z + sin z cos x (Schoen, NASA TN D-5541, 1970); the least values are one of its two labyrinths. */
const gyroid: Shape = (x, y, z) => {
  const [a, b, c] = [2 * Math.PI * x, 2 * Math.PI * y, 2 * Math.PI * z];
  return Math.sin(a) * Math.cos(b) + Math.sin(b) * Math.cos(c) + Math.sin(c) * Math.cos(a);
};

/** Rods along x and along y in turn, layer on layer, half a period from one layer to the next (a printed log pile). */
const lattice: Shape = (x, y, z) =>
  Math.min(Math.hypot(toMiddle(y), toMiddle(z)), Math.hypot(toMiddle(x), toMiddle(z + 0.5)));

/** Plain weave: yarns along x and y that pass over and under each other, a fabric per period of z. */
const textile: Shape = (x, y, z) => {
  const swing = 0.25;
  const over = (along: number, across: number): number =>
    swing * Math.sin(Math.PI * along) * (Math.floor(across) % 2 === 0 ? 1 : -1);
  const height = z - Math.floor(z) - 0.5;
  return Math.min(Math.hypot(toMiddle(y), height - over(x, y)), Math.hypot(toMiddle(x), height + over(y, x)));
};

/** Waves of a freeze-cast wall: a few along y, slow ones along z. */
const waves = 4;

/** Walls along z whose place wavers as the ice did: waves of random phase along y and z. */
function freezeCast(waviness: number, across: number, deep: number, seed: number): Shape {
  const random = randomNumbers(seed);
  const modes = Array.from({ length: waves }, (_, k) => ({
    // whole waves, so that the walls meet across the sides
    alongY: (Math.max(1, Math.round(across / 6)) * (k + 1)) / across,
    alongZ: (0.5 * (random() - 0.5)) / deep,
    phase: 2 * Math.PI * random(),
    height: waviness / (k + 1),
  }));
  return (x, y, z) =>
    toMiddle(
      x + modes.reduce((sum, { alongY, alongZ, phase, height }) =>
        sum + height * Math.sin(2 * Math.PI * (alongY * y + alongZ * z) + phase), 0),
    );
}

function shapeOf({ shape, tilt, waviness }: Pattern, across: number, deep: number, seed: number): Shape {
  const [lean, slope] = [Math.cos(tilt), Math.sin(tilt)];
  switch (shape) {
    case 'lamellae':
      return (x, _, z) => toMiddle(lean * x + slope * z);
    case 'channels':
      return (x, y, z) => Math.hypot(toMiddle(x + (slope / lean) * z) * lean, toMiddle(y));
    case 'freezeCast':
      return freezeCast(waviness, across, deep, seed);
    default:
      return { gyroid, lattice, textile }[shape];
  }
}

/** Values closer than this are those of one group: sums of coordinates round. */
const grain = 1e-5;

export function patternField(size: GridSize, voxelSize: number, pattern: Pattern, seed: number): Float32Array {
  const [nx, ny, nz] = size;
  const step = voxelSize / pattern.period;
  const of = shapeOf(pattern, ny * step, nz * step, seed);
  const field = new Float32Array(voxelCount(size));
  for (let z = 0, i = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++, i++) {
        field[i] = Math.round(of((x + 0.5) * step, (y + 0.5) * step, (z + 0.5) * step) / grain) * grain;
      }
    }
  }
  return field;
}
