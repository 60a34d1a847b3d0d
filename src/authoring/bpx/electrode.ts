import { FARADAY } from '../../units/constants.js';
import { functionOf } from './bpx-function.js';
import { type BpxSource, type Named, type SectionPath } from './bpx-source.js';
import { assumedValue, derivedFrom, optionalQuantity, quantity, type TracedValue } from './quantity.js';

/** An electrode of a BPX file: its active material and its layer, as a case writes them. */
export interface ImportedElectrode {
  readonly material: Readonly<Record<string, unknown>>;
  readonly layer: Readonly<Record<string, unknown>>;
}

export type Side = 'Negative' | 'Positive';

export const materialName = (side: Side): string => `BPX-${side.toLowerCase()}`;

/** BPX knows no mass; the numbers are customary ones and change masses and energies alone. */
const densities = { Negative: '2.26 g/cm^3', Positive: '4.7 g/cm^3' } as const;

export function readElectrode(source: BpxSource, side: Side, electrolyte: string): ImportedElectrode | undefined {
  const path = ['Parameterisation', `${side} electrode`];
  if (source.has([...path, 'Particle'])) {
    return source.refuse([...path, 'Particle'], { code: 'contradiction', expected: 'one active material',
      received: `a blend of ${source.keys([...path, 'Particle']).join(', ')}`,
      remedy: 'give the one that carries the capacity its own file' });
  }
  const key = (name: string): SectionPath => [...path, name];
  const thickness = source.number(key('Thickness [m]'));
  const conductivity = source.number(key('Conductivity [S.m-1]'));
  const radius = source.number(key('Particle radius [m]'));
  const window = windowOf(source, path);
  const composition = compositionOf(source, path, radius);
  const kinetics = kineticsOf(source, path);
  const functions = functionsOf(source, path, window);
  const maximum = source.number(key('Maximum concentration [mol.m-3]'));
  if (!thickness || !conductivity || !radius || !window || !composition || !kinetics || !functions || !maximum)
    return undefined;
  const { share, volumeFractions, ionicTransport } = composition;
  const [charged, discharged] = side === 'Negative' ? [window.most, window.least] : [window.least, window.most];
  return {
    material: {
      kind: 'activeMaterial',
      title: `active material of the ${side.toLowerCase()} electrode`,
      density: assumedValue(densities[side], 'BPX has no density of materials; it decides masses, not curves'),
      maximumConcentration: quantity(maximum, 'mol/m^3'),
      chargedStoichiometry: quantity(charged, ''),
      dischargedStoichiometry: quantity(discharged, ''),
      particleRadius: quantity(radius, 'um', 1e6),
      ...functions,
      electronicConductivity: assumedValue(`${Number((conductivity.value / share).toPrecision(9))} S/m`,
        'that of the electrode over its active share; the value of the electrode counts'),
      ...kinetics,
      referenceTemperature: referenceTemperature(source),
    },
    layer: {
      activeMaterial: materialName(side),
      electrolyte,
      volumeFractions,
      thickness: quantity(thickness, 'um', 1e6),
      ionicTransport,
      electronicTransport: { effectiveConductivity: quantity(conductivity, 'S/m') },
    },
  };
}

export const referenceTemperature = (source: BpxSource): TracedValue | undefined =>
  optionalQuantity(source.optional(['Parameterisation', 'Cell', 'Reference temperature [K]'], 'positive'), 'K');

function windowOf(source: BpxSource, path: SectionPath): { least: Named<number>; most: Named<number> } | undefined {
  const least = source.number([...path, 'Minimum stoichiometry'], 'any');
  const most = source.number([...path, 'Maximum stoichiometry'], 'any');
  if (!least || !most) return undefined;
  if (least.value >= 0 && most.value <= 1 && least.value < most.value) return { least, most };
  return source.refuse([...path, 'Minimum stoichiometry'], { code: 'out-of-range',
    expected: 'two stoichiometries from 0 to 1, the minimum below the maximum',
    received: `${least.value} and ${most.value}`, remedy: 'swap or correct them' });
}

/** epsActive = a R / 3 of spheres; what neither they nor the electrolyte fill has no name in BPX and stays empty here. */
function compositionOf(source: BpxSource, path: SectionPath, radius: Named<number> | undefined) {
  const area = source.number([...path, 'Surface area per unit volume [m-1]']);
  const pores = readPores(source, path);
  if (!area || !radius || !pores) return undefined;
  const share = area.value * radius.value / 3;
  if (share + pores.porosity.value > 1 + 1e-9) {
    return source.refuse([...path, 'Surface area per unit volume [m-1]'], { code: 'impossible-composition',
      expected: 'spheres and electrolyte that fill at most the electrode',
      received: `a R / 3 = ${Number(share.toPrecision(4))} and a porosity of ${pores.porosity.value}`,
      remedy: 'correct one of the three numbers' });
  }
  const active = derivedFrom(Math.min(share, 1 - pores.porosity.value), '', [area, radius],
    'a R / 3, as spheres; what neither fills is taken as void');
  return { share, ionicTransport: pores.ionicTransport,
    volumeFractions: { activeMaterial: active, electrolyte: quantity(pores.porosity, '') } };
}

/** kappaEff = B kappa, so that tau = eps / B. */
export function readPores(source: BpxSource, path: SectionPath) {
  const porosity = source.number([...path, 'Porosity']);
  const efficiency = source.number([...path, 'Transport efficiency']);
  if (!porosity || !efficiency) return undefined;
  if (efficiency.value > porosity.value) {
    return source.refuse([...path, 'Transport efficiency'], { code: 'out-of-range',
      expected: `at most the porosity, ${porosity.value}: kappa eff / kappa of straight pores`,
      received: String(efficiency.value), remedy: 'correct one of the two' });
  }
  const tortuosityFactor = derivedFrom(porosity.value / efficiency.value, '', [efficiency, porosity],
    'porosity / transport efficiency');
  return { porosity, ionicTransport: { tortuosityFactor } };
}

/** i0 at half filling, where sqrt(s (1 - s)) = 1/2. */
function kineticsOf(source: BpxSource, path: SectionPath) {
  const rate = source.number([...path, 'Reaction rate constant [mol.m-2.s-1]']);
  const energy = (of: string) =>
    optionalQuantity(source.optional([...path, `${of} activation energy [J.mol-1]`]), 'J/mol');
  const diffusivityEnergy = energy('Diffusivity');
  const rateEnergy = energy('Reaction rate constant');
  if (!rate) return undefined;
  const coefficient = { value: 0.5, source: 'the BPX standard: j = 2 j0 sinh(F eta / 2RT)' };
  return {
    referenceExchangeCurrentDensity: derivedFrom(FARADAY * rate.value / 2, 'A/m^2', [rate], 'F K / 2, at s = 1/2'),
    anodicTransferCoefficient: coefficient,
    cathodicTransferCoefficient: coefficient,
    diffusivityActivationEnergy: diffusivityEnergy,
    exchangeCurrentDensityActivationEnergy: rateEnergy,
  };
}

const properties = [
  ['OCP [V]', 'openCircuitPotential', 'V'],
  ['Diffusivity [m2.s-1]', 'diffusivity', 'm^2/s'],
  ['Entropic change coefficient [V.K-1]', 'entropicCoefficient', 'V/K'],
] as const;

function functionsOf(source: BpxSource, path: SectionPath, window: ReturnType<typeof windowOf>) {
  const visited = [window?.least.value ?? 0, window?.most.value ?? 1] as const;
  const all = properties.map(([key, name, unit]) => {
    const at = [...path, key];
    const named = name === 'entropicCoefficient' ? source.optionalFunction(at) : source.function(at);
    if (!named || !window) return [name, undefined] as const;
    return [name, functionOf(source, at, named, ['activeMaterial', name, unit], visited)] as const;
  });
  const complete = all.every(([name, value]) => value !== undefined || name === 'entropicCoefficient');
  return complete ? Object.fromEntries(all) : undefined;
}
