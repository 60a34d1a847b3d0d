import type { ComposedElectrodes, ComposedLayer } from '../transport/compose-electrodes.js';

/** The current that empties the layers of a cathode in an hour [A m^-2]. */
export const currentOfAnHour = (compositions: ComposedElectrodes['compositions']): number =>
  compositions.reduce((sum, { arealCapacity }) => sum + arealCapacity, 0) / 3600;

/** The layers of the cathode, each with its transport. */
export const cathodeLayersOf = (
  { compositions, effective }: Pick<ComposedElectrodes, 'compositions' | 'effective'>,
): ComposedLayer[] => compositions.map((composition, i) => ({ composition, effective: effective[i] }));

/** What a current loses in ions on its way through the layers, all of it to their ends [V]. */
export const ohmicDrop = (layers: readonly ComposedLayer[], current: number): number =>
  layers.reduce(
    (sum, { composition: { thickness }, effective: { effectiveIonicConductivity } }) =>
      sum + (current * thickness) / effectiveIonicConductivity,
    0,
  );
