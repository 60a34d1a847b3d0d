import type { CellProblem } from '../physics/cell-problem.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../physics/unknowns.js';
import type { PolarisationPart } from './result-schema.js';

/** Parts and total [V]; the total is Ueq - V, and the parts add up to it. */
export type Polarisation = Record<PolarisationPart | 'total', number>;

/**
 * The loss of voltage under current, split exactly. Every loss is a power density; summed over the cell and divided by the
 * current it is a voltage:
 *
 *   ions, electrons   sum over faces of i^2 / G
 *   charge transfer   sum over particles of a V j eta
 *   films, contacts   a V j^2 Rf, and I^2 R of the contacts
 *   diffusion         -sum a V j [U(mean of the particle) - U(surface)]
 *   uneven charge     Ueq + sum a V j U(mean of the particle) / I
 *   anode             0 - phiE(0) - Ua
 *
 * Because the discrete charge balance holds to round-off, so does the sum. Parts are NaN where no current flows. Evaluates
 * `problem.residual` at `y` to bring its local fields up to date; `scratch` has the size of the state.
 */
export function polarisation(problem: CellProblem, y: Float64Array, equilibriumVoltage: number, zero: Float64Array, scratch: Float64Array): Polarisation {
  problem.residual(0, y, zero, scratch);
  const current = y[problem.unknowns.current];
  const total = equilibriumVoltage - problem.voltage(y);
  const conduction = conductionLosses(problem, y);
  const reaction = reactionLosses(problem, y);
  const { charge, model } = problem;
  const { anode } = model;
  const anodeFace = electrolytePotentialOf(problem.model.mesh.anodeFace.cell);
  const anodeCurrent = y[problem.unknowns.anodeCurrent];
  return {
    ionsInMembrane: conduction.membrane / current,
    ionsInCathode: conduction.cathode / current,
    electronsInCathode: conduction.electrons / current,
    chargeTransfer: reaction.transfer / current,
    filmAndContact: (reaction.film + conduction.contacts) / current,
    diffusionInParticles: reaction.diffusion / current,
    unevenStateOfCharge: equilibriumVoltage + anode.equilibriumPotential + reaction.mean / current,
    anode: -(y[anodeFace] + anodeCurrent * charge.startResistance) - anode.equilibriumPotential,
    total,
  };
}

interface ConductionLosses {
  membrane: number;
  cathode: number;
  electrons: number;
  contacts: number;
}

/** Sums of i^2 R over the faces [W m^-2]; the face between two regions is shared out by its two halves and its contact. */
function conductionLosses(problem: CellProblem, y: Float64Array): ConductionLosses {
  const { model, charge, unknowns } = problem;
  const { mesh, ionicConductivity: kappa } = model;
  const { faces, regions, region } = mesh;
  const anodeCurrent = y[unknowns.anodeCurrent];
  const current = y[unknowns.current];
  const contact = model.collectorResistance;
  const losses = {
    membrane: anodeCurrent * anodeCurrent * charge.startResistance,
    cathode: 0,
    electrons: current * current * (charge.endResistance - contact),
    contacts: current * current * contact,
  };
  const isMembrane = (cell: number): boolean => regions[region[cell]].kind === 'membrane';
  for (let f = 0; f < faces.count; f++) {
    const [o, n] = [faces.owner[f], faces.neighbour[f]];
    const ionic = charge.ionicConductance[f] * (y[electrolytePotentialOf(o)] - y[electrolytePotentialOf(n)]);
    const power = (ionic * ionic) / faces.area[f];
    losses[isMembrane(o) ? 'membrane' : 'cathode'] += (power * faces.ownerDistance[f]) / kappa[o];
    losses[isMembrane(n) ? 'membrane' : 'cathode'] += (power * faces.neighbourDistance[f]) / kappa[n];
    losses.contacts += power * model.ionicContact[f];
    const drop = y[electrodePotentialOf(o)] - y[electrodePotentialOf(n)];
    losses.electrons += charge.electronicConductance[f] * drop * drop;
  }
  return losses;
}

/** Sums over the particles [W m^-2]; `mean` is the sum of a V j U(mean of the particle). */
function reactionLosses(problem: CellProblem, y: Float64Array): { transfer: number; film: number; diffusion: number; mean: number } {
  const losses = { transfer: 0, film: 0, diffusion: 0, mean: 0 };
  for (const reaction of problem.reactions) {
    const { at, particle, diffusion, surfacePotential } = reaction;
    for (let k = 0; k < at.count; k++) {
      const cell = at.firstCell + k;
      const j = y[at.reaction + k];
      const area = particle.specificInterfacialArea * problem.model.mesh.volume[cell];
      const film = j * particle.filmResistance;
      const eta = y[electrodePotentialOf(cell)] - y[electrolytePotentialOf(cell)] - surfacePotential[k] - film;
      const atMean = reaction.equilibriumPotential(diffusion.average(y, k));
      losses.transfer += area * j * eta;
      losses.film += area * j * film;
      losses.diffusion += area * j * (surfacePotential[k] - atMean);
      losses.mean += area * j * atMean;
    }
  }
  return losses;
}
