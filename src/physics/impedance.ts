import { type ComplexArray, complexArray } from '../solver/linear/complex-array.js';
import { type ComplexBlockMatrix, complexBlockMatrix } from '../solver/linear/complex-block-matrix.js';
import { FARADAY } from '../units/constants.js';
import { type BlockLayout, phiE, phiS } from './block-layout.js';
import type { CellProblem } from './cell-problem.js';
import { finiteDiffusion } from './finite-diffusion.js';
import { ImpedanceParts } from './impedance-parts.js';
import { surfacePerSlope } from './particle-response.js';
import { recordAt } from './records.js';

/**
 * Small-signal impedance of the cell about a state of rest: the equations of `cell-problem`, linearised, J + p M of
 * `assembly` with the Laplace variable p = i omega [s^-1], solved for a unit of current.
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
 * At rest no current flows and the salt is even: conductivities that follow stoichiometry or salt, and exchange currents that
 * follow either, multiply a zero and drop out.
 */
export class CellImpedance {
  /** Of the last frequency, per part [ohm m^2]. */
  readonly parts: ImpedanceParts;
  /** Number of matrices eliminated since the start. */
  factorisations = 0;
  private readonly matrix: ComplexBlockMatrix;
  private readonly potentials: ComplexArray;
  private readonly layout: BlockLayout;
  /** Slopes J at rest, as `assembly` has them. */
  private readonly slopes: Readonly<Record<'diagonal' | 'lower' | 'upper', Float64Array>>;
  private readonly particles: readonly ParticleRest[];
  private readonly planes: readonly PlaneRest[];
  private readonly response = new Float64Array(2);
  /** d(surface of the first size of a network)/dj per cell. */
  private readonly answers: ComplexArray;
  private readonly admittance = new Float64Array(2);

  constructor(private readonly problem: CellProblem, rested: Float64Array, private readonly capacitance: number) {
    const { assembly, unknowns, model } = problem;
    problem.slopesAt(rested);
    this.layout = assembly.layout;
    const { diagonal, lower, upper } = assembly;
    this.slopes = { diagonal: diagonal.slice(), lower: lower.slice(), upper: upper.slice() };
    this.matrix = complexBlockMatrix(this.layout.size, unknowns.cells, model.mesh.faces);
    this.potentials = complexArray(this.layout.size * unknowns.cells);
    this.answers = complexArray(unknowns.cells);
    this.particles = particlesAtRest(problem, rested);
    this.planes = planesAtRest(problem, rested);
    this.parts = new ImpedanceParts(problem, rested);
  }

  /** Solves at p = re + i im, not zero; false where the matrix is singular. The result is in `parts`. */
  solve(re: number, im: number): boolean {
    const { matrix, potentials, problem: { terminal }, parts } = this;
    this.assembleTransport(re, im);
    this.particles.forEach((particle, p) => this.assembleParticles(p, particle, re, im));
    const interfaces = this.planes.map((plane) => this.assemblePlane(plane, re, im));
    this.store(re, im);
    this.factorisations++;
    if (!matrix.factor()) return false;
    potentials.im.fill(0);
    terminal.column(potentials.re);
    matrix.solve(potentials);
    parts.evaluate(potentials, this.perCurrent(), interfaces);
    return true;
  }

  /** J; the column of a network's surface is times H of its particles. */
  private assembleTransport(re: number, im: number): void {
    const { matrix, slopes, answers, particles, response, problem: { reactions, model: { mesh: { faces } } } } = this;
    reactions.forEach(({ at, leads }, p) => {
      if (!leads) return;
      for (let k = 0; k < at.count; k++) {
        this.surfaceAnswer(p, particles[p], k, re, im);
        answers.re[at.firstCell + k] = response[0];
        answers.im[at.firstCell + k] = response[1];
      }
    });
    for (let c = 0; c < matrix.blocks; c++) this.copyBlock(matrix.diagonal, slopes.diagonal, c, c);
    for (let f = 0; f < faces.count; f++) {
      this.copyBlock(matrix.upper, slopes.upper, f, faces.neighbour[f]);
      this.copyBlock(matrix.lower, slopes.lower, f, faces.owner[f]);
    }
  }

  private copyBlock(into: ComplexArray, from: Float64Array, block: number, cell: number): void {
    const { layout: { size, columns, stored, surface }, answers } = this;
    for (let row = 0; row < size; row++) {
      const source = (size * block + row) * columns;
      const target = (size * block + row) * size;
      for (let q = 0; q < size; q++) {
        into.re[target + q] = from[source + q];
        into.im[target + q] = 0;
      }
      if (surface < 0) continue;
      const slope = from[source + surface];
      addTo(into, target + stored, slope * answers.re[cell], slope * answers.im[cell]);
    }
  }

  /** Writes H of particle k of class p, d(surface)/dj [m^2 A^-1], to `response`. */
  private surfaceAnswer(p: number, { time, surfaceScale }: ParticleRest, k: number, re: number, im: number): void {
    const { response, problem: { reactions } } = this;
    surfacePerSlope(reactions[p].diffusion.shells, re * time[k], im * time[k], response);
    response[0] *= surfaceScale[k];
    response[1] *= surfaceScale[k];
  }

  /**
   * Ordinary particles answer to the potentials, dj = Y (dphiS - dphiE). Those of a network are part of the transport, without a double
   * layer: another size than the first stores dj = (H of the first size / H of its own) dj of the first one.
   */
  private assembleParticles(p: number, particle: ParticleRest, re: number, im: number): void {
    const { response, admittance, answers, layout: { stored }, problem: { reactions } } = this;
    const { at, particle: { network }, slopeByReaction, slopeBySurface, theta, wettedArea, leaves } = reactions[p];
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      // particles of one class at one stoichiometry share their response
      if (k === 0 || particle.time[k] !== particle.time[k - 1]) this.surfaceAnswer(p, particle, k, re, im);
      const [hRe, hIm] = response;
      if (network) {
        const scale = 1 / (hRe * hRe + hIm * hIm);
        admittance[0] = (answers.re[cell] * hRe + answers.im[cell] * hIm) * scale;
        admittance[1] = (answers.im[cell] * hRe - answers.re[cell] * hIm) * scale;
        this.addCurrent(cell, leaves, wettedArea[k], stored, 1);
        continue;
      }
      const slope = slopeBySurface[k];
      // only what is in contact has a double layer
      this.setAdmittance(slopeByReaction[k] + slope * hRe, slope * hIm, theta.value[k] * re, theta.value[k] * im);
      this.addCurrent(cell, leaves, wettedArea[k], phiS, 1);
      this.addCurrent(cell, leaves, wettedArea[k], phiE, -1);
    }
  }

  /** Y = 1 / (faradaic) + p C. */
  private setAdmittance(faradaicRe: number, faradaicIm: number, re: number, im: number): void {
    const scale = 1 / (faradaicRe * faradaicRe + faradaicIm * faradaicIm);
    this.admittance[0] = faradaicRe * scale + re * this.capacitance;
    this.admittance[1] = -faradaicIm * scale + im * this.capacitance;
  }

  /** Currents that answer to a column of a cell by the admittance over an area, into the row of phiS and out of others. */
  private addCurrent(cell: number, leaves: readonly number[], area: number, column: number, sign: number): void {
    const { matrix: { diagonal }, layout: { size }, admittance } = this;
    const [re, im] = [sign * area * admittance[0], sign * area * admittance[1]];
    addTo(diagonal, size * (size * cell + phiS) + column, re, im);
    for (const row of leaves) addTo(diagonal, size * (size * cell + row) + column, -re, -im);
  }

  /** iAnode = -dphiE / (half cell + 1/Y) in the place of what J has of the plane; returns 1/Y. */
  private assemblePlane({ cell, area, atRest, halfCell, salt: planeSalt, saltTime, interfaceResistance }: PlaneRest,
    re: number, im: number): readonly [re: number, im: number]
  {
    const { admittance, response, layout: { ions, size }, matrix: { diagonal } } = this;
    this.setAdmittance(interfaceResistance, 0, re, im);
    finiteDiffusion(re * saltTime, im * saltTime, response);
    const scale = 1 / (admittance[0] * admittance[0] + admittance[1] * admittance[1]);
    const [ownRe, ownIm] = [admittance[0] * scale, -admittance[1] * scale];
    const zRe = halfCell + planeSalt * response[0] + ownRe;
    const zIm = planeSalt * response[1] + ownIm;
    const inverse = 1 / (zRe * zRe + zIm * zIm);
    for (const row of ions) {
      addTo(diagonal, size * (size * cell + row) + phiE, area * (zRe * inverse - 1 / atRest), -area * zIm * inverse);
    }
    return [ownRe, ownIm];
  }

  /** Rows that store over p, with M. */
  private store(re: number, im: number): void {
    const { matrix: { diagonal, lower, upper }, layout: { size }, problem: { assembly: { stores } } } = this;
    const scale = 1 / (re * re + im * im);
    for (const { row, capacity } of stores) {
      for (const blocks of [diagonal, lower, upper]) {
        for (let first = size * row; first < blocks.re.length; first += size * size) {
          for (let q = first; q < first + size; q++) {
            const [a, b] = [blocks.re[q], blocks.im[q]];
            blocks.re[q] = (a * re + b * im) * scale;
            blocks.im[q] = (b * re - a * im) * scale;
          }
        }
      }
      for (let c = 0; c < capacity.length; c++) diagonal.re[(size * c + row) * size + row] += capacity[c];
    }
  }

  /** Divides the response to a unit of what borders the matrix by its current; returns the voltage of a unit of current. */
  private perCurrent(): readonly [re: number, im: number] {
    const { potentials: { re, im }, problem: { terminal } } = this;
    const [[currentRe, voltsRe], [currentIm, voltsIm]] = [terminal.changes(re, 0, 1), terminal.changes(im, 0, 0)];
    const scale = 1 / (currentRe * currentRe + currentIm * currentIm);
    for (let i = 0; i < re.length; i++) {
      [re[i], im[i]] = [(re[i] * currentRe + im[i] * currentIm) * scale,
        (im[i] * currentRe - re[i] * currentIm) * scale];
    }
    return [(voltsRe * currentRe + voltsIm * currentIm) * scale, (voltsIm * currentRe - voltsRe * currentIm) * scale];
  }
}

/** Of each particle of a class: p R^2/D is p times `time` [s]; `surfaceScale` = ds/d(rho slope) per unit of j [m^2 A^-1]. */
interface ParticleRest {
  readonly time: Float64Array;
  readonly surfaceScale: Float64Array;
}

function particlesAtRest({ reactions }: CellProblem, rested: Float64Array): ParticleRest[] {
  const local = new Float64Array(2);
  return reactions.map(({ particle: { material, fillingDiffusivity, coverage }, at }) => {
    const time = new Float64Array(at.count);
    const surfaceScale = new Float64Array(at.count);
    for (let k = 0; k < at.count; k++) {
      (fillingDiffusivity ?? material.diffusivity).evaluate(rested[at.shells + k], local);
      time[k] = material.particleRadius ** 2 / local[0];
      surfaceScale[k] = -(coverage * material.particleRadius) / (FARADAY * material.maximumConcentration * local[0]);
    }
    return { time, surfaceScale };
  });
}

/** Resistance of the interfaces at rest [ohm m^2 of their own area]: of each particle, by class, and of a planar anode. */
export function interfaceResistances(problem: CellProblem,
  rested: Float64Array): { readonly classes: readonly Float64Array[]; readonly plane?: number }
{
  problem.slopesAt(rested);
  const [plane] = planesAtRest(problem, rested);
  return {
    classes: problem.reactions.map(({ slopeByReaction }) => slopeByReaction.slice()),
    ...(plane && { plane: plane.interfaceResistance }),
  };
}

/** A face of a planar anode: resistances at rest of all before the first centre, of half a cell, of its salt, of the interface [ohm m^2]. */
interface PlaneRest {
  readonly cell: number;
  readonly area: number;
  readonly atRest: number;
  readonly halfCell: number;
  readonly salt: number;
  /** eps d^2 / DEff of the salt in the half cell [s]; 0 without salt. */
  readonly saltTime: number;
  readonly interfaceResistance: number;
}

function planesAtRest(problem: CellProblem, rested: Float64Array): PlaneRest[] {
  const { assembly: { interfaces, state: { electrolyte, plane } }, model: { mesh: { boundaries: { anode } }, ions } } =
    problem;
  const law = interfaces.find(({ law: { kind } }) => kind === 'plane');
  if (!plane || !law) return [];
  const { ionic } = recordAt(problem, rested);
  const { anodic, cathodic } = plane.kinetics;
  return Array.from({ length: anode.count }, (_, f) => {
    const [cell, distance] = [anode.cell[f], anode.distance[f]];
    const i0 = plane.exchangeCurrent[0] * Math.sqrt(electrolyte.concentration.value[cell]);
    const interfaceResistance = 1 / (i0 * (anodic + cathodic)) + plane.anode.resistance;
    const atRest = -law.pivot(f);
    const halfCell = distance / ionic[cell];
    return {
      cell,
      area: anode.area[f],
      atRest,
      halfCell,
      interfaceResistance,
      salt: ions.kind === 'salt' ? atRest - interfaceResistance - halfCell : 0,
      saltTime: ions.kind === 'salt'
        ? (ions.volumeFraction[cell] * distance * distance) / electrolyte.diffusivity.value[cell]
        : 0,
    };
  });
}

function addTo(array: ComplexArray, at: number, re: number, im: number): void {
  array.re[at] += re;
  array.im[at] += im;
}
