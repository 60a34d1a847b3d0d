import type { ParameterLedger } from '../config/case.js';

/** Last parts of the paths that mass, volume, charge at equilibrium and money follow from. */
const counted = new Set(['thickness', 'massLoading', 'activeMassLoading', 'arealCapacity', 'porosity', 'density',
  'pressDensity', 'electrolyteFraction', 'nToP', 'excess', 'activeMaterial', 'electrolyte', 'carbon', 'binder', 'price',
  'specificCapacity', 'maximumConcentration', 'chargedStoichiometry', 'dischargedStoichiometry', 'openCircuitPotential',
  'equilibriumPotential']);

/** Picks the parameters of a case that its energy rests on while nothing is simulated. */
export const energyParameters = (ledger: ParameterLedger): ParameterLedger =>
  ledger.filter(({ path }) => path.startsWith('cell.') || counted.has(path.slice(path.lastIndexOf('.') + 1)));
