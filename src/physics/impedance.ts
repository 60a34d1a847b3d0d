import type { BlockMatrix } from '../solver/linear/block-matrix.js';
import { BlockTridiagonal3 } from '../solver/linear/block-tridiagonal-3.js';
import { BlockTridiagonal2 } from '../solver/linear/block-tridiagonal.js';
import { type ComplexArray, complexArray,
  ComplexBlockTridiagonal } from '../solver/linear/complex-block-tridiagonal.js';
import { FARADAY } from '../units/constants.js';
import type { CellProblem } from './cell-problem.js';
import { finiteDiffusion } from './finite-diffusion.js';
import { ImpedanceParts } from './impedance-parts.js';
import { surfacePerSlope } from './particle-response.js';

/**
 * Small-signal impedance of the cell about a state of rest: the equations of `cell-problem`, linearised, with the Laplace
 * variable p = i omega [s^-1] in the place of 1/gamma, solved for a unit of current.
 *
 *   Z = -dV/dI [ohm m^2]
 *   di = Y (dphiS - dphiE),  Y = 1 / (d eta/dj + Rf + dU/ds H) + p C,  H = -coverage R / (F cMax D) W(p R^2/D)   per wetted area
 *
 *   C   double-layer capacitance per wetted area, beside the charge transfer and its film [F m^-2]
 *   W   `particle-response`
 *
 * The same at a planar anode, Y = 1/(d eta/di + R) + p C, in series with the half cell of electrolyte before it. The salt of that
 * half cell, which the time domain takes as following at once, answers here by tanh(q)/q of it, q^2 = p eps d^2 / DEff: the
 * same at rest, and no resistance of a wave that has not got that far. The charge of the double layer comes as lithium ions,
 * so it counts in the salt's balance as the reaction does.
 *
 * `problem` serves as the linearisation and must stay at the state of rest while this is in use.
 *
 * At rest no current flows and the salt is even: conductivities that follow stoichiometry or salt, and exchange currents that
 * follow either, multiply a zero and drop out.
 */
export class CellImpedance {
  /** Of the last frequency, per part [ohm m^2]. */
  readonly parts: ImpedanceParts;
  /** Number of matrices eliminated since the start. */
  factorisations = 0;
  /** Ions and electrons: fixed + (1/p) rates. */
  private readonly fixed: BlockMatrix;
  private readonly rates: BlockMatrix;
  private readonly matrix: ComplexBlockTridiagonal;
  private readonly potentials: ComplexArray;
  /** p R^2 / D = p times this, of each particle of each class [s]; dU/ds ds/d(rho slope) per unit of j [ohm m^2]. */
  private readonly diffusionTime: readonly Float64Array[];
  private readonly diffusionScale: readonly Float64Array[];
  /** Half a cell of salt before the plane: its resistance at rest [ohm m^2] and eps d^2 / DEff [s]; 0 without salt. */
  private readonly planeSalt: number;
  private readonly planeTime: number;
  private readonly response = new Float64Array(2);
  private readonly admittance = new Float64Array(2);

  constructor(private readonly problem: CellProblem, rested: Float64Array, private readonly capacitance: number) {
    const { charge, reactions, unknowns } = problem;
    const nothing = new Float64Array(problem.size);
    problem.residual(0, rested, nothing, new Float64Array(problem.size));
    this.fixed = transport(problem, rested, 0);
    this.rates = transport(problem, rested, 1);
    subtract(this.rates, this.fixed);
    this.matrix = new ComplexBlockTridiagonal(charge.blockSize, unknowns.cells);
    this.potentials = complexArray(charge.blockSize * unknowns.cells);
    const { anode } = charge;
    this.planeSalt = anode.reaction ? 1 / anode.conductance - anode.reaction.byCurrent - anode.resistance : 0;
    this.planeTime = saltTimeAtPlane(problem, rested);
    const local = new Float64Array(2);
    const particles = reactions.map(({ particle: { material, coverage, network }, at, slopeBySurface }) => {
      const time = new Float64Array(at.count);
      const scale = new Float64Array(at.count);
      for (let k = 0; k < at.count; k++) {
        material.diffusivity.evaluate(rested[at.shells + k], local);
        time[k] = material.particleRadius ** 2 / local[0];
        const perSlope = (coverage * material.particleRadius) / (FARADAY * material.maximumConcentration * local[0]);
        // of a network the answer of its stoichiometry itself
        scale[k] = network ? -perSlope : -slopeBySurface[k] * perSlope;
      }
      return { time, scale };
    });
    this.diffusionTime = particles.map(({ time }) => time);
    this.diffusionScale = particles.map(({ scale }) => scale);
    this.parts = new ImpedanceParts(problem, rested);
  }

  /** Solves at p = re + i im, not zero; false where the matrix is singular. The result is in `parts`. */
  solve(re: number, im: number): boolean {
    const { matrix, potentials, problem, parts } = this;
    this.assembleTransport(re, im);
    this.assembleParticles(re, im);
    this.assemblePlane(re, im);
    potentials.re.fill(0);
    potentials.im.fill(0);
    potentials.re[matrix.size * problem.model.mesh.collectorFace.cell + 1] = -1;
    this.factorisations++;
    if (!matrix.solve(potentials)) return false;
    parts.evaluate(potentials, this.admittance);
    return true;
  }

  private assembleTransport(re: number, im: number): void {
    const { fixed, rates, matrix } = this;
    const scale = 1 / (re * re + im * im);
    combine(matrix.diagonal, fixed.diagonal, rates.diagonal, re * scale, -im * scale);
    combine(matrix.lower, fixed.lower, rates.lower, re * scale, -im * scale);
    combine(matrix.upper, fixed.upper, rates.upper, re * scale, -im * scale);
    if (this.problem.charge.mixed) this.assembleNetworks(re, im);
  }

  /** The third column of a cell with a network is times ds(surface)/dj, H of its particles, in the place of 1/p. */
  private assembleNetworks(re: number, im: number): void {
    const { response, fixed, rates, matrix, problem: { reactions, model: { mesh: { faces } } } } = this;
    for (let p = 0; p < reactions.length; p++) {
      const { at, particle, diffusion } = reactions[p];
      if (!particle.network) continue;
      for (let k = 0; k < at.count; k++) {
        const time = this.diffusionTime[p][k];
        surfacePerSlope(diffusion.shells, re * time, im * time, response);
        for (let i = 0; i < 2; i++) response[i] *= this.diffusionScale[p][k];
        const cell = at.firstCell + k;
        combineColumn(matrix.diagonal, fixed.diagonal, rates.diagonal, cell, response);
        for (let f = 0; f < faces.count; f++) {
          if (faces.neighbour[f] === cell) combineColumn(matrix.upper, fixed.upper, rates.upper, f, response);
          if (faces.owner[f] === cell) combineColumn(matrix.lower, fixed.lower, rates.lower, f, response);
        }
      }
    }
  }

  private assembleParticles(re: number, im: number): void {
    const { response, admittance, problem: { reactions, charge, model } } = this;
    for (let p = 0; p < reactions.length; p++) {
      // a network is part of the transport, without a double layer
      if (reactions[p].particle.network) continue;
      const { at, slopeByReaction, contact } = reactions[p];
      const time = this.diffusionTime[p];
      for (let k = 0; k < at.count; k++) {
        // particles of one class at one stoichiometry share their response
        if (k === 0 || time[k] !== time[k - 1]) surfacePerSlope(model.shells, re * time[k], im * time[k], response);
        const scale = this.diffusionScale[p][k];
        // only what is in contact has a double layer
        this.setAdmittance(slopeByReaction[k] + scale * response[0], scale * response[1], contact[k] * re,
          contact[k] * im);
        const area = charge.wettedArea[p][k];
        this.addReaction(at.firstCell + k, area * admittance[0], area * admittance[1], re, im);
      }
    }
  }

  /** Y = 1 / (faradaic) + p C. */
  private setAdmittance(faradaicRe: number, faradaicIm: number, re: number, im: number): void {
    const scale = 1 / (faradaicRe * faradaicRe + faradaicIm * faradaicIm);
    this.admittance[0] = faradaicRe * scale + re * this.capacitance;
    this.admittance[1] = -faradaicIm * scale + im * this.capacitance;
  }

  /** A current of g (dphiS - dphiE) from the electrode into the electrolyte of a cell; the salt's row is times 1/p. */
  private addReaction(cell: number, gRe: number, gIm: number, re: number, im: number): void {
    const { size, diagonal } = this.matrix;
    const at = size * size * cell;
    addTo(diagonal, at, gRe, gIm);
    addTo(diagonal, at + 1, -gRe, -gIm);
    addTo(diagonal, at + size, -gRe, -gIm);
    addTo(diagonal, at + size + 1, gRe, gIm);
    if (!this.problem.unknowns.hasSalt) return;
    const scale = 1 / (re * re + im * im);
    const saltRe = (gRe * re + gIm * im) * scale;
    const saltIm = (gIm * re - gRe * im) * scale;
    addTo(diagonal, at + 6, saltRe, saltIm);
    addTo(diagonal, at + 7, -saltRe, -saltIm);
  }

  /** iAnode = -dphiE / (half cell + 1/Y) into the first cell. Leaves Y in `admittance`. */
  private assemblePlane(re: number, im: number): void {
    const { problem: { charge, model }, admittance, matrix, planeSalt, planeTime, response } = this;
    if (!charge.anode.reaction) return;
    this.setAdmittance(charge.anode.reaction.byCurrent, 0, re, im);
    finiteDiffusion(re * planeTime, im * planeTime, response);
    const size = 1 / (admittance[0] * admittance[0] + admittance[1] * admittance[1]);
    const zRe = charge.anode.resistance + planeSalt * response[0] + admittance[0] * size;
    const zIm = planeSalt * response[1] - admittance[1] * size;
    const scale = 1 / (zRe * zRe + zIm * zIm);
    const at = matrix.size * matrix.size * model.mesh.anodeFace.cell;
    addTo(matrix.diagonal, at, zRe * scale, -zIm * scale);
    if (model.ions.kind !== 'salt') return;
    const perRate = scale / (re * re + im * im);
    addTo(matrix.diagonal, at + 6, (zRe * re - zIm * im) * perRate, -(zIm * re + zRe * im) * perRate);
  }
}

/** Conduction of ions and electrons and the salt's storage, without any reaction, its salt rows times gamma; in a network ds/dj is gamma. */
function transport({ charge, unknowns }: CellProblem, y: Float64Array, gamma: number): BlockMatrix {
  const matrix = charge.blockSize === 3 ? new BlockTridiagonal3(unknowns.cells) : new BlockTridiagonal2(unknowns.cells);
  if (charge.mixed) charge.mixed.assembleAnswering(gamma, matrix);
  else charge.ions.assemble(gamma, matrix);
  charge.electrons.assemble(y, matrix);
  return matrix;
}

function saltTimeAtPlane({ model: { ions, mesh }, unknowns }: CellProblem, rested: Float64Array): number {
  if (ions.kind !== 'salt') return 0;
  const { cell, distance } = mesh.anodeFace;
  const local = new Float64Array(2);
  ions.electrolyte.diffusivity.evaluate(ions.electrolyte.referenceConcentration * rested[unknowns.salt + cell], local);
  return (ions.volumeFraction[cell] * distance * distance) / (ions.transportFactor[cell] * local[0]);
}

function subtract(from: BlockMatrix, other: BlockMatrix): void {
  for (const name of ['diagonal', 'lower', 'upper'] as const) {
    for (let i = 0; i < from[name].length; i++) from[name][i] -= other[name][i];
  }
}

/** into = fixed + (re + i im) rates. */
function combine(into: ComplexArray, fixed: Float64Array, rates: Float64Array, re: number, im: number): void {
  for (let i = 0; i < fixed.length; i++) {
    into.re[i] = fixed[i] + re * rates[i];
    into.im[i] = im * rates[i];
  }
}

/** The third column of a block of three: fixed + factor rates. */
function combineColumn(into: ComplexArray, fixed: Float64Array, rates: Float64Array, block: number,
  factor: Float64Array): void
{
  for (let i = 9 * block + 2; i < 9 * block + 9; i += 3) {
    into.re[i] = fixed[i] + factor[0] * rates[i];
    into.im[i] = factor[1] * rates[i];
  }
}

function addTo(array: ComplexArray, at: number, re: number, im: number): void {
  array.re[at] += re;
  array.im[at] += im;
}
