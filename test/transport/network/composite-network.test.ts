import { describe, expect, it } from 'vitest';
import { particlesTouching } from '../../../src/transport/network/composite-network.js';
import { phases } from '../../../src/transport/network/voxel-composite.js';

const edge = 5;
const [active, electrolyte] = [phases.indexOf('activeMaterial'), phases.indexOf('electrolyte')];
const at = ([x, y, z]: readonly number[]): number => x + edge * (y + edge * z);

/** Whether a particle of one voxel meets ions that reach one other voxel of the cube, which is void but for these two. */
function meets(particle: readonly number[], ions: readonly number[]): boolean {
  const phase = new Uint8Array(edge ** 3);
  phase[at(particle)] = active;
  phase[at(ions)] = electrolyte;
  const reached = new Uint8Array(edge ** 3);
  reached[at(ions)] = 1;
  const cluster = new Int32Array(edge ** 3);
  cluster[at(particle)] = 1;
  return particlesTouching({ edge, phase, cluster }, active, reached)[1] === 1;
}

const steps = [-1, 0, 1].flatMap((x) => [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((z) => [x, y, z])))
  .filter((step) => step.some((one) => one !== 0));
const inside = (place: readonly number[]): boolean => place.every((one) => one >= 0 && one < edge);

describe('a particle in a random network', () => {
  it.each([[2, 2, 2], [0, 2, 2], [4, 2, 2], [2, 0, 3], [2, 4, 3], [2, 2, 4], [0, 0, 4], [4, 4, 1]])(
    'at %s, %s, %s meets ions through each of its faces, and through no edge or corner',
    (...place) => {
      for (const step of steps) {
        const ions = place.map((one, axis) => one + step[axis]);
        if (!inside(ions)) continue;
        const byFace = Math.hypot(...step) === 1;
        expect(meets(place, ions), `ions at ${ions.join()}`).toBe(byFace);
      }
    },
  );

  it.each([[[4, 2, 2], [0, 3, 2]], [[0, 3, 2], [4, 2, 2]], [[2, 4, 2], [2, 0, 3]], [[2, 0, 3], [2, 4, 2]]])(
    'at %s meets none at %s, on the other side of the cube',
    (place, ions) => expect(meets(place, ions)).toBe(false),
  );

  it('meets them where it is at the membrane, whatever is beside it', () => {
    expect(meets([2, 2, 0], [4, 4, 4])).toBe(true);
    expect(meets([0, 0, 1], [4, 4, 4])).toBe(false);
  });
});
