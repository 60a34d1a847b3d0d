import type { CellModel } from '../../src/physics/cell-model.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { loadShippedCase } from './reference-case.js';

/**
 * Half a channel and half a wall side by side, in few cells: a collector of several faces, at one potential, behind active material that
 * conducts by its stoichiometry.
 */
export function resolvedChannels(...set: readonly string[]): CellModel {
  const ready = prepareCase(
    loadShippedCase('nmc811-li6ps5cl', ['cathode.activeMaterial=NMC532', 'cathode.carbon=null',
      'cathode.massFractions={activeMaterial: 70 %, electrolyte: 30 %}', 'cathode.collectorResistance=20 ohm cm^2',
      'cathode.ionicTransport={alignedChannels: {wallTortuosityFactor: 5, fraction: 15 %, spacing: 60 um}}',
      'mesh={membraneCells: 1, cathodeCells: 2, grading: 1, shells: 2, shellGrading: 1, unitCell: {channels: {cells: 4}}}',
      ...set]),
  );
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return ready.prepared.model;
}
