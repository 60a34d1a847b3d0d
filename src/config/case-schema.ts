import * as z from 'zod';
import { assemblySchema } from './assembly-schema.js';
import { cellSchema } from './cell-schema.js';
import { equalities } from './equality.js';
import { integer, omittable, quantity, text } from './field.js';
import { anodeLayerShape, layerSchema, layerShape } from './layer-schema.js';
import { material } from './material-field.js';
import { membrane, resistance, weighed } from './membrane-schema.js';
import { ownMaterialsField } from './own-materials.js';
import { protocolSchema } from './protocol-schema.js';
import { choice } from './step-fields.js';
import { thermalSchema } from './thermal-schema.js';

/** The field table: what a case file may hold. Type, validation, defaults, JSON Schema, reference and ledger follow from it. */

const nToP = (words: string) =>
  quantity('dimensionless', {
    label: `N/P, capacity of the anode as built over that of the cathode; ${words}`,
    min: 0,
    max: 1000,
    example: '2',
  }).optional();

const planarAnodeShape = {
  material: material('planarAnode', {
    label: 'material of the anode plane',
    example: 'lithium-metal',
    default: 'lithium-metal',
    source: 'a choice, not a number',
  }),
  thickness: quantity('length', {
    label: 'thickness as built of an anode plane',
    min: '0 um',
    max: '5 mm',
    default: '40 um',
    assumed: true,
    note: 'ends a discharge that uses it up; this, nToP or excess',
  }),
  nToP: nToP('0: plated on charge, an anode-free cell'),
  excess: quantity('fraction', {
    label:
      'lithium left at the anode of the charged cell that the cathode does not cycle, over the capacity of the cathode',
    min: 0,
    max: 1000,
    example: '100 %',
    note: 'this, thickness or nToP',
  }).optional(),
  mass: weighed('the anode plane', 'this, thickness, nToP or excess'),
  areaSpecificResistance: quantity('areaSpecificResistance', {
    label: 'area-specific resistance of the anode plane, beside charge transfer',
    min: '0 ohm cm^2',
    max: '1e6 ohm cm^2',
    note: 'default: what the library has for the electrolyte on lithium, or for the alloy',
  }).optional(),
  host: z.strictObject({
    electrolyte: material('electrolyte', { label: 'electrolyte that the host is made of', example: 'LLZO' }),
    thickness: quantity('length', { label: 'thickness of the host', min: '0.1 um', max: '5 mm', example: '50 um' }),
    porosity: quantity('fraction', { label: 'porosity of the host, its room for lithium', min: 0.01, max: 0.99,
      example: '70 %' }),
    poreDiameter: quantity('length', { label: 'diameter of its pores', min: '1 nm', max: '1 mm', example: '5 um' }),
    tortuosityFactor: quantity('dimensionless', {
      label: 'tortuosity factor of the ions in it',
      min: 1,
      max: 1e4,
      default: 1,
      assumed: true,
      note: 'straight pores',
    }),
    occupancy: quantity('fraction', {
      label: 'share of its depth, from the membrane, that lithium wets, a mean over the cycle',
      min: 0.01,
      max: 1,
      default: 1,
      assumed: true,
      note: 'lithium touches all of it',
    }),
  }).describe('porous electrolyte that the lithium sits in, the anode side of a trilayer').optional(),
};

const compositeAnodeShape = {
  ...anodeLayerShape,
  nToP: nToP('sizes the anode instead of thickness, massLoading, arealCapacity'),
  collectorResistance: resistance('contact of composite anode and collector'),
};

/** Keys that only the one or only the other kind of anode has; they decide which one is meant. */
export const anodeKeys = {
  planar: Object.keys(planarAnodeShape).filter((key) => !Object.hasOwn(compositeAnodeShape, key)),
  composite: Object.keys(compositeAnodeShape).filter((key) => !Object.hasOwn(planarAnodeShape, key)),
} as const;

const planarAnode = omittable(z.strictObject(planarAnodeShape).describe('the anode as a plane'));
const compositeAnode = z.strictObject(compositeAnodeShape)
  .describe('the anode as a composite, one layer like a cathode layer');

const collectorResistance = resistance('contact of cathode and collector');

const layerContactResistance = quantity('areaSpecificResistance', {
  label: 'contact of one cathode layer with the next, of the ions',
  min: '0 ohm cm^2',
  max: '1e6 ohm cm^2',
  note: 'default: none',
}).optional();

const meshFields = {
  title: text({ label: 'what the mesh is for', example: 'default mesh' }).optional(),
  membraneCells: integer({ label: 'cells in the membrane', min: 1, max: 10_000 }),
  cathodeCells: integer({ label: 'cells of the cathode, shared out over its layers by thickness', min: 2,
    max: 10_000 }),
  anodeCells: integer({ label: 'cells of a composite anode; default: as many as the cathode has', min: 2, max: 10_000 })
    .optional(),
  grading: quantity('dimensionless', {
    label: 'middle cell over smallest cell, at both ends of a region',
    min: 1,
    max: 1000,
    example: '4',
  }),
  shells: integer({ label: 'shells per particle', min: 1, max: 1000 }),
  shellGrading: quantity('dimensionless', {
    label: 'ratio of neighbouring shell thicknesses, thinnest at the surface',
    min: 1,
    max: 10,
    example: '1.2',
  }),
};

const meshSchema = z.strictObject({
  name: text({ label: 'mesh file that this one starts from', example: 'default' }),
  ...meshFields,
});

const numerics = omittable(z.strictObject({
  tolerance: quantity('dimensionless', {
    label: 'local error of a step, relative to 1 V and to a full particle',
    min: 1e-8,
    max: 1e-2,
    default: 1e-4,
    example: '1e-4',
    source: 'this program: a numerical choice, no property',
  }),
  maximumSteps: integer({
    label: 'time steps before a run gives up',
    min: 1,
    max: 100_000_000,
    default: 20_000,
    source: 'this program: a numerical choice, no property',
  }),
}).describe('accuracy and effort'));

/** The table in the order of a case file; a case as written and a case as validated differ in three places. */
const table = <A extends z.ZodType, C extends z.ZodType, M extends z.ZodType>(anode: A, cathode: C, mesh: M) =>
  z.strictObject({
    title: text({ label: 'what the case is, in one line', example: 'NMC811 | Li3InCl6 | Li' }),
    source: text({ label: 'where its numbers come from', example: 'own measurements, notebook 12', default: 'not given',
      source: 'a remark, not a number' }),
    temperature: quantity('temperature', {
      label: 'temperature of the cell',
      min: '-60 degC',
      max: '300 degC',
      default: '25 degC',
      assumed: true,
      note: 'room temperature',
    }),
    thermal: thermalSchema.optional(),
    materials: ownMaterialsField.optional(),
    anode,
    membrane,
    cathode,
    assembly: assemblySchema.optional(),
    protocol: protocolSchema,
    mesh,
    cell: cellSchema,
    numerics,
  });

const completeCathode = z.strictObject({ layers: z.array(layerSchema).min(1), layerContactResistance,
  collectorResistance });

/** A ratio or an excess takes the place of the thickness that stands in where nothing is written. */
function sizedPlane({ thickness, nToP: ratio, excess, mass, ...anode }: z.output<typeof planarAnode>) {
  const size = ratio !== undefined
    ? { nToP: ratio }
    : excess !== undefined
    ? { excess }
    : mass !== undefined
    ? { mass }
    : { thickness };
  return { kind: 'planar' as const, ...anode, ...size };
}

/** A case whose layers have inherited and whose mesh is looked up, by the kind of its anode: what is validated. */
export const caseSchemas = {
  planar: table(planarAnode.transform(sizedPlane), completeCathode, meshSchema),
  composite: table(
    compositeAnode.transform(({ collectorResistance: contact, nToP: ratio, ...layer }) => ({
      kind: 'composite' as const,
      layer: { name: 'anode', ...layer },
      collectorResistance: contact,
      ...(ratio !== undefined && { nToP: ratio }),
    })),
    completeCathode,
    meshSchema,
  ),
} as const;

export type WrittenCase = z.output<(typeof caseSchemas)[keyof typeof caseSchemas]>;

const partialLayer = z.strictObject(layerShape).partial();
const writtenMesh = z.strictObject({ name: meshSchema.shape.name, ...meshFields }).partial();

/** Keys that are about several designs of a case; `parse-comparison` reads them. */
const comparisonFields = {
  base: text({ label: 'case file that this one starts from; its own keys go over those of the other',
    example: 'conventional.yaml' }).optional(),
  compareAt: choice([...equalities], { label: 'what compare makes the same in all designs', default: 'as-given',
    source: 'a choice, not a number' }),
  designs: z.array(z.looseObject({
    name: text({ label: 'what a design is called; beside it any keys of the case, as changed', example: 'aligned' }),
    base: text({ label: 'case file that the design starts from instead of this one', example: 'conventional.yaml' })
      .optional(),
  })).min(1).optional(),
};

/** A case as it is written: what editors complete, what the reference lists, what misspelt keys are compared with. */
export const writtenCaseSchema = table(
  z.union([planarAnode, compositeAnode]).describe('the anode: a plane (material) or a composite (activeMaterial)')
    .optional(),
  z.strictObject({
    ...partialLayer.shape,
    layers: z.array(partialLayer).min(1)
      .describe('layers from the membrane to the collector; each inherits the fields above').optional(),
    layerContactResistance,
    collectorResistance,
  }).describe('the composite cathode, one layer unless `layers` is given'),
  z.union([z.string(), writtenMesh]).describe('name of a mesh of meshes/, or a mapping that changes one').default(
    'default',
  ),
).extend(comparisonFields);
