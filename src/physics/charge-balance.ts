import type { BlockMatrix } from '../solver/linear/block-matrix.js';
import { AnodePlane } from './anode-plane.js';
import type { CellModel } from './cell-model.js';
import { ElectronicConduction } from './electronic-conduction.js';
import type { IonTransport } from './ion-transport.js';
import { MixedConduction } from './mixed-conduction.js';
import type { ParticleReactions } from './particle-reactions.js';
import { SaltTransport } from './salt-transport.js';
import { SingleIonConduction } from './single-ion-conduction.js';
import { electrodePotentialOf, electrolytePotentialOf, type Unknowns } from './unknowns.js';

/**
 * Conservation of charge (and salt), integrated over each cell:
 *
 *   div iE = sum_k a_k j_k,   div iS = -sum_k a_k j_k,   d(eps c)/dt + div N = sum_k a_k j_k / F
 *
 *   a  specific interfacial area [m^-1], j interfacial current density, oxidation positive [A m^-2]
 *
 * The fluxes are local functions of `ions`, `electrons` and `anode`; here they meet the reactions. A block of the matrix
 * holds the rows phiE, phiS and, with salt, x (with an active network, j); the salt's row is multiplied by gamma, so that gamma = 0 holds it.
 */
export class ChargeBalance {
  readonly ions: IonTransport;
  readonly electrons: ElectronicConduction;
  readonly anode: AnodePlane;
  /** Unknowns per cell. */
  readonly blockSize: 2 | 3;
  /** Where active material carries lithium itself; then also `ions`. */
  readonly mixed: MixedConduction | undefined;
  private readonly hasSalt: boolean;
  /** Charge that a cell stores per unit of x [C m^-2]; empty without salt. */
  private readonly storage: Float64Array;
  /** a V of each particle, per class [m^2 per m^2 of cell]. */
  readonly wettedArea: readonly Float64Array[];

  constructor(
    model: CellModel,
    private readonly unknowns: Unknowns,
    private readonly reactions: readonly ParticleReactions[],
    thermalVoltage: number,
  ) {
    const { mesh, ions } = model;
    this.hasSalt = ions.kind === 'salt';
    this.blockSize = this.hasSalt || model.particles.some(({ network }) => network) ? 3 : 2;
    this.wettedArea = reactions.map(({ at, particle }) =>
      Float64Array.from({ length: at.count }, (_, k) =>
        particle.specificInterfacialArea * mesh.volume[at.firstCell + k])
    );
    if (ions.kind === 'salt') {
      const transport = new SaltTransport(model, unknowns, ions, thermalVoltage);
      this.ions = transport;
      this.storage = transport.storage;
    } else {
      const electrolyte = new SingleIonConduction(model, ions.conductivity);
      this.mixed = this.blockSize === 3
        ? new MixedConduction(model, unknowns, electrolyte, reactions, thermalVoltage)
        : undefined;
      this.ions = this.mixed ?? electrolyte;
      this.storage = new Float64Array(0);
    }
    this.electrons = new ElectronicConduction(model, unknowns, reactions);
    this.anode = new AnodePlane(model, unknowns, this.ions, thermalVoltage);
  }

  /** Whether the balance is linear in the unknowns: every Newton iteration then satisfies it exactly. */
  get isLinear(): boolean {
    return this.blockSize === 2 && !this.electrons.varies && this.unknowns.temperature < 0;
  }

  /** Reaches all but the particles; a changed sigma is found by the next residual. */
  setTemperature(temperature: number, thermalVoltage: number): void {
    this.ions.setThermalVoltage(thermalVoltage);
    this.mixed?.setTemperature(temperature, thermalVoltage);
    this.anode.setTemperature(temperature, thermalVoltage);
  }

  residual(y: Float64Array, yp: Float64Array, out: Float64Array): void {
    this.ions.residual(y, yp, out);
    this.electrons.residual(y, out);
    for (let p = 0; p < this.reactions.length; p++) this.react(p, y, out);
    this.anode.residual(y, out);
    const { storage, unknowns } = this;
    // dF/dy' = 1 in every differential row
    for (let c = 0; c < storage.length; c++) out[unknowns.salt + c] /= storage[c];
  }

  private react(p: number, y: Float64Array, out: Float64Array): void {
    const { at } = this.reactions[p];
    const area = this.wettedArea[p];
    const { salt } = this.unknowns;
    for (let k = 0; k < at.count; k++) {
      const reaction = area[k] * y[at.reaction + k];
      const cell = at.firstCell + k;
      out[electrolytePotentialOf(cell)] -= reaction;
      out[electrodePotentialOf(cell)] += reaction;
      if (this.hasSalt) out[salt + cell] -= reaction;
    }
  }

  assemble(y: Float64Array, gamma: number, matrix: BlockMatrix): void {
    this.ions.assemble(gamma, matrix);
    this.electrons.assemble(y, matrix);
    this.anode.assemble(gamma, matrix);
    const { size, diagonal } = matrix;
    for (let p = 0; p < this.reactions.length; p++) {
      const { at, conductance, slopeBySalt } = this.reactions[p];
      const area = this.wettedArea[p];
      for (let k = 0; k < at.count; k++) {
        const block = size * size * (at.firstCell + k);
        const g = area[k] * conductance[k];
        diagonal[block] += g;
        diagonal[block + 1] -= g;
        diagonal[block + size] -= g;
        diagonal[block + size + 1] += g;
        if (this.hasSalt) addSaltEntries(diagonal, block, g, slopeBySalt[k], gamma);
      }
    }
  }

  /** Right-hand side of the condensed system, `blockSize` numbers per cell. */
  rightHandSide(residual: Float64Array, gamma: number, rhs: Float64Array): void {
    const { blockSize: size, unknowns } = this;
    for (let c = 0; c < unknowns.cells; c++) {
      rhs[size * c] = -residual[electrolytePotentialOf(c)];
      rhs[size * c + 1] = -residual[electrodePotentialOf(c)];
      if (this.hasSalt) rhs[size * c + 2] = -gamma * this.storage[c] * residual[unknowns.salt + c];
    }
    for (let p = 0; p < this.reactions.length; p++) {
      const { at, conductance, free } = this.reactions[p];
      const area = this.wettedArea[p];
      for (let k = 0; k < at.count; k++) {
        const given = area[k] * conductance[k] * free[k];
        const row = size * (at.firstCell + k);
        rhs[row] += given;
        rhs[row + 1] -= given;
        if (this.hasSalt) rhs[row + 2] += gamma * given;
      }
    }
    this.mixed?.rightHandSide(residual, rhs);
    this.anode.rightHandSide(residual, gamma, rhs, size);
    this.electrons.rightHandSide(rhs, size);
  }
}

/** dj = conductance (dphiS - dphiE - slope dx + free): the entries by the salt, and the salt's own row. */
function addSaltEntries(diagonal: Float64Array, block: number, g: number, slope: number, gamma: number): void {
  diagonal[block + 2] += g * slope;
  diagonal[block + 5] -= g * slope;
  diagonal[block + 6] += gamma * g;
  diagonal[block + 7] -= gamma * g;
  diagonal[block + 8] += gamma * g * slope;
}
