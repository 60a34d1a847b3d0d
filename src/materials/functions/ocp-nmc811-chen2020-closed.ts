import { withEndOfDischarge } from './end-of-discharge.js';
import { ocpNmc811Chen2020 } from './ocp-nmc811-chen2020.js';

/** The fit of Chen2020 with an assumed drop where NMC811 is full. */
export const ocpNmc811Chen2020Closed = withEndOfDischarge(ocpNmc811Chen2020, 0.9084);
