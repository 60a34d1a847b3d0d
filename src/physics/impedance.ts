import { valueAt } from '../materials/scalar-functions.js';
import { type ComplexArray, complexArray } from '../solver/linear/complex-array.js';
import type { ComplexBlockMatrix } from '../solver/linear/complex-block-matrix.js';
import { complexBlockMatrix } from '../solver/linear/complex-matrix-on-faces.js';
import { FARADAY } from '../units/constants.js';
import { type BlockLayout, phiE, phiS } from './block-layout.js';
import type { CellProblem } from './cell-problem.js';
import { type Complex, complex, minus, over, plus, scaled } from './complex.js';
import { finiteDiffusion } from './finite-diffusion.js';
import { ImpedanceParts } from './impedance-parts.js';
import { type ParticleReactions, slopeBy } from './particle-reactions.js';
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
  /** Impedance of each part at the last frequency [ohm m^2]. */
  readonly parts: ImpedanceParts;
  /** Number of matrices eliminated since the start. */
  factorisations = 0;
  private readonly matrix: ComplexBlockMatrix;
  private readonly solution: ComplexArray;
  /** J at rest, a frequency apart from the next by what is added to it; and its columns of the surface of a network, as `assembly` has them. */
  private readonly slopes: readonly SlopesAtRest[];
  private readonly particles: readonly ParticleRest[];
  private readonly planes: readonly PlaneRest[];

  constructor(private readonly problem: CellProblem, rested: Float64Array, private readonly capacitance: number) {
    const { assembly, assembly: { layout: { size } }, unknowns: { cells }, model: { mesh: { faces } } } = problem;
    problem.slopesAt(rested);
    this.matrix = complexBlockMatrix(size, cells, faces);
    const everyCell = Int32Array.from({ length: cells }, (_, c) => c);
    this.slopes = ([['diagonal', everyCell], ['upper', faces.neighbour], ['lower', faces.owner]] as const)
      .map(([name, cellOf]) => slopesAtRest(assembly.layout, assembly.jacobian[name], this.matrix[name], cellOf));
    this.solution = complexArray(size * cells);
    this.particles = particlesAtRest(problem, rested);
    this.planes = planesAtRest(problem, rested);
    this.parts = new ImpedanceParts(problem, rested);
  }

  /** Solves at p = re + i im, not zero; false where the matrix is singular. The result is in `parts`. */
  solve(re: number, im: number): boolean {
    const { matrix, solution, solution: { re: real, im: imaginary }, problem: { terminal }, parts } = this;
    const p = complex(re, im);
    const surfaces = this.surfaces(p);
    this.assembleTransport(p, surfaces);
    this.particles.forEach((_, i) => this.assembleParticles(i, p, surfaces));
    const interfaces = this.planes.map((plane) => this.assemblePlane(plane, p));
    this.factorisations++;
    if (!matrix.factor()) return false;
    terminal.addColumn(1, real.fill(0));
    imaginary.fill(0);
    matrix.solve(solution);
    const [[currentRe, voltsRe], [currentIm, voltsIm]] = [terminal.changes(real, 0, 1),
      terminal.changes(imaginary, 0, 0)];
    const current = complex(currentRe, currentIm);
    parts.evaluate((i) => over(complex(real[i], imaginary[i]), current), over(complex(voltsRe, voltsIm), current),
      interfaces);
    return true;
  }

  /** H of every particle, by class: d(surface)/dj [m^2 A^-1]. Particles of one class at one stoichiometry share theirs. */
  private surfaces(p: Complex): readonly (readonly Complex[])[] {
    const { reactions } = this.problem;
    return this.particles.map(({ time, surfaceScale }, i) => {
      const all: Complex[] = [];
      time.forEach((one, k) => {
        const { shells } = reactions[i].diffusion;
        all.push(one === time[k - 1] ? all[k - 1] : scaled(surfaceScale[k], surfacePerSlope(shells, scaled(one, p))));
      });
      return all;
    });
  }

  private add(block: number, row: number, column: number, { re, im }: Complex): void {
    const { size, diagonal } = this.matrix;
    const at = (size * block + row) * size + column;
    diagonal.re[at] += re;
    diagonal.im[at] += im;
  }

  /** J + p M; the column of a network's surface is times H of its particles. */
  private assembleTransport(p: Complex, surfaces: readonly (readonly Complex[])[]): void {
    const { matrix: { size, diagonal }, slopes, problem: { reactions, assembly: { stores } } } = this;
    for (const { into, rows } of slopes) {
      into.re.set(rows);
      into.im.fill(0);
    }
    reactions.forEach(({ at, leads }, i) => leads && this.followSurface(at.firstCell, surfaces[i]));
    for (const { row, capacity } of stores) {
      for (let c = 0, at = row * (size + 1); c < capacity.length; c++, at += size * size) {
        diagonal.re[at] += p.re * capacity[c];
        diagonal.im[at] += p.im * capacity[c];
      }
    }
  }

  /** Takes the surface of a network in the cells from `first` on as H times the lithium that comes. */
  private followSurface(first: number, responses: readonly Complex[]): void {
    const { size, stored } = this.problem.assembly.layout;
    for (const { into, surface, cellOf } of this.slopes) {
      cellOf.forEach((cell, block) => {
        const response = responses[cell - first] as Complex | undefined;
        if (!response) return;
        for (let row = size * block; row < size * (block + 1); row++) {
          into.re[size * row + stored] += response.re * surface[row];
          into.im[size * row + stored] += response.im * surface[row];
        }
      });
    }
  }

  /**
   * Ordinary particles answer to the potentials, dj = Y (dphiS - dphiE). Those of a network are part of the transport, without a double
   * layer: another size than the first stores dj = (H of the first size / H of its own) dj of the first one.
   */
  private assembleParticles(i: number, p: Complex, surfaces: readonly (readonly Complex[])[]): void {
    const { problem: { reactions, assembly: { layout: { stored } } } } = this;
    const reaction = reactions[i];
    surfaces[i].forEach((own, k) => {
      if (reaction.network) {
        const first = surfaces[reactions.indexOf(reaction.first)][k];
        return this.addCurrent(reaction, k, stored, over(first, own));
      }
      const faradaic = plus(complex(reaction.slope(k, slopeBy.j)), scaled(reaction.slope(k, slopeBy.s), own));
      // only what is in contact has a double layer
      const answer = this.admittance(faradaic, scaled(reaction.theta.value[k], p));
      this.addCurrent(reaction, k, phiS, answer);
      this.addCurrent(reaction, k, phiE, scaled(-1, answer));
    });
  }

  /** Y = 1 / (faradaic) + p C. */
  private admittance(faradaic: Complex, p: Complex): Complex {
    return plus(over(complex(1), faradaic), scaled(this.capacitance, p));
  }

  /** A current of particle k that answers to a column of its cell: into the row of phiS and out of others. */
  private addCurrent({ at, wettedArea, leaves }: ParticleReactions, k: number, column: number, answer: Complex): void {
    const [cell, current] = [at.firstCell + k, scaled(wettedArea[k], answer)];
    this.add(cell, phiS, column, current);
    for (const row of leaves) this.add(cell, row, column, scaled(-1, current));
  }

  /** iAnode = -dphiE / (half cell + 1/Y) in the place of what J has of the plane; returns 1/Y. */
  private assemblePlane({ cell, area, atRest, halfCell, salt, saltTime, interfaceResistance }: PlaneRest,
    p: Complex): Complex
  {
    const own = over(complex(1), this.admittance(complex(interfaceResistance), p));
    const whole = plus(plus(complex(halfCell), scaled(salt, finiteDiffusion(scaled(saltTime, p)))), own);
    const change = scaled(area, minus(over(complex(1), whole), complex(1 / atRest)));
    for (const row of this.problem.assembly.layout.ions) this.add(cell, row, phiE, change);
    return own;
  }
}

/** One part of J: what goes into the rows of the matrix, and per row its slope by the surface of a network in the cell of its column. */
interface SlopesAtRest {
  readonly into: ComplexArray;
  readonly rows: Float64Array;
  readonly surface: Float64Array;
  readonly cellOf: Int32Array;
}

function slopesAtRest({ size, columns, surface }: BlockLayout, from: Float64Array, into: ComplexArray,
  cellOf: Int32Array): SlopesAtRest
{
  const rows = Float64Array.from({ length: size * size * cellOf.length },
    (_, at) => from[columns * Math.floor(at / size) + (at % size)]);
  return { into, rows, cellOf,
    surface: Float64Array.from({ length: size * cellOf.length },
      (_, row) => surface < 0 ? 0 : from[columns * row + surface]) };
}

/** Of each particle of a class: p R^2/D is p times `time` [s]; `surfaceScale` = ds/d(rho slope) per unit of j [m^2 A^-1]. */
interface ParticleRest {
  readonly time: Float64Array;
  readonly surfaceScale: Float64Array;
}

function particlesAtRest({ reactions }: CellProblem, rested: Float64Array): ParticleRest[] {
  return reactions.map(({ particle: { material, fillingDiffusivity, coverage }, at }) => {
    const time = new Float64Array(at.count);
    const surfaceScale = new Float64Array(at.count);
    for (let k = 0; k < at.count; k++) {
      const diffusivity = valueAt(fillingDiffusivity ?? material.diffusivity, rested[at.shells + k]);
      time[k] = material.particleRadius ** 2 / diffusivity;
      surfaceScale[k] = -(coverage * material.particleRadius)
        / (FARADAY * material.maximumConcentration * diffusivity);
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
    classes: problem.reactions.map((reaction) =>
      Float64Array.from({ length: reaction.at.count }, (_, k) =>
        reaction.slope(k, slopeBy.j)
        + reaction.halfCells.resistance(k, 0, reaction.theta.value[k] * reaction.exchangeCurrent.value[k]))
    ),
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
