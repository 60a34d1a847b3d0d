import type { Membrane } from './case.js';

/** All of it with its interlayers, from anode to cathode [m]. */
export const membraneThickness = ({ thickness, interlayers = [] }: Membrane): number =>
  interlayers.reduce((sum, layer) => sum + layer.thickness, thickness);
