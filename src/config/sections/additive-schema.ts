import * as z from 'zod';
import { type Frozen, quantity, refuse, refuseMissing } from '../fields/field.js';
import { choice } from '../fields/step-fields.js';
import { wording } from '../wording.js';

/** What carbon and binder do beside taking volume. */

export const carbonNetwork = z.strictObject({
  shape: choice(['points', 'fibres', 'sheets'], { label: 'dimensionality of the carbon: 0, 1 or 2' }),
  aspectRatio: quantity('dimensionless', {
    label: 'length over thickness of a fibre, diameter over thickness of a sheet',
    min: 1,
    max: 500,
    example: '70',
    note: 'not for points',
  }).optional(),
  conductivity: quantity('conductivity', {
    label: 'conductivity of the carbon as a network, contacts included: what it would have at full density',
    min: '1e-3 mS/cm',
    max: '1e9 mS/cm',
    example: '1e5 mS/cm',
    note: 'instead of the electronicConductivity of the carbon, which is an apparent one',
  }),
  exponent: quantity('dimensionless', { label: 't of sigma ~ ((c - cc) / (1 - cc))^t', min: 1, max: 5, default: 2,
    example: '2',
    source: '10.1103/RevModPhys.45.574 (DOI unverified): conductivity of three-dimensional networks, 1.6 to 2' }),
}).describe(
  'carbon as a network of its own, with a threshold that follows from its shape, in parallel with the active material',
)
  .transform((written, context) => {
    const { shape, aspectRatio, ...rest } = written;
    if (shape === 'points' && aspectRatio !== undefined) refuse(context, wording.ratioOfPoints(), ['aspectRatio']);
    if (shape !== 'points' && aspectRatio === undefined)
      refuseMissing(context, 'aspectRatio', `the aspect ratio of ${shape}`, '70');
    return { shape, aspectRatio: aspectRatio ?? 1, ...rest };
  });

/** Carbon as a network of its own beside that of the active material: an aspect ratio of 1 for points, conductivity [S m^-1]. */
export type CarbonNetwork = Frozen<z.output<typeof carbonNetwork>>;

export const binderFilm = z.strictObject({
  contactWithout: quantity('fraction', {
    label: 'share of the particle surface in contact with electrolyte without any binder',
    min: 0.01,
    max: 1,
    example: '60 %',
  }),
  connectedWithout: quantity('fraction', {
    label: 'share of the active material that is connected without any binder',
    min: 0.01,
    max: 1,
    default: 1,
    example: '90 %',
    assumed: true,
    note: 'all is connected',
  }),
  gainThickness: quantity('length', {
    label: 'mean thickness of binder that leaves 1/e of the missing contact and of the unconnected material',
    min: '0.1 nm',
    max: '10 um',
    example: '10 nm',
  }),
  blockingThickness: quantity('length', {
    label: 'mean thickness of binder on the particles that leaves 1/e of the surface unblocked',
    min: '0.1 nm',
    max: '10 um',
    example: '200 nm',
  }),
  pathBlocking: quantity('dimensionless', { label: 'k of tau = tau0 exp(k epsBinder / epsAM) of the ions', min: 0,
    max: 50, default: 8.6, example: '8.6', assumed: true,
    note: 'fitted to three simulated composites of bielefeld2020 (tau 4.2, 6.4 and 10 at 0, 0.05 and 0.1)' }),
}).describe(
  'binder improves the contact of particle and electrolyte at low content and blocks surface and paths at high content',
);

/** What a binder does beside taking volume: it glues, and it covers; thicknesses [m]. */
export type BinderFilm = Frozen<z.output<typeof binderFilm>>;
