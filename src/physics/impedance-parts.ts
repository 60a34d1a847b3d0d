import type { ComplexArray } from '../solver/linear/complex-block-tridiagonal.js';
import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import type { CellProblem } from './cell-problem.js';

export const impedancePartNames = ['anode', 'membrane', 'cathode', 'contacts'] as const;
export type ImpedancePart = (typeof impedancePartNames)[number];

type Complex = Float64Array;

/**
 * Where the voltage of a unit of current falls, cut at the two ends of the membrane; the parts add up to Z.
 *
 *   anode      interface of a planar anode, or all of a composite one
 *   membrane   from face to face, with what its salt does
 *   contacts   membrane | electrodes and the collectors; real numbers
 *   cathode    the rest
 */
export class ImpedanceParts implements Readonly<Record<ImpedancePart | 'total', Complex>> {
  readonly total = new Float64Array(2);
  readonly anode = new Float64Array(2);
  readonly membrane = new Float64Array(2);
  readonly cathode = new Float64Array(2);
  readonly contacts = new Float64Array(2);
  /** The faces at the ends of the membrane; none before it where the anode is a plane. */
  private readonly anodeFace: number;
  private readonly cathodeFace: number;
  /** Voltage per relative change of the salt, (2RT/F) (1 - t+) chi, over x: [V]; 0 for a single-ion conductor. */
  private readonly saltVoltage: number;
  private readonly face = new Float64Array(2);

  constructor(private readonly problem: CellProblem, rested: Float64Array) {
    const { model, unknowns } = problem;
    const membrane = model.mesh.regions.find(({ kind }) => kind === 'membrane');
    if (!membrane) throw new Error('a cell without a membrane has no parts');
    // faces lie between cells f and f + 1
    this.anodeFace = membrane.first - 1;
    this.cathodeFace = membrane.last;
    this.saltVoltage = unknowns.hasSalt ? saltVoltageOf(problem, rested[unknowns.salt]) : 0;
    const { ionicContact, collectorResistance, anode } = model;
    this.contacts[0] = collectorResistance + ionicContact[this.cathodeFace]
      + (anode.kind === 'composite' ? anode.resistance + ionicContact[this.anodeFace] : 0);
  }

  /** From the response to a unit of discharge current and the admittance of the anode's plane. */
  evaluate(potentials: ComplexArray, plane: Complex): void {
    const { problem: { model, charge }, total, anode, membrane, cathode, contacts, face } = this;
    const collector = charge.blockSize * model.mesh.collectorFace.cell + 1;
    total[0] = charge.electrons.endResistance - potentials.re[collector];
    total[1] = -potentials.im[collector];
    // potential of the electrolyte where the membrane begins
    if (model.anode.kind === 'planar') {
      const size = 1 / (plane[0] * plane[0] + plane[1] * plane[1]);
      anode[0] = plane[0] * size;
      anode[1] = -plane[1] * size;
      membrane[0] = -anode[0];
      membrane[1] = -anode[1];
    } else {
      this.faceValue(potentials, this.anodeFace, this.anodeFace + 1, membrane);
      anode[0] = -membrane[0] - model.anode.resistance - model.ionicContact[this.anodeFace];
      anode[1] = -membrane[1];
    }
    this.faceValue(potentials, this.cathodeFace, this.cathodeFace, face);
    for (let i = 0; i < 2; i++) {
      membrane[i] -= face[i];
      cathode[i] = total[i] - anode[i] - membrane[i] - contacts[i];
    }
  }

  /** phiE at a face, seen from the cell beside it: phiE -+ d/kappa + (saltVoltage) (x at the face - x). */
  private faceValue(potentials: ComplexArray, f: number, cell: number, out: Complex): void {
    const { problem: { model, charge }, saltVoltage } = this;
    const { faces } = model.mesh;
    const size = charge.blockSize;
    const owns = faces.owner[f] === cell;
    const distance = owns ? faces.ownerDistance[f] : faces.neighbourDistance[f];
    out[0] = potentials.re[size * cell] + ((owns ? -1 : 1) * distance) / charge.ions.conductivity[cell];
    out[1] = potentials.im[size * cell];
    if (model.ions.kind !== 'salt') return;
    const other = owns ? faces.neighbour[f] : faces.owner[f];
    const own = model.ions.transportFactor[cell] / distance;
    const across = model.ions.transportFactor[other] / (owns ? faces.neighbourDistance[f] : faces.ownerDistance[f]);
    const weight = (saltVoltage * across) / (own + across);
    out[0] += weight * (potentials.re[size * other + 2] - potentials.re[size * cell + 2]);
    out[1] += weight * (potentials.im[size * other + 2] - potentials.im[size * cell + 2]);
  }
}

function saltVoltageOf({ model: { ions, temperature } }: CellProblem, x: number): number {
  if (ions.kind !== 'salt') return 0;
  const local = new Float64Array(2);
  ions.electrolyte.transferenceNumber.evaluate(x * ions.electrolyte.referenceConcentration, local);
  const anions = 1 - local[0];
  ions.electrolyte.thermodynamicFactor.evaluate(x * ions.electrolyte.referenceConcentration, local);
  return (2 * ((GAS_CONSTANT * temperature) / FARADAY) * anions * local[0]) / x;
}
