import type { DrawnStructure } from '../config/sections/drawn-schema.js';
import { version } from '../pipeline/version.js';
import type { MadeStructureDocument } from '../results/made-structure-schema.js';
import { formatNumber, percent } from '../units/quantity.js';
import { meanOf, spreadOf, standardDeviation, sumOf } from '../units/statistics.js';
import { unsureWarnings } from '../voxels/conduction/conduct.js';
import { type MadeElectrode, madeElectrode, meanElectrode } from '../voxels/made/made-electrode.js';
import { type MadeStructure, makeStructure } from '../voxels/made/make-structure.js';
import type { Spheres } from '../voxels/made/spheres.js';
import { madePhases, meanShare, type ParticlePhase, seedOf,
  type StructurePlan } from '../voxels/made/structure-plan.js';
import { twoPoint } from '../voxels/measures/two-point.js';
import { volumeFractions } from '../voxels/segmented-image.js';

/** Share of the volume by which what was got may miss what was asked for before it is said. */
const worthSaying = 0.005;
/** Overlaps beyond what is allowed above which particles are no spheres any more. */
const pressed = 0.1;
/** Boxes narrower than so many of the largest particles are a sample of few. */
const fewestAlong = 5;

/** Makes the structures that are asked for, and says what came out; the first is the one that is written. */
export function makeDocument(file: string, { title = file, plan, realisations }: DrawnStructure,
  onDone: (done: number) => void = () => undefined): { document: MadeStructureDocument; made: MadeStructure }
{
  const started = Date.now();
  const made = makeStructure(plan);
  const electrodes = Array.from({ length: realisations }, (_, k) => {
    const one = madeElectrode(k === 0 ? made : makeStructure(plan, seedOf(plan, k)), plan.voxelSize);
    onDone(k + 1);
    return one;
  });
  const over = (of: (one: MadeElectrode) => number) => spreadOf(electrodes.map(of));
  const mean = meanElectrode(electrodes, plan.voxels);
  const [x, y, z] = plan.voxels;
  const fractions = volumeFractions(made.image);
  const shares = askedShares(plan);
  const tau = (share: number, of: (one: MadeElectrode) => number) => ({
    conductivityRatio: over(of),
    tortuosityFactor: over(of).mean > 0 ? share / over(of).mean : null,
  });
  const document: MadeStructureDocument = {
    schema: 'catholith-made-structure-1',
    title,
    file,
    voxels: { x, y, z },
    voxelSize_um: 1e6 * plan.voxelSize,
    seed: plan.seed,
    realisations,
    phases: madePhases.map((name, k) => ({ name, askedFor: shares[k], volumeFraction: fractions[k] })),
    pattern: plan.pattern
      ? { shape: plan.pattern.shape, phase: plan.pattern.phase, askedFor: meanShare(plan.pattern.share),
        volumeFraction: made.patternShare }
      : null,
    particles: (['activeMaterial', 'electrolyte'] as const).flatMap((phase) => sizesOf(phase, plan, made)),
    relaxation: made.relaxed ?? null,
    correlation: correlationOf(made, plan.voxelSize),
    surface: { wetted_per_um: over(({ wettedArea }) => 1e-6 * wettedArea), coverage: mean.coverage,
      particleRadius_um: 1e6 * mean.particleRadius, fillingRadius_um: over((one) => 1e6 * one.fillingRadius) },
    contacts: {
      neighbours: over(({ neighbours }) => neighbours),
      reachedByIons: over(({ reachedByIons }) => reachedByIons),
      reachedByElectrons: over(({ reachedByElectrons }) => reachedByElectrons),
      connected: over(({ connectedFraction }) => connectedFraction),
    },
    ions: tau(mean.volumeFractions.electrolyte, ({ ions }) => ions),
    electrons: tau(mean.volumeFractions.activeMaterial, ({ electrons }) => electrons),
    counters: { milliseconds: Date.now() - started },
    provenance: { program: 'catholith', version },
    warnings: [],
  };
  const warnings = [...unsureWarnings('transport and filling', mean), ...warningsOf(document, plan)];
  return { document: { ...document, warnings }, made };
}

/** By phase, the void taking what the others leave. */
function askedShares({ activeMaterial, electrolyte, carbon, binder }: StructurePlan): number[] {
  const solids = [meanShare(activeMaterial.share), meanShare(electrolyte.share), carbon?.share ?? 0,
    binder?.share ?? 0];
  return [Math.max(0, 1 - sumOf(solids)), ...solids];
}

function sizesOf(phase: 'activeMaterial' | 'electrolyte', plan: StructurePlan,
  made: MadeStructure): MadeStructureDocument['particles']
{
  const spheres = phase === 'activeMaterial' ? made.active : made.electrolyte;
  const { diameter, deviation }: ParticlePhase = plan[phase];
  if (spheres === undefined || diameter === undefined) return [];
  const diameters = diametersOf(spheres, 1e6 * plan.voxelSize);
  const mean = meanOf(diameters);
  const [d10_um, d50_um, d90_um] = [0.1, 0.5, 0.9].map((share) => byVolume(diameters, share));
  return [{ phase, count: spheres.count, askedFor: { diameter_um: 1e6 * diameter, deviation }, diameter_um: mean,
    deviation: standardDeviation(diameters) / mean, d10_um, d50_um, d90_um }];
}

const diametersOf = ({ count, places }: Spheres, voxelSize: number): number[] =>
  Array.from({ length: count }, (_, k) => 2 * places[4 * k + 3] * voxelSize).sort((a, b) => a - b);

/** Diameter below which a share of the volume is. */
function byVolume(sorted: readonly number[], share: number): number {
  const total = sumOf(sorted.map((d) => d ** 3));
  let below = 0;
  for (const d of sorted) {
    below += d ** 3;
    if (below >= share * total) return d;
  }
  return sorted[sorted.length - 1];
}

/** Of the active material, at every voxel up to half of the box. */
function correlationOf({ image }: MadeStructure, voxelSize: number): MadeStructureDocument['correlation'] {
  const furthest = Math.floor(Math.min(...image.size) / 2);
  const step = Math.max(1, Math.floor(furthest / 60));
  const distances = Array.from({ length: Math.floor(furthest / step) + 1 }, (_, k) => k * step);
  return { phase: 'activeMaterial', distance_um: distances.map((one) => 1e6 * voxelSize * one),
    chance: twoPoint(image, madePhases.indexOf('activeMaterial'), distances) };
}

function warningsOf(doc: MadeStructureDocument, { voxels }: StructurePlan): string[] {
  const narrowest = Math.min(...voxels) * doc.voxelSize_um;
  const missed = [...doc.phases,
    ...(doc.pattern ? [{ ...doc.pattern, name: `the pattern of ${doc.pattern.shape}` }] : [])];
  return [
    ...missed.filter(({ askedFor, volumeFraction }) => Math.abs(askedFor - volumeFraction) > worthSaying).map((
      { name, askedFor, volumeFraction },
    ) => `${name}: ${percent(volumeFraction)} of the volume where ${percent(askedFor)} was asked for`),
    ...doc.particles.filter(({ d90_um }) => fewestAlong * d90_um > narrowest).map(({ phase, d90_um }) =>
      `the box holds ${formatNumber(narrowest / d90_um, 2)} of the larger particles of ${phase} along an edge: a `
      + 'sample of few'
    ),
    ...(doc.relaxation && doc.relaxation.residualOverlap > pressed
      ? [
        `particles still go into each other by ${percent(doc.relaxation.residualOverlap)} beyond what is allowed: `
        + 'they are pressed flat there',
      ]
      : []),
    ...(doc.ions.tortuosityFactor === null ? ['no path of electrolyte leads from the membrane to the collector'] : []),
    ...(doc.electrons.tortuosityFactor === null
      ? ['no path of active material leads from the membrane to the collector']
      : []),
  ];
}
