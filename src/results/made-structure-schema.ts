import { z } from 'zod';
import { madeBy, numberOrNull, numbers, spreadOfValues, voxelCounts } from './json-schema.js';

/** The document of `catholith structure`: what `--json` prints. Names carry their unit. */

const overRealisations = spreadOfValues.describe('over the realisations');

const carrier = z.strictObject({
  conductivityRatio: overRealisations.describe(
    'effective conductivity along z over that of the phase; 0 where nothing leads through',
  ),
  tortuosityFactor: numberOrNull.describe(
    'mean volume fraction over mean conductivityRatio; null where nothing leads through',
  ),
});

/** Schema of the document of a made structure; units are in the names of the keys. */
export const madeStructureSchema = z.strictObject({
  schema: z.literal('catholith-made-structure-1'),
  title: z.string(),
  file: z.string(),
  voxels: voxelCounts,
  voxelSize_um: z.number(),
  seed: z.number().int(),
  realisations: z.number().int(),
  phases: z.array(z.strictObject({
    name: z.string(),
    askedFor: z.number().describe('share of the volume'),
    volumeFraction: z.number().describe('of the first realisation, which is the one that is written'),
  })),
  pattern: z.strictObject({ shape: z.string(), phase: z.string(), askedFor: z.number(), volumeFraction: z.number() })
    .nullable(),
  particles: z.array(z.strictObject({
    phase: z.string(),
    count: z.number().int(),
    askedFor: z.strictObject({ diameter_um: z.number(), deviation: z.number() }),
    diameter_um: z.number().describe('mean of the spheres by number'),
    deviation: z.number().describe('their standard deviation over the mean'),
    d10_um: z.number().describe('a tenth of their volume is in smaller ones'),
    d50_um: z.number(),
    d90_um: z.number(),
  })).describe('spheres of the first realisation, before they are cut by others'),
  relaxation: z.strictObject({ sweeps: z.number().int(), residualOverlap: z.number() }).nullable().describe(
    'how pushing apart ended: overlaps beyond what is allowed, mean over touching pairs, as a share of the sum of the radii',
  ),
  correlation: z.strictObject({
    phase: z.string(),
    distance_um: numbers,
    chance: numbers,
  }).describe(
    'two-point correlation: chance that both ends of a line of that length lie in the phase; eps at 0, eps^2 far apart',
  ),
  surface: z.strictObject({
    wetted_per_um: overRealisations.describe('active material on electrolyte that ions reach, um^2 per um^3'),
    coverage: z.number().describe('the same over that of spheres of particleRadius_um'),
    particleRadius_um: z.number().describe('three volumes over the surface of the particles'),
    fillingRadius_um: overRealisations.describe('sphere, wetted all around, that lithium fills as quickly'),
  }),
  contacts: z.strictObject({
    neighbours: overRealisations.describe('particles of active material that one touches'),
    reachedByIons: overRealisations.describe('share of the active material'),
    reachedByElectrons: overRealisations,
    connected: overRealisations.describe('by both'),
  }),
  ions: carrier,
  electrons: carrier,
  counters: z.strictObject({ milliseconds: z.number() }),
  provenance: madeBy,
  warnings: z.array(z.string()),
});

/** A made structure: what was asked for, what was got, and what both carriers find in it. */
export type MadeStructureDocument = z.output<typeof madeStructureSchema>;
