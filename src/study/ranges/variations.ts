import type { Case, LoadedCase, ParameterLedger, ParameterRecord, ParameterSpread } from '../../config/case.js';
import { spreadEnd } from '../../config/fields/spread.js';
import { scaledFunction } from '../../materials/scalar-functions.js';
import type { CellModel } from '../../physics/cell-model.js';
import type { PreparedCase } from '../../pipeline/prepared-case.js';
import type { Spread } from '../../transport/effective-medium/prediction.js';
import type { EffectiveLayerProperties } from '../../transport/effective-properties.js';
import { deviateOf80 } from '../../transport/normal-distribution.js';
import type { IonicProperties } from '../../transport/on-cells/cell-properties.js';
import { formatNumber, formatQuantity } from '../../units/quantity.js';
import { preparedAlike } from '../prepared-alike.js';
import { withProperty } from './vary-materials.js';

export type Vary = (LoadedCase & { readonly ok: true })['vary'];

/** One parameter between its two ends, and the cell at each of them. */
export interface Variation {
  readonly path: string;
  readonly label: string;
  readonly basis: 'stated' | 'alternatives' | 'declared' | 'law';
  readonly status: ParameterRecord['status'];
  /** As shown to a reader: of the number, or of the factor on it. */
  readonly low: string;
  readonly high: string;
  /** Of the ledger; absent of a law. */
  readonly spread?: ParameterSpread;
  /** Of a law: the same cell with z standard deviations of ln on what it conducts. */
  readonly scaled?: (prepared: PreparedCase, z: number) => PreparedCase;
  /** The end that is the value itself: the cell as it is. */
  readonly same?: End;
  /** Undefined where the cell cannot exist at that end. */
  at(end: End): PreparedCase | undefined;
}

export type End = 'low' | 'high';

/** What is asked for, how it is solved, and what no equation takes. */
const notOfTheCell = ['protocol', 'mesh', 'numerics', 'assembly'];

/** Sections of a case; any other head of a path is a material of the library. */
const sections = ['temperature', 'thermal', 'anode', 'membrane', 'cathode', 'cell'];

/**
 * Everything of a cell that has a spread. `coarse` makes a case quick to solve. Where a law of effective transport knows its own
 * spread, that one stands in for those of the numbers in the law.
 */
export function variationsOf(
  given: Case,
  ledger: ParameterLedger,
  base: PreparedCase,
  vary: Vary,
  coarse: (given: Case) => Case,
): Variation[] {
  const solvable = (varied: Case | undefined): PreparedCase | undefined =>
    varied && preparedAlike(coarse(varied), base);
  const laws = transportLaws(base);
  const covered = laws.map(({ path }) => path);
  const ledgerVariations = ledger.flatMap((record): Variation[] => {
    const { path, spread, label, status } = record;
    if (!spread || notOfTheCell.includes(path.split('.')[0]) || covered.some((law) => isBelow(path, law))) return [];
    const same = (['low', 'high'] as const).find((end) => spread[end] === spread.value);
    return [{
      path,
      label,
      status,
      basis: spread.basis,
      spread,
      ...(same && { same }),
      low: spreadEnd(spread, 'low'),
      high: spreadEnd(spread, 'high'),
      at: (end) => solvable(caseAt(given, path, spread, spread[end], vary)),
    }];
  });
  return [...laws, ...ledgerVariations];
}

/** Properties of the library that every prediction of a capacity rests on and that no source of a cell prints. */
const libraryKeys = ['diffusivity', 'referenceExchangeCurrentDensity', 'contactConstriction', 'contactDilution',
  'convertedShare'];

/** What acts on a reported cell beside its assumed inputs: the properties of the library that no source prints, and the law of its transport. */
export const variationsOfLibrary = (given: Case, base: PreparedCase, vary: Vary): Variation[] =>
  variationsOf(given, base.materials.ledger.filter(({ path, spread }) =>
    libraryKeys.includes(path.slice(path.lastIndexOf('.') + 1))
    // what the crystals hold, where sources of a potential differ in it; alternatives without a spread are what some cell delivered
    || (path.endsWith('.specificCapacity') && spread?.basis === 'stated')
  ), base, vary, (one) =>
    one);

/** `cathode.layers.0.ionicTransport.tortuosityFactor` is below `cathode.ionicTransport`. */
const isBelow = (path: string, law: string): boolean => path.replace(/\.layers\.\d+/, '').startsWith(`${law}.`);

/** Whether a path of the ledger is a key of the case, and no property of a material of the library. */
export const isOfCase = (path: string): boolean => sections.includes(path.split('.')[0]);

/** The case with one parameter of the ledger at another value, or on it as a factor. */
export function caseAt(given: Case, path: string, { of, value, dimension }: ParameterSpread, to: number, vary: Vary):
  | Case
  | undefined
{
  if (of === 'factor') return withProperty(given, path, { factor: to });
  if (!isOfCase(path))
    return withProperty(given, path, value === 0 ? { value: to } : { factor: to / value });
  const loaded = vary(path, formatQuantity(to, dimension, 12));
  return loaded.ok ? loaded.case : undefined;
}

/** Effective conductivities from a law with a spread: all layers of an electrode err together. */
function transportLaws(base: PreparedCase): Variation[] {
  const { effective, anode } = base;
  return (['cathode', 'anode'] as const).flatMap((side) => {
    const layers: readonly EffectiveLayerProperties[] = side === 'cathode'
      ? effective
      : anode
      ? [anode.effective]
      : [];
    return (['ions', 'electrons'] as const).flatMap((carrier): Variation[] => {
      const spreads = layers.map((layer) => carrier === 'ions' ? layer.ionicInterval : layer.electronicInterval);
      const low = Math.min(1, ...spreads.map((spread) => spread.low));
      const high = Math.max(1, ...spreads.map((spread) => spread.high));
      if (low === 1 && high === 1) return [];
      const scaled = (prepared: PreparedCase, z: number): PreparedCase => ({ ...prepared,
        model: scaledTransport(prepared.model, carrier, factorsOf(prepared.model, side, spreads, z)) });
      return [{
        path: `${side}.${carrier === 'ions' ? 'ionicTransport' : 'electronicTransport'}`,
        label: `effective conductivity of the ${carrier}, of its law`,
        basis: 'law',
        status: 'derived',
        low: `x ${formatNumber(low, 2)}`,
        high: `x ${formatNumber(high, 2)}`,
        scaled,
        at: (end) => scaled(base, end === 'low' ? -deviateOf80 : deviateOf80),
      }];
    });
  });
}

/** What z standard deviations make of each layer of one side: its interval reaches as far as it does to either side; 1 elsewhere; by region of the mesh. */
function factorsOf({ mesh }: CellModel, side: 'cathode' | 'anode', spreads: readonly Spread[], z: number): number[] {
  const share = Math.abs(z) / deviateOf80;
  return mesh.regions.map(({ kind, layer, part }) =>
    kind === side && part !== 'channels' && part !== 'foil' ? spreads[layer][z < 0 ? 'low' : 'high'] ** share : 1
  );
}

/** The same cell with what its layers conduct times a factor; `factors` by region of the mesh, 1 where it stays. */
function scaledTransport(model: CellModel, carrier: 'ions' | 'electrons', factors: readonly number[]): CellModel {
  if (carrier === 'ions') return { ...model, ions: scaledIons(model, factors) };
  // the part that does not follow the temperature goes with the whole: left behind, it would turn the rest negative
  const regions = model.thermal?.regions.map((one, region) => ({ ...one,
    carbonConductivity: (one.carbonConductivity ?? 0) * factors[region] })
  );
  return { ...model,
    electronicConductivity: model.electronicConductivity.map((sigma, region) =>
      sigma && scaledFunction(sigma, factors[region])
    ), ...(model.thermal && regions && { thermal: { ...model.thermal, regions } }) };
}

function scaledIons({ ions, mesh }: CellModel, factors: readonly number[]): IonicProperties {
  const onCells = (values: Float64Array): Float64Array =>
    values.map((value, cell) => value * factors[mesh.region[cell]]);
  return ions.kind === 'salt'
    ? { ...ions, transportFactor: onCells(ions.transportFactor) }
    : { ...ions, conductivity: onCells(ions.conductivity) };
}
