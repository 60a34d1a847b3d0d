import { polarisationLabels } from './polarisation-parts.js';

/** Gain of a design that delivers nothing as it is; the document has no infinity. */
export const fromNothing = 1e6;

/** Words for `diffusionInParticles` where lithium passes from particle to particle. */
export const throughNetwork = 'the way of lithium through the active material';

/** Words of what may limit a design. */
export const limitLabels = { ...polarisationLabels, disconnection: 'active material that is cut off' } as const;
