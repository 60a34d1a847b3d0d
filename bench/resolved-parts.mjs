import { fromFirst, fromLast, reachFromEnds } from '../dist/voxels/reach.js';
import { InterfaceCurrent } from '../dist/voxels/resolved/interface-current.js';
import { rootOf, unite } from '../dist/voxels/union.js';
import { eachFace } from '../dist/voxels/voxel-grid.js';

const [active, electrolyte] = [1, 2];

/** The image without electrolyte that ions do not reach and active material that electrons do not reach, as void. */
export function whatTakesPart(image) {
  const from = (wanted) =>
    reachFromEnds(image.size, Uint8Array.from(image.labels, (label) => Number(label === wanted)));
  const [byElectrons, byIons] = [from(active), from(electrolyte)];
  return { ...image, labels: image.labels.map((label, i) => {
    const isReached = label === active ? byElectrons[i] & fromLast : label === electrolyte ? byIons[i] & fromFirst : 1;
    return isReached ? label : 0;
  }) };
}

/** The piece of active material that a voxel belongs to, as its first voxel: a particle, or a part of one that the sides cut. */
export function piecesOf({ size, labels }, particle) {
  const parent = Int32Array.from(labels, (_, i) => i);
  eachFace(size, (i, j) => {
    const both = labels[i] === active && labels[j] === active;
    if (both && particle[i] === particle[j]) unite(parent, i, j);
  });
  return parent.map((_, i) => (labels[i] === active ? rootOf(parent, i) : -1));
}

/**
 * Pieces with their voxels, their faces with electrolyte, and how far lithium has to go in them: 15 D <s>/q [m^2], which is R^2 of a sphere that it enters
 * all around; s of  -D div grad s = q, 0 where they meet electrolyte. Conjugate gradients on the voxels.
 */
export function wayIntoPieces({ size, labels, width: [h] }, piece) {
  const count = labels.length;
  const diagonal = new Float64Array(count);
  const ways = [];
  const pieces = new Map();
  for (const k of piece) {
    if (k >= 0) pieces.set(k, { voxels: (pieces.get(k)?.voxels ?? 0) + 1, faces: 0, sum: 0 });
  }
  eachFace(size, (i, j) => {
    const [one, other] = [labels[i], labels[j]];
    if (one === active && other === active) {
      if (piece[i] === piece[j]) ways.push(i, j);
    } else if (one + other === active + electrolyte && one * other > 0) {
      const at = one === active ? i : j;
      diagonal[at] += 2;
      pieces.get(piece[at]).faces++;
    }
  });
  const faces = Int32Array.from(ways);
  for (const i of faces) diagonal[i] += 1;
  const takesPart = piece.map((k) => Number(k >= 0 && pieces.get(k).faces > 0));
  const x = new Float64Array(count);
  const r = Float64Array.from(takesPart, (one) => one * h * h);
  const p = new Float64Array(count);
  const q = new Float64Array(count);
  let before = 0;
  for (let iteration = 0; iteration < 5000; iteration++) {
    let rho = 0;
    for (let i = 0; i < count; i++) if (takesPart[i]) rho += (r[i] * r[i]) / diagonal[i];
    if (rho < 1e-16 * count * h ** 4) break;
    for (let i = 0; i < count; i++) {
      if (takesPart[i]) p[i] = r[i] / diagonal[i] + (iteration > 0 ? (rho / before) * p[i] : 0);
    }
    before = rho;
    for (let i = 0; i < count; i++) q[i] = diagonal[i] * p[i];
    for (let e = 0; e < faces.length; e += 2) {
      q[faces[e]] -= p[faces[e + 1]];
      q[faces[e + 1]] -= p[faces[e]];
    }
    let curvature = 0;
    for (let i = 0; i < count; i++) curvature += p[i] * q[i];
    for (let i = 0; i < count; i++) {
      x[i] += (rho / curvature) * p[i];
      r[i] -= (rho / curvature) * q[i];
    }
  }
  for (let i = 0; i < count; i++) if (takesPart[i]) pieces.get(piece[i]).sum += x[i];
  return [...pieces.values()].map(({ voxels, faces, sum }) => ({ voxels, faces, way: (15 * sum) / voxels }));
}

/** Volume mean of the way into pieces that have one [m^2]. */
export function meanWay(pieces) {
  const fed = pieces.filter(({ faces }) => faces > 0);
  return fed.reduce((sum, { way, voxels }) => sum + way * voxels, 0) / fed.reduce((sum, { voxels }) => sum + voxels, 0);
}

/**
 * Pieces side by side at one potential, each with the quasi-steady drop of its way, s = <s> - (way/15 D) q: seconds until the cut-off. No potentials, no
 * lithium from piece to piece. `pieces`: voxels, faces [m^2 when times h^2], way [m^2].
 */
export function sideBySide(pieces, it, { currentDensity, start, step, mostSteps, cutoff }, h, area) {
  const perSite = it.faraday * it.sites;
  const fed = pieces.filter(({ faces }) => faces > 0).map(({ voxels, faces, way }) => {
    const perVolume = faces / (voxels * h);
    const depletion = (perVolume / perSite) * (step + way / (15 * it.diffusivity));
    return { faces: faces * h * h, mean: start, j: 0, fill: (perVolume * step) / perSite,
      face: new InterfaceCurrent({ potential: it.potential, exchangeCurrent: it.exchangeCurrent,
        thermalVoltage: it.thermalVoltage, resistance: 0, depletion }) };
  });
  const out = new Float64Array(3);
  const drawn = currentDensity * area;
  let before = cutoff + 1;
  for (let n = 1; n <= mostSteps; n++) {
    let [low, high] = [cutoff - 1, 5];
    for (let k = 0; k < 50; k++) {
      const phi = 0.5 * (low + high);
      let current = 0;
      for (const one of fed) {
        one.face.solve(phi, one.mean, one.j, out);
        one.j = out[0];
        current -= out[0] * one.faces;
      }
      if (current < drawn) high = phi;
      else low = phi;
    }
    if (low < cutoff) return step * (n - 1 + Math.min(1, (before - cutoff) / (before - low)));
    before = low;
    for (const one of fed) one.mean -= one.fill * one.j;
  }
  return step * mostSteps;
}

/** Takes away the faces between voxels of different pieces for lithium; electrons still pass. */
export function keepApart(electrode, piece) {
  const { cell } = electrode;
  const owner = new Int32Array(cell.nodes);
  for (let i = 0; i < piece.length; i++) if (cell.first[i + 1] > cell.first[i]) owner[cell.first[i]] = piece[i];
  const within = [];
  for (let e = 0; e < cell.activeFaces.length; e += 2) {
    const [one, other] = [cell.activeFaces[e], cell.activeFaces[e + 1]];
    if (owner[one] === owner[other]) within.push(one, other);
  }
  electrode.cell = { ...cell, activeFaces: Int32Array.from(within) };
}

/** Standard deviation of the stoichiometry, and the shares of its variance: within pieces, between those of one depth, over the depth (linear). */
export function unevenness({ cell, s }, { size: [nx, ny] }, piece) {
  const groups = new Map();
  let [sum, squares, count, depthSum] = [0, 0, 0, 0];
  for (let i = 0; i < piece.length; i++) {
    const node = cell.first[i];
    if (cell.first[i + 1] === node || !cell.isActive[node]) continue;
    const depth = Math.floor(i / (nx * ny));
    const group = groups.get(piece[i]) ?? { count: 0, sum: 0, depth: 0 };
    groups.set(piece[i], { count: group.count + 1, sum: group.sum + s[node], depth: group.depth + depth });
    sum += s[node];
    squares += s[node] ** 2;
    depthSum += depth;
    count++;
  }
  const total = squares / count - (sum / count) ** 2;
  let [between, zs, zz] = [0, 0, 0];
  for (const group of groups.values()) {
    const [high, deep] = [group.sum / group.count - sum / count,
      (group.depth - (depthSum / count) * group.count) / group.count];
    between += (group.count / count) * high ** 2;
    zs += (group.count / count) * deep * high;
    zz += (group.count / count) * deep ** 2;
  }
  const share = (part) => +(part / total).toFixed(3);
  return { deviation: +Math.sqrt(total).toFixed(4), within: share(total - between),
    between: share(between - zs ** 2 / zz), depth: share(zs ** 2 / zz) };
}
