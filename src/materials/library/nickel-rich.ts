import { assumed, derived, type LibraryMaterial, literature, milliampereHoursPerGram,
  type Property } from '../property.js';
import { sources } from '../sources.js';
import { borrowedDiffusivity, openCircuitPotentials } from './layered-oxides.js';
import { nmc811 } from './nmc811.js';
import { prices } from './prices.js';

/** Neighbours of NMC811 that the reviews name: what they print of them replaces what was measured there. */
type NamedOxide = {
  readonly name: string;
  readonly formula: string;
  readonly specificCapacity: Property;
  /** Where that capacity ends on its potential [V]. */
  readonly discharged: number;
  /** What is not that of NMC811. */
  readonly own?: Readonly<Record<string, Property>>;
};

const neighbour = ({ name, formula, specificCapacity, discharged, own }: NamedOxide): LibraryMaterial => ({
  ...nmc811,
  kind: 'activeMaterial',
  name,
  title: formula,
  temperatureRange: [273.15, 333.15],
  crystal: { formula, lithium: 1 },
  windowPotentials: { charged: 4.3, discharged, source: `${sources.pybammChen2020}, of NMC811` },
  properties: {
    ...nmc811.properties,
    diffusivity: borrowedDiffusivity,
    price: prices.nmcLike,
    density: assumed(4780, 'that of NMC83'),
    specificCapacity,
    ...own,
  },
});

export const nmc90 = neighbour({
  name: 'NMC90',
  formula: 'LiNi0.9Mn0.05Co0.05O2',
  discharged: 3.63,
  specificCapacity: literature(milliampereHoursPerGram(210), `${sources.sulfideReview}, Sec. 6.2`, {
    alternatives: [{ value: milliampereHoursPerGram(203), source: `${sources.thickElectrodeReview}, Sec. 2.3.3`,
      note: 'dry film, 0.15 mA/cm2' }],
  }),
  own: {
    openCircuitPotential: openCircuitPotentials.nmc90,
    chargedStoichiometry: derived(0.079, 'ocp-nmc90', 'where the potential is 4.30 V'),
  },
});

export const nca = neighbour({
  name: 'NCA',
  formula: 'LiNi0.85Co0.1Al0.05O2',
  discharged: 3.64,
  specificCapacity: assumed(milliampereHoursPerGram(195), 'to 4.3 V, from memory (185 to 205)', {
    alternatives: [{ value: milliampereHoursPerGram(110), source: `${sources.thickElectrodeReview}, Table 1, ref 52`,
      note: 'delivered by a pouch of 1 Ah' }],
  }),
});
