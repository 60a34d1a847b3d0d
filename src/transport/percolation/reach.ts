import type { TransportModel } from '../../config/case.js';
import { actingRatio, contactsOf } from '../tortuosity/percolation.js';
import type { Mixture } from '../tortuosity/tortuosity-model.js';
import { percolatingShare, touchedShare } from './sphere-percolation.js';

/** Share of the active material that touches electrolyte which leads through; other models than percolation cut nothing off. */
export const ionReach = (model: TransportModel, ions: Mixture): number => (model.kind === 'percolation'
  ? touchedShare(contactsOf(model, ions), actingRatio(model, ions))
  : 1);

/** Share of the active material that belongs to active material which leads through. */
export const electronReach = (model: TransportModel,
  electrons: Mixture): number => (model.kind === 'percolation' ? percolatingShare(contactsOf(model, electrons)) : 1);
