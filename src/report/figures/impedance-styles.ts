import type { ImpedanceDocument } from '../../results/impedance-schema.js';
import { ink, type markers, partColours } from './palette.js';

export type SpectrumName = keyof ImpedanceDocument['impedance'];

interface SpectrumStyle {
  readonly label: string;
  readonly colour: string;
  readonly dash: string;
  readonly marker: (typeof markers)[number];
}

/** The cell and its parts; they differ in hue, dash and marker. */
export const impedanceStyles: Readonly<Record<SpectrumName, SpectrumStyle>> = {
  total: { label: 'cell', colour: ink, dash: 'none', marker: 'circle' },
  cathode: { label: 'cathode', colour: partColours.chargeTransfer, dash: '7 3', marker: 'square' },
  membrane: { label: 'membrane', colour: partColours.ionsInMembrane, dash: '2 2.5', marker: 'triangle' },
  anode: { label: 'anode', colour: partColours.diffusionInParticles, dash: '9 3 2 3', marker: 'diamond' },
  contacts: { label: 'contacts', colour: partColours.filmAndContact, dash: '14 4', marker: 'wye' },
};
