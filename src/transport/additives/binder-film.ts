import type { BinderFilm } from '../../config/case.js';
import type { LayerComposition } from '../layer-composition.js';

type Volumes = Pick<LayerComposition, 'volumeFractions'>;

/** Mean thickness of all binder spread over the active particles, of a surface per volume (3 / R):  d = epsB / (epsAM surface)  [m]. */
export const meanFilm = ({ volumeFractions: { binder, activeMaterial } }: Volumes, surfacePerVolume: number): number =>
  binder / (activeMaterial * surfacePerVolume);

/**
 * Share of the particle surface in contact:  theta = (1 - (1 - theta0) exp(-d/d1)) exp(-d/d2).
 * theta0 contact without binder, d1 what glues, d2 what blocks. The form is assumed: a first gluing film closes gaps, a further one
 * lies between particle and electrolyte. Where gluing is the quicker, theta has a maximum.
 */
export function filmContact({ contactWithout, gainThickness, blockingThickness }: BinderFilm, film: number): number {
  return (1 - (1 - contactWithout) * Math.exp(-film / gainThickness)) * Math.exp(-film / blockingThickness);
}

/** Share of the active material that holds to the rest:  1 - (1 - c0) exp(-d/d1),  c0 without binder; assumed like the contact. */
export const filmConnection = ({ connectedWithout, gainThickness }: BinderFilm, film: number): number =>
  1 - (1 - connectedWithout) * Math.exp(-film / gainThickness);

/**
 * tau over that without binder:  exp(k epsB / epsAM).  tau of 4.2, 6.4 and 10 at 0, 0.05 and 0.1 was simulated in packings with 70 % active
 * material (Bielefeld et al. 2020, doi 10.1021/acsami.9b22788): k = 8.6.
 */
export const pathFactor = ({ pathBlocking }: BinderFilm,
  { volumeFractions: { binder, activeMaterial } }: Volumes): number =>
  Math.exp((pathBlocking * binder) / activeMaterial);
