import { cellEnergyDocument } from '../cell/cell-energy-document.js';
import type { CellEnergy } from '../cell/cell-energy.js';
import type { Case, ElectrodeLayer, ParameterLedger } from '../config/case.js';
import { membraneThickness } from '../config/membrane.js';
import { activeParts } from '../materials/blend.js';
import { valueAt } from '../materials/scalar-functions.js';
import { mostSalt } from '../physics/electrolyte-state.js';
import { shapeDocument } from '../results/fields-document.js';
import type { RateResult, ResultDocument } from '../results/result-schema.js';
import type { ComposedLayer } from '../transport/compose-electrodes.js';
import type { Spread } from '../transport/effective-medium/prediction.js';
import { units } from '../units/document-units.js';
import { formatNumber } from '../units/quantity.js';
import { sumOf } from '../units/statistics.js';
import { assumedBehind } from './assumed-behind.js';
import type { PreparedCase } from './prepared-case.js';
import { provenanceDocument } from './provenance.js';

/** The whole result as one document, described by `results/result-schema`. */
export async function resultDocument(
  given: Case,
  ledger: ParameterLedger,
  prepared: PreparedCase,
  cell: CellEnergy,
  rates: readonly RateResult[],
  start: ResultDocument['start'],
): Promise<ResultDocument> {
  const runs = [...rates, ...chargesOf(given, rates)];
  const counters = runs.map((run) => run.counters);
  return {
    schema: 'catholith-result-1',
    case: caseDocument(prepared),
    start,
    rates: [...rates],
    energy: cellEnergyDocument(cell),
    balances: overRuns(runs.map(({ balances }) => balances), largest),
    counters: { ...overRuns(counters, sumOf), unknowns: largest(counters.map(({ unknowns }) => unknowns)) },
    provenance: { ...await provenanceDocument(given, ledger), assumedBehind: assumedBehind(given, ledger) },
    warnings: [...prepared.warnings, ...saltWarnings(rates)],
  };
}

/** Salt that piles up in a main step beyond what is assumed of it. */
function saltWarnings(rates: readonly RateResult[]): string[] {
  const salt = largest(
    rates.flatMap(({ profiles }) =>
      profiles.snapshots.map(({ saltConcentration_mol_m3: values }) => largest(values ?? []))
    ),
  );
  const inLitre = (value: number): string => `${formatNumber(value / 1000, 3)} mol/L`;
  return salt <= mostSalt ? [] : [
    `salt piles up to ${inLitre(salt)}: above ${inLitre(mostSalt)} conductivity and diffusivity of a salt are `
    + 'assumed to stay constant',
  ];
}

const largest = (values: readonly number[]): number => Math.max(0, ...values);

/** Combines the numbers of all runs key by key. */
function overRuns<T extends Readonly<Record<string, number | undefined>>>(
  runs: readonly T[],
  combine: (values: readonly number[]) => number,
): T {
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, combine(runs.map((run) => run[key] ?? 0))])) as T;
}

type Trust = Pick<RateResult, 'balances' | 'counters'>;

/** Lists the charges before; one that all rates share counts once. */
function chargesOf({ protocol: { charge, ratesOn } }: Case, rates: readonly RateResult[]): Trust[] {
  const charges = rates.flatMap((rate) => rate.charge ?? []);
  return charge.kind === 'charge' && charge.rate !== 'each' && ratesOn === 'fresh-cells'
    ? charges.slice(0, 1)
    : charges;
}

/** The case as composed, in display units. */
export function caseDocument(prepared: PreparedCase): ResultDocument['case'] {
  const { case: given, compositions, effective, materials, model, anode, meshReason } = prepared;
  const theoreticalArealCapacity = sumOf(compositions.flatMap(({ parts }) => parts.map((part) => part.arealCapacity)));
  const cathode = conductivitiesAtStart(prepared, 'cathode');
  const shape = shapeDocument(model.mesh);
  const active = sumOf(compositions.map(({ activeMassLoading }) => activeMassLoading));
  return {
    name: given.name,
    title: given.title,
    source: given.source,
    temperature_K: given.temperature,
    theoreticalArealCapacity_mAh_cm2: theoreticalArealCapacity / units.mAh_cm2,
    disconnectedArealCapacity_mAh_cm2: sumOf(
      compositions.flatMap(({ parts }, i) =>
        activeParts(materials.layers[i]).map(({ material: { convertedShare = 1 } }, k) =>
          parts[k].arealCapacity * (1 - effective[i].connectedFraction * convertedShare)
        )
      ),
    ) / units.mAh_cm2,
    theoreticalSpecificCapacity_mAh_g: theoreticalArealCapacity / active / units.mAh_g,
    cathodeThickness_um: sumOf(compositions.map(({ thickness }) => thickness)) / units.um,
    membraneThickness_um: membraneThickness(given.membrane) / units.um,
    cathodeLoading_mg_cm2: sumOf(compositions.map(({ massLoading }) => massLoading)) / units.mg_cm2,
    layers: compositions.map((composition, i) =>
      layerDocument(given.cathode.layers[i], { composition, effective: effective[i] }, cathode[i])
    ),
    ...(anode && given.anode.kind === 'composite'
      && {
        anode: layerDocument({ ...given.anode.layer, name: 'anode' }, anode,
          conductivitiesAtStart(prepared, 'anode')[0]),
      }),
    mesh: { name: given.mesh.name, cells: model.mesh.cells, shells: model.shells.count,
      ...(meshReason && { reason: meshReason }), ...(shape && { shape }) },
  };
}

/** `conductivity` is the effective electronic one of the charged cell, or at an ideal start [S m^-1]. */
function layerDocument(
  { name, blend, fillingRadius }: ElectrodeLayer,
  { composition, effective }: ComposedLayer,
  conductivity: number,
): ResultDocument['case']['layers'][number] {
  return {
    name,
    thickness_um: composition.thickness / units.um,
    porosity: composition.porosity,
    density_g_cm3: composition.density / units.g_cm3,
    volumeFractions: { ...composition.volumeFractions },
    massFractions: { ...composition.massFractions },
    ...(blend && {
      blend: composition.parts.map(({ massShare, volumeShare, arealCapacity }, k) => ({ material: blend[k].name,
        massShare, volumeShare, theoreticalArealCapacity_mAh_cm2: arealCapacity / units.mAh_cm2 })
      ),
    }),
    ionicTortuosityFactor: effective.ionicTortuosityFactor,
    effectiveIonicConductivity_mS_cm: effective.effectiveIonicConductivity / units.mS_cm,
    effectiveIonicConductivity80_mS_cm: ends(effective.effectiveIonicConductivity / units.mS_cm,
      effective.ionicInterval),
    effectiveElectronicConductivity_mS_cm: conductivity / units.mS_cm,
    effectiveElectronicConductivity80_mS_cm: ends(conductivity / units.mS_cm, effective.electronicInterval),
    ionicSpread: effective.ionicSpread,
    electronicSpread: effective.electronicSpread,
    extrapolated: effective.ionicInterval.extrapolated || effective.electronicInterval.extrapolated,
    connectedFraction: effective.connectedFraction,
    connectedFractionLow: effective.connectedFractionLow,
    reachedByIons: effective.reachedByIons,
    reachedByElectrons: effective.reachedByElectrons,
    coverage: composition.coverage,
    ...(fillingRadius && { fillingRadius_um: fillingRadius / units.um }),
  };
}

const ends = (value: number, { low, high }: Spread): [number, number] => [value * low, value * high];

/** Electronic conductivities of the layers of one side, from the membrane to the collector [S m^-1]. */
function conductivitiesAtStart(
  { case: { protocol }, materials, model: { mesh, electronicConductivity } }: PreparedCase,
  side: 'anode' | 'cathode',
): number[] {
  const given = side === 'cathode' && protocol.charge.kind !== 'charge' ? protocol.initialStoichiometry : undefined;
  const { anode } = materials;
  const layers = side === 'cathode' ? materials.layers : anode.kind === 'composite' ? [anode.layer] : [];
  return layers.map(({ activeMaterial: { chargedStoichiometry } }, i) => {
    const own = mesh.regions.flatMap(({ kind, layer }, region) => (kind === side && layer === i ? [region] : []));
    const whole = own.reduce((sum, region) => sum + mesh.regions[region].thickness, 0);
    // walls conduct for the channels between them
    return own.reduce((sum, region) => {
      const sigma = electronicConductivity[region];
      return sigma
        ? sum + (valueAt(sigma, given ?? chargedStoichiometry) * mesh.regions[region].thickness) / whole
        : sum;
    }, 0);
  });
}
