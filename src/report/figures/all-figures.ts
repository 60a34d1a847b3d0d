import type { ResultDocument } from '../../results/result-schema.js';
import { energyRate } from './energy-rate.js';
import { fieldMaps } from './field-maps.js';
import type { Figure } from './figure.js';
import { layerShares } from './layer-shares.js';
import { massVolume } from './mass-volume.js';
import { polarisationStack } from './polarisation-stack.js';
import { profileFigure } from './profiles.js';
import { rateCapability } from './rate-capability.js';
import { tornado } from './tornado.js';
import { voltageCurves } from './voltage-curves.js';
import { voltageTime } from './voltage-time.js';

/** Every figure of the report, in reading order; one without data is left out. */
export function allFigures(doc: ResultDocument): Figure[] {
  const ofPouch = doc.energy.format === undefined ? [energyRate, layerShares, massVolume] : [];
  return [voltageTime, voltageCurves, rateCapability, tornado, polarisationStack, profileFigure, fieldMaps, ...ofPouch]
    .map((draw) => draw(doc))
    .filter((figure) => figure !== undefined);
}
