import type { ActiveNetwork, CellProperties, ParticleClass } from '../transport/on-cells/cell-properties.js';
import type { Place, PlacedField } from './fields/placed-field.js';

/**
 * The only index arithmetic. The state holds the fields of `fields/table` in their order,
 *
 *   [ phiE, phiS of cell 0, phiE, phiS of cell 1, … | iAnode of each face of a planar anode | with salt: x of each cell | i of each entry |
 *     per wetted network: jE of each cell | per class: j of each particle |
 *     per class: s of the innermost shell of each particle, …, of the outermost | I, Q, W | T | V | fields that a model brings ]
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
  readonly spans: readonly Span[];
  /** Index of the first unknown of a field, of a class of particles where it has those; -1 where the cell has no such field. */
  of(key: string, particleClass?: number): number;
  /** Index of iAnode of the first face of the anode; -1 where that is a composite. */
  readonly anodeCurrent: number;
  /** Index of x of cell 0; -1 without salt. */
  readonly salt: number;
  readonly hasSalt: boolean;
  /** Index of i of the first entry. */
  readonly entries: number;
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

/** The unknowns of one field, of one class of particles where there are several. */
export interface Span {
  readonly field: PlacedField;
  /** Index of the first; each of the others lies `step` further. */
  readonly first: number;
  readonly step: number;
  /** The cell of each; -1 where it belongs to none. */
  readonly cell: Int32Array;
  /** Class of its particles; -1 where it belongs to none. */
  readonly particleClass: number;
}

export const electrolytePotentialOf = (cell: number): number => 2 * cell;
export const electrodePotentialOf = (cell: number): number => 2 * cell + 1;

/** Number of item i by a function. */
export function indices(count: number, at: (item: number) => number): Int32Array {
  const places = new Int32Array(count);
  for (let i = 0; i < count; i++) places[i] = at(i);
  return places;
}

/** Gives every field its place, in their order; the two potentials of a cell, which come first, stand side by side. */
export function unknownsOf(model: CellProperties, fields: readonly PlacedField[]): Unknowns {
  const { mesh: { cells, regions }, particles, shells } = model;
  const spans: Span[] = [];
  let next = 0;
  for (const field of fields) {
    for (const { cell, particleClass } of itemsOf(field.place, model)) {
      const potential = spans.length;
      if (potential < 2) spans.push({ field, first: potential, step: 2, cell, particleClass });
      else spans.push({ field, first: next, step: 1, cell, particleClass });
      next += cell.length;
    }
  }
  const of = (key: string, p = -1): number =>
    spans.find(({ field, particleClass }) => field.key === key && particleClass === p)?.first ?? -1;
  const classes = particles.map(({ region, network }, p): ClassUnknowns => ({
    firstCell: regions[region].first,
    count: regions[region].last - regions[region].first + 1,
    reaction: of('reaction', p),
    crossing: of('crossing', p),
    shells: of('stoichiometry', p),
    shellCount: isOneBody(network) ? 1 : shells.count,
  }));
  return { size: next, cells, spans, of, classes, anodeCurrent: of('anodeCurrent'), salt: of('salt'),
    hasSalt: of('salt') >= 0, entries: of('entryCurrent'), current: of('current'), charge: of('charge'),
    energy: of('energy'), temperature: of('temperature'), voltage: of('voltage') };
}

/** 1 for the unknowns that have a derivative. */
export function differentialFlags({ size, spans }: Unknowns): Uint8Array {
  const flags = new Uint8Array(size);
  for (const { field, first, cell } of spans) {
    if (field.evolves || field.capacity) flags.fill(1, first, first + cell.length);
  }
  return flags;
}

/** A network without electrolyte whose particles keep no diffusion inside. */
const isOneBody = (network: ActiveNetwork | undefined): boolean =>
  network !== undefined && !network.wetted && !network.particles;

/** The cells that the unknowns of a place belong to, by class of particles. */
function itemsOf(place: Place, model: CellProperties): { readonly cell: Int32Array; readonly particleClass: number }[] {
  const { mesh: { cells, boundaries, regions }, particles, shells } = model;
  const one = (cell: Int32Array) => [{ cell, particleClass: -1 }];
  switch (place) {
    case 'cells':
    case 'electrodes':
      return one(indices(cells, (c) => c));
    case 'planes':
      return one(boundaries.anode.cell);
    case 'entries':
      return one(new Int32Array(entryFaces(model).length).fill(-1));
    case 'whole':
      return one(Int32Array.of(-1));
    case 'crossings':
    case 'particles':
    case 'shells':
      return particles.flatMap(({ region, network }, particleClass) => {
        if (place === 'crossings' && !(network?.wetted && leadsNetwork(particles, particleClass))) return [];
        const { first, last } = regions[region];
        const count = last - first + 1;
        const times = place !== 'shells' || isOneBody(network) ? 1 : shells.count;
        return [{ particleClass, cell: indices(times * count, (i) => first + (i % count)) }];
      });
  }
}

/** Name of an unknown for evidence: "electrolyte potential in cell 12 (cathode, x = 31.5 um)". */
export function nameOfUnknown(index: number, { spans, classes }: Unknowns, { mesh }: CellProperties): string {
  for (const { field: { name, place }, first, step, cell, particleClass } of spans) {
    const item = (index - first) / step;
    if (!(Number.isInteger(item) && item >= 0 && item < cell.length)) continue;
    if (place === 'entries') return `${name} ${item + 1}`;
    if (place === 'whole' || (place === 'planes' && cell.length === 1)) return name;
    const shell = place === 'shells' ? ` of shell ${Math.floor(item / classes[particleClass].count)}` : '';
    const x = (1e6 * mesh.centre[cell[item]]).toPrecision(3);
    return `${name}${shell} in cell ${cell[item]} (${mesh.regions[mesh.region[cell[item]]].name}, x = ${x} um)`;
  }
  return `unknown ${index}`;
}

/** Every face between a region with an active network and one without. */
export function entryFaces({ mesh: { faces, region, regions }, particles }: CellProperties): number[] {
  if (!particles.some(({ network }) => network)) return [];
  const hasNetwork = regions.map((_, r) => particles.some((particle) => particle.network && particle.region === r));
  return Array.from({ length: faces.count }, (_, f) => f)
    .filter((f) => hasNetwork[region[faces.owner[f]]] !== hasNetwork[region[faces.neighbour[f]]]);
}

/**
 * Whether a class is the first of the network of its region. The others are other sizes of the same material: they touch it, so that all
 * have one stoichiometry at their surfaces, and store what they store at it.
 */
export const leadsNetwork = (particles: readonly ParticleClass[], p: number): boolean =>
  particles[p].network !== undefined
  && particles.findIndex(({ region, network }) => network && region === particles[p].region) === p;
