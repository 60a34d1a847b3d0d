import { assumed, derived, electronvolt, type LibraryMaterial, literature, milliampereHoursPerGram,
  ohmSquareCentimetres as ohm } from '../property.js';
import { sources } from '../sources.js';

export const lithiumIndium: LibraryMaterial = {
  kind: 'planarAnode',
  name: 'lithium-indium',
  title: 'Lithium-indium alloy on its In/InLi plateau',
  temperatureRange: [273.15, 333.15],
  properties: {
    density: assumed(7000, 'indium 7.31 g/cm^3 with some lithium, from memory'),
    specificCapacity: assumed(milliampereHoursPerGram(233),
      'one lithium per indium atom, F/(3.6 * 114.8 g/mol), per gram of indium'),
    equilibriumPotential: literature(0.62, `${sources.sedlmeier2023}, text`, {
      note:
        'at rest, 3 mV in 28 days; between In and InLi only: above one lithium per indium it falls, without lithium it rises',
      spread: { low: 0.6, high: 0.63 },
      alternatives: [
        { value: 0.621, source: `${sources.nam2018}, SI Fig. S2`,
          note: 'Li0.5In against lithium, middle of charge and discharge' },
        { value: 0.6, source: `${sources.thickElectrodeReview}, Sec. 3 (3)` },
      ],
    }),
    exchangeCurrentDensity: derived(28.5, `${sources.ramanayagam2026}, text`,
      'semicircle of 9 ohm cm^2 at 97 MPa as R T/(F i0); all of it taken as charge transfer', {
      spread: { low: 2.9, high: 64 },
      alternatives: [
        { value: 64, source: `${sources.ramanayagam2026}, text`, note: '4 ohm cm^2 at 389 MPa' },
        { value: 2.9, source: `${sources.sedlmeier2023}, Fig. 7b`,
          note: '90 ohm cm^2 at 20 MPa, indium to the separator' },
      ],
    }),
    exchangeCurrentDensityActivationEnergy: assumed(electronvolt(0.4), 'as on lithium', {
      spread: { low: electronvolt(0.3), high: electronvolt(0.6) },
    }),
    areaSpecificResistance: derived(ohm(23), `${sources.ikezawa2020}, Fig. 1d`,
      'half of the split between charge and discharge at 0.07 to 1.5 mA/cm^2, 45 to 78 ohm cm^2, less 26 ohm cm^2 of separator is 19 to 52 '
        + '(middle 32); less the 9 ohm cm^2 of charge transfer. A foil of indium that lithium must cross first gives nothing (0.4 uAh/cm^2, '
        + `${sources.sedlmeier2023})`, {
      spread: { low: ohm(10), high: ohm(43) },
      alternatives: [
        { value: ohm(30), source: `${sources.sedlmeier2023}, Fig. 7b`,
          note: '120 less 90 of charge transfer, 20 MPa, indium to the separator' },
        { value: ohm(235), source: `${sources.sedlmeier2023}, Fig. 7b`,
          note: '555 less 320, lithium to the separator' },
        { value: 'diffusion in InLi itself costs next to nothing: 5.5e-7 cm^2/s',
          source: sources.indiumMicrostructure },
      ],
    }),
  },
};
