import { cellEnergyDocument } from '../cell/cell-energy-document.js';
import type { CellEnergy, FullUtilisation } from '../cell/cell-energy.js';
import type { Case, ParameterLedger } from '../config/case.js';
import type { CellModel } from '../physics/cell-model.js';
import type { RateResult, ResultDocument } from '../results/result-schema.js';
import type { ComposedCathode } from '../transport/compose-cathode.js';
import { version } from './version.js';
import { caseHash } from './case-hash.js';

/** What the document needs of a prepared case. */
export interface PreparedParts extends ComposedCathode {
  readonly model: CellModel;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The whole result as one document, described by `results/result-schema`. */
export async function resultDocument(
  given: Case, ledger: ParameterLedger, prepared: PreparedParts, full: FullUtilisation, cell: CellEnergy, rates: readonly RateResult[],
): Promise<ResultDocument> {
  const worst = (of: (rate: RateResult) => number): number => Math.max(0, ...rates.map(of));
  const total = (of: (rate: RateResult) => number): number => sum(rates.map(of));
  return {
    schema: 'catholith-result-1',
    case: caseDocument(given, prepared, full),
    rates: [...rates],
    energy: cellEnergyDocument(cell),
    balances: {
      lithium_relative: worst(({ balances }) => balances.lithium_relative),
      charge_relative: worst(({ balances }) => balances.charge_relative),
      polarisation_mV: worst(({ balances }) => balances.polarisation_mV),
    },
    counters: {
      steps: total(({ counters }) => counters.steps),
      rejectedSteps: total(({ counters }) => counters.rejectedSteps),
      newtonIterations: total(({ counters }) => counters.newtonIterations),
      residualEvaluations: total(({ counters }) => counters.residualEvaluations),
      factorisations: total(({ counters }) => counters.factorisations),
      unknowns: worst(({ counters }) => counters.unknowns),
      milliseconds: total(({ counters }) => counters.milliseconds),
    },
    provenance: {
      program: 'catholith',
      version,
      caseHash: await caseHash(given),
      assumed: ledger.filter(({ status }) => status === 'assumed').map(({ path }) => path),
      parameters: ledger.map(({ alternatives, ...record }) =>
        (alternatives ? { ...record, alternatives: alternatives.map((other) => ({ ...other })) } : record)),
    },
    warnings: [...prepared.warnings],
  };
}

/** The case as composed, in display units. */
export function caseDocument(given: Case, prepared: PreparedParts, { theoreticalArealCapacity }: FullUtilisation): ResultDocument['case'] {
  const { compositions, effective, model } = prepared;
  const active = sum(compositions.map(({ activeMassLoading }) => activeMassLoading));
  return {
    name: given.name, title: given.title, source: given.source, temperature_K: given.temperature,
    theoreticalArealCapacity_mAh_cm2: theoreticalArealCapacity / 36e3,
    theoreticalSpecificCapacity_mAh_g: theoreticalArealCapacity / active / 3600,
    cathodeThickness_um: 1e6 * sum(compositions.map(({ thickness }) => thickness)),
    membraneThickness_um: 1e6 * given.membrane.thickness,
    cathodeLoading_mg_cm2: 100 * sum(compositions.map(({ massLoading }) => massLoading)),
    layers: compositions.map((composition, i) => ({
      name: given.cathode.layers[i].name,
      thickness_um: 1e6 * composition.thickness,
      porosity: composition.porosity,
      density_g_cm3: 1e-3 * composition.density,
      volumeFractions: { ...composition.volumeFractions },
      massFractions: { ...composition.massFractions },
      ionicTortuosityFactor: effective[i].ionicTortuosityFactor,
      effectiveIonicConductivity_mS_cm: 10 * effective[i].effectiveIonicConductivity,
      effectiveElectronicConductivity_mS_cm: 10 * conductivityAtStart(given, model, i),
    })),
    mesh: { name: given.mesh.name, cells: model.mesh.cells, shells: model.shells.count },
  };
}

function conductivityAtStart(given: Case, model: CellModel, layer: number): number {
  const { material, region } = model.particles[layer];
  const out = new Float64Array(2);
  model.electronicConductivity[region]?.evaluate(given.protocol.initialStoichiometry ?? material.chargedStoichiometry, out);
  return out[0];
}
