import type { ScalarFunction } from '../../materials/material.js';
import { scaledFunction } from '../../materials/scalar-functions.js';
import type { MeshRegion } from '../../mesh/cell-mesh.js';
import type { CellModel } from '../../physics/cell-model.js';
import { type PolarisationPart, polarisationPartNames } from '../../results/polarisation-parts.js';
import type { AnodeModel, IonicProperties, ParticleClass } from '../../transport/on-cells/cell-properties.js';

/** Factor by which the removed resistance gets better: enough for what is left of it to be below a thousandth. */
const better = 1e3;

/** And at least this [S m^-1], for a phase that led nowhere: 0.1 mm of it take 1 mV of 10 mA/cm2. */
const leadsWell = 10;

export type Removable = Exclude<PolarisationPart, 'unevenStateOfCharge'> | 'disconnection';

/** Losses that belong to one cause; an uneven state of charge follows from the others. */
export const removable: readonly Removable[] = [
  ...polarisationPartNames.filter((part) => part !== 'unevenStateOfCharge'),
  'disconnection',
];

/** The same cell with one of its resistances a thousandth of what it is, or with all of its active material connected. */
export function withoutLimit(model: CellModel, part: Removable): CellModel {
  switch (part) {
    case 'ionsInMembrane':
      return { ...model, ions: betterIons(model, 'membrane') };
    case 'ionsInCathode':
      return { ...model, ions: betterIons(model, 'cathode') };
    case 'electronsInCathode':
      return { ...model, electronicConductivity: betterElectrons(model, 'cathode') };
    case 'saltConcentration':
      return { ...model, ions: betterSalt(model.ions) };
    case 'chargeTransfer':
      return withParticles(model, 'cathode', fasterReaction);
    case 'filmAndContact':
      return {
        ...withParticles(model, 'cathode', (particle) => ({ ...particle, filmResistance: 0, contact: undefined })),
        ionicContact: new Float64Array(model.ionicContact.length),
        collectorResistance: 0,
      };
    case 'diffusionInParticles':
      return withParticles(model, 'cathode', fasterDiffusion);
    case 'anode':
      return betterAnode(model);
    case 'disconnection':
      return withParticles(model, 'cathode', connected);
  }
}

type Kind = MeshRegion['kind'];

function betterIons({ ions, mesh }: CellModel, kind: Kind): IonicProperties {
  // a zero is no electrolyte at all and stays; a transport factor of 1 is the bulk itself
  const onCells = (values: Float64Array, least: number): Float64Array =>
    values.map((value,
      c) => (mesh.regions[mesh.region[c]].kind === kind && value > 0 ? Math.max(better * value, least) : value)
    );
  return ions.kind === 'salt'
    ? { ...ions, transportFactor: onCells(ions.transportFactor, 1) }
    : { ...ions, conductivity: onCells(ions.conductivity, leadsWell) };
}

const betterElectrons = ({ electronicConductivity, mesh }: CellModel,
  kind: Kind): CellModel['electronicConductivity'] =>
  electronicConductivity.map((sigma, region) => (sigma && mesh.regions[region].kind === kind ? wellLed(sigma) : sigma));

function betterSalt(ions: IonicProperties): IonicProperties {
  if (ions.kind !== 'salt') return ions;
  return { ...ions,
    electrolyte: { ...ions.electrolyte, diffusivity: scaledFunction(ions.electrolyte.diffusivity, better) } };
}

const withParticles = (model: CellModel, kind: Kind,
  change: (particle: ParticleClass) => ParticleClass): CellModel => ({
    ...model,
    particles: model.particles.map((particle) =>
      model.mesh.regions[particle.region].kind === kind ? change(particle) : particle
    ),
  });

const fasterReaction = (particle: ParticleClass): ParticleClass => ({
  ...particle,
  material: { ...particle.material,
    referenceExchangeCurrentDensity: better * particle.material.referenceExchangeCurrentDensity },
});

const fasterDiffusion = (particle: ParticleClass): ParticleClass => ({ ...particle,
  material: { ...particle.material, diffusivity: scaledFunction(particle.material.diffusivity, better) },
  ...(particle.fillingDiffusivity && { fillingDiffusivity: scaledFunction(particle.fillingDiffusivity, better) }) });

/** Nothing cut off any more. */
const connected = (particle: ParticleClass): ParticleClass => ({
  ...particle,
  connectedFraction: 1,
  volumeFraction: particle.volumeFraction / particle.connectedFraction,
  specificInterfacialArea: particle.specificInterfacialArea / particle.connectedFraction,
});

/** A plane loses its kinetics and resistance; a composite everything between its collector and the membrane. */
function betterAnode(model: CellModel): CellModel {
  const { anode } = model;
  if (anode.kind === 'planar') {
    const material = { ...anode.material, exchangeCurrentDensity: better * anode.material.exchangeCurrentDensity };
    return { ...model, anode: { ...anode, material, resistance: 0 } satisfies AnodeModel };
  }
  return {
    ...withParticles(model, 'anode',
      (particle) => fasterDiffusion(fasterReaction({ ...particle, filmResistance: 0, contact: undefined }))),
    ions: betterIons(model, 'anode'),
    electronicConductivity: betterElectrons(model, 'anode'),
    anode: { ...anode, resistance: 0 },
  };
}

/** Scaled, and no less than what leads well. */
function wellLed(sigma: ScalarFunction): ScalarFunction {
  const by = scaledFunction(sigma, better);
  return {
    ...(by.constant === undefined ? {} : { constant: Math.max(by.constant, leadsWell) }),
    evaluate(x, out) {
      by.evaluate(x, out);
      if (out[0] >= leadsWell) return;
      out[0] = leadsWell;
      out[1] = 0;
    },
  };
}
