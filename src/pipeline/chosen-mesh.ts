import type { Case, MeshSpecification, ParameterLedger } from '../config/case.js';
import { activeParts } from '../materials/blend.js';
import type { ActiveMaterial, LayerMaterials, MaterialSet } from '../materials/material.js';
import type { ComposedElectrodes, ComposedLayer } from '../transport/compose-electrodes.js';
import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import type { PreparedCase } from './prepared-case.js';

/**
 * The mesh of a case that leaves it to the program, at about 0.5 mV and 0.1 % of the capacity (docs/solver.md, measured by `bench/meshes.mjs`):
 *
 *   cells = 5 L/delta,   delta = sqrt(kappaEff (RT/F) L / I),   of several layers L/delta = sqrt(I F/(RT) sum L_j/kappaEff_j)
 *
 * delta: the depth [m] to which the reaction goes where a current I [A m^-2] that empties the cell in an hour loses RT/F on its way, so that
 * neither rates nor protocol change the mesh. A salt has its own fronts, and lithium in an active network no kappaEff: many cells.
 */
const cellsPerDepth = 5;
const [fewest, most] = [16, 72];
const ofFronts = 64;

/** A diffusivity that falls this far within the window makes fronts at the surface of particles: many thin shells. */
const steepFall = 3;
const shellsOf = { even: { shells: 10, shellGrading: 1.15 }, steep: { shells: 36, shellGrading: 1.155 } } as const;

/** Potential is linear in a membrane of one ion; salt has a profile there. */
const membraneCellsOf = { singleIon: 2, salt: 12 } as const;

/** Name of the mesh that leaves the numbers to the case; changed in place it is what its file says. */
const leftToTheCase = 'default';
const chosen = 'default, from the case';

/** Mesh of a case, and why it is that. */
export interface ChosenMesh {
  readonly mesh: MeshSpecification;
  /** Absent where the case says what its mesh is. */
  readonly reason?: string;
}

/** The mesh of a composed case: what it names, or what follows from its own numbers. */
export function chosenMesh(given: Case, materials: MaterialSet, electrodes: ComposedElectrodes): ChosenMesh {
  const { mesh, cathode, anode } = given;
  if (mesh.name !== leftToTheCase) return { mesh };
  const { compositions, effective } = electrodes;
  const perHour = compositions.reduce((sum, { arealCapacity }) => sum + arealCapacity, 0) / 3600;
  const load = (perHour * FARADAY) / (GAS_CONSTANT * given.temperature);
  const salt = [materials.membrane, ...materials.layers.map(({ electrolyte }) => electrolyte)].some((one) => one.salt);
  const cells = (layers: readonly ComposedLayer[], network: boolean): number =>
    salt || network ? ofFronts : cellsOver(load, layers);
  const cathodeCells = cells(compositions.map((composition, i) => ({ composition, effective: effective[i] })),
    cathode.layers.some(({ activeNetwork }) => activeNetwork));
  const anodeCells = electrodes.anode
    && cells([electrodes.anode], anode.kind === 'composite' && anode.layer.activeNetwork !== undefined);
  const fall = Math.max(
    ...[...materials.layers, ...(materials.anode.kind === 'composite' ? [materials.anode.layer] : [])]
      .flatMap(fallsOf),
  );
  const steep = fall > steepFall;
  return {
    mesh: { ...mesh, name: chosen, cathodeCells, ...(anodeCells && { anodeCells }),
      membraneCells: membraneCellsOf[salt ? 'salt' : 'singleIon'], ...shellsOf[steep ? 'steep' : 'even'] },
    reason: `${salt ? 'a salt has fronts' : `${cellsPerDepth} cells per penetration depth`}; `
      + `${
        steep
          ? `thin shells, as the diffusivity falls ${fall.toPrecision(2)} times`
          : 'few shells, as diffusivities hardly change'
      }`,
  };
}

/** The case on the mesh of another, where it leaves its own open: trials of a fit or an optimum differ by their parameters alone. */
export const onMeshOf = (given: Case, nominal: PreparedCase | undefined): Case =>
  nominal && given.mesh.name === leftToTheCase ? { ...given, mesh: nominal.case.mesh } : given;

/** What the ledger of a case says of its mesh, as it was chosen. */
export const withMesh = (ledger: ParameterLedger, mesh: MeshSpecification): ParameterLedger =>
  ledger.map((record) => {
    const [head, key] = record.path.split('.');
    const number = head === 'mesh' ? mesh[key as keyof MeshSpecification] : undefined;
    return typeof number === 'number' ? { ...record, value: String(number) } : record;
  });

function cellsOver(load: number, layers: readonly ComposedLayer[]): number {
  const drop = layers.reduce(
    (sum, { composition: { thickness }, effective: { effectiveIonicConductivity } }) =>
      sum + (load * thickness) / effectiveIonicConductivity,
    0,
  );
  const wanted = Math.round(cellsPerDepth * Math.sqrt(drop));
  return Math.max(fewest, Math.min(most, wanted));
}

const samples = 50;

/** Largest over smallest diffusivity within the window, of each material of a layer. */
function fallsOf(layer: LayerMaterials): number[] {
  return activeParts(layer).map(({ material }) => {
    const values = Array.from({ length: samples + 1 }, (_, k) => diffusivityAt(material, k / samples));
    return Math.max(...values) / Math.min(...values);
  });
}

const value = new Float64Array(2);

function diffusivityAt({ chargedStoichiometry: from, dischargedStoichiometry: to, diffusivity }: ActiveMaterial,
  share: number): number
{
  diffusivity.evaluate(from + (to - from) * share, value);
  return value[0];
}
