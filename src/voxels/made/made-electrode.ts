import { largestError } from '../conduction/conduct.js';
import type { CarrierPath, ElectrodeStructure } from '../measures/electrode-structure.js';
import { connectedShare, meanOfMany } from '../measures/electrode-structure.js';
import { fillingRadius } from '../measures/filling-radius.js';
import { phaseConduction } from '../measures/phase-transport.js';
import { wettedSurface } from '../measures/reached.js';
import { volumeFractions } from '../segmented-image.js';
import { type MadeStructure, makeStructure } from './make-structure.js';
import { particleContacts } from './particle-contacts.js';
import { madePhases, seedOf, type StructurePlan } from './structure-plan.js';

/** One made structure as an electrode. */
export interface MadeElectrode {
  readonly fractions: readonly number[];
  /** eps / tau of the electrolyte and of the active material along z; 0 where nothing leads through. */
  readonly ions: number;
  readonly electrons: number;
  readonly connectedFraction: number;
  readonly reachedByIons: number;
  readonly reachedByElectrons: number;
  readonly particles: number;
  readonly neighbours: number;
  /** Of active material on electrolyte that ions reach, per volume of the electrode [m^-1]. */
  readonly wettedArea: number;
  /** Three volumes over the surface: of the spheres asked for; where there are none, of the active material as it is [m]. */
  readonly particleRadius: number;
  /** Sphere wetted all around that lithium fills as quickly [m]. */
  readonly fillingRadius: number;
  /** Largest of the solutions. */
  readonly relativeError: number;
}

/** What both carriers find in a made structure. */
export function madeElectrode(made: MadeStructure, voxelSize: number): MadeElectrode {
  const { image, active } = made;
  const fractions = volumeFractions(image);
  const [ions, electrons] = (['electrolyte', 'activeMaterial'] as const).map((name) =>
    phaseConduction(image, madePhases.indexOf(name), 'z', 'walls')
  );
  const found = wettedSurface(image);
  const { reached, wetted, surface } = found;
  const filling = fillingRadius(reached);
  const activeFraction = fractions[madePhases.indexOf('activeMaterial')];
  return {
    fractions,
    ions: ions.conductivity,
    electrons: electrons.conductivity,
    ...particleContacts(made),
    connectedFraction: connectedShare(found),
    wettedArea: wetted,
    particleRadius: active ? sauterRadius(active.places) * voxelSize : surface > 0 ? (3 * activeFraction) / surface : 0,
    fillingRadius: filling.radius,
    relativeError: largestError(ions, electrons, filling),
  };
}

/** Sum of r^3 over sum of r^2. */
function sauterRadius(places: Float64Array): number {
  let [cubes, squares] = [0, 0];
  for (let k = 3; k < places.length; k += 4) {
    cubes += places[k] ** 3;
    squares += places[k] ** 2;
  }
  return cubes / squares;
}

/** Structures whose seeds follow each other. */
export const realisationsOf = (plan: StructurePlan, realisations: number): MadeElectrode[] =>
  Array.from({ length: realisations }, (_, k) => madeElectrode(makeStructure(plan, seedOf(plan, k)), plan.voxelSize));

/** What a layer takes from realisations: means. The spreads are those of the mean, as the layer is many boxes wide. */
export function meanElectrode(all: readonly MadeElectrode[], voxels: ElectrodeStructure['voxels']): ElectrodeStructure {
  const over = (of: (one: MadeElectrode) => number) => meanOfMany(all.map(of));
  const mean = (of: (one: MadeElectrode) => number): number => over(of).mean;
  const path = (of: (one: MadeElectrode) => number): CarrierPath => {
    const { mean: conductivityRatio, spread } = over(of);
    return { conductivityRatio, spread };
  };
  const [, activeMaterial, electrolyte, carbon, binder] = madePhases.map((_, phase) =>
    mean(({ fractions }) => fractions[phase])
  );
  const particleRadius = mean((one) => one.particleRadius);
  const geometric = particleRadius > 0 ? (3 * activeMaterial) / particleRadius : 0;
  const filling = over((one) => one.fillingRadius);
  return {
    voxels,
    volumeFractions: { activeMaterial, electrolyte, carbon, binder },
    ions: path(({ ions }) => ions),
    electrons: path(({ electrons }) => electrons),
    connectedFraction: mean((one) => one.connectedFraction),
    coverage: geometric > 0 ? Math.min(1, mean(({ wettedArea }) => wettedArea) / geometric) : 0,
    particleRadius,
    fillingRadius: { value: filling.mean, spread: filling.spread },
    relativeError: largestError(...all),
  };
}
