import { cellEnergyDocument } from '../cell/cell-energy-document.js';
import { cellEnergy } from '../cell/cell-energy.js';
import { type FullUtilisation, fullUtilisation } from '../cell/full-utilisation.js';
import { electronsOfSulfides, leakCurrent } from '../cell/self-discharge.js';
import type { Case, Checked, ParameterLedger, Rate } from '../config/case.js';
import { membraneThickness } from '../config/membrane.js';
import { formatRate } from '../config/rate.js';
import { resolveMaterials } from '../materials/resolve-materials.js';
import { provenanceDocument } from '../pipeline/provenance.js';
import type { CellPromiseDocument } from '../results/cell-promise-schema.js';
import { sliceGradients } from '../transport/architecture/slice-gradients.js';
import { composeLayers, type LayerInPlace } from '../transport/compose-layers.js';
import { aCase, aLedger, expectArguments } from '../units/arguments.js';
import { units } from '../units/document-units.js';
import { formatNumber, formatQuantity } from '../units/quantity.js';

/** Mass, volume, cost and energy of a cell at full utilisation, or what of it cannot be. */
export type CellPromise = Checked<{ document: CellPromiseDocument }>;

const assumption =
  'full utilisation at the mean equilibrium voltage: all of the capacity, no loss, no rate; nothing is simulated';

/** Sums up what the cell of a case weighs, costs and would deliver if all of it worked. Takes milliseconds: no mesh, no equation. */
export async function cellPromise(written: Case, ledger: ParameterLedger): Promise<CellPromise> {
  expectArguments({ written: [written, aCase], ledger: [ledger, aLedger] });
  const resolved = resolveMaterials(written);
  if (!resolved.ok) return resolved;
  const sliced = sliceGradients(written, resolved.materials);
  if (!sliced.ok) return sliced;
  const { case: given, materials } = sliced;
  const layers = composeLayers(given, materials, true);
  if (!layers.ok) return layers;
  const compositions = layers.cathode.map(({ composition }) => composition);
  const anode = layers.anode?.composition;
  const full = fullUtilisation(given, materials, compositions, anode);
  const energy = cellEnergyDocument(cellEnergy(given, materials, compositions, full, anode));
  return {
    ok: true,
    document: {
      schema: 'catholith-energy-1',
      case: caseDocument(given, layers.cathode, layers.anode, full),
      assumption,
      energy,
      promisedPower: given.protocol.rates.map((rate) => ({
        label: formatRate(rate),
        pouch_W_kg: (energy.gravimetric_Wh_kg * hourlyShare(rate, full)) / energy.deliverableShare,
      })),
      ...(materials.membrane.salt === undefined
        && { selfDischarge: selfDischarge(energy.meanVoltage_V, membraneThickness(given.membrane), full) }),
      provenance: await provenanceDocument(given, energyParameters([...ledger, ...materials.ledger])),
      warnings: [...resolved.warnings, ...densityWarnings([...layers.cathode, ...(layers.anode ? [layers.anode] : [])]),
        ...shareWarning(energy)],
    },
  };
}

/** What electrons take of the capacity at rest, if the membrane conducts them as sulfides do. */
function selfDischarge(voltage: number, thickness: number,
  { theoreticalArealCapacity }: FullUtilisation): CellPromiseDocument['selfDischarge']
{
  const leak = (conductivity: number): number => leakCurrent(conductivity, voltage, thickness);
  const days = (conductivity: number): number => theoreticalArealCapacity / leak(conductivity) / 86400;
  const { printed, asked } = electronsOfSulfides;
  return { leak_uA_cm2: leak(printed) / units.uA_cm2, days: days(printed), daysAsAsked: days(asked) };
}

/** Current over the theoretical capacity [1/h]. */
const hourlyShare = (rate: Rate,
  { theoreticalArealCapacity }:
    FullUtilisation): number => (rate.kind === 'cRate' ? rate.value : (rate.value * 3600) / theoreticalArealCapacity);

function caseDocument(given: Case, cathode: readonly LayerInPlace[], anode: LayerInPlace | undefined,
  full: FullUtilisation): CellPromiseDocument['case']
{
  const active = cathode.reduce((sum, { composition }) => sum + composition.activeMassLoading, 0);
  return {
    name: given.name,
    title: given.title,
    source: given.source,
    theoreticalArealCapacity_mAh_cm2: full.theoreticalArealCapacity / units.mAh_cm2,
    theoreticalSpecificCapacity_mAh_g: full.theoreticalArealCapacity / active / units.mAh_g,
    membraneThickness_um: membraneThickness(given.membrane) / units.um,
    layers: cathode.map(layerDocument),
    ...(anode && { anode: layerDocument(anode) }),
  };
}

const layerDocument = ({ layer, composition }: LayerInPlace): CellPromiseDocument['case']['layers'][number] => ({
  name: layer.name,
  thickness_um: composition.thickness / units.um,
  massLoading_mg_cm2: composition.massLoading / units.mg_cm2,
  arealCapacity_mAh_cm2: composition.arealCapacity / units.mAh_cm2,
  density_g_cm3: composition.density / units.g_cm3,
  porosity: composition.porosity,
  massFractions: { ...composition.massFractions },
  declaredDensity: layer.pressDensity !== undefined,
});

/** A declared density that its solids cannot have is believed here and said so. */
function densityWarnings(layers: readonly LayerInPlace[]): string[] {
  return layers.filter(({ composition }) => composition.porosity < 0).map(({ layer, composition }) =>
    `${layer.name}: the declared press density of ${formatQuantity(composition.density, 'density', 3)} is above the `
    + `${formatQuantity(composition.solidDensity, 'density', 3)} of its solids without a void (a porosity of `
    + `${formatNumber(100 * composition.porosity, 2)} %): such a composite cannot exist, and run refuses it`
  );
}

function shareWarning({ deliverableShare }: CellPromiseDocument['energy']): string[] {
  if (deliverableShare > 1 - 1e-9) return [];
  return [`anode or first cycle leave ${formatNumber(100 * deliverableShare, 3)} % of the cathode's capacity`];
}

/** Last parts of the paths that mass, volume, charge at equilibrium and money follow from. */
const counted = new Set(['thickness', 'massLoading', 'activeMassLoading', 'arealCapacity', 'porosity', 'density',
  'pressDensity', 'electrolyteFraction', 'nToP', 'excess', 'activeMaterial', 'electrolyte', 'carbon', 'binder', 'price',
  'specificCapacity', 'maximumConcentration', 'chargedStoichiometry', 'dischargedStoichiometry', 'openCircuitPotential',
  'equilibriumPotential']);

/** Picks the parameters of a case that its energy rests on while nothing is simulated. */
const energyParameters = (ledger: ParameterLedger): ParameterLedger =>
  ledger.filter(({ path }) => path.startsWith('cell.') || counted.has(path.slice(path.lastIndexOf('.') + 1)));
