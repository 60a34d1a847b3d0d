import * as z from 'zod';
import { atMostOne, type Context, exactlyOne, omittable, quantity, refuse } from '../fields/field.js';
import { formulaOfTau } from '../fields/tau-formula.js';
import { alignedChannels, binderExponentOfPapers, describeMedium, type EffectiveMediumModel, mediumFields, mediumShape,
  percolationFields, type PercolationModel, type TransportModel } from '../transport-model.js';
import { wording } from '../wording.js';

/** Effective transport of one carrier in one layer: one of several ways to state it. */

const percolation = percolationFields.transform((written, context): PercolationModel => {
  exactlyOne(written, ['sizeRatio', 'electrolyteDiameter', 'threshold'], context);
  return { kind: 'percolation', ...written };
});

const mediumOf = (written: Omit<EffectiveMediumModel, 'kind'>, context: Context): EffectiveMediumModel => {
  atMostOne(written, ['sizeRatio', 'threshold', 'electrolyte'], context);
  return { kind: 'effectiveMedium', ...written };
};

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
    note: 'default: that of the law; 0 where the law states none or the value was measured',
  }).optional(),
});

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
