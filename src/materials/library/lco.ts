import { ocpLcoMarquis2019 } from '../functions/ocp-lco-marquis2019.js';
import { assumed, derived, electronvolt, type LibraryMaterial, literature,
  milliampereHoursPerGram } from '../property.js';
import { sources } from '../sources.js';
import { prices } from './prices.js';

export const lco: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'LCO',
  title: 'LiCoO2',
  temperatureRange: [273.15, 333.15],
  crystal: { formula: 'LiCoO2', lithium: 1 },
  windowPotentials: {
    charged: 4.24,
    discharged: 2.72,
    source: `${sources.kato2018} (4.1 V against graphite); the fit puts half of the lithium at 4.24 V`,
  },
  properties: {
    price: prices.lco,
    density: assumed(5050, 'from memory, as in recomputations of the reviews'),
    specificCapacity: derived(milliampereHoursPerGram(137), `${sources.kato2018}, SI table`,
      'areal capacity over LCO loading, 2 / 14.5 to 15.7 / 115.4 mAh/mg; charged to about 4.2 V against Li', {
      spread: { low: milliampereHoursPerGram(137), high: milliampereHoursPerGram(149) },
      alternatives: [{ value: milliampereHoursPerGram(149), source: sources.pybammAi2020,
        note: 'holds 137 mAh/g between 4.2 and 3.6 V, where the potential here holds 126: over its window 149' }],
    }),
    chargedStoichiometry: assumed(0.47, 'window of width 0.5 for which 137 mAh/g agrees with 51 218 mol/m^3; 4.24 V'),
    dischargedStoichiometry: assumed(0.97, 'in the drop at the end of the potential; 2.72 V'),
    particleRadius: literature(2.5e-6, `${sources.kato2018}, SI (diameter 5 um)`, {
      alternatives: [{ value: 1e-5, source: sources.pybammMarquis2019 }],
    }),
    openCircuitPotential: literature(ocpLcoMarquis2019, sources.pybammMarquis2019, {
      note: '25 degC; no entropic term',
      alternatives: [{ value: 'ocp-lco-northrop2011', source: sources.northrop2011 }],
    }),
    diffusivity: literature(5e-15, `${sources.kato2018}, SI`, {
      alternatives: [
        { value: 3.9e-15, source: `${sources.miss2022}, Table 2` },
        { value: 5.387e-15, source: sources.pybammAi2020 },
        { value: 1e-14, source: sources.pybammRamadass2004 },
        { value: 1e-13, source: sources.pybammMarquis2019 },
      ],
    }),
    electronicConductivity: literature(10, sources.pybammMarquis2019, {
      note: 'an electrode value, with carbon; the bulk depends strongly on stoichiometry',
      alternatives: [{ value: 100, source: sources.pybammRamadass2004 }],
    }),
    relativeVolume: derived([[0.47, 1.02], [0.97, 1]], `${sources.thickElectrodeReview}, Sec. 3 (4) and its ref. 108`,
      'about +2 % for Co-rich oxides, taken as linear over the window and as growth on charge'),
    referenceExchangeCurrentDensity: derived(5.4, `${sources.kato2018}, SI`,
      'charge-transfer resistance 42 to 54 ohm cm^2 of LiNbO3-coated particles as R T/(F i0)', {
      alternatives: [
        { value: 25.8, source: `${sources.miss2022}, Table 2`,
          note:
            'LiNbO3-coated in 0.67Li3PS4-0.33LiI, 389 MPa; its thickness trend is not reproduced by the source\'s own model' },
        { value: 0.486, source: sources.pybammMarquis2019, note: 'liquid electrolyte: 6e-7 sqrt(1000) 51218/2' },
      ],
    }),
    diffusivityActivationEnergy: assumed(electronvolt(0.4), 'between a liquid cell and NMC811 in Li6PS5Cl', {
      spread: { low: 18_550, high: electronvolt(0.5) },
      alternatives: [
        { value: 18_550, source: sources.pybammRamadass2004, note: 'liquid electrolyte' },
        { value: electronvolt(0.44), source: sources.conforto2021, note: 'NMC811' },
      ],
    }),
    exchangeCurrentDensityActivationEnergy: derived(39_600, `${sources.ikezawa2020}, Fig. 3`,
      '37 kJ/mol of the charge-transfer resistance of coated LCO in LGPS, plus R T of i0 = R T / (F R_ct)', {
      alternatives: [{ value: 39_570, source: sources.pybammRamadass2004, note: 'liquid electrolyte' }],
    }),
  },
  concentrationAlternatives: [
    { value: 51_218, source: sources.pybammMarquis2019 },
    { value: 51_555, source: sources.pybammRamadass2004 },
  ],
};
