import { expect, it } from 'vitest';
import { openTiff } from '../../../src/voxels/files/tiff.js';
import { writeTiff } from '../../../src/voxels/files/write-tiff.js';
import { evenNumbers } from '../images.js';

it.each([[[1, 1, 1]], [[3, 5, 7]], [[64, 33, 20]]] as const)('a stack of %j comes back as it was', (size) => {
  const random = evenNumbers(1);
  const labels = Uint8Array.from({ length: size[0] * size[1] * size[2] }, () => Math.floor(5 * random()));
  const opened = openTiff(writeTiff(size, labels));
  if (!opened.ok) throw new Error(opened.problem.received);
  expect(opened.file.size).toEqual(size);
  expect(opened.file.labels()).toEqual({ ok: true, labels });
});
