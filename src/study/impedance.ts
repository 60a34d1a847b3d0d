import type { Case, ParameterLedger, ParameterRecord } from '../config/case.js';
import { CellProblem } from '../physics/cell-problem.js';
import { impedancePartNames } from '../physics/impedance-parts.js';
import { CellImpedance, interfaceResistances } from '../physics/impedance.js';
import { recordAt } from '../physics/records.js';
import { isChosen, withMesh } from '../pipeline/chosen-mesh.js';
import { evidenceDocument } from '../pipeline/outcome-document.js';
import type { PreparedCase } from '../pipeline/prepared-case.js';
import { provenanceDocument } from '../pipeline/provenance.js';
import { restedAt, type RestedCell } from '../pipeline/rested-cell.js';
import { caseDocument } from '../pipeline/result-document.js';
import { modelOf } from '../pipeline/run-case.js';
import type { ImpedanceDocument } from '../results/impedance-schema.js';
import type { Side } from '../results/sites.js';
import { consistentStart } from '../solver/consistent-start.js';
import { type Counters, newCounters } from '../solver/counters.js';
import type { ParticleClass } from '../transport/on-cells/cell-properties.js';
import { aCase, aLedger, anObject, aNumber, aPositive, expectArguments, objectWith,
  optional } from '../units/arguments.js';
import { orNull, units } from '../units/document-units.js';
import { formatNumber } from '../units/quantity.js';
import { assumedDoubleLayer, usualSweep } from './impedance-defaults.js';

/** State of charge, frequencies and double layer of an impedance. */
export interface ImpedanceOptions {
  /** 1 charged, 0 discharged; default: the protocol's initial stoichiometry, or half. */
  readonly stateOfCharge?: number;
  /** [Hz]; default: `usualSweep`. */
  readonly from?: number;
  readonly to?: number;
  readonly perDecade?: number;
  /** [F m^-2 of wetted area]; default `assumedDoubleLayer`. */
  readonly doubleLayerCapacitance?: number;
}

type OutcomeDocument = ImpedanceDocument['outcome'];

/** Impedance of the cell at rest over a list of frequencies, as one document. */
export async function impedance(given: Case, ledger: ParameterLedger, prepared: PreparedCase,
  options: ImpedanceOptions = {}): Promise<ImpedanceDocument>
{
  expectArguments({ options: [options, anObject] });
  const { stateOfCharge, from, to, perDecade, doubleLayerCapacitance } = options;
  const frequency = optional(aPositive);
  expectArguments({ given: [given, aCase], ledger: [ledger, aLedger], prepared: [prepared, objectWith('case', 'model')],
    'options.stateOfCharge': [stateOfCharge, optional(aNumber(0, 1))], 'options.from': [from, frequency],
    'options.to': [to, frequency], 'options.perDecade': [perDecade, frequency],
    'options.doubleLayerCapacitance': [doubleLayerCapacitance, optional(aNumber(0))] });
  const began = performance.now();
  const ready = forImpedance(prepared);
  const { model } = ready;
  const problem = new CellProblem(model);
  const rested = restedAt(problem, given.protocol.initialStoichiometry, options.stateOfCharge);
  const capacitance = options.doubleLayerCapacitance ?? assumedDoubleLayer.value;
  const frequencies = frequencyList(options);
  const counters = newCounters();
  const outcome = settleRest(problem, rested, given.numerics.tolerance, counters);
  const response = new CellImpedance(problem, rested.state, capacitance);
  const sweep = outcome.kind === 'completed'
    ? sweepOver(frequencies, response, outcome)
    : { spectra: emptySpectra(), outcome };
  const milliseconds = performance.now() - began;
  const solved = sweep.spectra.total.real_ohm_cm2.length;
  return {
    schema: 'catholith-impedance-1',
    case: caseDocument(ready),
    outcome: sweep.outcome,
    state: {
      stateOfCharge: rested.stateOfCharge,
      voltage_V: outcome.kind === 'completed' ? problem.voltage(rested.state) : null,
      // sizes of one material in a region rest at one stoichiometry
      stoichiometry: model.particles.flatMap(({ region, part, material }, p) => {
        const before = model.particles[p - 1] as ParticleClass | undefined;
        return before?.region === region && before.part === part
          ? []
          : [{ region: model.mesh.regions[region].name, material: part ?? material.name,
            value: rested.stoichiometries[p] }];
      }),
      doubleLayerCapacitance_F_m2: capacitance,
    },
    frequency_Hz: frequencies.slice(0, solved),
    impedance: sweep.spectra,
    elements: impedanceElements(problem, rested.state, capacitance),
    counters: {
      unknowns: problem.size,
      frequencies: solved,
      factorisations: response.factorisations,
      newtonIterations: counters.newtonIterations,
      milliseconds,
    },
    provenance: await provenanceDocument(given, [...withMesh(ledger, ready.case.mesh), ...prepared.materials.ledger,
      doubleLayerRecord(options)]),
    warnings: prepared.warnings.filter((text) => !prepared.loadWarnings.includes(text)),
  };
}

/**
 * Cells that shrink towards both faces of a layer, where the program chooses its mesh: at high frequency the double layers carry the current of
 * the ions over less than a cell of a discharge is wide, and half of such a cell would stand in the impedance as a resistance. Nine shipped cells
 * are within 0.6 % of 240 cells at every frequency from 1 mHz to 1 MHz.
 */
const fineAtFaces = { cells: 40, grading: 1000 } as const;

/** The same cell on the mesh of an impedance. */
export function forImpedance(prepared: PreparedCase): PreparedCase {
  const { case: { mesh, ...given }, materials, meshReason } = prepared;
  if (!isChosen(mesh)) return prepared;
  const atLeast = (cells: number): number => Math.max(fineAtFaces.cells, cells);
  const { membraneCells, cathodeCells, anodeCells } = mesh;
  // with one mobile ion a membrane is a resistance, on any number of cells
  const inMembrane = materials.membrane.salt ? atLeast(membraneCells) : membraneCells;
  const ready = { ...given,
    mesh: { ...mesh, grading: fineAtFaces.grading, membraneCells: inMembrane, cathodeCells: atLeast(cathodeCells),
      ...(anodeCells !== undefined && { anodeCells: atLeast(anodeCells) }) } };
  const built = modelOf(ready, materials, prepared);
  return built.ok
    ? { ...prepared, case: ready, model: built.model,
      meshReason: `${meshReason}; fine at the faces of each layer, for high frequencies` }
    : prepared;
}

/** From high to low, as instruments sweep; both ends are in it. */
export function frequencyList(
  { from = usualSweep.from, to = usualSweep.to, perDecade = usualSweep.perDecade }: Pick<ImpedanceOptions,
    'from' | 'to' | 'perDecade'>,
): number[] {
  const intervals = Math.max(1, Math.round(perDecade * Math.log10(to / from)));
  if (from === to) return [from];
  return Array.from({ length: intervals + 1 },
    (_, i) => (i === intervals ? from : to * (from / to) ** (i / intervals)));
}

/** The rested state, converged: no current outside, and none between particles. */
export function settleRest(problem: CellProblem, { state }: RestedCell, tolerance: number,
  counters: Counters): OutcomeDocument
{
  problem.control = { kind: 'current', target: 0 };
  const evidence = consistentStart(problem, 0, state, new Float64Array(problem.size), tolerance, counters);
  if (evidence) {
    return {
      kind: 'failed',
      reason: 'no-consistent-start',
      sentence: 'No state of rest was found at this state of charge.',
      evidence: evidenceDocument(evidence),
    };
  }
  return { kind: 'completed', reason: 'all-frequencies', sentence: 'Every frequency was solved.' };
}

type Spectra = ImpedanceDocument['impedance'];
const spectrumNames = ['total', ...impedancePartNames] as const;

function emptySpectra(): Spectra {
  const spectrum = (): Spectra['total'] => ({ real_ohm_cm2: [], imaginary_ohm_cm2: [] });
  return { total: spectrum(), anode: spectrum(), membrane: spectrum(), cathode: spectrum(), contacts: spectrum() };
}

function sweepOver(frequencies: readonly number[], response: CellImpedance,
  complete: OutcomeDocument): { readonly spectra: Spectra; readonly outcome: OutcomeDocument }
{
  const spectra = emptySpectra();
  for (const frequency of frequencies) {
    const { parts } = response;
    const solved = response.solve(0, 2 * Math.PI * frequency) && Number.isFinite(parts.total.re + parts.total.im);
    if (!solved) {
      const sentence = `The linearised equations have no solution at ${formatNumber(frequency)} Hz; those above are `
        + 'kept.';
      const kind = spectra.total.real_ohm_cm2.length > 0 ? 'stopped' : 'failed';
      return { spectra, outcome: { kind, reason: 'singular-matrix', sentence } };
    }
    for (const name of spectrumNames) {
      spectra[name].real_ohm_cm2.push(parts[name].re / units.ohm_cm2);
      spectra[name].imaginary_ohm_cm2.push(parts[name].im / units.ohm_cm2);
    }
  }
  return { spectra, outcome: complete };
}

function doubleLayerRecord({ doubleLayerCapacitance }: ImpedanceOptions): ParameterRecord {
  const label = 'double-layer capacitance of wetted surfaces';
  const shared = { path: 'impedance.doubleLayerCapacitance', label, unit: 'F/m^2' };
  return doubleLayerCapacitance === undefined
    ? { ...shared, value: formatNumber(assumedDoubleLayer.value), status: 'assumed', note: assumedDoubleLayer.note }
    : { ...shared, value: formatNumber(doubleLayerCapacitance), status: 'given' };
}

/** What an equivalent circuit of the cell would contain, at a state of rest. */
function impedanceElements(problem: CellProblem, rested: Float64Array,
  capacitance: number): ImpedanceDocument['elements']
{
  const { ionic, electronic } = recordAt(problem, rested);
  const { classes, plane } = interfaceResistances(problem, rested);
  const ohmCm2 = (ohmM2: number): number | null => orNull(ohmM2 / units.ohm_cm2);
  const over = (kind: 'membrane' | 'cathode', conductivity: Float64Array): number =>
    overCells(problem, kind, (c) => 1 / conductivity[c]);
  return {
    membraneResistance_ohm_cm2: ohmCm2(over('membrane', ionic)),
    ionicResistance_ohm_cm2: ohmCm2(over('cathode', ionic)),
    electronicResistance_ohm_cm2: ohmCm2(over('cathode', electronic)),
    chargeTransferResistance_ohm_cm2: ohmCm2(1 / overParticles(problem, classes, 'cathode', (slope) => 1 / slope)),
    anodeResistance_ohm_cm2: ohmCm2(plane ?? 1 / overParticles(problem, classes, 'anode', (slope) => 1 / slope)),
    doubleLayerCapacitance_mF_cm2: (capacitance * overParticles(problem, classes, 'cathode', () => 1)) / units.mF_cm2,
  };
}

/** Sum of thickness times a value over the cells of one kind of region. */
function overCells({ model: { mesh } }: CellProblem, kind: 'membrane' | 'cathode',
  value: (cell: number) => number): number
{
  let sum = 0;
  for (let c = 0; c < mesh.cells; c++) if (mesh.regions[mesh.region[c]].kind === kind) sum += mesh.volume[c] * value(c);
  return sum;
}

/** Sum of wetted area times a value over the particles of one side; the value from the resistance of their interface [ohm m^2]. */
function overParticles({ reactions }: CellProblem, resistances: readonly Float64Array[], side: Side,
  value: (resistance: number) => number): number
{
  return reactions.reduce((total, reaction, p) => (reaction.side === side
    ? reaction.wettedArea.reduce((sum, area, k) => sum + area * value(resistances[p][k]), total)
    : total), 0);
}
