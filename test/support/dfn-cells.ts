import { readFileSync } from 'node:fs';
import type { ActiveMaterial, ScalarFunction } from '../../src/materials/material.js';
import { constantFunction } from '../../src/materials/scalar-functions.js';
import { intervalMesh } from '../../src/mesh/interval-mesh.js';
import { particleShells } from '../../src/mesh/particle-shells.js';
import type { CellModel } from '../../src/physics/cell-model.js';
import type { ParticleClass } from '../../src/transport/on-cells/cell-properties.js';
import { FARADAY } from '../../src/units/constants.js';
import { dfnFunctions } from './dfn-functions.js';

/** The published full cells and the thick single-ion half cells, from the numbers in `bench/cells`. */

export interface DfnMesh {
  /** Cells of the anode (none for a plane of lithium), the membrane and the cathode. */
  readonly cells: readonly [anode: number, membrane: number, cathode: number];
  readonly shells: number;
  /** Middle cell over end cell of an electrode, shell over the next one outwards; 1 = uniform. */
  readonly grading?: number;
  readonly shellGrading?: number;
}

/** A cell with its start at rest and its discharge: stoichiometry per particle class, [A m^-2], [V]. */
export interface DfnCell {
  readonly model: CellModel;
  readonly stoichiometries: readonly number[];
  readonly current: number;
  readonly cutoff: number;
}

interface ElectrodeNumbers {
  readonly activeFraction: number;
  readonly particleRadius: number;
  readonly effectiveElectronicConductivity: number;
  readonly maximumConcentration: number;
  /** Either of the two. */
  readonly initialConcentration?: number;
  readonly initialStoichiometry?: number;
  readonly dischargedStoichiometry: number;
  readonly diffusivity: number;
  /** i0 = k sqrt(c cS (cMax - cS)): k in A m^-2 (m^3/mol)^1.5, or over F in mol m^-2 s^-1 (m^3/mol)^1.5. */
  readonly rateConstant?: number;
  readonly rateConstantMolar?: number;
  readonly openCircuitPotential: string;
}

interface PorousElectrodeNumbers extends ElectrodeNumbers {
  readonly thickness: number;
  readonly porosity: number;
}

interface FullCellNumbers {
  readonly temperature: number;
  readonly current: number;
  readonly cutoff: number;
  readonly electrolyte: {
    readonly initialConcentration: number;
    readonly transferenceNumber: number;
    /** eps/tau = eps^exponent */
    readonly exponent: number;
    readonly conductivity: string;
    readonly diffusivity: string | number;
  };
  readonly anode: PorousElectrodeNumbers;
  readonly membrane: { readonly thickness: number; readonly porosity: number };
  readonly cathode: PorousElectrodeNumbers;
}

interface SingleIonNumbers {
  readonly temperature: number;
  readonly cutoff: number;
  readonly conductivity: number;
  readonly membraneThickness: number;
  readonly electrolyteFraction: number;
  readonly anodeExchangeCurrentDensity: number;
  readonly cathode: ElectrodeNumbers;
  readonly cases: Readonly<Record<string, ThickCathode>>;
  readonly map: Readonly<Record<'thickness' | 'tortuosityFactor' | 'rate', readonly number[]>>;
}

export interface ThickCathode {
  readonly thickness: number;
  readonly tortuosityFactor: number;
  readonly current: number;
}

export const fullCells = ['chen2020', 'marquis2019', 'lco-lionsimba'] as const;
export type FullCellName = (typeof fullCells)[number];

const numbersOf = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../bench/cells/${name}.json`, import.meta.url), 'utf8')) as T;

/** A published full cell at `rate` times its 1C current. */
export function fullCell(name: FullCellName, mesh: DfnMesh, rate = 1): DfnCell {
  const numbers = numbersOf<FullCellNumbers>(name);
  const { anode, membrane, cathode, electrolyte } = numbers;
  const { cells: [anodeCells, membraneCells, cathodeCells], grading = 1 } = mesh;
  const interval = intervalMesh([
    { name: 'anode', kind: 'anode', thickness: anode.thickness, cells: anodeCells, grading },
    { name: 'membrane', kind: 'membrane', thickness: membrane.thickness, cells: membraneCells, grading: 1 },
    { name: 'cathode', kind: 'cathode', thickness: cathode.thickness, cells: cathodeCells, grading },
  ]);
  const porosity = Float64Array.from(interval.region, (region) => [anode, membrane, cathode][region].porosity);
  const reference = electrolyte.initialConcentration;
  const model: CellModel = {
    mesh: interval,
    shells: particleShells(mesh.shells, mesh.shellGrading ?? 1),
    temperature: numbers.temperature,
    ions: {
      kind: 'salt',
      volumeFraction: porosity,
      transportFactor: porosity.map((eps) => eps ** electrolyte.exponent),
      electrolyte: {
        initialConcentration: reference,
        referenceConcentration: reference,
        conductivity: functionOf(electrolyte.conductivity),
        diffusivity: functionOf(electrolyte.diffusivity),
        transferenceNumber: constantFunction(electrolyte.transferenceNumber),
        thermodynamicFactor: constantFunction(1),
      },
    },
    electronicConductivity: [sigmaOf(anode), undefined, sigmaOf(cathode)],
    ionicContact: new Float64Array(interval.faces.count),
    anode: { kind: 'composite', resistance: 0 },
    collectorResistance: 0,
    particles: [particlesOf(anode, 0, reference), particlesOf(cathode, 2, reference)],
  };
  return { model, stoichiometries: [anode, cathode].map(startOf), current: rate * numbers.current,
    cutoff: numbers.cutoff };
}

/** Lithium | single-ion conductor | thick cathode. */
export function singleIonCell({ thickness, tortuosityFactor, current }: ThickCathode, mesh: DfnMesh): DfnCell {
  const numbers = numbersOf<SingleIonNumbers>('single-ion');
  const { conductivity, electrolyteFraction, cathode } = numbers;
  const { cells: [, membraneCells, cathodeCells], grading = 1 } = mesh;
  const interval = intervalMesh([
    { name: 'membrane', kind: 'membrane', thickness: numbers.membraneThickness, cells: membraneCells, grading: 1 },
    { name: 'cathode', kind: 'cathode', thickness, cells: cathodeCells, grading },
  ]);
  const kappa = [conductivity, (conductivity * electrolyteFraction) / tortuosityFactor];
  const model: CellModel = {
    mesh: interval,
    shells: particleShells(mesh.shells, mesh.shellGrading ?? 1),
    temperature: numbers.temperature,
    ions: { kind: 'singleIon', conductivity: Float64Array.from(interval.region, (region) => kappa[region]) },
    electronicConductivity: [undefined, sigmaOf(cathode)],
    ionicContact: new Float64Array(interval.faces.count),
    anode: {
      kind: 'planar',
      resistance: 0,
      material: {
        kind: 'planarAnode',
        name: 'lithium',
        density: 534,
        specificCapacity: 1.39e7,
        equilibriumPotential: 0,
        exchangeCurrentDensity: numbers.anodeExchangeCurrentDensity,
        anodicTransferCoefficient: 0.5,
        cathodicTransferCoefficient: 0.5,
      },
    },
    collectorResistance: 0,
    particles: [particlesOf(cathode, 1, 1000)],
  };
  return { model, stoichiometries: [startOf(cathode)], current, cutoff: numbers.cutoff };
}

/** S1, S2, S3. */
export const singleIonCase = (name: string, mesh: DfnMesh): DfnCell =>
  singleIonCell(numbersOf<SingleIonNumbers>('single-ion').cases[name], mesh);

/** The rate-capability map: thickness x tortuosity factor x C-rate of the capacity between start and discharged stoichiometry. */
export function thickCathodeMap(): (ThickCathode & { readonly rate: number })[] {
  const { map, cathode } = numbersOf<SingleIonNumbers>('single-ion');
  const { activeFraction, maximumConcentration, dischargedStoichiometry } = cathode;
  const perHour = (FARADAY * activeFraction * maximumConcentration * (dischargedStoichiometry - startOf(cathode)))
    / 3600;
  return map.thickness.flatMap((thickness) =>
    map.tortuosityFactor.flatMap((tortuosityFactor) =>
      map.rate.map((rate) => ({ thickness, tortuosityFactor, rate, current: rate * perHour * thickness }))
    )
  );
}

function functionOf(named: string | number): ScalarFunction {
  if (typeof named === 'number') return constantFunction(named);
  if (!(named in dfnFunctions)) throw new Error(`no function ${named}`);
  return dfnFunctions[named];
}

const startOf = ({ initialConcentration, initialStoichiometry, maximumConcentration }: ElectrodeNumbers): number =>
  initialStoichiometry ?? initialConcentration! / maximumConcentration;

const sigmaOf = (numbers: ElectrodeNumbers): ScalarFunction =>
  constantFunction(numbers.effectiveElectronicConductivity);

/** The exchange current density at half filling and at rest: k sqrt(c) cMax / 2. */
function materialOf(numbers: ElectrodeNumbers, referenceConcentration: number): ActiveMaterial {
  const { rateConstant, rateConstantMolar, maximumConcentration } = numbers;
  const k = rateConstant ?? FARADAY * rateConstantMolar!;
  return {
    kind: 'activeMaterial',
    name: numbers.openCircuitPotential,
    density: 5000,
    maximumConcentration,
    chargedStoichiometry: startOf(numbers),
    dischargedStoichiometry: numbers.dischargedStoichiometry,
    particleRadius: numbers.particleRadius,
    openCircuitPotential: functionOf(numbers.openCircuitPotential),
    diffusivity: constantFunction(numbers.diffusivity),
    electronicConductivity: sigmaOf(numbers),
    referenceExchangeCurrentDensity: (k * Math.sqrt(referenceConcentration) * maximumConcentration) / 2,
    anodicTransferCoefficient: 0.5,
    cathodicTransferCoefficient: 0.5,
  };
}

function particlesOf(numbers: ElectrodeNumbers, region: number, referenceConcentration: number): ParticleClass {
  const { activeFraction, particleRadius } = numbers;
  return {
    region,
    material: materialOf(numbers, referenceConcentration),
    volumeFraction: activeFraction,
    connectedFraction: 1,
    coverage: 1,
    filmResistance: 0,
    specificInterfacialArea: (3 * activeFraction) / particleRadius,
  };
}
