import { type CellModel, leadsNetwork } from './cell-model.js';

/**
 * The only index arithmetic. The state is
 *
 *   [ phiE, phiS of cell 0, phiE, phiS of cell 1, … | iAnode of each face of the anode | with salt: x of each cell | i of each entry |
 *     per wetted network: jE of each cell | per class: j of each particle |
 *     per class: s of the innermost shell of each particle, …, of the outermost | I, Q, W | T | V ]
 *
 *   phiE, phiS   electrolyte and electrode potential [V]; phiS is 0 in the membrane
 *   iAnode       current density through the anode plane [A m^-2]
 *   x            salt concentration over its reference
 *   i            current density of lithium into a network of active material, through its face with an electrolyte [A m^-2]
 *   jE           current density between a network and the electrolyte of its cell, oxidation positive [A m^-2]
 *   j            interfacial current density, oxidation positive; in a network the lithium stored, as such a current [A m^-2]
 *   s            stoichiometry
 *   I            applied current density, discharge positive [A m^-2]
 *   Q, W         charge [C m^-2] and energy [J m^-2] delivered since the start
 *   T            temperature where that is lumped [K]
 *   V            voltage of a collector that meets several cells [V]; of one cell it follows from phiS
 */
export interface Unknowns {
  readonly size: number;
  readonly cells: number;
  /** Index of iAnode of the first face of the anode. */
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
  /** -1 where the collector meets one cell. */
  readonly voltage: number;
}

export interface ClassUnknowns {
  readonly firstCell: number;
  /** Particles, one per cell of the region. */
  readonly count: number;
  /** Index of j of the first particle. */
  readonly reaction: number;
  /** Index of jE of the first cell of a network beside electrolyte, of the class that leads it; -1 otherwise. */
  readonly crossing: number;
  /** Index of s of the innermost shell of the first particle; shell i of particle k is at `shells + i count + k`. */
  readonly shells: number;
  /** Shells of each particle; one of a network that is one body. */
  readonly shellCount: number;
}

export const electrolytePotentialOf = (cell: number): number => 2 * cell;
export const electrodePotentialOf = (cell: number): number => 2 * cell + 1;

export function unknownsOf(model: CellModel): Unknowns {
  const { mesh, particles, shells } = model;
  let next = 2 * mesh.cells;
  const take = (count: number): number => (next += count) - count;
  const anodeCurrent = take(mesh.boundaries.anode.count);
  const hasSalt = model.ions.kind === 'salt';
  const salt = take(hasSalt ? mesh.cells : 0);
  const entryCount = entryFaces(model).length;
  const entries = take(entryCount);
  const shellCounts = particles.map((
    { network },
  ) => (network && !network.wetted && !network.particles ? 1 : shells.count));
  const counts = particles.map(({ region }) => mesh.regions[region].last - mesh.regions[region].first + 1);
  const crossings = particles.map(({ network },
    p) => (network?.wetted && leadsNetwork(particles, p) ? take(counts[p]) : -1)
  );
  const reactions = counts.map((count) => take(count));
  const stoichiometries = counts.map((count, p) => take(count * shellCounts[p]));
  const classes = particles.map(({ region }, p) => ({
    firstCell: mesh.regions[region].first,
    count: counts[p],
    reaction: reactions[p],
    crossing: crossings[p],
    shells: stoichiometries[p],
    shellCount: shellCounts[p],
  }));
  const current = take(3);
  const temperature = model.thermal ? take(1) : -1;
  const voltage = mesh.boundaries.collector.count > 1 ? take(1) : -1;
  return { size: next, cells: mesh.cells, anodeCurrent, salt, hasSalt, entries, entryCount, classes, current,
    charge: current + 1, energy: current + 2, temperature, voltage };
}

/** Name of an unknown for evidence: "electrolyte potential in cell 12 (cathode, x = 31.5 um)". */
export function nameOfUnknown(index: number, unknowns: Unknowns, model: CellModel): string {
  const at = (cell: number): string => {
    const { mesh } = model;
    return `in cell ${cell} (${mesh.regions[mesh.region[cell]].name}, x = ${
      (1e6 * mesh.centre[cell]).toPrecision(3)
    } um)`;
  };
  const within = (first: number, count: number): boolean => index >= first && index < first + count;
  if (index < 2 * unknowns.cells) return `${index % 2 === 0 ? 'electrolyte' : 'electrode'} potential ${at(index >> 1)}`;
  const planes = model.mesh.boundaries.anode;
  if (within(unknowns.anodeCurrent, planes.count)) {
    return `current density of the anode plane${
      planes.count > 1 ? ` ${at(planes.cell[index - unknowns.anodeCurrent])}` : ''
    }`;
  }
  if (unknowns.hasSalt && within(unknowns.salt, unknowns.cells))
    return `salt concentration ${at(index - unknowns.salt)}`;
  if (within(unknowns.entries, unknowns.entryCount))
    return `current density into the active network ${index - unknowns.entries + 1}`;
  for (const c of unknowns.classes) {
    if (within(c.reaction, c.count)) return `interfacial current density ${at(c.firstCell + index - c.reaction)}`;
    if (c.crossing >= 0 && within(c.crossing, c.count)) {
      return `current density between network and electrolyte ${at(c.firstCell + index - c.crossing)}`;
    }
    if (within(c.shells, c.shellCount * c.count)) {
      const shell = Math.floor((index - c.shells) / c.count);
      return `stoichiometry of shell ${shell} ${at(c.firstCell + ((index - c.shells) % c.count))}`;
    }
  }
  if (index === unknowns.temperature) return 'temperature';
  if (index === unknowns.voltage) return 'voltage';
  return ['applied current density', 'charge', 'energy'][index - unknowns.current] ?? `unknown ${index}`;
}

/** Every face between a region with an active network and one without. */
export function entryFaces({ mesh: { faces, region, regions }, particles }: CellModel): number[] {
  const hasNetwork = regions.map((_, r) => particles.some((particle) => particle.network && particle.region === r));
  return Array.from({ length: faces.count }, (_, f) => f)
    .filter((f) => hasNetwork[region[faces.owner[f]]] !== hasNetwork[region[faces.neighbour[f]]]);
}
