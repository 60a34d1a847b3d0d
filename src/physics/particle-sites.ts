import type { CellProperties } from '../transport/on-cells/cell-properties.js';
import { FARADAY } from '../units/constants.js';

/** Lithium sites of a class of particles, eps cMax F L, as charge per area [C m^-2]. */
export const particleSites = ({ mesh: { regions } }: CellProperties,
  { material, volumeFraction, region }: CellProperties['particles'][number]): number =>
  FARADAY * material.maximumConcentration * volumeFraction * regions[region].thickness;
