import { withEndOfDischarge } from './end-of-discharge.js';
import { ocpNmc532Xu2019 } from './ocp-nmc532-xu2019.js';

/** The fit of Xu2019 with an assumed drop where NMC532 is full. */
export const ocpNmc532Xu2019Closed = withEndOfDischarge(ocpNmc532Xu2019, 0.91);
