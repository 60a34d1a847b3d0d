import type { ImpedanceDocument } from '../../results/impedance-schema.js';
import type { LegendItem } from './figure.js';
import { ink, partLooks } from './palette.js';

export type SpectrumName = keyof ImpedanceDocument['impedance'];

/** The cell and its parts; they differ in hue, dash and marker. */
export const impedanceStyles = {
  total: { label: 'cell', colour: ink, dash: 'none', marker: 'circle' },
  cathode: { label: 'cathode', colour: partLooks.chargeTransfer.colour, dash: '7 3', marker: 'square' },
  membrane: { label: 'membrane', colour: partLooks.ionsInMembrane.colour, dash: '2 2.5', marker: 'triangle' },
  anode: { label: 'anode', colour: partLooks.diffusionInParticles.colour, dash: '9 3 2 3', marker: 'diamond' },
  contacts: { label: 'contacts', colour: partLooks.filmAndContact.colour, dash: '14 4', marker: 'wye' },
} as const satisfies Readonly<Record<SpectrumName, LegendItem>>;
