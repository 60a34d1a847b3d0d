import type { CellFormat } from '../config/cell-format.js';

/**
 * range = w m d [m]: energy per mass of cells w [J kg^-1], their mass m [kg], distance per energy d [m J^-1], as in
 * 10.1039/d1ee00551k, Sec. 6.1. Nothing of a pack is counted: no housing, no cooling, no reserve.
 */
export const vehicleRange = (gravimetric: number, { batteryMass, distancePerEnergy }: CellFormat['vehicle']): number =>
  gravimetric * batteryMass * distancePerEnergy;
