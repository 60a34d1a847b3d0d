import { describe, expect, it } from 'vitest';
import { conductOnePhase, conductPhases } from '../../../src/voxels/conduction/conduct.js';
import type { ConductingPhases } from '../../../src/voxels/conduction/phase-graph.js';
import { type GridSize, voxelCount } from '../../../src/voxels/voxel-grid.js';
import { type GraphLaplacian, solveLaplacian } from '../../support/graph-laplacian.js';
import { complement, evenNumbers, marked, overlappingSpheres } from '../images.js';

const cubes = [1, 1, 1] as const;
const walls = (size: GridSize, code: ArrayLike<number>, conductivity: readonly number[],
  more: Partial<ConductingPhases> = {}): ConductingPhases => ({ size, width: cubes, code, phaseOf: [0, 1, 2, 3],
    conductivity, ends: 'walls', ...more });

describe('the effective conductivity of one phase is exact for', () => {
  it('a full block, and channels straight through', () => {
    const size: GridSize = [9, 7, 12];
    expect(conductOnePhase(size, () => marked(size, () => true)).conductivity).toBeCloseTo(1, 6);
    const channels = marked(size, (x, y) => x % 3 === 0 && y < 6 && y % 2 === 0);
    expect(conductOnePhase(size, () => channels).conductivity).toBeCloseTo(9 / 63, 6);
  });

  it('hundreds of separate channels, which no coarse grid may join', () => {
    const size: GridSize = [70, 70, 8];
    const found = conductOnePhase(size, () => marked(size, (x, y) => x % 2 === 0 && y % 2 === 0));
    expect(found.conductivity).toBeCloseTo(0.25, 6);
  });

  it('a stair of single voxels: as many links as steps, half a link at its end, two voxels side by side at its beginning', () => {
    const size: GridSize = [8, 1, 8];
    const stair = marked(size, (x, _, z) => x === z || x === z + 1);
    expect(conductOnePhase(size, () => stair, 1e-9).conductivity).toBeCloseTo(1 / (13 + 1 / 2 + 1 / (2 + 2 / 3)), 6);
  });

  it('dead ends, which carry nothing, and islands, which take no part', () => {
    const size: GridSize = [8, 8, 16];
    const channel = (x: number, y: number) => x === 2 && y === 2;
    const ends = marked(size, (x, y, z) => channel(x, y) || (y === 2 && x < 6 && z === 5) || (x === 7 && z === 9));
    const found = conductOnePhase(size, () => ends, 1e-9);
    expect(found.conductivity).toBeCloseTo(1 / 64, 7);
    expect([found.conducting, found.leading]).toEqual([16 + 5 + 8, 16 + 5]);
  });

  it('nothing that leads through: 0, no field and no failure', () => {
    const size: GridSize = [6, 6, 6];
    expect(conductOnePhase(size, () => marked(size, (_x, _y, z) => z !== 3))).toMatchObject({ conductivity: 0,
      leading: 0 });
  });
});

it('a strip across the direction of the current has the tortuosity factor of its slant, the better the more voxels it is wide', () => {
  const errors = [1, 2, 4].map((fine) => {
    const size: GridSize = [16 * fine, 1, 16 * fine];
    const strip = marked(size, (x, _, z) => (x + z) % (16 * fine) < 8 * fine);
    const { conductivity } = conductPhases(walls(size, strip, [0, 1], { ends: 'periodic' }));
    return Math.abs(conductivity - 0.5 * Math.cos(Math.PI / 4) ** 2);
  });
  expect(errors[2]).toBeLessThan(0.01);
  expect(Math.log2(errors[1] / errors[2])).toBeGreaterThan(0.8);
});

it('insulating spheres on a simple cubic lattice follow the series of Rayleigh', () => {
  // k = 1 + 3 f / (-2 - f + 0.9795 f^(10/3)), insulating spheres: Meredith and Tobias, J. Appl. Phys. 31 (1960) 1270
  const series = (f: number): number => 1 + (3 * f) / (-2 - f + 0.9795 * f ** (10 / 3));
  const errors = [16, 32, 64].map((edge) => {
    const middle = (edge - 1) / 2;
    const radius = edge * Math.cbrt((3 * 0.3) / (4 * Math.PI));
    const size: GridSize = [edge, edge, edge];
    const around = marked(size, (x, y, z) => Math.hypot(x - middle, y - middle, z - middle) > radius);
    const share = around.reduce((sum, one) => sum + one, 0) / edge ** 3;
    return Math.abs(conductOnePhase(size, () => around).conductivity / series(1 - share) - 1);
  });
  expect(errors[2]).toBeLessThan(0.015);
  // the stairs of the surfaces cost in proportion to the width of a voxel
  expect(Math.log2(errors[0] / errors[2]) / 2).toBeGreaterThan(0.8);
});

describe('several phases', () => {
  const size: GridSize = [5, 6, 12];
  const byPlane = marked(size, (_x, _y, z) => z % 3 === 0);

  it('in layers across and along the current are resistances in series and beside each other', () => {
    expect(conductPhases(walls(size, byPlane, [2, 50])).conductivity).toBeCloseTo(1 / (2 / 3 / 2 + 1 / 3 / 50), 5);
    const along = marked(size, (_x, y) => y < 2);
    expect(conductPhases(walls(size, along, [2, 50])).conductivity).toBeCloseTo(2 * (4 / 6) + 50 * (2 / 6), 4);
  });

  it('have the resistance of every contact that the current crosses', () => {
    const resistance = (one: number, other: number): number => (one === other ? 0 : 0.25);
    const contacts = 7;
    const found = conductPhases(walls(size, byPlane, [2, 50], { resistance }));
    expect(12 / found.conductivity).toBeCloseTo(8 / 2 + 4 / 50 + 0.25 * contacts, 4);
    // grains of one phase: codes differ, the phase is the same
    const grains = conductPhases(walls(size, byPlane, [2], { phaseOf: [0, 0], resistance: () => 0.25 }));
    expect(12 / grains.conductivity).toBeCloseTo(12 / 2 + 0.25 * contacts, 4);
  });

  it('on voxels that are no cubes conduct by their true widths', () => {
    const width = [1e-6, 2e-6, 5e-6] as const;
    const layers = walls(size, byPlane, [2, 50], { width });
    expect(conductPhases(layers).conductivity).toBeCloseTo(1 / (2 / 3 / 2 + 1 / 3 / 50), 5);
  });

  it('that repeat themselves conduct alike wherever the period is cut', () => {
    const edge = 20;
    const cube: GridSize = [edge, edge, edge];
    const spheres = overlappingSpheres(edge, 4, 0.5);
    const shifted = marked(cube,
      (x, y, z) => spheres[((x + 7) % edge) + edge * (((y + 3) % edge) + edge * ((z + 11) % edge))] === 1);
    const [one, other] = [spheres, shifted].map((code) =>
      conductPhases(walls(cube, code, [1, 0.01], { ends: 'periodic' }), 1e-7).conductivity
    );
    expect(other / one).toBeCloseTo(1, 5);
    const pore = [spheres, shifted].map((code) =>
      conductPhases(walls(cube, code, [1, 0], { ends: 'periodic' }), 1e-7).conductivity
    );
    expect(pore[1] / pore[0]).toBeCloseTo(1, 5);
  });

  it('lie between the bounds of Hashin and Shtrikman', () => {
    const edge = 40;
    const spheres = overlappingSpheres(edge, 4, 0.4);
    const f = spheres.reduce((sum, one) => sum + one, 0) / spheres.length;
    for (const contrast of [10, 1000]) {
      const bound = (matrix: number, inside: number, share: number): number =>
        matrix + share / (1 / (inside - matrix) + (1 - share) / (3 * matrix));
      const { conductivity } = conductPhases(walls([edge, edge, edge], spheres, [1, contrast]));
      expect(conductivity).toBeGreaterThan(bound(1, contrast, f));
      expect(conductivity).toBeLessThan(bound(contrast, 1, 1 - f));
    }
  });
});

describe('beside another solver', () => {
  const size: GridSize = [13, 12, 11];
  const random = evenNumbers(7);
  const code = Uint8Array.from({ length: voxelCount(size) }, () => Math.floor(3 * random()));

  it.each([[1, 1, 1], [1, 1e-3, 10], [1, 1e-6, 1e-3]])('phases of %s, %s and %s S/m agree to 1e-5',
    (...conductivity) => {
      const found = conductPhases(walls(size, code, conductivity), 1e-7);
      expect(found.conductivity / reference(size, code, conductivity) - 1).toBeLessThan(1e-5);
      expect(found.conductivity / reference(size, code, conductivity) - 1).toBeGreaterThan(-1e-5);
    });

  it('one phase on the full grid agrees with it as one of several', () => {
    const mask = marked(size, (x, y, z) => code[x + 13 * (y + 12 * z)] < 2);
    const alone = conductOnePhase(size, () => mask, 1e-7).conductivity;
    expect(alone / reference(size, code, [1, 1, 0])).toBeCloseTo(1, 5);
    expect(conductPhases(walls(size, code, [3, 3, 0]), 1e-7).conductivity / 3 / alone).toBeCloseTo(1, 5);
  });
});

describe('the work', () => {
  const edge = 50;
  const size: GridSize = [edge, edge, edge];
  const spheres = overlappingSpheres(edge, 5, 0.5);

  it.each([[0.5, 1], [0.7, 1], [0.9, 1]])('stays within ten iterations where spheres leave %s void', (share) => {
    const { iterations, relativeError, conductivity, leading } = conductOnePhase(size,
      () => complement(overlappingSpheres(edge, 5, share)), 1e-5);
    expect(relativeError).toBeLessThan(1e-5);
    expect(iterations).toBeLessThanOrEqual(10);
    if (leading > 0) expect(conductivity).toBeGreaterThan(0);
  });

  it.each([1e-1, 1e-3, 1e-6])('stays within ten iterations at a contrast of %s, periodic or not', (poor) => {
    for (const ends of ['walls', 'periodic'] as const) {
      const { iterations, relativeError } = conductPhases(walls(size, spheres, [1, poor], { ends }));
      expect(relativeError).toBeLessThan(1e-3);
      expect(iterations).toBeLessThanOrEqual(10);
    }
  });

  it.each([1e-8, 1e-9, 1e-12, 1e-21])('says at a contrast of %s, beyond single precision, that nothing was found',
    (poor) => {
      const random = evenNumbers(3);
      const sparse = Uint8Array.from({ length: voxelCount(size) }, () => Number(random() < 0.32));
      const along = (weak: number) => conductPhases(walls(size, sparse, [weak, 1]));
      const [least, most] = [along(0), along(1e-6)].map(({ conductivity }) => conductivity);
      const { conductivity, relativeError } = along(poor);
      expect(Number.isFinite(conductivity)).toBe(true);
      if (relativeError < 1) {
        expect(conductivity * (1 + relativeError)).toBeGreaterThan(least);
        expect(conductivity * (1 - relativeError)).toBeLessThan(most);
      } else expect(poor).toBeLessThan(1e-6);
    });

  it('says an error that holds', () => {
    const pores = complement(spheres);
    const exact = conductOnePhase(size, () => pores, 1e-9).conductivity;
    for (const tolerance of [1e-3, 1e-4, 1e-5]) {
      const { conductivity, relativeError } = conductOnePhase(size, () => pores, tolerance);
      expect(Math.abs(conductivity / exact - 1)).toBeLessThan(3 * relativeError);
      expect(relativeError).toBeLessThan(tolerance);
    }
  });
});

describe('the field', () => {
  const edge = 24;
  const size: GridSize = [edge, edge, edge];
  const pores = complement(overlappingSpheres(edge, 4, 0.5));

  it.each([
    ['of one phase', conductOnePhase(size, () => pores, 1e-9)],
    ['of a graph', conductPhases(walls(size, pores, [1e-3, 1]), 1e-9)],
  ])('%s carries the same current through every plane, and its planes in series are the whole', (_, found) => {
    const field = found.field!;
    for (let plane = 0; plane < edge; plane++) {
      const mean = field.currents(plane).reduce((sum, current) => sum + current, 0) / edge ** 2;
      expect(mean).toBeCloseTo(1, 3);
    }
    const series = edge / field.byPlane().reduce((sum, one) => sum + 1 / one, 0);
    expect(series / found.conductivity).toBeCloseTo(1, 6);
    const potential = field.potential();
    expect(Math.max(...potential)).toBeLessThanOrEqual(1);
    expect(Math.min(...potential)).toBeGreaterThanOrEqual(0);
  });
});

/** The same equations as a list of edges, by conjugate gradients of another making, to 1e-11. */
function reference([nx, ny, nz]: GridSize, code: Uint8Array, conductivity: readonly number[]): number {
  const k = Float64Array.from(code, (one) => conductivity[one]);
  const total = nx * ny * nz;
  const start = new Int32Array(total + 1);
  const neighbour: number[] = [];
  const conductance: number[] = [];
  const ground = new Float64Array(total);
  const source = new Float64Array(total);
  for (let i = 0; i < total; i++) {
    start[i] = neighbour.length;
    const before = [i >= nx * ny ? i - nx * ny : -1, Math.floor(i / nx) % ny > 0 ? i - nx : -1,
      i % nx > 0 ? i - 1 : -1];
    for (const j of before) {
      if (j < 0 || k[i] * k[j] === 0) continue;
      neighbour.push(j);
      conductance.push((2 * k[i] * k[j]) / (k[i] + k[j]));
    }
    if (i < nx * ny) source[i] = 2 * k[i];
    ground[i] = source[i] + (i >= total - nx * ny ? 2 * k[i] : 0);
    // voxels that nothing holds
    ground[i] += k[i] === 0 ? 1 : 1e-13 * k[i];
  }
  start[total] = neighbour.length;
  const graph: GraphLaplacian = { size: total, start, neighbour: Int32Array.from(neighbour),
    conductance: Float64Array.from(conductance), ground };
  const u = new Float64Array(total);
  solveLaplacian(graph, source, u, 1e-11);
  let current = 0;
  for (let i = 0; i < nx * ny; i++) current += source[i] * (1 - u[i]);
  return (current * nz) / (nx * ny);
}
