import * as z from 'zod';
import { equalities } from '../equality.js';
import { type Context, type Frozen, integer, omittable, quantity, refuse, refuseMissing,
  text } from '../fields/field.js';
import { material } from '../fields/material-field.js';
import { choice } from '../fields/step-fields.js';
import { builtInMeshes } from '../files/built-in-meshes.js';
import { ownMaterialsField } from '../own-materials.js';
import { films } from '../tabled-films.js';
import { wording } from '../wording.js';
import { anodeSchemas, compositeAnode, planarAnode, weighedMass } from './anode-schema.js';
import { cellSchema } from './cell-schema.js';
import { arealResistance, resistance } from './contact-schema.js';
import { layerSchema, layerShape } from './layer-schema.js';
import { meshFileFields } from './mesh-file.js';
import { protocolSchema } from './protocol-schema.js';
import { membraneTransport } from './transport-schema.js';
import { unitCellSchema } from './unit-cell-schema.js';
import { toleranceOfLiquid, toleranceOfRates, toleranceOfSteps } from './usual-numerics.js';

const voids = (note: string) =>
  quantity('fraction', { label: 'porosity, void only', min: 0, max: 0.95, default: 0, assumed: true, note });

const interlayer = z.strictObject({
  electrolyte: material('electrolyte', { label: 'electrolyte of the interlayer', example: 'Li6PS5Cl' }),
  thickness: quantity('length', { label: 'thickness', min: '10 nm', max: '5 mm', example: '10 um' }),
  porosity: voids('dense'),
  ionicTransport: membraneTransport,
  contactResistance: resistance('contact with the layer that follows towards the cathode'),
});

/** What stands between anode and cathode. */
const membrane = z.strictObject({
  film: text({
    label:
      'film of the reviews, by name; it supplies electrolyte, thickness, conductivity and binder unless the case states them',
    example: 'Li5.4PS4.4Cl1.6-PTFE',
    names: Object.keys(films),
  }).optional(),
  electrolyte: material('electrolyte', { label: 'electrolyte of the membrane', example: 'Li6PS5Cl' }),
  thickness: quantity('length', { label: 'thickness', min: '10 nm', max: '5 mm', example: '30 um',
    note: 'this or mass' }).optional(),
  mass: weighedMass('the membrane', 'with its porosity it gives the thickness'),
  porosity: voids('dense membrane'),
  electrolyteFraction: quantity('fraction', { label: 'share of the volume that is electrolyte', min: 0.01, max: 1,
    example: '47 %',
    note: 'default: 1 - porosity; a separator with a liquid in its pores has less, the rest is its frame' }).optional(),
  frame: material('passive', { label: 'solid that holds the electrolyte, inert', example: 'polyethylene' }).optional(),
  frameMassFraction: quantity('fraction', { label: 'share of the frame or binder in the mass of the solids', min: 0,
    max: 0.95, example: '2 wt%', note: 'this or electrolyteFraction; the densities give the volumes' }).optional(),
  ionicTransport: membraneTransport,
  contactResistance: resistance('contact of membrane and cathode'),
  anodeContactResistance: arealResistance(
    'contact of anode and membrane, in addition to the resistance of the anode',
  ),
  interlayers: z.array(interlayer).min(1)
    .describe('further layers between the anode and the membrane, from the anode on').optional(),
}).describe('the membrane: a solid electrolyte, a polymer, or a separator with a liquid in its pores');

const lumpedKeys = ['heatCapacity', 'heatTransfer', 'ambient'] as const;

const thermalFields = z.strictObject({
  mode: choice(['isothermal', 'lumped'], {
    label: 'one temperature that is given, or one that follows from the heat of the cell',
    default: 'isothermal',
  }),
  heatCapacity: quantity('arealHeatCapacity', {
    label: 'heat capacity per area of a unit cell',
    min: '1 J/(m^2 K)',
    max: '1e6 J/(m^2 K)',
    note:
      'with the casing, shared out over the unit cells; the layers alone have 2 to 3 J/(cm^3 K) times their thickness',
  }).optional(),
  heatTransfer: quantity('heatTransferCoefficient', { label: 'heat to the surroundings per area of a unit cell',
    min: '0 W/(m^2 K)', max: '1e6 W/(m^2 K)',
    note: 'outer area times its coefficient over the area of all unit cells; 0 = adiabatic' }).optional(),
  ambient: quantity('temperature', { label: 'temperature of the surroundings', min: '-60 degC', max: '300 degC',
    note: 'default: the temperature of the cell' }).optional(),
}).describe('temperature: fixed, or one balance of heat for the whole cell that starts at `temperature`');

type Written = z.output<typeof thermalFields>;

/** What a lumped balance needs; undefined where the temperature is given. */
const thermalSchema = thermalFields.transform((written,
  context) => (written.mode === 'lumped' ? lumped(written, context) : isothermal(written, context))
);

function isothermal(written: Written, context: Context): undefined {
  const unused = lumpedKeys.find((key) => written[key] !== undefined);
  if (unused !== undefined) refuse(context, wording.isothermalKey(unused), [unused]);
}

function lumped({ heatCapacity, heatTransfer, ambient }: Written, context: Context) {
  if (heatCapacity === undefined)
    refuseMissing(context, 'heatCapacity', 'the heat capacity of a lumped temperature', '400 J/(m^2 K)');
  if (heatTransfer === undefined)
    refuseMissing(context, 'heatTransfer', 'the heat transfer of a lumped temperature', '10 W/(m^2 K)');
  return { heatCapacity: heatCapacity ?? NaN, heatTransfer: heatTransfer ?? NaN, ambient };
}

const pressure = (label: string, example: string, note: string) =>
  quantity('pressure', { label, min: '0 MPa', max: '2000 MPa', example, note }).optional();

/** How a cell was put together, and when: whether cells like this one were compared with measurements. No equation takes it but for the age. */
const assemblySchema = z.strictObject({
  processing: choice(['dry', 'slurry'], {
    label: 'how the cathode was made: of mixed powders, or cast from a slurry of binder and solvent',
  }).optional(),
  fabricationPressure: pressure('highest pressure that the cathode was pressed with', '370 MPa',
    'what was never pressed hard keeps its pores'),
  stackPressure: pressure('pressure on the cell while it runs', '50 MPa',
    'it only decides whether the cell is inside what was compared; `cathode.contact` makes contacts follow it'),
  anodeForm: choice(['foil', 'powder', 'composite'], {
    label: 'what the anode plane is made of: a foil, a powder of an alloy alone, or such a powder with electrolyte',
  }).optional(),
  age: quantity('time', {
    label: 'time since the electrodes met their electrolyte, the cathode charged',
    min: '0 s',
    max: '1e9 s',
    example: '30 d',
    note: 'interphases have grown with its square root before the run and do not grow during it; none without it',
  }).optional(),
  coating: text({ label: 'what the active particles are coated with, `none` where they are uncoated',
    example: 'LiNbO3' })
    .optional(),
}).describe(
  'how the cell was put together, as far as it is known: whether cells like it were compared with measurements',
);

/** The field table: what a case file may hold. Type, validation, defaults, JSON Schema, reference and ledger follow from it. */

const collectorResistance = resistance('contact of cathode and collector');

const layerContactResistance = arealResistance('contact of one cathode layer with the next, of the ions');

const meshFields = {
  title: text({ label: 'what the mesh is for', example: 'default mesh' }).optional(),
  membraneCells: integer({ label: 'cells in the membrane', min: 1, max: 10_000 }),
  cathodeCells: integer({ label: 'cells of the cathode, shared out over its layers by thickness', min: 2,
    max: 10_000 }),
  anodeCells: integer({ label: 'cells of a composite anode; default: as many as the cathode has', min: 2, max: 10_000 })
    .optional(),
  grading: quantity('dimensionless', { label: 'middle cell over smallest cell, at both ends of a region', min: 1,
    max: 1000, example: '4' }),
  shells: integer({ label: 'shells per particle', min: 1, max: 1000 }),
  shellGrading: quantity('dimensionless', {
    label: 'ratio of neighbouring shell thicknesses, thinnest at the surface',
    note:
      'below 1 (write 0): at most 24 shells that respond to a flux as a sphere of constant diffusivity does; five of them are as exact as twenty graded ones',
    min: 0,
    max: 10,
    example: '1.2',
  }),
  unitCell: unitCellSchema.optional(),
  farChannels: choice(['resolved', 'closed-form'], {
    label:
      'channels of the cathode that are too far apart for their closed form: resolved in two dimensions, as by unitCell, or the closed form nevertheless; '
      + 'default: resolved',
  }).optional(),
  ...meshFileFields,
};

const meshSchema = z.strictObject({
  name: text({ label: 'mesh file that this one starts from', example: 'default', names: Object.keys(builtInMeshes) }),
  ...meshFields,
});

const numerics = omittable(z.strictObject({
  tolerance: quantity('dimensionless', {
    label: 'local error of a step, relative to 1 V and to a full particle',
    min: 1e-8,
    max: 1e-2,
    default: toleranceOfRates,
    example: '1e-4',
    source: 'this program: a numerical choice, no property',
    note:
      `${toleranceOfSteps} for protocols of steps and for active material that conducts lithium itself, ${toleranceOfLiquid} with liquid between two electrodes`,
  }),
  maximumSteps: integer({ label: 'time steps before a run gives up', min: 1, max: 100_000_000, default: 40_000 }),
}).describe('accuracy and effort'));

/** The table in the order of a case file; a case as written and a case as validated differ in three places. */
const table = <A extends z.ZodType, C extends z.ZodType, M extends z.ZodType>(anode: A, cathode: C, mesh: M) =>
  z.strictObject({
    title: text({ label: 'what the case is, in one line', example: 'NMC811 | Li3InCl6 | Li' }),
    source: text({ label: 'where its numbers come from', example: 'own measurements, notebook 12', default: 'not given',
      source: 'a remark, not a number' }),
    temperature: quantity('temperature', { label: 'temperature of the cell', min: '-60 degC', max: '300 degC',
      default: '25 degC', assumed: true, note: 'room temperature' }),
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

/** A case whose layers have inherited and whose mesh is looked up, by the kind of its anode: what is validated. */
export const caseSchemas = {
  planar: table(anodeSchemas.planar, completeCathode, meshSchema),
  composite: table(anodeSchemas.composite, completeCathode, meshSchema),
} as const;

export type WrittenCase = z.output<(typeof caseSchemas)[keyof typeof caseSchemas]>;

/** Cells and shells as data; `meshes/*.yaml` holds named ones. */
export type MeshSpecification = Frozen<Omit<z.output<typeof meshSchema>, 'title'>>;

/** Local error of a step, relative to 1 V and to a full particle, and effort. */
export type Numerics = Frozen<z.output<typeof numerics>>;

const partialLayer = z.strictObject(layerShape).partial();
/** A mesh file, or what a case changes of one. */
export const writtenMesh = z.strictObject({ name: meshSchema.shape.name, ...meshFields }).partial();

/** What a file with several designs of a case has beside the keys of one. */
export const comparisonTable = z.strictObject({
  compareAt: choice(equalities, { label: 'what compare makes the same in all designs', default: 'as-given' }),
  designs: z.array(z.looseObject({
    name: text({ label: 'a name for the design', note: 'beside it any keys of the case, as changed',
      example: 'aligned channels' }),
    base: text({ label: 'case file that the design starts from instead of this one', example: 'conventional.yaml' })
      .optional(),
  })).min(1).optional(),
});

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
  z.union([z.enum(Object.keys(builtInMeshes)), writtenMesh]).describe(
    'name of a mesh of meshes/, or a mapping that changes one',
  ).default('default'),
).extend({
  base: text({ label: 'case file that this one starts from; its own keys go over those of the other',
    example: 'conventional.yaml' }).optional(),
  ...comparisonTable.shape,
});
