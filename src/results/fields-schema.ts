import { z } from 'zod';
import { numbers } from './json-schema.js';

/** Cells and fields in two and three dimensions. */

const values = z.array(z.number().nullable());

export const meshShapeSchema = z.strictObject({
  dimensions: z.union([z.literal(2), z.literal(3)]),
  period_um: z.number().optional().describe('length along y after which the cell repeats; absent: its sides are walls'),
  points_um: numbers.describe('x through the thickness, y, z along the layers, one point after the other'),
  corners: z.array(z.number().int()).describe('points of every cell, one cell after the other, in the order of VTK'),
  offsets: z.array(z.number().int()).describe('where in corners each cell begins, and the end of the last one'),
  region: z.array(z.number().int()).describe('index into regions, per cell'),
  regions: z.array(z.string()).describe('layers and parts of them'),
  volumeShare: numbers.describe('of each cell in the volume of the mesh'),
}).describe('absent in one dimension');

export const fieldsSchema = z.strictObject({
  snapshots: z.array(z.strictObject({
    time_s: z.number(),
    fraction: z.number().describe('of the delivered capacity'),
    electrolytePotential_V: values.describe('null in a foil'),
    electrodePotential_V: values.describe('null where no electrons are'),
    ionicCurrentDensity_mA_cm2: numbers.describe('x, y, z of every cell'),
    electronicCurrentDensity_mA_cm2: numbers.describe('as ionicCurrentDensity_mA_cm2'),
    saltConcentration_mol_m3: values.nullable().describe('null without salt'),
    reactionRate: values.describe('volumetric reaction current over its mean through the electrode'),
    surfaceStoichiometry: values.describe('null outside the cathode'),
    utilisation: values.describe('as in profiles'),
  })),
}).describe(
  'fields of every cell at a few points of the main step, in the order of case.mesh.shape; absent in one dimension',
);

export type MeshShapeDocument = z.output<typeof meshShapeSchema>;
export type FieldsDocument = z.output<typeof fieldsSchema>;
