import type { CellModel } from '../cell-model.js';
import { collectorLaw, conductionOfElectrons, conductionOfIons, localEquilibria,
  networksOnFaces } from '../face-laws.js';
import { crossings, entries, planes } from '../interface-laws.js';
import { particleSites } from '../particle-sites.js';
import type { Field } from './field.js';
import { salt } from './salt.js';

/** Of the mean voltage [V]: at a tolerance of 1e-3 a step may take or add 0.02 mV times all lithium of the cathode. */
const meanVoltageScale = 0.02;

/** Every field of a cell, in the order of the state; a field of its own has a file beside this one. */
const table: readonly Field[] = [
  {
    key: 'electrolytePotential',
    symbol: 'phiE',
    name: 'electrolyte potential',
    unit: 'V',
    place: 'cells',
    scale: 1,
    takesIons: true,
    start: ({ anodePotential }) => -anodePotential,
    laws: (
      frame,
    ) => [...(frame.model.ions.kind === 'singleIon' ? [conductionOfIons(frame)] : []), ...localEquilibria(frame)],
  },
  {
    key: 'electrodePotential',
    symbol: 'phiS',
    name: 'electrode potential',
    unit: 'V',
    place: 'electrodes',
    scale: 1,
    start: ({ electrodePotential }, cell) => electrodePotential[cell],
    // the collector of a composite anode is the zero of potential
    laws: (
      frame,
    ) => [conductionOfElectrons(frame),
      ...(frame.model.anode.kind === 'composite' ? [collectorLaw(frame, 'anode', frame.model.anode.resistance)] : [])],
  },
  { key: 'anodeCurrent', name: 'current density of the anode plane', unit: 'A m^-2', place: 'planes',
    present: ({ anode }) => anode.kind === 'planar', laws: planes },
  salt,
  { key: 'entryCurrent', name: 'current density into the active network', unit: 'A m^-2', place: 'entries',
    laws: entries },
  { key: 'crossing', name: 'current density between network and electrolyte', unit: 'A m^-2', place: 'crossings',
    laws: crossings },
  { key: 'reaction', name: 'interfacial current density', unit: 'A m^-2', place: 'particles', laws: networksOnFaces },
  { key: 'stoichiometry', name: 'stoichiometry', unit: '1', place: 'shells', evolves: true, scale: 1,
    start: ({ stoichiometries }, _, p) => stoichiometries[p] },
  { key: 'current', name: 'applied current density', unit: 'A m^-2', place: 'whole' },
  { key: 'charge', name: 'charge', unit: 'C m^-2', place: 'whole', evolves: true },
  // is curved where the voltage is a line, which a step of the first order takes for exact
  { key: 'energy', name: 'energy', unit: 'J m^-2', place: 'whole', evolves: true,
    scale: (model) => meanVoltageScale * lithiumOfCathode(model) },
  // ten kelvin move an activated property by about half
  { key: 'temperature', name: 'temperature', unit: 'K', place: 'whole', evolves: true, scale: 10,
    present: ({ thermal }) => thermal !== undefined, start: ({ model }) => model.temperature },
  // of a collector that meets one cell it follows from phiS
  { key: 'voltage', name: 'voltage', unit: 'V', place: 'whole',
    present: ({ mesh: { boundaries: { collector } } }) => collector.count > 1,
    start: ({ model: { mesh: { boundaries } }, electrodePotential }) =>
      electrodePotential[boundaries.collector.cell[0]] },
];

/** The fields that a cell has: those of the table, and those that the model brings itself. */
export const fieldsOf = (model: CellModel): readonly Field[] =>
  [...table, ...(model.fields ?? [])].filter(({ present }) => present?.(model) ?? true);

/** As a charge [C m^-2]; infinite of a cell without active material, whose energy nobody asks for. */
const lithiumOfCathode = (model: CellModel): number =>
  model.particles.filter(({ region }) => model.mesh.regions[region].kind === 'cathode')
    .reduce((sum, particle) => sum + particleSites(model, particle), 0) || Infinity;
