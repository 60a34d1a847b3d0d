import { cellEnergy } from './cell/cell-energy.js';
import { fullUtilisation } from './cell/full-utilisation.js';
import type { Case, ParameterLedger, Problem } from './config/case.js';
import type { MaterialSet } from './materials/material.js';
import { resolveMaterials } from './materials/resolve-materials.js';
import { buildMesh } from './mesh/build-mesh.js';
import { buildCellModel } from './physics/build-cell-model.js';
import type { CellModel } from './physics/cell-model.js';
import type { RateResult, ResultDocument } from './results/result-schema.js';
import { startDocument } from './study/charge-document.js';
import { contactWarnings } from './study/contact-warnings.js';
import { howSure } from './study/ranges/how-sure.js';
import type { Vary } from './study/ranges/variations.js';
import { rateCapability, sharedStart } from './study/rate-capability.js';
import { rateResult } from './study/rate-result.js';
import { resultDocument } from './study/result-document.js';
import { sliceGradients } from './transport/architecture/slice-gradients.js';
import { type ComposedElectrodes, composeElectrodes } from './transport/compose-electrodes.js';

/** A case made ready to solve. */
export interface PreparedCase extends ComposedElectrodes {
  /** With every layer that has a gradient as its slices. */
  readonly case: Case;
  readonly materials: MaterialSet;
  readonly model: CellModel;
}

export type Prepared = { readonly ok: true; readonly prepared: PreparedCase } | { readonly ok: false;
  readonly problems: readonly Problem[] };

export type CaseRun = { readonly ok: true; readonly document: ResultDocument } | { readonly ok: false;
  readonly problems: readonly Problem[] };

/**
 * The whole program on one page. Data flows one way, one noun per stage:
 *
 *   Case -> materials -> slices of graded layers -> composition and effective transport -> mesh -> equations
 *        -> the charge before -> recordings in time -> performance -> cell energy -> result document
 *
 * `prepareCase` is the first line, up to the equations; problems that need the materials to be seen come back as a list.
 */
export function prepareCase(written: Case): Prepared {
  const resolved = resolveMaterials(written);
  if (!resolved.ok) return resolved;
  const sliced = sliceGradients(written, resolved.materials);
  if (!sliced.ok) return sliced;
  const { case: given, materials } = sliced;

  const composed = composeElectrodes(given, materials);
  if (!composed.ok) return composed;
  const { electrodes } = composed;

  const layers = electrodes.compositions.map(({ thickness }, i) => ({ name: given.cathode.layers[i].name, thickness }));
  const mesh = buildMesh(given.mesh, given.membrane.thickness, layers, electrodes.anode?.composition.thickness);
  const model = buildCellModel(given, mesh, materials, electrodes);
  const arealCapacity = electrodes.compositions.reduce((sum, composition) => sum + composition.arealCapacity, 0);
  const warnings = [...resolved.warnings, ...contactWarnings(given, materials, arealCapacity), ...electrodes.warnings];
  return { ok: true, prepared: { ...electrodes, case: given, materials, model, warnings } };
}

/**
 * `runCase` is the second line; `onRate` hears of every finished rate. With `vary`, the result also says how sure it is and what takes
 * the capacity, for which the cell is solved again and again on a coarse mesh.
 */
export async function runCase(
  given: Case,
  ledger: ParameterLedger,
  onRate?: (done: number, of: number) => void,
  vary?: Vary,
): Promise<CaseRun> {
  const ready = prepareCase(given);
  if (!ready.ok) return ready;
  const { prepared } = ready;

  const { materials, compositions, anode } = prepared;
  const full = fullUtilisation(prepared.case, materials, compositions, anode?.composition);
  const cell = cellEnergy(prepared.case, materials, compositions, full, anode?.composition);

  const rates: RateResult[] = [];
  const start = sharedStart(given, prepared.model);
  for (const run of rateCapability(given, prepared.model, start)) {
    rates.push(rateResult(run, given.protocol, cell, prepared.compositions));
    onRate?.(rates.length, Math.max(1, given.protocol.rates.length));
  }

  const all = [...ledger, ...prepared.materials.ledger];
  const document = await resultDocument(given, all, prepared, full, cell, rates, startDocument(given, rates, start));
  return { ok: true,
    document: vary ? howSure(document, given, all, prepared, { prepare: prepareCase, vary }) : document };
}
