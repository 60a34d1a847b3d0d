import { z } from 'zod';
import { madeBy, numberOrNull, numbers, spreadOfValues, voxelCounts } from './json-schema.js';

/** The document of `catholith tortuosity`: what `--json` prints. Names carry their unit. */

const axis = z.enum(['x', 'y', 'z']);
const perAxis = z.strictObject({ x: numberOrNull, y: numberOrNull, z: numberOrNull });

const spread = spreadOfValues.describe('over the eight octants of the image');

const alongAxis = z.strictObject({
  axis,
  leadingFraction: z.number().describe('share of the phase from which both ends are reached'),
  conductivityRatio: z.number().describe(
    'effective conductivity over that of the phase; 0 where nothing leads through',
  ),
  tortuosityFactor: numberOrNull.describe('volume fraction over conductivityRatio; null where nothing leads through'),
  relativeError: z.number().describe('of the solution of the voxels; says nothing of resolution or size of the image'),
  iterations: z.number().int(),
  octants: spread.nullable().describe(
    'conductivityRatio of the octants: how representative the image is; null where it is too small',
  ),
});

/** Schema of the document of a structure; units are in the names of the keys. */
export const structureSchema = z.strictObject({
  schema: z.literal('catholith-structure-1'),
  image: z.strictObject({
    file: z.string(),
    title: z.string(),
    source: z.string(),
    licence: z.string().nullable(),
    voxels: voxelCounts,
    voxelSize_um: z.strictObject({ x: z.number(), y: z.number(), z: z.number() }),
    through: axis.describe('from the membrane to the collector'),
    ends: z.enum(['walls', 'periodic']),
  }),
  phases: z.array(z.strictObject({
    name: z.string(),
    labels: z.array(z.number().int()),
    volumeFraction: z.number(),
    volumeFractionOctants: spread.nullable(),
    meanChord_um: perAxis.describe('mean length within the phase along an axis'),
    transport: z.array(alongAxis),
  })),
  surfaces: z.array(z.strictObject({
    between: z.array(z.string()).length(2),
    area_per_um: z.number().describe('interface per volume, um^2 per um^3'),
  })),
  carriers: z.array(z.strictObject({
    name: z.string(),
    conductivity_mS_cm: z.record(z.string(), z.number()).describe('by phase, as stated'),
    along: z.array(
      z.strictObject({ axis, effectiveConductivity_mS_cm: z.number(), relativeError: z.number(),
        iterations: z.number().int() }),
    ),
  })).describe('several conducting phases together'),
  depth: z.strictObject({
    position_um: numbers,
    phases: z.array(z.strictObject({
      name: z.string(),
      volumeFraction: numbers,
      tortuosityFactor: numbers.nullable().describe(
        'of every slice, so that the slices in series are the whole; null where nothing leads through',
      ),
    })),
  }).describe('along the axis from the membrane to the collector'),
  counters: z.strictObject({ solutions: z.number().int(), iterations: z.number().int(), milliseconds: z.number() }),
  provenance: madeBy,
  warnings: z.array(z.string()),
});

/** What an image says of the transport through its phases. */
export type StructureDocument = z.output<typeof structureSchema>;
