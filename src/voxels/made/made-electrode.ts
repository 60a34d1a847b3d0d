import type { CarrierPath, ElectrodeStructure } from '../measures/electrode-structure.js';
import { wettedSurface } from '../measures/electrode-structure.js';
import { phaseConduction } from '../measures/phase-transport.js';
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
}

/** What both carriers find in a made structure. */
export function madeElectrode(made: MadeStructure, voxelSize: number): MadeElectrode {
  const { image, active } = made;
  const fractions = volumeFractions(image);
  const along = (name: (typeof madePhases)[number]): number =>
    phaseConduction(image, madePhases.indexOf(name), 'z', 'walls').conductivity;
  const { wetted, surface } = wettedSurface(image);
  const ofActive = fractions[madePhases.indexOf('activeMaterial')];
  return {
    fractions,
    ions: along('electrolyte'),
    electrons: along('activeMaterial'),
    ...particleContacts(made),
    wettedArea: wetted,
    particleRadius: active ? sauterRadius(active.places) * voxelSize : surface > 0 ? (3 * ofActive) / surface : 0,
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

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard deviation of a sample over its mean; 0 of a single value. */
const relativeDeviation = (values: readonly number[]): number => {
  const mean = meanOf(values);
  if (values.length < 2 || mean === 0) return 0;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)) / mean;
};

/**
 * What a layer takes from realisations: means. The spread of a conductivity is that of the mean, as the layer is many boxes wide:
 * ln-deviation sqrt(ln(1 + s^2/n)), s that of one box over the mean.
 */
export function meanElectrode(all: readonly MadeElectrode[], voxels: ElectrodeStructure['voxels']): ElectrodeStructure {
  const mean = (of: (one: MadeElectrode) => number): number => meanOf(all.map(of));
  const path = (of: (one: MadeElectrode) => number): CarrierPath => ({ conductivityRatio: mean(of),
    spread: Math.sqrt(Math.log1p(relativeDeviation(all.map(of)) ** 2 / all.length)) });
  const [, activeMaterial, electrolyte, carbon, binder] = madePhases.map((_, phase) =>
    mean(({ fractions }) => fractions[phase])
  );
  const particleRadius = mean((one) => one.particleRadius);
  const geometric = particleRadius > 0 ? (3 * activeMaterial) / particleRadius : 0;
  return {
    voxels,
    volumeFractions: { activeMaterial, electrolyte, carbon, binder },
    ions: path(({ ions }) => ions),
    electrons: path(({ electrons }) => electrons),
    connectedFraction: mean((one) => one.connectedFraction),
    coverage: geometric > 0 ? Math.min(1, mean(({ wettedArea }) => wettedArea) / geometric) : 0,
    particleRadius,
  };
}
