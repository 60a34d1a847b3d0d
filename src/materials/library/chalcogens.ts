import { assumed, derived, electronvolt, type LibraryMaterial, literature, milliampereHoursPerGram,
  type Property } from '../property.js';
import { sources } from '../sources.js';
import { prices } from './prices.js';

/**
 * Sulfur and its kin: conversion to Li2S, described by the degree of conversion s, 0 as sulfur and 1 as Li2S. One plateau, as between
 * solids; electrons through carbon alone, ions through the electrolyte alone; a volume that grows with s and, with a contact law, parts
 * from what surrounds it. What moves inside a particle is no lithium in a host: its diffusivity is a stand-in for how fast the
 * conversion goes through.
 */

const review = sources.thickElectrodeReview;

/** First capacities of slow cells over the theoretical ones, of every conversion cathode that the reviews print, and of cells whose mixing was varied. */
const reportedUtilisation =
  'median of 12 cells of the reviews: S 39 (645 mAh/g), 71, 72, 74, 75, 84, 96 and 96 %, Li2S 71, 73 and 95 %, SeS2 73 %; 36 to 94 % hold 80 % of these and of 21 cells of '
  + '7 papers, with the median at 73 %. How the powders were mixed decides most: of one composition 12 % convert mixed by hand, 36 % in two steps and 90 % milled at once '
  + '(10.1038/s41467-026-69750-0), 39 % with carbon alone and 76 % with a conducting sulfide beside it (10.1016/j.jechem.2026.03.054), 27 to 81 % by the share of the electrolyte '
  + 'that was milled and the loading (10.1002/aenm.202500867). Pores that close, Li2S that passivates and carbon that is missing are all in it, and part of what transport takes';

const shared = {
  convertedShare: derived(0.74,
    `${review}, Table 1; ${sources.sulfideReview}, Sec. 5.2; ${sources.commercialisationReview}, Sec. 4.1; `
      + `${sources.pouchReview}, Sec. 2.5.3`, reportedUtilisation, { spread: { low: 0.36, high: 0.94 } }),
  diffusivityActivationEnergy: assumed(electronvolt(0.4), 'of the order of other solids', {
    spread: { low: electronvolt(0.2), high: electronvolt(0.6) },
  }),
  exchangeCurrentDensityActivationEnergy: assumed(electronvolt(0.45), 'of the order of other solids', {
    spread: { low: electronvolt(0.3), high: electronvolt(0.6) },
  }),
  chargedStoichiometry: assumed(0.0005, 'all but converted back'),
  dischargedStoichiometry: assumed(0.9995, 'all but converted'),
  particleRadius: assumed(2e-7, 'ball-milled; few sources print a size'),
  diffusivity: assumed(1e-15, 'no measurement: converts particles of 0.2 um within minutes', {
    spread: { factor: 10 },
  }),
  referenceExchangeCurrentDensity: assumed(0.1, 'no measurement with a solid electrolyte', { spread: { factor: 10 } }),
} as const satisfies Readonly<Record<string, Property>>;

const plateau = (shift: number) =>
  [
    [0, 2.45],
    [0.01, 2.25],
    [0.05, 2.14],
    [0.2, 2.11],
    [0.5, 2.09],
    [0.8, 2.06],
    [0.95, 1.99],
    [0.99, 1.85],
    [1, 1.6],
  ].map(([s, potential]) => [s, potential + shift] as const);

export const sulfur: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'sulfur',
  title: 'Sulfur, converted to Li2S; capacities per gram of sulfur',
  temperatureRange: [273.15, 373.15],
  conversionFrom: 'charged',
  crystal: { formula: 'S', lithium: 2 },
  windowPotentials: { charged: 2.44, discharged: 1.615, source: 'ends of the plateau as drawn' },
  properties: {
    ...shared,
    density: assumed(2070, 'orthorhombic, from memory'),
    specificCapacity: derived(milliampereHoursPerGram(1670), `${sources.pouchReview}, Sec. 2.5.3`,
      'two electrons per 32.06 g (1672) over the window; the source implies 1675 by 1400 mAh/g at 83.6 % utilisation'),
    openCircuitPotential: assumed(plateau(0),
      'one plateau at 2.1 V between the solids, from memory; its ends are drawn by hand'),
    electronicConductivity: literature(5e-28, `${review}, Sec. 2.3.4`, { note: '5e-30 S/cm: an insulator' }),
    relativeVolume: derived([[0, 1], [1, 1.8]], `${review}, Sec. 3 (4)`,
      'about 80 % from sulfur to Li2S, linear in between'),
  },
};

export const lithiumSulfide: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'Li2S',
  title: 'Li2S as built, the discharged state of sulfur; capacities per gram of Li2S',
  temperatureRange: [273.15, 373.15],
  conversionFrom: 'discharged',
  crystal: { formula: 'Li2S', lithium: 2 },
  windowPotentials: { charged: 2.44, discharged: 1.615, source: 'that of sulfur' },
  properties: {
    ...shared,
    price: prices.li2s,
    density: assumed(1660, 'from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(1165), 'two electrons per 45.94 g, over the window'),
    openCircuitPotential: assumed(plateau(0), 'that of sulfur, see there'),
    electronicConductivity: literature(5e-28, `${review}, Sec. 2.3.4, of sulfur`, {
      note: 'Li2S conducts a little better; both are insulators',
    }),
    relativeVolume: derived([[0, 1], [1, 1.8]], `${review}, Sec. 3 (4)`, 'as of sulfur'),
  },
};

export const ironDisulfide: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'FeS2',
  title: 'FeS2, converted to Li2S and iron; capacities per gram of FeS2',
  temperatureRange: [273.15, 373.15],
  conversionFrom: 'charged',
  crystal: { formula: 'FeS2', lithium: 4 },
  windowPotentials: { charged: 2.44, discharged: 1.165, source: 'ends of the potential as drawn' },
  properties: {
    ...shared,
    density: assumed(4900, 'pyrite, from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(893), 'four electrons per 119.98 g, over the window'),
    openCircuitPotential: assumed([[0, 2.45], [0.02, 2.25], [0.1, 2.15], [0.4, 2.08], [0.5, 1.85], [0.55, 1.6], [0.9,
      1.5], [0.97, 1.35], [1, 1.16]],
      'of later cycles, steps at 2.1 and 1.5 V, drawn from memory: within 50 mV at best'),
    electronicConductivity: assumed(1, 'a semiconductor, 1e-2 S/cm, from memory', { spread: { factor: 30 } }),
    relativeVolume: assumed([[0, 1], [1, 2.6]], 'from the molar volumes of Li2S, iron and pyrite, from memory'),
  },
};

export const seleniumSulfide: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'SeS2',
  title: 'SeS2, converted to Li2S and Li2Se; capacities per gram of SeS2',
  temperatureRange: [273.15, 373.15],
  conversionFrom: 'charged',
  crystal: { formula: 'SeS2', lithium: 6 },
  windowPotentials: { charged: 2.46, discharged: 1.635, source: 'that of sulfur, a little above' },
  properties: {
    ...shared,
    density: assumed(3060, 'from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(1122), 'six electrons per 143.1 g, over the window'),
    openCircuitPotential: assumed(plateau(0.02), 'that of sulfur, a little above, from memory'),
    electronicConductivity: assumed(1e-8, 'between the two elements', {
      alternatives: [
        { value: 5e-28, source: `${review}, Sec. 2.3.4`, note: 'sulfur' },
        { value: 1e-3, source: `${review}, Sec. 2.3.4`, note: 'selenium' },
      ],
    }),
    relativeVolume: assumed([[0, 1], [1, 1.8]], 'as of sulfur'),
  },
};
