import type { CellProblem } from '../physics/cell-problem.js';
import type { MixedConduction } from '../physics/mixed-conduction.js';
import { electrodePotentialOf, electrolytePotentialOf } from '../physics/unknowns.js';
import type { Losses } from './polarisation.js';

/**
 * Power densities of active material that carries lithium itself [W m^-2]:
 *
 *   diffusion         sum over faces of iM times the drop of phiS - U(surface), and i [U(surface) - U(face)] of the entries, beside the
 *                     particles' own
 *   charge transfer   sum of a V jE eta, and -i eta of the entries; films likewise
 *   ions, contacts    what the current of an entry adds in the half cell and the contact before it
 *
 * On the side of an anode all but the last is the anode's: iM times the drop of phiE, the rest being counted with its reaction.
 */
export function addNetworkLosses(problem: CellProblem, y: Float64Array, losses: Losses): void {
  const { mixed } = problem.charge;
  if (!mixed) return;
  addFaces(problem, mixed, y, losses);
  for (let e = 0; e < mixed.entries.length; e++) addEntry(problem, mixed, y, e, losses);
  for (const { index, crossing } of mixed.crossings) addCrossing(problem, index, crossing, y, losses);
}

function addFaces({ reactions, model: { mesh } }: CellProblem, mixed: MixedConduction, y: Float64Array,
  losses: Losses): void
{
  const { faces, region, regions, cells } = mesh;
  const potential = new Float64Array(cells);
  for (const { at, surfacePotential } of reactions) potential.set(surfacePotential, at.firstCell);
  const ofLithium = (cell: number): number => y[electrodePotentialOf(cell)] - potential[cell];
  for (let f = 0; f < faces.count; f++) {
    const [o, n] = [faces.owner[f], faces.neighbour[f]];
    const flow = mixed.networkCurrent[f];
    if (flow === 0) continue;
    if (regions[region[o]].kind === 'anode')
      losses.anode += flow * (y[electrolytePotentialOf(o)] - y[electrolytePotentialOf(n)]);
    else losses.diffusion += flow * (ofLithium(o) - ofLithium(n));
  }
}

function addEntry({ model: { mesh, ionicContact } }: CellProblem, mixed: MixedConduction, y: Float64Array, e: number,
  losses: Losses): void
{
  const { face, side, inside, outside } = mixed.entries[e];
  const i = mixed.entryCurrent[e];
  const beside = mesh.faces.owner[face] === outside ? mixed.electrolyteCurrent(face) : -mixed.electrolyteCurrent(face);
  const half = mixed.halfCell(e) * i;
  const contact = ionicContact[face] * i * i;
  losses[mesh.regions[mesh.region[outside]].kind] += half * (i + 2 * beside);
  losses.contacts += contact;
  if (side === 'anode') {
    const drop = y[electrolytePotentialOf(outside)] - y[electrolytePotentialOf(inside)];
    losses.anode += i * drop - half * (i + beside) - contact;
    return;
  }
  losses.film -= i * mixed.entryFilm[e];
  losses.transfer -= i * (mixed.entryOverpotential[e] - mixed.entryFilm[e]);
  losses.diffusion -= i * mixed.entryDiffusion[e];
}

/** Between the network and the electrolyte of the same cells. */
function addCrossing({ reactions, charge }: CellProblem, index: number, crossing: Float64Array, y: Float64Array,
  losses: Losses): void
{
  const { at, side, surfacePotential, particle: { filmResistance } } = reactions[index];
  if (side === 'anode') return;
  for (let k = 0; k < at.count; k++) {
    const cell = at.firstCell + k;
    const power = charge.wettedArea[index][k] * crossing[k];
    const film = crossing[k] * filmResistance;
    const drive = y[electrodePotentialOf(cell)] - y[electrolytePotentialOf(cell)] - surfacePotential[k];
    losses.film += power * film;
    losses.transfer += power * (drive - film);
  }
}
