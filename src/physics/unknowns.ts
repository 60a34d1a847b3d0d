import type { CellModel } from './cell-model.js';

/**
 * The only index arithmetic. The state is
 *
 *   [ phiE, phiS of cell 0, phiE, phiS of cell 1, … | iAnode | with salt: x of each cell | i of each entry | per class: j of each particle |
 *     per class: s of the innermost shell of each particle, …, of the outermost | I, Q, W | T ]
 *
 *   phiE, phiS   electrolyte and electrode potential [V]; phiS is 0 in the membrane
 *   iAnode       current density through the anode plane [A m^-2]
 *   x            salt concentration over its reference
 *   i            current density of lithium into a network of active material, through its face with an electrolyte [A m^-2]
 *   j            interfacial current density, oxidation positive [A m^-2]
 *   s            stoichiometry
 *   I            applied current density, discharge positive [A m^-2]
 *   Q, W         charge [C m^-2] and energy [J m^-2] delivered since the start
 *   T            temperature where that is lumped [K]
 */
export interface Unknowns {
  readonly size: number;
  readonly cells: number;
  readonly anodeCurrent: number;
  /** Index of x of cell 0; only with salt (then `hasSalt`). */
  readonly salt: number;
  readonly hasSalt: boolean;
  /** Index of i of the first entry, and their number. */
  readonly entries: number;
  readonly entryCount: number;
  readonly classes: readonly ClassUnknowns[];
  readonly current: number;
  readonly charge: number;
  readonly energy: number;
  /** -1 where the temperature is given. */
  readonly temperature: number;
}

export interface ClassUnknowns {
  readonly firstCell: number;
  /** Particles, one per cell of the region. */
  readonly count: number;
  /** Index of j of the first particle. */
  readonly reaction: number;
  /** Index of s of the innermost shell of the first particle; shell i of particle k is at `shells + i count + k`. */
  readonly shells: number;
  /** Shells of each particle; one of a network without electrolyte. */
  readonly shellCount: number;
}

export const electrolytePotentialOf = (cell: number): number => 2 * cell;
export const electrodePotentialOf = (cell: number): number => 2 * cell + 1;

export function unknownsOf(model: CellModel): Unknowns {
  const { mesh, particles, shells } = model;
  let next = 2 * mesh.cells;
  const anodeCurrent = next++;
  const hasSalt = model.ions.kind === 'salt';
  const salt = next;
  if (hasSalt) next += mesh.cells;
  const entries = next;
  const entryCount = entryFaces(model).length;
  next += entryCount;
  const shellCounts = particles.map(({ network }) => (network && !network.wetted ? 1 : shells.count));
  const counts = particles.map(({ region }) => mesh.regions[region].last - mesh.regions[region].first + 1);
  const reactions = counts.map((count) => (next += count) - count);
  const stoichiometries = counts.map((count, p) => (next += count * shellCounts[p]) - count * shellCounts[p]);
  const classes = particles.map(({ region }, p) => ({
    firstCell: mesh.regions[region].first,
    count: counts[p],
    reaction: reactions[p],
    shells: stoichiometries[p],
    shellCount: shellCounts[p],
  }));
  const temperature = model.thermal ? next + 3 : -1;
  return {
    size: next + (model.thermal ? 4 : 3),
    cells: mesh.cells,
    anodeCurrent,
    salt,
    hasSalt,
    entries,
    entryCount,
    classes,
    current: next,
    charge: next + 1,
    energy: next + 2,
    temperature,
  };
}

/** Name of an unknown for evidence: "electrolytePotential in cell 12 (cathode, 31.5 um)". */
export function nameOfUnknown(index: number, unknowns: Unknowns, model: CellModel): string {
  const at = (cell: number): string => {
    const { mesh } = model;
    return `in cell ${cell} (${mesh.regions[mesh.region[cell]].name}, x = ${
      (1e6 * mesh.centre[cell]).toPrecision(3)
    } um)`;
  };
  if (index < 2 * unknowns.cells) return `${index % 2 === 0 ? 'electrolyte' : 'electrode'} potential ${at(index >> 1)}`;
  if (index === unknowns.anodeCurrent) return 'current density of the anode plane';
  if (unknowns.hasSalt && index < unknowns.salt + unknowns.cells)
    return `salt concentration ${at(index - unknowns.salt)}`;
  if (index >= unknowns.entries && index < unknowns.entries + unknowns.entryCount)
    return 'current density into the active network';
  for (const c of unknowns.classes) {
    if (index >= c.reaction && index < c.reaction + c.count)
      return `interfacial current density ${at(c.firstCell + index - c.reaction)}`;
    const shell = Math.floor((index - c.shells) / c.count);
    if (index >= c.shells && shell < c.shellCount) {
      return `stoichiometry of shell ${shell} ${at(c.firstCell + ((index - c.shells) % c.count))}`;
    }
  }
  return ['applied current density', 'charge', 'energy', 'temperature'][index - unknowns.current] ?? `unknown ${index}`;
}

/** Every face between a region with an active network and one without. */
export function entryFaces({ mesh: { faces, region, regions }, particles }: CellModel): number[] {
  const hasNetwork = regions.map((_, r) => particles.some((particle) => particle.network && particle.region === r));
  return Array.from({ length: faces.count }, (_, f) => f)
    .filter((f) => hasNetwork[region[faces.owner[f]]] !== hasNetwork[region[faces.neighbour[f]]]);
}
