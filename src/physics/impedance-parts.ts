import { valueAt } from '../materials/scalar-functions.js';
import type { MeshRegion } from '../mesh/cell-mesh.js';
import type { CellModel } from './cell-model.js';
import type { CellProblem } from './cell-problem.js';
import { type Complex, complex, minus, plus, scaled } from './complex.js';
import type { ElectrolyteState } from './electrolyte-state.js';
import { facesWhere, ownerShares } from './faces.js';
import { recordAt } from './records.js';

export const impedancePartNames = ['anode', 'membrane', 'cathode', 'contacts'] as const;
export type ImpedancePart = (typeof impedancePartNames)[number];

/**
 * Where the voltage of a unit of current falls, cut at the two ends of the membrane; the parts add up to Z.
 *
 *   anode      interface of a planar anode, or all of a composite one
 *   membrane   from face to face, with what its salt does
 *   contacts   membrane | electrodes and the collectors; real numbers
 *   cathode    the rest
 */
export class ImpedanceParts implements Readonly<Record<ImpedancePart | 'total', Complex>> {
  total = complex(NaN);
  anode = complex(NaN);
  membrane = complex(NaN);
  cathode = complex(NaN);
  readonly contacts: Complex;
  /** Faces at the ends of the membrane; none before it where the anode is a plane. */
  private readonly anodeFaces: Int32Array;
  private readonly cathodeFaces: Int32Array;
  /** Voltage per relative change of the salt, (2RT/F) (1 - t+) chi, over x: [V]; 0 for a single-ion conductor. */
  private readonly saltVoltage: number;
  /** Share of the owner in the salt at each face. */
  private readonly ownerShares: Float64Array;
  private readonly conductivity: Float64Array;

  constructor(private readonly problem: CellProblem, rested: Float64Array) {
    const { model, unknowns } = problem;
    const { ionicContact, collectorResistance, anode } = model;
    this.anodeFaces = facesBetween(model, 'anode', 'membrane');
    this.cathodeFaces = facesBetween(model, 'membrane', 'cathode');
    this.saltVoltage = unknowns.hasSalt ? saltVoltageOf(problem.electrolyte, rested[unknowns.salt]) : 0;
    this.ownerShares = ownerShares(model);
    this.conductivity = recordAt(problem, rested).ionic;
    this.contacts = complex(collectorResistance + ionicContact[this.cathodeFaces[0]]
      + (anode.kind === 'composite' ? anode.resistance + ionicContact[this.anodeFaces[0]] : 0));
  }

  /** From the response of the blocks to a unit of discharge current, its voltage, and 1/Y of the anode's planes, which lie side by side. */
  evaluate(response: (index: number) => Complex, voltage: Complex, planes: readonly Complex[]): void {
    const { problem: { model: { anode, ionicContact } }, contacts } = this;
    this.total = scaled(-1, voltage);
    const behind = this.meanAt(response, this.cathodeFaces);
    if (anode.kind === 'planar') {
      // one kind of plane has one impedance everywhere
      [this.anode] = planes;
      this.membrane = scaled(-1, plus(this.anode, behind));
    } else {
      const before = this.meanAt(response, this.anodeFaces);
      this.anode = minus(complex(-anode.resistance - ionicContact[this.anodeFaces[0]]), before);
      this.membrane = minus(before, behind);
    }
    this.cathode = minus(minus(minus(this.total, this.anode), this.membrane), contacts);
  }

  /** Mean of phiE over the faces of one end of the membrane, seen from there, each with a unit of current density through it. */
  private meanAt(response: (index: number) => Complex, ends: Int32Array): Complex {
    const { area } = this.problem.model.mesh.faces;
    const total = ends.reduce((sum, f) => sum + area[f], 0);
    return Array.from(ends, (f) => scaled(area[f] / total, this.valueAt(response, f)))
      .reduce(plus, complex(0));
  }

  /** phiE at a face, from the membrane:  phiE -+ d/kappa + (saltVoltage) (x at the face - x)  of the owner or the neighbour. */
  private valueAt(response: (index: number) => Complex, f: number): Complex {
    const { problem: { model: { mesh: { faces, region, regions } }, assembly: { layout: { size, salt } } },
      conductivity } = this;
    const owns = regions[region[faces.owner[f]]].kind === 'membrane';
    const [cell, other] = owns ? [faces.owner[f], faces.neighbour[f]] : [faces.neighbour[f], faces.owner[f]];
    const drop = owns ? -faces.ownerDistance[f] : faces.neighbourDistance[f];
    const value = plus(response(size * cell), complex(drop / conductivity[cell]));
    if (salt < 0) return value;
    const across = owns ? 1 - this.ownerShares[f] : this.ownerShares[f];
    const saltChange = minus(response(size * other + salt), response(size * cell + salt));
    return plus(value, scaled(this.saltVoltage * across, saltChange));
  }
}

const facesBetween = (model: CellModel, owner: MeshRegion['kind'], neighbour: MeshRegion['kind']): Int32Array => {
  const { region, regions } = model.mesh;
  return facesWhere(model, (o, n) => regions[region[o]].kind === owner && regions[region[n]].kind === neighbour);
};

function saltVoltageOf({ transference, thermodynamicFactor, reference, thermalVoltage }: ElectrolyteState,
  x: number): number
{
  const anions = 1 - valueAt(transference, x * reference);
  return (2 * thermalVoltage[0] * anions * valueAt(thermodynamicFactor, x * reference)) / x;
}
