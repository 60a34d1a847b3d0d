import type { PercolationModel, TransportModel } from '../../config/case.js';
import { noPath } from '../no-path.js';
import { ownContacts, percolatingShare, ratioOfThreshold, thresholdShare,
  touchedShare } from '../percolation/sphere-percolation.js';
import type { ConductingPhase, Mixture, TortuosityModel } from './tortuosity-model.js';

/** Voids of a pressed pellet whose conductivity is called that of the bulk (ketter2025: 12.1 %). */
const voidsOfPellet = 0.12;

/**
 * kappaEff / kappa = ((x - xc) / (1 - xc))^t ((1 - p) / (1 - pPellet))^1.5,  xc of a packing of spheres whose ratio of diameters is
 * R = lambda^m for ions and lambda^-m for electrons. x share of the solids, p porosity, lambda = D_CAM / D_SE, t = 2 (Kirkpatrick,
 * Rev. Mod. Phys. 45 (1973) 574). Rigid spheres have m = 1; soft electrolyte flows around harder particles, and a small m is fitted.
 */
export const percolation: TortuosityModel<'percolation'> = {
  equation: 'kappaEff / kappa = ((x - xc) / (1 - xc))^t',
  source: 'threshold: doi 10.3390/en6031632; power law: Kirkpatrick 1973; size exponent: fitted, see the parameter',
  range: [0, 1],
  tortuosityFactor: (parameters, phase) => phase.volumeFraction / percolatingConductivity(parameters, phase),
};

/** kappaEff / kappa; `noPath` below the threshold. */
function percolatingConductivity(model: PercolationModel, { mixture }: ConductingPhase): number {
  const { share, porosity } = inMixture(mixture);
  const threshold = thresholdOf(model, inMixture(mixture));
  if (share <= threshold) return noPath;
  const voids = Math.min(1, ((1 - porosity) / (1 - voidsOfPellet)) ** 1.5);
  return Math.max(noPath, ((share - threshold) / (1 - threshold)) ** model.exponent * voids);
}

/** R of the model: diameter of the other particles over that of the phase's own, as it acts. */
function actingRatio(model: PercolationModel, { carrier, activeDiameter }: Mixture): number {
  if (model.threshold !== undefined) return ratioOfThreshold(model.threshold, model.coordinationNumber);
  return sizeRatio(model, activeDiameter) ** (carrier === 'ions' ? model.sizeExponent : -model.sizeExponent);
}

/** lambda = D_CAM / D_SE; 1 where a threshold stands for it. */
export const sizeRatio = ({ sizeRatio: given, electrolyteDiameter }: PercolationModel,
  activeDiameter: number): number =>
  given ?? (electrolyteDiameter === undefined ? 1 : activeDiameter / electrolyteDiameter);

/** Share of the solids below which a phase leads nowhere. */
export const thresholdOf = (model: PercolationModel, mixture: Mixture): number =>
  thresholdShare(actingRatio(model, mixture), model.coordinationNumber);

/** Contacts of a particle of the phase with its own kind. */
const contactsOf = (model: PercolationModel, mixture: Mixture): number =>
  ownContacts(mixture.share, actingRatio(model, mixture), model.coordinationNumber);

/** Share of the active material that touches electrolyte which leads through; other models than percolation cut nothing off. */
export const ionReach = (model: TransportModel, ions: Mixture): number => (model.kind === 'percolation'
  ? touchedShare(contactsOf(model, ions), actingRatio(model, ions))
  : 1);

/** Share of the active material that belongs to active material which leads through. */
export const electronReach = (model: TransportModel, electrons: Mixture): number =>
  model.kind === 'percolation' ? percolatingShare(contactsOf(model, electrons)) : 1;

function inMixture(mixture: Mixture | undefined): Mixture {
  if (mixture === undefined) throw new Error('percolation needs the mixture around the phase');
  return mixture;
}
