/** Case text of a coarse composite cathode; `cathode` is one more line of its section. */
export const networkCase = (cathode: string): string =>
  `title: network
source: test
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode:
  activeMaterial: {name: NMC811, particleRadius: 1 um, diffusivity: 4e-15 m^2/s}
  electrolyte: Li6PS5Cl
  massFractions: {activeMaterial: 70 %, electrolyte: 30 %}
  porosity: 10 %
  thickness: 50 um
  ${cathode}
protocol: {rates: [C/20], lowerCutoffVoltage: 2.5 V, upperCutoffVoltage: 4.3 V}
mesh: coarse
`;
