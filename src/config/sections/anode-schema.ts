import * as z from 'zod';
import { type Frozen, omittable, quantity } from '../fields/field.js';
import { material } from '../fields/material-field.js';
import { isRecord } from '../plain-data.js';
import { arealResistance, resistance } from './contact-schema.js';
import { anodeLayerShape, type ElectrodeLayer } from './layer-schema.js';

/** The anode: a plane, or a composite that is one layer like a cathode layer. */

/** What was weighed, over the area of the cell. */
export const weighedMass = (of: string, others: string) =>
  quantity('mass', { label: `mass of ${of} as weighed`, min: '0.01 mg', max: '100 g', example: '80 mg',
    note: `of a pellet or coin cell, over the area of the cell; ${others}` }).optional();

const nToP = (words: string) =>
  quantity('dimensionless', { label: `N/P, capacity of the anode as built over that of the cathode; ${words}`, min: 0,
    max: 1000, example: '2' }).optional();

const planarAnodeShape = {
  material: material('planarAnode', { label: 'material of the anode plane', example: 'lithium-metal',
    default: 'lithium-metal', source: 'a choice, not a number' }),
  thickness: quantity('length', { label: 'thickness as built of an anode plane', min: '0 um', max: '5 mm',
    default: '40 um', assumed: true, note: 'this, nToP or excess; a discharge ends when it is used up' }),
  nToP: nToP('0: plated on charge, an anode-free cell'),
  excess: quantity('fraction', {
    label:
      'lithium left at the anode of the charged cell that the cathode does not cycle, over the capacity of the cathode',
    min: 0,
    max: 1000,
    example: '100 %',
    note: 'this, thickness or nToP',
  }).optional(),
  mass: weighedMass('the anode plane', 'this, thickness, nToP or excess'),
  areaSpecificResistance: arealResistance('area-specific resistance of the anode plane, beside charge transfer',
    'default: what the library has for the electrolyte on lithium, or for the alloy'),
  host: z.strictObject({
    electrolyte: material('electrolyte', { label: 'electrolyte that the host is made of', example: 'LLZO' }),
    thickness: quantity('length', { label: 'thickness of the host', min: '0.1 um', max: '5 mm', example: '50 um' }),
    porosity: quantity('fraction', { label: 'porosity of the host, its room for lithium', min: 0.01, max: 0.99,
      example: '70 %' }),
    poreDiameter: quantity('length', { label: 'diameter of its pores', min: '1 nm', max: '1 mm', example: '5 um' }),
    tortuosityFactor: quantity('dimensionless', { label: 'tortuosity factor of the ions in it', min: 1, max: 1e4,
      default: 1, assumed: true, note: 'straight pores' }),
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

export const planarAnode = omittable(z.strictObject(planarAnodeShape).describe('the anode as a plane'));
export const compositeAnode = z.strictObject(compositeAnodeShape)
  .describe('the anode as a composite, one layer like a cathode layer');

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

/** What is validated, by the kind of the anode. */
export const anodeSchemas = {
  planar: planarAnode.transform(sizedPlane),
  composite: compositeAnode.transform(({ collectorResistance: contact, nToP: ratio, ...layer }) => ({
    kind: 'composite' as const,
    layer: { name: 'anode', ...layer },
    collectorResistance: contact,
    ...(ratio !== undefined && { nToP: ratio }),
  })),
} as const;

type WrittenPlane = z.output<typeof planarAnode>;

/** Porous electrolyte on the anode side with lithium in its pores; lengths [m]. */
export type AnodeHost = Frozen<NonNullable<WrittenPlane['host']>>;

/** A plane; exactly one of thickness [m], nToP, mass loading and excess says how much of it is built in. */
interface PlanarAnode extends Frozen<Omit<WrittenPlane, 'thickness' | 'mass'>> {
  readonly kind: 'planar';
  readonly thickness?: number;
  /** [kg m^-2] */
  readonly massLoading?: number;
}

/** A composite that is solved like the cathode; where there is an N/P it takes the place of the size of the layer. */
interface CompositeAnode extends Frozen<Pick<z.output<typeof compositeAnode>, 'nToP' | 'collectorResistance'>> {
  readonly kind: 'composite';
  readonly layer: ElectrodeLayer;
}

export type Anode = PlanarAnode | CompositeAnode;

export type AnodeKind = 'planar' | 'composite';

const written = (input: unknown, keys: readonly string[]):
  | string
  | undefined => (isRecord(input) ? keys.find((key) => input[key] !== undefined) : undefined);

/** A composite as soon as `anode:` holds anything that only a composite has. */
export const anodeKindOf = (input: unknown): AnodeKind =>
  written(input, anodeKeys.composite) === undefined ? 'planar' : 'composite';

/** A key of a plane beside a key of a composite; undefined where `anode:` is one of the two. */
export function mixedAnode(input: unknown): { readonly planar: string; readonly composite: string } | undefined {
  const planar = written(input, anodeKeys.planar);
  const composite = written(input, anodeKeys.composite);
  return planar === undefined || composite === undefined ? undefined : { planar, composite };
}
