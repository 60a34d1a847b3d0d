import { BlockGraphKrylov } from '../dist/solver/linear/block-graph-krylov.js';
import { BlockGraphLu } from '../dist/solver/linear/block-graph-lu.js';
import { BlockMultigrid } from '../dist/solver/linear/block-multigrid.js';

/**
 * node bench/boxes.mjs [KIND] [NX NY NZ]...      linear system of a cell with two potentials on boxes of NX x NY x NZ cells: `krylov` or `lu`; CPU time of making
 *                                               the structure, of factors (the second time) and of a solution, least of three; after a build
 *
 * 200 x 200 x 200 um, electrons 50 times as mobile as ions, a reaction zone of a fifth of the depth.
 */
const [kind = 'krylov', ...numbers] = process.argv.slice(2);
const sizes = numbers.map(Number);
const cpu = (work) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
const facesOf = (nx, ny, nz) => {
  const [owner, neighbour, weight] = [[], [], []];
  const at = (x, y, z) => x + nx * (y + ny * z);
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++) {
        const ways = [[x + 1 < nx, at(x + 1, y, z), nx ** 2], [y + 1 < ny, at(x, y + 1, z), ny ** 2], [z + 1 < nz,
          at(x, y, z + 1), nz ** 2]];
        for (const [there, other, square] of ways) {
          if (!there) continue;
          owner.push(at(x, y, z));
          neighbour.push(other);
          weight.push(square);
        }
      }
    }
  }
  return { count: owner.length, owner: Int32Array.from(owner), neighbour: Int32Array.from(neighbour),
    weight: Float64Array.from(weight) };
};
for (let k = 0; k < sizes.length; k += 3) {
  const [nx, ny, nz] = sizes.slice(k, k + 3);
  const faces = facesOf(nx, ny, nz);
  const cells = nx * ny * nz;
  let matrix;
  const fill = () => {
    matrix.clear();
    const { diagonal, lower, upper } = matrix;
    for (let f = 0; f < faces.count; f++) {
      for (const [i, share] of [[0, 1], [3, 50]]) {
        const g = share * faces.weight[f];
        upper[4 * f + i] = lower[4 * f + i] = -g;
        diagonal[4 * faces.owner[f] + i] += g;
        diagonal[4 * faces.neighbour[f] + i] += g;
      }
    }
    for (let c = 0; c < cells; c++) {
      const x = c % nx;
      const g = 25 * (1 + 0.5 * Math.sin(0.01 * c));
      for (const [i, sign] of [[0, 1], [1, -1], [2, -1], [3, 1]]) diagonal[4 * c + i] += sign * g;
      if (x === 0) diagonal[4 * c] += 2 * nx * nx;
      if (x === nx - 1) diagonal[4 * c + 3] += 100 * nx * nx;
    }
  };
  const structure = cpu(() => (matrix = kind === 'lu'
    ? new BlockGraphLu(2, cells, faces)
    : new BlockGraphKrylov(2, cells, faces, 1e-10, (system) => new BlockMultigrid(system)))
  );
  fill();
  const first = cpu(() => matrix.factor());
  let [factor, solve] = [Infinity, Infinity];
  const exact = Float64Array.from({ length: 2 * cells }, (_, i) => Math.sin(0.001 * i * i));
  const right = new Float64Array(2 * cells);
  let error;
  for (let c = 0; c < cells; c++) {
    for (let i = 0; i < 2; i++) {
      for (let j = 0; j < 2; j++) right[2 * c + i] += matrix.diagonal[4 * c + 2 * i + j] * exact[2 * c + j];
    }
  }
  for (let f = 0; f < faces.count; f++) {
    const [o, n] = [faces.owner[f], faces.neighbour[f]];
    for (const i of [0, 1]) {
      right[2 * o + i] += matrix.upper[4 * f + 3 * i] * exact[2 * n + i];
      right[2 * n + i] += matrix.lower[4 * f + 3 * i] * exact[2 * o + i];
    }
  }
  for (let again = 0; again < 3; again++) {
    factor = Math.min(factor, cpu(() => matrix.factor()));
    const x = right.slice();
    solve = Math.min(solve, cpu(() => matrix.solve(x)));
    error = Math.max(...x.slice(0, 20_000).map((value, i) => Math.abs(value - exact[i])));
  }
  const ns = (seconds) => Math.round((1e9 * seconds) / (2 * cells));
  console.log(
    JSON.stringify({ kind, box: `${nx} x ${ny} x ${nz}`, unknowns: 2 * cells, structure_s: +structure.toFixed(2),
      firstFactor_s: +first.toFixed(2), factor_ns: ns(factor), solve_ns: ns(solve), iterations: matrix.iterations,
      error, memory_MB: Math.round(process.memoryUsage.rss() / 1e6) }),
  );
}
