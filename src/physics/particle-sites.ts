import { FARADAY } from '../units/constants.js';
import type { CellModel } from './cell-model.js';

/** Lithium sites of a class of particles, eps cMax F L, as charge per area [C m^-2]. */
export const particleSites = ({ mesh: { regions } }: CellModel,
  { material, volumeFraction, region }: CellModel['particles'][number]): number =>
  FARADAY * material.maximumConcentration * volumeFraction * regions[region].thickness;
