import { type Json, listOf, mapping, mappingTo, typed, words } from './json-shape.js';
import { sweepMethods } from './sweep.js';

/**
 * The keys of files about several cells, beside those of a case: what a reader takes, what a misspelt key is compared with, and what an
 * editor completes.
 */

/** Any value of a case: what it may be is said by its key. */
const anything: Json = {};
const number = typed('number', 'string');
const keyed = (description: string): Json => mappingTo(anything, description);
const ends = (description: string): Json =>
  mappingTo({ type: 'array', items: anything, minItems: 2, maxItems: 2 }, description);

const range = mapping({
  from: { ...number, description: 'lower end, with its unit' },
  to: { ...number, description: 'upper end, in the same unit' },
  points: { type: 'integer', minimum: 2, description: 'of a grid, ends included; default: 5' },
  spacing: { enum: ['linear', 'log'], description: 'equal steps, or equal ratios' },
}, ['from', 'to']);

/** Every name of the library of one kind. */
const namesOf = mapping({
  names: { enum: ['films', 'activeMaterial', 'electrolyte', 'planarAnode', 'passive'],
    description: 'films, or a kind of material' },
  except: { type: 'array', items: { type: 'string' }, description: 'names that are left out' },
}, ['names']);

/** `sweep:`. */
export const sweepKeys: Json = {
  method: { enum: sweepMethods, default: 'grid',
    description: 'grid: every combination; latin-hypercube, sobol: points spread over all ranges; list: one by one' },
  vary: mappingTo({ anyOf: [listOf(anything), range, namesOf] },
    'dotted keys of the case, each with its values or a range'),
  list: listOf(keyed('dotted keys of the case and values'), 'designs of method: list'),
  points: { type: 'integer', minimum: 1, description: 'how many designs of a Latin hypercube or a Sobol sequence' },
  seed: { type: 'integer', minimum: 0, description: 'of a Latin hypercube; one seed, one sample' },
  marks: listOf({ type: 'object', properties: { name: words('what the design is called') }, required: ['name'],
    additionalProperties: number }, 'known designs on the map, by name and the values of the varied keys'),
};

/** What an energy may be counted for. */
export const bases = ['electrode', 'unitCell', 'stack', 'pouch'] as const;

/** `fit:`. */
export const fitKeys: Json = {
  curves: listOf(
    mapping({ file: words('CSV file of a measured discharge, or the text export of a cycler'),
      rate: words('C-rate or current density'),
      discharge: { type: 'integer', minimum: 1, description: 'which discharge of the export' },
      set: keyed('dotted keys of the case that were different for this curve') }, ['file', 'rate']),
    'measured discharges',
  ),
  capacities: listOf(
    mapping({ capacity: words('what a discharge delivered down to the cut-off of the case, with its unit'),
      rate: words('C-rate or current density'),
      set: keyed('dotted keys of the case that were different for this one') }, ['capacity', 'rate']),
    'single capacities',
  ),
  spectra: listOf(
    mapping({ file: words('CSV file of an impedance at rest, or the text export of an instrument'),
      soc: { ...number, description: 'state of charge of the cathode: 1 charged, 0 discharged' },
      doubleLayer: words('capacitance per wetted area; default: 0.1 F/m^2, assumed'),
      set: keyed('dotted keys of the case that were different for this one') }, ['file', 'soc']),
    'impedances at rest',
  ),
  vary: mappingTo(range,
    'dotted keys of the case that are fitted, each within its range; without any the case stands beside the curves as it is'),
  noise: mapping({ voltage: number, capacity: number, impedance: number }),
  starts: { type: 'integer', minimum: 1, description: 'places from which the fit begins' },
};

/** `uncertainty:`. */
export const uncertaintyKeys: Json = {
  spreads: mappingTo({
    anyOf: [{ type: 'number' }, { type: 'string' },
      mapping({ spread: number, range: { type: 'array', items: anything, minItems: 2, maxItems: 2 } })],
  }, 'dotted keys that the case states, each with its spread: 2 for x/ 2, 10 %, or {range: [low, high]}'),
  without: { type: 'array', items: { type: 'string' }, description: 'parameters that are taken as known' },
  rate: words('rate of the case at which parameters are ranked; default: the fastest that delivers something'),
  error: { ...number,
    description: 'half-width of the 95 % interval of every index at which sampling ends; default: 5 %' },
  points: { type: 'integer', minimum: 16, description: 'rows of the sample at most; default: 1024' },
  most: { type: 'integer', minimum: 1, maximum: 20, description: 'parameters that take part at most; default: 16' },
};

/** `optimise:`. */
export const optimiseKeys: Json = {
  maximise: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    description: 'pouch Wh/kg at 1C; two of them for a front' },
  minimise: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    description: 'e.g. pouch $/kWh at C/3' },
  subjectTo: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    description: 'bounds, e.g. utilisation at 1C > 80 %' },
  vary: mappingTo({
    anyOf: [
      listOf(anything),
      range,
      namesOf,
      mapping({
        profile: { type: 'integer', minimum: 2, maximum: 9, description: 'points from the membrane to the collector' },
        from: number,
        to: number,
        mean: number,
      }, ['profile', 'from', 'to', 'mean']),
    ],
  }, 'dotted keys of the case, each with its bounds, its choices, or a profile of a given mean'),
  starts: { type: 'integer', minimum: 1, maximum: 50, description: 'places from which the search begins; default: 3' },
  points: { type: 'integer', minimum: 3, maximum: 50, description: 'of a front; default: 7' },
};

/** An entry of `rows:`; its `case` is that of the file with other keys. */
export const rowKeys = (reported: Json, bill: Json, change: Json): Json => ({
  id: words('short name'),
  name: words('what the cell is'),
  where: words('table and row, section'),
  note: words('a remark'),
  missing: words('why the row is not run'),
  refused: words('why no cell can do what is reported, with the numbers'),
  dependent: words('why the reported value is no test of the case'),
  reported,
  unknown: ends('dotted keys that the source does not print, each with the values it lies between'),
  overheads: keyed('dotted keys that make up for what a source leaves out, declared as fitted'),
  against: keyed('dotted keys of the other cell of a ratio'),
  simulate: { type: 'boolean', default: false,
    description: 'whether an energy is also simulated, at the first rate of the case' },
  basis: { enum: bases, default: 'pouch', description: 'what a ratio or a simulated energy counts' },
  bill,
  case: change,
});

const nominalCapacity: Json = { description: 'delivered if all of the active material worked',
  examples: ['200 mAh/g'] };
const charge: Json = {
  description: 'the charge before a test: a rate, or constant current and a hold',
  anyOf: [{ type: 'string' }, mapping({ rate: { type: 'string' }, hold: { type: 'string' } }, ['rate'])],
};
const assumed = ends('dotted keys that had to be assumed, each with the values it lies between');

/** `validation:`. */
export const validationKeys = (cell: Json): Json => ({
  via: words('how the numbers came here'),
  informs: { type: 'array', items: { type: 'string' },
    description: 'what in the library or in a law rests on this source' },
  nominalCapacity,
  charge,
  assumed,
  cells: listOf(cell),
});

/** An entry of `cells:`. */
export const cellKeys = (measured: Json, change: Json): Json => ({
  name: words('what the cell is called'),
  note: words('a remark'),
  nominalCapacity,
  charge,
  assumed,
  case: change,
  measured: listOf(measured),
});
