import type { Assembly } from './assembly.js';
import { phiS } from './block-layout.js';
import type { ParticleReactions } from './particle-reactions.js';

/**
 * From J and M of an assembly to the matrix of its blocks, J + M/gamma with particles and dependents eliminated, and back. The road of
 * `cell-problem`: particles are reduced, the right-hand side is built, the blocks are solved, everything else follows from them.
 */
export class Condensation {
  constructor(private readonly assembly: Assembly) {}

  /** Completes the matrix of the blocks for a step of gamma, particles and dependents eliminated; rows that store are held where gamma is 0. */
  condense(gamma: number): void {
    const { layout: { size, columns }, stores, dependents, unknowns,
      jacobian: { diagonal, lower, upper, matrix, excess }, mesh: { faces } } = this.assembly;
    dependents.eliminate(gamma);
    if (columns > size) {
      for (let c = 0; c < unknowns.cells; c++) this.condenseBlock(diagonal, c, c, matrix.diagonal);
      for (let f = 0; f < faces.count; f++) {
        this.condenseBlock(upper, f, faces.neighbour[f], matrix.upper);
        this.condenseBlock(lower, f, faces.owner[f], matrix.lower);
      }
    }
    for (const reaction of this.assembly.reactions) this.condenseParticles(reaction);
    for (const { row, capacity } of stores) {
      if (gamma === 0) {
        clearRow(matrix.entries, row, size);
        for (let at = row; at < excess.length; at += size) excess[at] = 0;
      }
      const rate = gamma === 0 ? 1 : 1 / gamma;
      for (let c = 0; c < capacity.length; c++) matrix.diagonal[(size * c + row) * size + row] += rate * capacity[c];
    }
  }

  /** A block of J with the columns of its dependents replaced by those of the unknowns of their cell. */
  private condenseBlock(from: Float64Array, block: number, cell: number, into: Float64Array): void {
    const { layout: { size, columns }, dependents: { slopes } } = this.assembly;
    for (let row = 0; row < size; row++) {
      const source = (size * block + row) * columns;
      const target = (size * block + row) * size;
      for (let q = 0; q < size; q++) into[target + q] = from[source + q];
      for (let d = size; d < columns; d++) {
        const slope = from[source + d];
        if (slope === 0) continue;
        const at = ((columns - size) * cell + d - size) * size;
        for (let q = 0; q < size; q++) into[target + q] += slope * slopes[at + q];
      }
    }
  }

  /** The answers of j in the rows that it enters and leaves. */
  private condenseParticles({ at, wettedArea, answers, leaves }: ParticleReactions): void {
    const { layout: { size }, jacobian: { matrix: { diagonal } } } = this.assembly;
    for (let k = 0; k < at.count; k++) {
      const block = size * size * (at.firstCell + k);
      const area = wettedArea[k];
      const [own, row] = [size * k, block + size * phiS];
      for (let q = 0; q < size; q++) {
        const answer = area * answers[own + q];
        diagonal[row + q] += answer;
        for (let i = 0; i < leaves.length; i++) diagonal[block + size * leaves[i] + q] -= answer;
      }
    }
  }

  /** Right-hand side of the condensed system, `size` numbers per cell, after the particles were reduced. */
  rightHandSide(residual: Float64Array, gamma: number, rhs: Float64Array): void {
    const { layout: { size, columns, index }, stores, dependents } = this.assembly;
    for (let i = 0; i < index.length; i++) rhs[i] = index[i] < 0 ? 0 : -residual[index[i]];
    for (const { row, capacity } of stores) {
      for (let c = 0; c < capacity.length; c++) rhs[size * c + row] *= capacity[c];
    }
    for (const { at, wettedArea, free, leaves } of this.assembly.reactions) {
      for (let k = 0; k < at.count; k++) {
        const block = size * (at.firstCell + k);
        const given = wettedArea[k] * free[k];
        rhs[block + phiS] -= given;
        for (let i = 0; i < leaves.length; i++) rhs[block + leaves[i]] += given;
      }
    }
    if (columns > size) {
      dependents.reduce(residual, gamma);
      this.subtractFree(rhs);
    }
    for (const pass of this.assembly.interfaces) pass.reduce(residual, rhs);
    if (gamma > 0) return;
    for (const { row } of stores) for (let at = row; at < rhs.length; at += size) rhs[at] = 0;
  }

  /** J times what the dependents change by on their own. */
  private subtractFree(rhs: Float64Array): void {
    const { mesh: { faces }, unknowns, jacobian: { diagonal, lower, upper } } = this.assembly;
    for (let c = 0; c < unknowns.cells; c++) this.subtractBlock(diagonal, c, c, c, rhs);
    for (let f = 0; f < faces.count; f++) {
      this.subtractBlock(upper, f, faces.owner[f], faces.neighbour[f], rhs);
      this.subtractBlock(lower, f, faces.neighbour[f], faces.owner[f], rhs);
    }
  }

  private subtractBlock(from: Float64Array, block: number, rowCell: number, columnCell: number,
    rhs: Float64Array): void
  {
    const { layout: { size, columns }, dependents: { free } } = this.assembly;
    const count = columns - size;
    for (let row = 0; row < size; row++) {
      const at = (size * block + row) * columns + size;
      for (let d = 0; d < count; d++) rhs[size * rowCell + row] -= from[at + d] * free[count * columnCell + d];
    }
  }

  /** Unknowns of the blocks and of the interfaces from the solution of the condensed system. */
  back(solution: Float64Array, residual: Float64Array, delta: Float64Array): void {
    const { index } = this.assembly.layout;
    scatter(solution, index, delta);
    for (const pass of this.assembly.interfaces) pass.back(solution, this.assembly.dependents, residual, delta);
  }
}

function scatter(values: Float64Array, places: Int32Array, out: Float64Array): void {
  for (let i = 0; i < places.length; i++) if (places[i] >= 0) out[places[i]] = values[i];
}

/** One row of every block. */
function clearRow(blocks: Float64Array, row: number, size: number): void {
  for (let at = row * size; at < blocks.length; at += size * size) blocks.fill(0, at, at + size);
}
