import * as z from 'zod';
import { atMostOne, type Context, exactlyOne, omittable, quantity, refuse } from '../fields/field.js';
import { choice } from '../fields/step-fields.js';
import { formulaOfTau } from '../fields/tau-formula.js';
import type { EffectiveMediumModel, PercolationModel, TransportModel } from '../transport-model.js';
import { wording } from '../wording.js';

/** Effective transport of one carrier in one layer: one of several ways to state it. */

const sizeRatio = (note: string) =>
  quantity('dimensionless', { label: 'lambda, diameter of the active particles over that of the electrolyte particles',
    min: 0.01, max: 100, example: '1.67', note }).optional();

export const percolationFields = z.strictObject({
  sizeRatio: sizeRatio('this, electrolyteDiameter or threshold'),
  electrolyteDiameter: quantity('length', {
    label: 'mean diameter of the particles of electrolyte',
    min: '1 nm',
    max: '1 mm',
    example: '3 um',
    note: 'this, sizeRatio or threshold; that of the active material is twice its particleRadius',
  }).optional(),
  threshold: quantity('fraction', {
    label: 'share of the solids at which the phase begins to lead through',
    min: 0.001,
    max: 0.95,
    example: '30 %',
    note: 'this, sizeRatio or electrolyteDiameter',
  }).optional(),
  sizeExponent: quantity('dimensionless', {
    label: 'm, a ratio of diameters acts as lambda^m',
    min: 0,
    max: 2,
    default: 0.11,
    example: '1',
    assumed: true,
    note: 'fitted to the ionic conductivities of ketter2025 and schlautmann2023 (pressed Li6PS5Cl, lambda 0.1 to 0.9); '
      + 'rigid spheres have 1',
  }),
  exponent: quantity('dimensionless', {
    label: 't of sigma ~ ((x - xc) / (1 - xc))^t',
    min: 1,
    max: 5,
    default: 2,
    example: '2',
    source: '10.1103/RevModPhys.45.574 (DOI unverified): conductivity of three-dimensional networks, 1.6 to 2',
  }),
  coordinationNumber: quantity('dimensionless', {
    label: 'mean number of contacts of a particle',
    min: 4,
    max: 12,
    default: 6,
    example: '6',
    source: '10.3390/en6031632: random packing of spheres',
  }),
}).describe('a power law above a threshold that follows from sizes and composition, and what it leaves unconnected');

const percolation = percolationFields.transform((written, context): PercolationModel => {
  exactlyOne(written, ['sizeRatio', 'electrolyteDiameter', 'threshold'], context);
  return { kind: 'percolation', ...written };
});

const mediumShape = {
  sizeRatio: sizeRatio(
    'default: from the particleRadius of both materials; where one is not known, over the sizes that powders have',
  ),
  threshold: quantity('fraction', {
    label: 'share of the solids at which the phase begins to lead through',
    min: 0.02,
    max: 0.9,
    example: '26 %',
    note: 'default: 0.131 + 0.085 ln(own/other diameter), fitted to 103 measured composites',
  }).optional(),
};

const describeMedium =
  'general effective medium of pressed powders, fitted to 103 measured composites, with its interval';

const mediumOf = (written: Omit<EffectiveMediumModel, 'kind'>, context: Context): EffectiveMediumModel => {
  atMostOne(written, ['sizeRatio', 'threshold'], context);
  return { kind: 'effectiveMedium', ...written };
};

/** Geometric mean of what binder costs the ions in three papers (`test/validation/binder`). */
export const binderExponentOfPapers = 20;

export const mediumFields = z.strictObject({
  ...mediumShape,
  binderExponent: quantity('dimensionless', {
    label: 'k of the factor exp(-k v), v share of the binder in the solids',
    min: 0,
    max: 100,
    default: binderExponentOfPapers,
    example: '13',
    assumed: true,
    note:
      'within a factor of 2: 13, 19 and 33 in 10.1002/aenm.202001563, 10.1016/j.ensm.2026.104930, 10.1038/s41467-025-59363-4',
  }),
}).describe(describeMedium);

const mediumOfIons = mediumFields.transform(mediumOf);

const mediumOfElectrons = z.strictObject(mediumShape).describe(describeMedium)
  .transform((written, context) => mediumOf({ ...written, binderExponent: 0 }, context));

const bruggeman = (label: string, note: string) =>
  quantity('dimensionless', { label, min: 1, max: 10, example: '1.5', assumed: true, note }).optional();

const transportShape = (carrier: string) => ({
  tortuosityFactor: quantity('dimensionless', {
    label: `tortuosity factor of the ${carrier}, ${carrier === 'ions' ? 'kappaEff = kappa' : 'sigmaEff = sigma'} `
      + 'eps / tau',
    min: 1,
    max: 1e4,
    example: '3.2',
  }).optional(),
  bruggemanExponent: bruggeman(`exponent b of the ${carrier}, tau = f eps^(1-b)`,
    '1.5 holds for spheres (10.1002/andp.19354160705); pressed composites are more tortuous'),
  prefactor: quantity('dimensionless', {
    label: `prefactor f of the ${carrier}, tau = f eps^(1-b)`,
    min: 0.1,
    max: 100,
    example: '1',
    assumed: true,
    note: '1 belongs to the exponent of Bruggeman',
  }).optional(),
  tortuosityFormula: formulaOfTau(
    `tortuosity factor of the ${carrier} as a formula of eps, the volume fraction of the phase that conducts them`,
  ).optional(),
  effectiveConductivity: quantity('conductivity', {
    label: `effective conductivity of the ${carrier}, as measured in the composite`,
    min: '1e-12 mS/cm',
    max: '1e6 mS/cm',
    example: '0.1 mS/cm',
    note: 'over temperature it follows the bulk, whose conductivity may be a curve; over depth it is a key of gradient',
  }).optional(),
  referenceTemperature: quantity('temperature', {
    label: 'temperature at which the effective conductivity was measured',
    min: '200 K',
    max: '600 K',
    example: '25 degC',
    note: 'default: that of the case',
  }).optional(),
  spread: quantity('dimensionless', {
    label: `standard deviation of ln of the effective conductivity of the ${carrier}`,
    min: 0,
    max: 10,
    example: '0.3',
    note: 'default: what the law says of itself; 0 where it says nothing or the value was measured',
  }).optional(),
});

export const alignedChannels = z.strictObject({
  fraction: quantity('fraction', { label: 'channels of electrolyte in the volume of the layer', min: '0.1 %',
    max: '99 %', example: '20 %' }),
  spacing: quantity('length', { label: 'from the middle of a channel to the next', min: '0.1 um', max: '5 mm',
    example: '60 um' }),
  shape: choice(['lamellae', 'cylinders'], {
    label: 'shape of the channels',
    default: 'lamellae',
  }),
  misalignment: quantity('angle', {
    label: 'angle between the channels and the direction through the thickness',
    min: '0 deg',
    max: '80 deg',
    default: '0 deg',
    assumed: true,
    note: 'straight through',
  }),
  wallTortuosityFactor: quantity('dimensionless', {
    label: 'tortuosity factor of the electrolyte in the walls',
    min: 1,
    max: 1e4,
    example: '5',
  }),
}).describe(
  'straight channels of electrolyte beside walls of composite, with the way from channel to particle as a resistance',
);

/** Keys of electrons alone, which oxides conduct the better the less lithium they hold. */
const measuredState = {
  referenceStoichiometry: quantity('dimensionless', {
    label: 'stoichiometry s of the active material at which the effective conductivity was measured',
    min: 0,
    max: 1,
    example: '1',
    note: 'it then follows the electronicConductivity of the active material over s; default: it holds in every state',
  }).optional(),
};

interface WrittenTransport
  extends z.output<z.ZodObject<ReturnType<typeof transportShape>>>, Partial<z.output<z.ZodObject<typeof measuredState>>>
{
  effectiveMedium?: EffectiveMediumModel;
  percolation?: PercolationModel;
  alignedChannels?: z.output<typeof alignedChannels>;
}

/** How a kind is written: the key that names it, and what its keys say; undefined where none of them is written. */
interface Way<Kind extends TransportModel['kind']> {
  readonly key: keyof WrittenTransport;
  read(written: WrittenTransport): Omit<Extract<TransportModel, { kind: Kind }>, 'kind' | 'spread'> | undefined;
}

/** Every kind; the type asks for a line per kind, here and for its law in `transport/tortuosity/tortuosity-models`. */
const ways: { readonly [Kind in TransportModel['kind']]: Way<Kind> } = {
  tortuosityFactor: { key: 'tortuosityFactor',
    read: ({ tortuosityFactor: value }) => (value === undefined ? undefined : { value }) },
  bruggeman: { key: 'bruggemanExponent',
    read: ({ bruggemanExponent: exponent, prefactor }) =>
      exponent === undefined && prefactor === undefined
        ? undefined
        : { exponent: exponent ?? 1.5, prefactor: prefactor ?? 1 } },
  tortuosityFormula: { key: 'tortuosityFormula',
    read: ({ tortuosityFormula: formula }) => (formula === undefined ? undefined : { formula }) },
  effectiveConductivity: { key: 'effectiveConductivity',
    read: ({ effectiveConductivity: value, referenceTemperature, referenceStoichiometry }) =>
      value === undefined
        ? undefined
        : { value, ...(referenceTemperature !== undefined && { referenceTemperature }),
          ...(referenceStoichiometry !== undefined && { referenceStoichiometry }) } },
  percolation: { key: 'percolation', read: (written) => written.percolation },
  effectiveMedium: { key: 'effectiveMedium', read: (written) => written.effectiveMedium },
  alignedChannels: { key: 'alignedChannels', read: (written) => written.alignedChannels },
};

/** A schema of transport as the one kind that was written, with its spread; its kinds are those whose keys it has. */
function stated<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape, z.core.$strict>, unwritten: TransportModel) {
  const own = Object.entries(ways).filter(([, { key }]) => key in schema.shape);
  return schema.transform((given, context): TransportModel => {
    const written = given as WrittenTransport;
    const found = own.flatMap(([kind, { key, read }]) => {
      const model = read(written);
      return model ? [{ key, model: { ...model, kind } as TransportModel }] : [];
    });
    if (found.length > 1)
      refuse(context, wording.onlyOneOf(own.map(([, { key }]) => key), found.map(({ key }) => key)));
    for (const key of ['referenceTemperature', 'referenceStoichiometry'] as const) {
      if (written[key] !== undefined && written.effectiveConductivity === undefined) {
        refuse(context, wording.referenceOfNothing(key), [key]);
      }
    }
    return { ...(found[0]?.model ?? unwritten), ...(written.spread !== undefined && { spread: written.spread }) };
  });
}

const describeTransport = (carrier: string, more = '') =>
  `effective transport of the ${carrier}: a tortuosity factor, a number or a formula, a Bruggeman law${more} or a measured effective conductivity`;

/** Schema of the transport of one carrier in a layer of an electrode; `own`: the laws that differ, `more`: how they are named. */
const electrodeTransport = <Own extends z.ZodRawShape>(carrier: string, own: Own, more: string, binder: number) =>
  omittable(stated(z.strictObject({ ...transportShape(carrier), percolation: percolation.optional(), ...own })
    .describe(describeTransport(carrier, `, percolation, an effective medium${more}`)), { kind: 'effectiveMedium',
    binderExponent: binder }), { effectiveMedium: {} });

export const electronsOfElectrode = electrodeTransport('electrons', { effectiveMedium: mediumOfElectrons.optional(),
  ...measuredState }, '', 0);

export const ionsOfElectrode = electrodeTransport('ions', { effectiveMedium: mediumOfIons.optional(),
  alignedChannels: alignedChannels.optional() }, ', channels', binderExponentOfPapers);

/** Schema of the transport in the membrane, where voids and frame are in the way like Bruggeman's spheres; a dense membrane has tau 1. */
export const membraneTransport = omittable(stated(z.strictObject({
  ...transportShape('ions'),
  bruggemanExponent: bruggeman('exponent b of the ions', '1.5 holds for spherical voids (10.1002/andp.19354160705)'),
}).describe(describeTransport('ions')), { kind: 'bruggeman', exponent: 1.5, prefactor: 1 }), {
  bruggemanExponent: 1.5,
});
