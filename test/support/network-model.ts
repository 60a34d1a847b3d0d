import type { CellModel } from '../../src/physics/cell-model.js';
import { cellModel, type CellNumbers } from './cell-model.js';

/** A cell whose cathode carries lithium through its active material: without electrolyte (dry), or beside it. */
export function networkModel(numbers: CellNumbers, transportFactor: number, wetted: boolean): CellModel {
  const model = cellModel(numbers);
  const { ions, mesh } = model;
  if (ions.kind !== 'singleIon') throw new Error('single ion');
  return {
    ...model,
    ions: {
      ...ions,
      conductivity: ions.conductivity.map((kappa,
        c) => (wetted || mesh.regions[mesh.region[c]].kind === 'membrane' ? kappa : 0)
      ),
    },
    particles: model.particles.map((particle) => ({ ...particle, network: { transportFactor, wetted } })),
  };
}
