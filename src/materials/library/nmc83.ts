import { ocpNmc811Chen2020Closed } from '../functions/ocp-nmc811-chen2020-closed.js';
import { assumed, literature, milliampereHoursPerGram, type LibraryMaterial } from '../property.js';
import { sources } from '../sources.js';
import { carriedConductionEnergy, carriedDiffusionEnergy, carriedTransferEnergy } from './activation-energies.js';
import { prices } from './prices.js';

export const nmc83: LibraryMaterial = {
  kind: 'activeMaterial',
  name: 'NMC83',
  title: 'LiNi0.83Co0.11Mn0.06O2, single crystals',
  temperatureRange: [273.15, 333.15],
  properties: {
    price: prices.nmcLike,
    density: literature(4780, `${sources.ketter2025}, constituents`),
    specificCapacity: literature(milliampereHoursPerGram(198), `${sources.schlautmann2023}, C/20 discharge, finest electrolyte`,
      { note: '2.0 to 3.7 V against In/LiIn; coarser electrolyte gives 152 to 165' }),
    chargedStoichiometry: assumed(0.27, 'window of the NMC811 potential that is borrowed'),
    dischargedStoichiometry: assumed(0.9084, 'window of the NMC811 potential that is borrowed'),
    particleRadius: literature(2.5e-6, `${sources.miss2022}, Table 2`, {
      alternatives: [{ value: 1.7e-6, source: sources.schlautmann2023, note: 'D50 3.4 um' }],
    }),
    openCircuitPotential: assumed(ocpNmc811Chen2020Closed, 'the potential of NMC811, its neighbour in composition',
      { source: sources.pybammChen2020 }),
    diffusivity: literature(6.6e-15, `${sources.ramanayagam2026}, Table 2`, {
      note: '389 MPa; fitted together with other impedance parameters',
      alternatives: [
        { value: 2.1e-15, source: `${sources.ramanayagam2026}, Table 2`, note: '97 MPa' },
        { value: 3.8e-16, source: `${sources.miss2022}, Table 2`, note: '389 MPa' },
      ],
    }),
    electronicConductivity: literature(0.5221, `${sources.ketter2025}, constituents`, { note: 'pressed at 370 MPa, 25 degC' }),
    referenceExchangeCurrentDensity: literature(1.33, `${sources.ramanayagam2026}, Table 2`, {
      note: 'in Li5.3PS4.3ClBr0.7 at 389 MPa, half charged, per geometric area; another electrolyte is an extrapolation',
      alternatives: [
        { value: 0.74, source: `${sources.ramanayagam2026}, Table 2`, note: '97 MPa' },
        { value: 0.11, source: `${sources.miss2022}, Table 2`, note: 'in 0.67Li3PS4-0.33LiI, 389 MPa' },
      ],
    }),
    diffusivityActivationEnergy: carriedDiffusionEnergy,
    electronicConductivityActivationEnergy: carriedConductionEnergy,
    exchangeCurrentDensityActivationEnergy: carriedTransferEnergy,
  },
};
