import type { MeshRegion } from '../mesh/cell-mesh.js';
import type { ComplexArray } from '../solver/linear/complex-array.js';
import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import type { CellModel } from './cell-model.js';
import type { CellProblem } from './cell-problem.js';
import { recordAt } from './records.js';

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
  /** Faces at the ends of the membrane; none before it where the anode is a plane. */
  private readonly anodeFaces: readonly number[];
  private readonly cathodeFaces: readonly number[];
  /** Voltage per relative change of the salt, (2RT/F) (1 - t+) chi, over x: [V]; 0 for a single-ion conductor. */
  private readonly saltVoltage: number;
  private readonly conductivity: Float64Array;
  private readonly face = new Float64Array(2);

  constructor(private readonly problem: CellProblem, rested: Float64Array) {
    const { model, unknowns } = problem;
    this.anodeFaces = facesBetween(model, 'anode', 'membrane');
    this.cathodeFaces = facesBetween(model, 'membrane', 'cathode');
    this.saltVoltage = unknowns.hasSalt ? saltVoltageOf(problem, rested[unknowns.salt]) : 0;
    this.conductivity = recordAt(problem, rested).ionic;
    const { ionicContact, collectorResistance, anode } = model;
    this.contacts[0] = collectorResistance + ionicContact[this.cathodeFaces[0]]
      + (anode.kind === 'composite' ? anode.resistance + ionicContact[this.anodeFaces[0]] : 0);
  }

  /** From the response to a unit of discharge current, its voltage, and 1/Y of the anode's planes, which lie side by side. */
  evaluate(potentials: ComplexArray, voltage: readonly number[], planes: readonly (readonly number[])[]): void {
    const { problem: { model }, total, anode, membrane, cathode, contacts, face } = this;
    for (let i = 0; i < 2; i++) total[i] = -voltage[i];
    // potential of the electrolyte where the membrane begins
    if (model.anode.kind === 'planar') {
      for (let i = 0; i < 2; i++) {
        // one kind of plane has one impedance everywhere
        anode[i] = planes[0][i];
        membrane[i] = -anode[i];
      }
    } else {
      this.meanAt(potentials, this.anodeFaces, membrane);
      anode[0] = -membrane[0] - model.anode.resistance - model.ionicContact[this.anodeFaces[0]];
      anode[1] = -membrane[1];
    }
    this.meanAt(potentials, this.cathodeFaces, face);
    for (let i = 0; i < 2; i++) {
      membrane[i] -= face[i];
      cathode[i] = total[i] - anode[i] - membrane[i] - contacts[i];
    }
  }

  /** Mean of phiE over the faces of one end of the membrane, seen from there, each with a unit of current density through it. */
  private meanAt(potentials: ComplexArray, faces: readonly number[], out: Complex): void {
    const { mesh } = this.problem.model;
    out.fill(0);
    const total = faces.reduce((sum, f) => sum + mesh.faces.area[f], 0);
    for (const f of faces) {
      const owns = mesh.regions[mesh.region[mesh.faces.owner[f]]].kind === 'membrane';
      this.addFaceValue(potentials, f, owns, mesh.faces.area[f] / total, out);
    }
  }

  /** phiE at a face: phiE -+ d/kappa + (saltVoltage) (x at the face - x) of the owner or the neighbour. */
  private addFaceValue(potentials: ComplexArray, f: number, owns: boolean, share: number, out: Complex): void {
    const { problem: { model: { mesh: { faces }, ions }, assembly: { layout: { size, salt } } }, saltVoltage,
      conductivity } = this;
    const cell = owns ? faces.owner[f] : faces.neighbour[f];
    const distance = owns ? faces.ownerDistance[f] : faces.neighbourDistance[f];
    out[0] += share * (potentials.re[size * cell] + ((owns ? -1 : 1) * distance) / conductivity[cell]);
    out[1] += share * potentials.im[size * cell];
    if (ions.kind !== 'salt') return;
    const other = owns ? faces.neighbour[f] : faces.owner[f];
    const own = ions.transportFactor[cell] / distance;
    const across = ions.transportFactor[other] / (owns ? faces.neighbourDistance[f] : faces.ownerDistance[f]);
    const weight = (share * saltVoltage * across) / (own + across);
    out[0] += weight * (potentials.re[size * other + salt] - potentials.re[size * cell + salt]);
    out[1] += weight * (potentials.im[size * other + salt] - potentials.im[size * cell + salt]);
  }
}

function facesBetween({ mesh: { faces, region, regions } }: CellModel, owner: MeshRegion['kind'],
  neighbour: MeshRegion['kind']): number[]
{
  return Array.from({ length: faces.count }, (_, f) => f).filter((f) =>
    regions[region[faces.owner[f]]].kind === owner && regions[region[faces.neighbour[f]]].kind === neighbour
  );
}

function saltVoltageOf({ model: { ions, temperature } }: CellProblem, x: number): number {
  if (ions.kind !== 'salt') return 0;
  const local = new Float64Array(2);
  ions.electrolyte.transferenceNumber.evaluate(x * ions.electrolyte.referenceConcentration, local);
  const anions = 1 - local[0];
  ions.electrolyte.thermodynamicFactor.evaluate(x * ions.electrolyte.referenceConcentration, local);
  return (2 * ((GAS_CONSTANT * temperature) / FARADAY) * anions * local[0]) / x;
}
