import type { ActiveMaterial, PlanarAnode, ScalarFunction } from '../../src/materials/material.js';
import { constantFunction } from '../../src/materials/scalar-functions.js';
import { intervalMesh } from '../../src/mesh/interval-mesh.js';
import { particleShells } from '../../src/mesh/particle-shells.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import { FARADAY, GAS_CONSTANT } from '../../src/units/constants.js';

/** Cells put together from plain numbers, without case files and without the material library. */

export const temperature = 298.15;
/** RT/F at 298.15 K [V]. */
export const thermalVoltage = (GAS_CONSTANT * temperature) / FARADAY;

/** A lithium plane that loses 3e-11 ohm m^2: nothing beside any electrode here. */
export const idealAnode: PlanarAnode = {
  kind: 'planarAnode',
  name: 'lithium',
  density: 534,
  specificCapacity: 1.39e7,
  equilibriumPotential: 0,
  exchangeCurrentDensity: 1e9,
  anodicTransferCoefficient: 0.5,
  cathodicTransferCoefficient: 0.5,
};

/** U = constant: the potential neither drives diffusion nor evens out the charge. */
export const flatPotential = (volt: number): ScalarFunction => constantFunction(volt);

/** U = U0 + slope s. */
export function linearPotential(atZero: number, slope: number): ScalarFunction {
  return {
    evaluate(s, out) {
      out[0] = atZero + slope * s;
      out[1] = slope;
    },
  };
}

/** value exp(slope (s - 1/2)): a positive property that follows the stoichiometry. */
export function exponentialFunction(value: number, slope: number): ScalarFunction {
  return {
    evaluate(s, out) {
      out[0] = value * Math.exp(slope * (s - 0.5));
      out[1] = slope * out[0];
    },
  };
}

/** A material of round numbers; tests override what they are about. */
export function activeMaterial(overrides: Partial<ActiveMaterial> = {}): ActiveMaterial {
  return {
    kind: 'activeMaterial',
    name: 'oxide',
    density: 4770,
    maximumConcentration: 50e3,
    chargedStoichiometry: 0.2,
    dischargedStoichiometry: 0.9,
    particleRadius: 2e-6,
    openCircuitPotential: linearPotential(4.4, -0.8),
    diffusivity: constantFunction(1e-14),
    electronicConductivity: constantFunction(1),
    referenceExchangeCurrentDensity: 2,
    anodicTransferCoefficient: 0.5,
    cathodicTransferCoefficient: 0.5,
    ...overrides,
  };
}

export interface LayerNumbers {
  readonly thickness: number;
  readonly cells: number;
  readonly grading?: number;
  /** Effective [S m^-1]. */
  readonly kappa: number;
  readonly sigma: number | ScalarFunction;
  readonly material: ActiveMaterial;
  readonly volumeFraction?: number;
  readonly coverage?: number;
  readonly filmResistance?: number;
  /** Default: coverage 3 eps / R. */
  readonly specificInterfacialArea?: number;
}

export interface CellNumbers {
  readonly layers: readonly LayerNumbers[];
  /** Default: 10 um at 1 S/m in two cells, no contact resistance [ohm m^2] to the cathode. */
  readonly membrane?: {
    readonly thickness?: number;
    readonly cells?: number;
    readonly kappa?: number;
    readonly contact?: number;
  };
  readonly shells?: readonly [count: number, grading: number];
  readonly anode?: PlanarAnode;
  readonly anodeResistance?: number;
  readonly collectorResistance?: number;
}

/** Ohmic resistance of the default membrane: 10 um at 1 S/m [ohm m^2]. */
export const membraneResistance = 1e-5;

export function cellModel({ layers, membrane = {}, shells = [8, 1], ...ends }: CellNumbers): CellModel {
  const { thickness = 10e-6, cells = 2, kappa = 1, contact = 0 } = membrane;
  const mesh = intervalMesh([
    { name: 'membrane', kind: 'membrane', thickness, cells, grading: 1 },
    ...layers.map((layer, i) => ({
      name: `layer ${i + 1}`,
      kind: 'cathode' as const,
      thickness: layer.thickness,
      cells: layer.cells,
      grading: layer.grading ?? 1,
    })),
  ]);
  return {
    mesh,
    shells: particleShells(...shells),
    temperature,
    ions: {
      kind: 'singleIon',
      conductivity: Float64Array.from(mesh.region, (region) => [kappa, ...layers.map((layer) => layer.kappa)][region]),
    },
    electronicConductivity: [
      undefined,
      ...layers.map(({ sigma }) => (typeof sigma === 'number' ? constantFunction(sigma) : sigma)),
    ],
    ionicContact: Float64Array.from({ length: mesh.faces.count }, (_, f) => (f === cells - 1 ? contact : 0)),
    anode: { kind: 'planar', material: ends.anode ?? idealAnode, resistance: ends.anodeResistance ?? 0 },
    collectorResistance: ends.collectorResistance ?? 0,
    particles: layers.map((
      { material, volumeFraction = 0.6, coverage = 1, filmResistance = 0, specificInterfacialArea },
      i,
    ) => ({
      region: i + 1,
      material,
      volumeFraction,
      connectedFraction: 1,
      coverage,
      filmResistance,
      specificInterfacialArea: specificInterfacialArea ?? (coverage * 3 * volumeFraction) / material.particleRadius,
    })),
  };
}
