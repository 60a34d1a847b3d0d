import { anodePotentials } from '../../config/material-names.js';
import { assumed, derived, electronvolt, type LibraryMaterial, literature, milliampereHoursPerGram,
  ohmSquareCentimetres as ohm } from '../property.js';
import { sources } from '../sources.js';

const exchangeCurrentDensity = derived(28.5, `${sources.ramanayagam2026}, text`,
  'semicircle of 9 ohm cm^2 at 97 MPa as R T/(F i0); all of it taken as charge transfer', {
  spread: { low: 2.9, high: 64 },
  alternatives: [
    { value: 64, source: `${sources.ramanayagam2026}, text`, note: '4 ohm cm^2 at 389 MPa' },
    { value: 2.9, source: `${sources.sedlmeier2023}, Fig. 7b`, note: '90 ohm cm^2 at 20 MPa, indium to the separator' },
  ],
});
const exchangeCurrentDensityActivationEnergy = assumed(electronvolt(0.4), 'as on lithium', {
  spread: { low: electronvolt(0.3), high: electronvolt(0.6) },
});

export const lithiumIndium: LibraryMaterial = {
  kind: 'planarAnode',
  name: 'lithium-indium',
  title: 'Lithium-indium alloy on its In/InLi plateau',
  temperatureRange: [273.15, 333.15],
  properties: {
    density: assumed(7000, 'indium 7.31 g/cm^3 with some lithium, from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(233),
      'one lithium per indium atom, F/(3.6 * 114.8 g/mol), per gram of indium'),
    equilibriumPotential: literature(anodePotentials['lithium-indium'], `${sources.sedlmeier2023}, text`, {
      note:
        'at rest, 3 mV in 28 days; between In and InLi only: above one lithium per indium it falls, without lithium it rises',
      spread: { low: 0.6, high: 0.63 },
      alternatives: [
        { value: 0.621, source: `${sources.nam2018}, SI Fig. S2`,
          note: 'Li0.5In against lithium, middle of charge and discharge' },
        { value: 0.6, source: `${sources.thickElectrodeReview}, Sec. 3 (3)` },
      ],
    }),
    exchangeCurrentDensity,
    exchangeCurrentDensityActivationEnergy,
    areaSpecificResistance: derived(ohm(23), `${sources.ikezawa2020}, Fig. 1d`,
      'half of the split between charge and discharge at 0.07 to 1.5 mA/cm^2, 45 to 78 ohm cm^2, less 26 ohm cm^2 of separator is 19 to 52 '
        + '(middle 32); less the 9 ohm cm^2 of charge transfer. A foil of indium that lithium must cross first gives nothing (0.4 uAh/cm^2, '
        + `${sources.sedlmeier2023})`, {
      spread: { low: ohm(10), high: ohm(43) },
      alternatives: [
        { value: ohm(30), source: `${sources.sedlmeier2023}, Fig. 7b`,
          note: '120 less 90 of charge transfer, 20 MPa, indium to the separator' },
        { value: ohm(12), source: 'doi 10.1038/s41586-024-08298-9, text to Extended Data Fig. 3',
          note:
            '0.14 V at 8.3 and 0.29 V at 15 mA/cm^2 against a wire of lithium, less 60 and 87 mV of charge transfer' },
        { value: ohm(2), source: `${sources.kochetkov2022}, Sec. 4.2`,
          note: 'about 3 mV at 0.28 mA/cm^2 and 250 MPa, less 9 ohm cm^2 of charge transfer' },
        { value: ohm(235), source: `${sources.sedlmeier2023}, Fig. 7b`,
          note: '555 less 320, lithium to the separator' },
        { value: 'diffusion in InLi itself costs next to nothing: 5.5e-7 cm^2/s',
          source: sources.indiumMicrostructure },
      ],
    }),
  },
};

/** A foil with the diffusion of its own: an anode of this material alone is an active network, see docs/mixed-conductors.md. */
export const indium: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'indium',
  title: 'Indium foil that takes up lithium, In to InLi; sizes are those of the indium',
  temperatureRange: [273.15, 333.15],
  crystal: { formula: 'In', lithium: 1 },
  windowPotentials: { charged: anodePotentials.indium, discharged: 0.62, source: `${sources.sedlmeier2023}, text` },
  properties: {
    density: assumed(7310, 'crystal of indium, from memory'),
    maximumConcentration: derived(63_660, 'crystal of indium', 'one lithium per indium atom, 7310 / 0.11482 mol/m^3'),
    chargedStoichiometry: assumed(0.98, 'all but InLi'),
    dischargedStoichiometry: assumed(0.02, 'all but indium'),
    asBuiltStoichiometry: assumed(0.5, 'half as much lithium as indium is pressed on it (33 at%), as laboratories do'),
    particleRadius: assumed(1e-6, 'carries no result in a foil'),
    openCircuitPotential: assumed([[0, 1.4], [0.01, 0.6205], [0.99, 0.6195], [1, 0.4]],
      'plateau of In and InLi at 0.62 V as measured, with 1 mV of slope so that it names one state; where it ends, and how steeply, from memory',
      {
        source: `${sources.sedlmeier2023}, text`,
      }),
    diffusivity: derived(2.4e-11, sources.indiumMicrostructure,
      '5.5e-7 cm^2/s in InLi, over 1.51^2: InLi has 1.51 times the volume of its indium (23.7 and 15.7 cm^3/mol, crystals from memory), '
        + 'so that lithium passes a foil that is 1.51 times as thick as it was built', {
      spread: { low: 2.4e-12, high: 5.5e-11 },
      alternatives: [{ value: 1e-14, source: `${sources.sedlmeier2023}, Figs 6, 8`,
        note:
          'where indium faces the separator: 0.39 uAh/cm^2 at 0.2 mA/cm^2 as the time of Sand, 1 % of lithium dissolved (assumed)' }],
    }),
    diffusivityActivationEnergy: assumed(electronvolt(0.2), 'no measurement; computed barriers in such alloys are low',
      {
        spread: { low: electronvolt(0.1), high: electronvolt(0.4) },
      }),
    electronicConductivity: assumed(1.2e7, 'metal, from memory; carries no loss'),
    relativeVolume: assumed([[0, 1], [1, 1.51]], 'crystals of In and InLi, from memory; linear in between'),
    referenceExchangeCurrentDensity: exchangeCurrentDensity,
    exchangeCurrentDensity: { ...exchangeCurrentDensity,
      note: `${exchangeCurrentDensity.note}; the same along the plateau, where the surface is of the same two phases` },
    exchangeCurrentDensityActivationEnergy,
  },
};
