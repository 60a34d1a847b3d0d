import type { Case } from '../../config/case.js';
import type { CellModel } from '../../physics/cell-model.js';
import { formatNumber } from '../../units/quantity.js';

/**
 * What the equations themselves are wrong by, once every parameter is known: found by predicting cells whose source took no part
 * in fixing the laws. One entry per kind of cell.
 */
export interface CalibratedBand {
  /** In words, for card and document. */
  readonly kind: string;
  /** The sources that fixed what is fitted in the laws of such cells. */
  readonly fittedTo: readonly string[];
  /** Predictions of whole sources left out: their number and rms of ln(predicted / measured capacity). */
  readonly leftOut: { readonly sources: number; readonly capacities: number; readonly rmsLn: number };
  /** Standard deviation of ln(capacity), up to `slowUpTo` (a C-rate) and above it. */
  readonly sdLnCapacity: { readonly slow: number; readonly fast: number; readonly slowUpTo: number };
  /** Of the mean voltage [V]. */
  readonly sdMeanVoltage: number;
  /** What the cells compared span; outside of it there is a band and no single number. */
  readonly range: {
    /** Names of active materials; any of them. */
    readonly activeMaterials: readonly string[];
    /** Cathode thickness [m], stack pressure [Pa], C-rate, temperature [K]. */
    readonly thickness: readonly [number, number];
    readonly pressure: readonly [number, number];
    readonly cRate: readonly [number, number];
    readonly temperature: readonly [number, number];
  };
}

/**
 * Layered oxides with inorganic electrolytes. What the spreads of library and laws leave over, so that about 80 % of the measured capacities inside
 * the range below are held (`docs/validation.md`); chosen after seeing the coverage.
 */
export const layeredOxides: CalibratedBand = {
  kind: 'layered oxides with inorganic solid electrolytes',
  fittedTo: [
    '10.1149/2.1501714jes',
    '10.1016/j.jpowsour.2024.235157',
    '10.1016/j.electacta.2024.143990',
    '10.1149/1945-7111/accb6f',
    '10.1002/bte2.20250027',
    '10.1149/1945-7111/abf8d7',
    '10.1021/acsenergylett.5c03923',
    '10.1002/batt.70315',
    '10.1002/aenm.202302309',
    '10.1149/1945-7111/ad47d7',
  ],
  leftOut: { sources: 10, capacities: 69, rmsLn: 0.17 },
  sdLnCapacity: { slow: 0.15, fast: 0.2, slowUpTo: 0.5 },
  sdMeanVoltage: 0.05,
  range: {
    activeMaterials: ['NMC811', 'NMC83', 'NMC622', 'NMC532', 'NMC111', 'LCO'],
    thickness: [15e-6, 110e-6],
    pressure: [30e6, 400e6],
    cRate: [0.01, 1.1],
    temperature: [288, 308],
  },
};

export const calibratedBands: readonly CalibratedBand[] = [layeredOxides];

/** Where nothing was compared: what forecasts of 37 reported capacities without calibration were wrong by, rms of ln. */
export const uncalibrated = { sdLnCapacity: 0.58, sdMeanVoltage: 0.1 } as const;

/** Standard deviation of ln(capacity) outside of what was compared, from the one inside: half of what nothing calibrated is wrong by, on top (assumed). */
export const outsideDeviation = (inside: number): number => Math.hypot(inside, uncalibrated.sdLnCapacity / 2);

export interface Discrepancy {
  readonly band: CalibratedBand | undefined;
  readonly sdLnCapacity: number;
  readonly sdMeanVoltage: number;
  /** Why this cell at this rate lies outside what was compared; empty inside. */
  readonly outside: readonly string[];
}

/** The band of a cell at a rate, and what of the cell lies outside the cells that it was found on. */
export function discrepancyAt(
  given: Case,
  model: CellModel,
  cRate: number,
  bands: readonly CalibratedBand[] = calibratedBands,
): Discrepancy {
  const names = given.cathode.layers.map(({ activeMaterial }) => activeMaterial.name);
  const band = bands.find(({ range }) =>
    model.ions.kind !== 'salt' && names.every((name) => range.activeMaterials.includes(name))
  );
  if (!band) return { band, ...uncalibrated, outside: ['no cell of this kind has been compared with measurements'] };
  const pressures = given.cathode.layers.flatMap(({ contact }) => (contact ? [contact.pressure] : []));
  const outside = [
    ...outsideCell(given, model, band),
    ...pressures.slice(0, 1).flatMap((value) => outsidePressure(value, band)),
    ...beyond('rate', 1, 'C', band.range.cRate, cRate),
  ];
  const { slow, fast, slowUpTo } = band.sdLnCapacity;
  const sd = cRate <= slowUpTo ? slow : fast;
  return outside.length === 0
    ? { band, sdLnCapacity: sd, sdMeanVoltage: band.sdMeanVoltage, outside }
    : { band, sdLnCapacity: outsideDeviation(sd), sdMeanVoltage: uncalibrated.sdMeanVoltage, outside };
}

/** Thickness and temperature outside of what was compared. */
export const outsideCell = (given: Case, model: CellModel,
  { range: { thickness, temperature } }: CalibratedBand = layeredOxides): string[] => [
  ...beyond('cathode', 1e6, 'µm', thickness, cathodeThickness(model)),
  ...beyond('temperature', 1, 'K', temperature, given.temperature),
];

/** A stack pressure [Pa] outside of what was compared. */
export const outsidePressure = (pressure: number, { range }: CalibratedBand = layeredOxides): string[] =>
  beyond('stack pressure', 1e-6, 'MPa', range.pressure, pressure);

/** [m] */
const cathodeThickness = ({ mesh }: CellModel): number =>
  mesh.regions.reduce((sum, region) => (region.kind === 'cathode' ? sum + region.thickness : sum), 0);

function beyond(what: string, scale: number, unit: string, [low, high]: readonly [number, number],
  value: number): string[]
{
  if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) return [];
  const show = (si: number): string => formatNumber(si * scale, 3);
  return [`${what} of ${show(value)} ${unit}, compared were ${show(low)} to ${show(high)} ${unit}`];
}
