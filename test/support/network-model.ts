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

/** The network with its particles in several sizes, of equal volume; without electrolyte they then keep their diffusion. */
export function networkOfSizes(model: CellModel, radii: readonly number[]): CellModel {
  return {
    ...model,
    particles: model.particles.flatMap((particle) => {
      const { material, volumeFraction, specificInterfacialArea, network } = particle;
      return radii.map((particleRadius) => ({
        ...particle,
        material: { ...material, particleRadius },
        volumeFraction: volumeFraction / radii.length,
        specificInterfacialArea: (specificInterfacialArea * material.particleRadius) / particleRadius / radii.length,
        ...(network && { network: { ...network, share: volumeFraction, particles: true as const } }),
      }));
    }),
  };
}
