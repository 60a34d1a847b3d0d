import { assumed, derived, literature, milliampereHoursPerGram, type LibraryMaterial, type Property } from '../property.js';
import { sources } from '../sources.js';

/**
 * Sulfur and its kin: conversion to Li2S, described by the degree of conversion s, 0 as sulfur and 1 as Li2S. One plateau, as between
 * solids; electrons through carbon alone, ions through the electrolyte alone; a volume that grows with s and, with a contact law, parts
 * from what surrounds it. What moves inside a particle is no lithium in a host: its diffusivity is a stand-in for how fast the
 * conversion goes through.
 */

const review = sources.thickElectrodeReview;

const shared = {
  chargedStoichiometry: assumed(0.0005, 'all but converted back'),
  dischargedStoichiometry: assumed(0.9995, 'all but converted'),
  particleRadius: assumed(2e-7, 'ball-milled; few sources print a size'),
  diffusivity: assumed(1e-15, 'no measurement: converts particles of 0.2 um within minutes'),
  referenceExchangeCurrentDensity: assumed(0.1, 'no measurement with a solid electrolyte'),
} as const satisfies Readonly<Record<string, Property>>;

const plateau = (shift: number) => [
  [0, 2.45], [0.01, 2.25], [0.05, 2.14], [0.2, 2.11], [0.5, 2.09], [0.8, 2.06], [0.95, 1.99], [0.99, 1.85], [1, 1.6],
].map(([s, potential]) => [s, potential + shift] as const);

export const sulfur: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'sulfur',
  title: 'Sulfur, converted to Li2S; capacities per gram of sulfur',
  temperatureRange: [273.15, 373.15],
  conversionFrom: 'charged',
  properties: {
    ...shared,
    density: assumed(2070, 'orthorhombic, from memory'),
    specificCapacity: literature(milliampereHoursPerGram(1675), `${sources.pouchReview}, Sec. 2.5.3`,
      { note: 'implied by 1400 mAh/g at 83.6 % utilisation; two electrons per 32.06 g give 1672' }),
    openCircuitPotential: assumed(plateau(0), 'one plateau at 2.1 V between the solids, from memory; its ends are drawn by hand'),
    electronicConductivity: literature(5e-28, `${review}, Sec. 2.3.4`, { note: '5e-30 S/cm: an insulator' }),
    relativeVolume: derived([[0, 1], [1, 1.8]], `${review}, Sec. 3 (4)`, 'about 80 % from sulfur to Li2S, linear in between'),
  },
};

export const lithiumSulfide: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'Li2S',
  title: 'Li2S as built, the discharged state of sulfur; capacities per gram of Li2S',
  temperatureRange: [273.15, 373.15],
  conversionFrom: 'discharged',
  properties: {
    ...shared,
    density: assumed(1660, 'from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(1166), 'two electrons per 45.94 g'),
    openCircuitPotential: assumed(plateau(0), 'that of sulfur, see there'),
    electronicConductivity: literature(5e-28, `${review}, Sec. 2.3.4, of sulfur`, { note: 'Li2S conducts a little better; both are insulators' }),
    relativeVolume: derived([[0, 1], [1, 1.8]], `${review}, Sec. 3 (4)`, 'as of sulfur'),
  },
};

export const seleniumSulfide: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'SeS2',
  title: 'SeS2, converted to Li2S and Li2Se; capacities per gram of SeS2',
  temperatureRange: [273.15, 373.15],
  conversionFrom: 'charged',
  properties: {
    ...shared,
    density: assumed(3060, 'from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(1123), 'six electrons per 143.1 g'),
    openCircuitPotential: assumed(plateau(0.02), 'that of sulfur, a little above, from memory'),
    electronicConductivity: assumed(1e-8, 'between the two elements', {
      alternatives: [
        { value: 5e-28, source: `${review}, Sec. 2.3.4`, note: 'sulfur' }, { value: 1e-3, source: `${review}, Sec. 2.3.4`, note: 'selenium' },
      ],
    }),
    relativeVolume: assumed([[0, 1], [1, 1.8]], 'as of sulfur'),
  },
};
