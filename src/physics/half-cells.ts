import { valueAt } from '../materials/scalar-functions.js';
import type { CellMesh } from '../mesh/cell-mesh.js';
import type { CellProperties, ParticleClass } from '../transport/on-cells/cell-properties.js';
import { FARADAY } from '../units/constants.js';
import type { ElectrolyteState } from './electrolyte-state.js';
import type { Kinetics } from './interface-kinetics.js';
import { overstatedResistance } from './laws/insertion.js';
import type { ClassUnknowns } from './unknowns.js';

/**
 * What half cells overstate. A face drives its whole current through the two half cells beside it, but a reaction takes it up on the way. Of
 * one that is even over a cell of width h, S = a j [A m^-3], the current is linear and the potential a parabola, whose mean is not the unknown
 * u of the cell that the halves lead to,
 *
 *   mean(phiS) - mean(phiE) = phiS - phiE + R j,   R = (h^2/6) a [1/sigmaEff + 1/kappaEff + theta (1 - t+) / (F DEff c)]
 *
 * the last term by salt whose profile stands, theta = 2 (RT/F) (1 - t+) chi. Reactions that are given the mean are exact for a source that is
 * even in every cell; the lowest-order mixed finite element of Raviart and Thomas (10.1007/BFb0064470), of which the two halves are the
 * lumped form. Conductivities are those at the start, and sigmaEff counts where it is constant, as the whole vanishes with h^2.
 */
export class HalfCells {
  /** Parts of ions, electrons and salt in R, and R itself, of each particle of a class [ohm m^2]. */
  readonly ions: Float64Array;
  readonly electrons: Float64Array;
  readonly salt: Float64Array;
  readonly all: Float64Array;
  /** max(alphaA, alphaC) F / RT [V^-1]. */
  readonly steepness: number;

  constructor(private readonly model: CellProperties, private readonly particle: ParticleClass,
    private readonly at: ClassUnknowns, private readonly electrolyte: ElectrolyteState, { anodic, cathodic }: Kinetics)
  {
    const perParticle = (): Float64Array => new Float64Array(at.count);
    [this.ions, this.electrons, this.salt, this.all] = [perParticle(), perParticle(), perParticle(), perParticle()];
    this.steepness = Math.max(anodic, cathodic);
    this.update();
  }

  /** Computes the resistances anew from the properties at the present temperature. */
  update(): void {
    const { model, model: { ions, mesh, particles, electronicConductivity }, at, electrolyte: { thermalVoltage } } =
      this;
    const { region, material: { name } } = this.particle;
    // particles of one material share the source of their cell; those of another have their own potential
    const area = particles.filter((one) => one.region === region && one.material.name === name)
      .reduce((sum, { specificInterfacialArea }) => sum + specificInterfacialArea, 0);
    const width = widths(mesh);
    const { kappa, perSalt } = bulkOf(model, thermalVoltage[0]);
    const transport = ions.kind === 'salt' ? ions.transportFactor : ions.conductivity;
    const sigma = electronicConductivity[region]?.constant ?? Infinity;
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      if (!(transport[cell] > 0)) continue;
      const squared = (area * width[cell] ** 2) / 6;
      this.ions[k] = squared / (kappa * transport[cell]);
      this.electrons[k] = squared / sigma;
      this.salt[k] = (squared * perSalt) / transport[cell];
      this.all[k] = this.ions[k] + this.electrons[k] + this.salt[k];
    }
  }

  /** What half cells overstate, over the j of particle k, at its exchange current in contact and the salt of the last state [ohm m^2]. */
  resistance(k: number, j: number, exchangeCurrent: number): number {
    const c = this.electrolyte.concentration.value[this.at.firstCell + k];
    return overstatedResistance(j, exchangeCurrent, c, this.all[k], this.steepness);
  }
}

/** Distances that differ by less than this share are the same. */
const aligned = 1e-6;

/** Width of each cell through the thickness; 0 of cells without a face across it [m]. */
function widths(
  { cells, centre, faces: { count, owner, neighbour, ownerDistance, neighbourDistance } }: CellMesh,
): Float64Array {
  const width = new Float64Array(cells);
  for (let f = 0; f < count; f++) {
    const [o, n] = [owner[f], neighbour[f]];
    const way = ownerDistance[f] + neighbourDistance[f];
    if (Math.abs(Math.abs(centre[n] - centre[o]) - way) > aligned * way) continue;
    width[o] = 2 * ownerDistance[f];
    width[n] = 2 * neighbourDistance[f];
  }
  return width;
}

/** Of the electrolyte at the start, for a transport factor of one: kappa (1 where the cells hold it), and theta (1 - t+) / (F D c) [ohm m]. */
function bulkOf({ ions }: CellProperties,
  thermalVoltage: number): { readonly kappa: number; readonly perSalt: number }
{
  if (ions.kind !== 'salt') return { kappa: 1, perSalt: 0 };
  const { electrolyte, electrolyte: { initialConcentration: c } } = ions;
  const [kappa, diffusivity, cations, factor] =
    (['conductivity', 'diffusivity', 'transferenceNumber', 'thermodynamicFactor'] as const)
      .map((key) => valueAt(electrolyte[key], c));
  return { kappa, perSalt: (2 * thermalVoltage * (1 - cations) ** 2 * factor) / (FARADAY * diffusivity * c) };
}
