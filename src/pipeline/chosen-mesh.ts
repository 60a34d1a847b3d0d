import type { Case, MeshSpecification, ParameterLedger } from '../config/case.js';
import { activeParts } from '../materials/blend.js';
import type { ActiveMaterial, LayerMaterials, MaterialSet, ScalarFunction } from '../materials/material.js';
import { valueAt } from '../materials/scalar-functions.js';
import { symmetricWidths } from '../mesh/grading.js';
import type { ComposedElectrodes, ComposedLayer } from '../transport/compose-electrodes.js';
import { FARADAY, GAS_CONSTANT } from '../units/constants.js';
import { formatNumber } from '../units/quantity.js';
import { isQuick } from './coarse-mesh.js';
import { type WithChannels, withFarChannels } from './far-channels.js';
import { cathodeLayersOf, currentOfAnHour, ohmicDrop } from './ohmic-drop.js';
import type { PreparedCase } from './prepared-case.js';

/**
 * The mesh `default` of a case that leaves it to the program, at about 0.5 mV and 0.1 % of the capacity (docs/solver.md, measured by
 * `bench/meshes.mjs`); `coarse` is a share of it, for what is solved many times (docs/sweeps.md):
 *
 *   cells = n L/delta,   delta = sqrt(kappaEff (RT/F) L / I),   of several layers L/delta = sqrt(I F/(RT) sum L_j/kappaEff_j)
 *
 * delta: the depth [m] to which the reaction goes where a current I [A m^-2] that empties the cell in an hour loses RT/F on its way, so that
 * neither rates nor protocol change the mesh. Electrons of an active material that hardly conducts as it is built ask for more, so that half a cell
 * costs that current at most a volt: what half a cell at the collector costs beyond that ends a charge at its first moment. Salt before a plane of lithium has its own fronts, and lithium in an active network no kappaEff:
 * many cells. Twice as many where the potential is flat, as nothing but the ions on their way spreads the reaction.
 */
const cellsOf = {
  solid: { perDepth: 4, fewest: 12, grading: 3 },
  liquid: { perDepth: 6, fewest: 4, grading: 1 },
} as const;
const mostCells = 72;
const frontCells = 64;
/** What electrons lose in half a cell of even width, at the current of an hour [V]; a tenth of it at C/10. */
const mostInHalfACell = 1;

/** A potential is flat where it changes by less than RT/F per window over more of the window than this. */
const flatShare = 0.25;

/**
 * Shells that answer as a sphere does (`mesh/matched-shells`), most where a diffusivity falls so far within the window that there are fronts
 * at the surface of particles: 20 of them are as exact there as 44 that grow inwards, each by 1.13. As many where diffusion through a particle,
 * R^2/D, takes so long that a discharge ends with its surface: 5 answer a flux to 0.3 % from 0.003 R^2/D on, 10 from 0.0003 R^2/D.
 */
const shellsOf = { few: 5, more: 10, thin: 20 } as const;
const steepFall = 3;
/** Of R^2/D [h]. */
const [slow, verySlow] = [5, 30];

/** In a membrane; potential is linear there with one ion and hardly bends in a separator, but salt on its way to lithium has a profile. */
const [membraneCells, membraneCellsOfFronts] = [2, 12];

/**
 * Meshes that leave their numbers to the case, by name; changed in place one is what its file says. `coarse` has a share of the cells, but
 * at least as many as the default has at least in a cathode.
 */
const leftToTheCase: Readonly<Record<string, { share: number; least: number; mostShells: number }>> = {
  default: { share: 1, least: 1, mostShells: shellsOf.thin },
  coarse: { share: 1 / 3, least: cellsOf.solid.fewest, mostShells: shellsOf.more },
};
const chosen = ', from the case';

/** Mesh of a case, and why it is that. */
export interface ChosenMesh {
  readonly mesh: MeshSpecification;
  /** Absent where the case says what its mesh is. */
  readonly reason?: string;
}

/** The mesh of a composed case: what it names, or what follows from its own numbers; with its channels where they are far apart. */
export function chosenMesh(given: Case, materials: MaterialSet, electrodes: ComposedElectrodes):
  & ChosenMesh
  & WithChannels
{
  const { mesh, reason, warnings } = Object.hasOwn(leftToTheCase, given.mesh.name)
    ? { ...meshByDepth(given, materials, electrodes), warnings: [] }
    : { reason: undefined, ...meshAsWritten(given.mesh, materials, electrodes) };
  const { reason: channels, ...chosen } = withFarChannels({ ...given, mesh }, materials, electrodes);
  return { ...chosen, warnings: [...warnings, ...chosen.warnings],
    ...((reason ?? channels) && { reason: [reason, channels].filter(Boolean).join('; ') }) };
}

function meshByDepth(given: Case, materials: MaterialSet, electrodes: ComposedElectrodes): ChosenMesh {
  const { mesh, cathode, anode } = given;
  const perHour = currentOfAnHour(electrodes.compositions);
  const thermal = (GAS_CONSTANT * given.temperature) / FARADAY;
  const salt = [materials.membrane, ...materials.layers.map(({ electrolyte }) => electrolyte)].some((one) => one.salt);
  const liquid = salt && electrodes.anode !== undefined;
  const fronts = salt && !liquid;
  const { share, least, mostShells } = leftToTheCase[mesh.name];
  const shareOf = (wanted: number): number => Math.max(Math.min(least, wanted), Math.round(share * wanted));
  const { perDepth, fewest, ...even } = cellsOf[liquid ? 'liquid' : 'solid'];
  const reasons = new Set<string>();
  const cells = (composed: readonly ComposedLayer[], layers: readonly LayerMaterials[], network: boolean): number => {
    const byIons = perDepth * Math.sqrt(ohmicDrop(composed, perHour) / thermal);
    const byElectrons = cellsForElectrons(composed, layers, perHour);
    const byDepth = Math.max(byIons, byElectrons);
    reasons.add(
      fronts
        ? 'a salt has fronts'
        : network
        ? `${frontCells} cells where active material conducts lithium`
        : byDepth < fewest
        ? `at least ${fewest} cells`
        : byDepth > mostCells
        ? `at most ${mostCells} cells`
        : byElectrons > byIons
        ? 'cells for electrons as built'
        : `${perDepth} cells per penetration depth`,
    );
    const wanted = fronts || network ? frontCells : Math.max(fewest, Math.min(mostCells, byDepth));
    const shared = shareOf(Math.round(layers.some((layer) => isFlat(layer, thermal)) ? 2 * wanted : wanted));
    // of these no share serves: the first moment of a charge is beyond the window or it is not
    return Math.max(shared, byElectrons);
  };
  const cathodeCells = cells(cathodeLayersOf(electrodes), materials.layers,
    cathode.layers.some(({ activeNetwork }) => activeNetwork));
  const anodeLayers = materials.anode.kind === 'composite' ? [materials.anode.layer] : [];
  const anodeCells = electrodes.anode
    && cells([electrodes.anode], anodeLayers, anode.kind === 'composite' && anode.layer.activeNetwork !== undefined);
  const all = [...materials.layers, ...anodeLayers];
  const particles = all.flatMap(diffusionIn);
  const fall = Math.max(...particles.map((one) => one.fall));
  const hours = Math.max(...particles.map((one) => one.hours));
  const kind = fall > steepFall || hours > verySlow ? 'thin' : fall > 1 || hours > slow ? 'more' : 'few';
  const shells = Math.min(mostShells, shellsOf[kind]);
  const flat = all.some((layer) => isFlat(layer, thermal));
  return {
    mesh: { ...mesh, name: `${mesh.name}${chosen}`, cathodeCells, ...(anodeCells && { anodeCells }), ...even, shells,
      shellGrading: 0, membraneCells: shareOf(fronts ? membraneCellsOfFronts : membraneCells) },
    reason: [...reasons].join(', ')
      + `${flat ? ', twice as many where a potential is flat' : ''}; `
      + `${
        fall > steepFall
          ? `thin shells, as the diffusivity falls by a factor of ${formatNumber(fall, 2)}`
          : hours > slow
          ? `${kind} shells, as diffusion through a particle takes ${formatNumber(hours, 2)} h`
          : `few shells, as diffusivities ${fall > 1 ? 'hardly change' : 'are constant'}`
      }${share < 1 ? `; a share of the cells, at least ${least}, and at most ${mostShells} shells` : ''}`,
  };
}

/** The case on the mesh of another, where it leaves its own open: trials of a fit or an optimum differ by their parameters alone. */
export const onMeshOf = (given: Case, nominal: PreparedCase | undefined): Case =>
  nominal && (Object.hasOwn(leftToTheCase, given.mesh.name) || given.mesh.name === nominal.case.mesh.name)
    ? { ...given, mesh: nominal.case.mesh }
    : given;

/** Whether the program chose a mesh for its case. */
export const isChosen = ({ name }: MeshSpecification): boolean => name.endsWith(chosen);

/** What the ledger of a case says of its mesh, as it was chosen. */
export const withMesh = (ledger: ParameterLedger, mesh: MeshSpecification): ParameterLedger =>
  ledger.map((record) => {
    const [head, key] = record.path.split('.');
    const number = head === 'mesh' ? mesh[key as keyof MeshSpecification] : undefined;
    return typeof number === 'number' && isChosen(mesh)
      ? { ...record, value: String(number), status: 'derived', source: 'this program, from the numbers of the case' }
      : record;
  });

/** Even cells of which half a one costs electrons, in active material as it is built, what it may at most; no more than any electrode has. */
function cellsForElectrons(composed: readonly ComposedLayer[], layers: readonly LayerMaterials[],
  current: number): number
{
  const drop = composed.reduce(
    (sum, { composition: { thickness }, effective: { electronic: { bulk, factor, carbon } } }, i) => {
      const built = activeParts(layers[i]).map(({ material: { asBuiltStoichiometry, dischargedStoichiometry } }) =>
        factor * valueAt(bulk, asBuiltStoichiometry ?? dischargedStoichiometry) + carbon
      );
      return sum + (current * thickness) / Math.min(...built);
    },
    0,
  );
  return Math.round(Math.min(mostCells, drop / (2 * mostInHalfACell)));
}

/**
 * The mesh that a case says. On fewer cells than electrons need a charge ends at its first moment, and a discharge has nothing to give: few cells that
 * the program takes for itself become as many, and of a mesh that a file says a warning tells it.
 */
function meshAsWritten(mesh: MeshSpecification, { layers }: MaterialSet, electrodes: ComposedElectrodes) {
  const needed = cellsForElectrons(cathodeLayersOf(electrodes), layers, currentOfAnHour(electrodes.compositions));
  if (isQuick(mesh)) {
    return { mesh: { ...mesh, cathodeCells: Math.max(mesh.cathodeCells, needed) }, warnings: [] };
  }
  // cells that grow from the ends are narrower at the collector
  const lastOf = (cells: number): number => symmetricWidths(1, cells, mesh.grading)[cells - 1];
  let cells = mesh.cathodeCells;
  while (cells < mostCells && needed * lastOf(cells) > 1) cells++;
  return { mesh, warnings: mesh.file || cells === mesh.cathodeCells ? [] : [
    `the mesh has ${mesh.cathodeCells} cells in the cathode, and electrons in the active material as it is built ask for ${cells}: on fewer a `
    + `charge may end at its first moment, and the discharge deliver nothing; write mesh.cathodeCells: ${cells}, or mesh: default`,
  ] };
}

const samples = 50;

/** A function of the stoichiometry, as value and slope, at even places of the window. */
function withinWindow({ chargedStoichiometry: from, dischargedStoichiometry: to }: ActiveMaterial, of: ScalarFunction) {
  const out = new Float64Array(2);
  return Array.from({ length: samples + 1 }, (_, k) => {
    of.evaluate(from + ((to - from) * k) / samples, out);
    return { value: out[0], acrossWindow: Math.abs(out[1] * (to - from)) };
  });
}

/** Largest over smallest diffusivity within the window, and the longest R^2/D [h], of each material of a layer. */
const diffusionIn = (layer: LayerMaterials) =>
  activeParts(layer).map(({ material }) => {
    const values = withinWindow(material, material.diffusivity).map(({ value }) => value);
    const least = Math.min(...values);
    return { fall: Math.max(...values) / least, hours: material.particleRadius ** 2 / least / 3600 };
  });

/** Whether a material of a layer has a flat potential. */
const isFlat = (layer: LayerMaterials, thermal: number): boolean =>
  activeParts(layer).some(({ material }) => {
    const slopes = withinWindow(material, material.openCircuitPotential).map(({ acrossWindow }) => acrossWindow);
    return slopes.filter((slope) => slope < thermal).length > flatShare * slopes.length;
  });
