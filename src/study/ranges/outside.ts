import type { PreparedCase } from '../../pipeline/prepared-case.js';
import type { ResultDocument } from '../../results/result-schema.js';
import { discrepancyAt } from './calibrated-band.js';

/** The document of a case that was solved without ranges, with what of it is unlike the cells that the model was compared with. */
export const withOutside = (document: ResultDocument, prepared: PreparedCase): ResultDocument => ({ ...document,
  rates: document.rates.map((rate) => ({ ...rate, outside: [...discrepancyAt(prepared, rate.cRate).outside] })) });
