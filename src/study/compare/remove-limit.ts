import type { ScalarFunction } from '../../materials/material.js';
import type { MeshRegion } from '../../mesh/cell-mesh.js';
import type { AnodeModel, CellModel, IonicProperties, ParticleClass } from '../../physics/cell-model.js';
import type { PolarisationPart } from '../../results/result-schema.js';

/** How much better the removed resistance gets: enough for what is left of it to be below a thousandth. */
const better = 1e3;

/** And at least this [S m^-1], for a phase that led nowhere: 0.1 mm of it take 1 mV of 10 mA/cm2. */
const leadsWell = 10;

/** Losses that belong to one cause; an uneven state of charge follows from the others. */
export const removable = [
  'ionsInMembrane',
  'ionsInCathode',
  'electronsInCathode',
  'saltConcentration',
  'chargeTransfer',
  'filmAndContact',
  'diffusionInParticles',
  'anode',
  'disconnection',
] as const satisfies readonly (PolarisationPart | 'disconnection')[];
export type Removable = (typeof removable)[number];

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
  return { ...ions, electrolyte: { ...ions.electrolyte, diffusivity: scaled(ions.electrolyte.diffusivity) } };
}

const withParticles = (model: CellModel, kind: Kind,
  change: (particle: ParticleClass) => ParticleClass): CellModel => ({
    ...model,
    particles: model.particles.map((
      particle,
    ) => (model.mesh.regions[particle.region].kind === kind ? change(particle) : particle)),
  });

const fasterReaction = (particle: ParticleClass): ParticleClass => ({
  ...particle,
  material: { ...particle.material,
    referenceExchangeCurrentDensity: better * particle.material.referenceExchangeCurrentDensity },
});

const fasterDiffusion = (particle: ParticleClass): ParticleClass => ({ ...particle,
  material: { ...particle.material, diffusivity: scaled(particle.material.diffusivity) } });

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
  const by = scaled(sigma);
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

function scaled(f: ScalarFunction): ScalarFunction {
  return {
    ...(f.constant === undefined ? {} : { constant: better * f.constant }),
    evaluate(x, out) {
      f.evaluate(x, out);
      out[0] *= better;
      out[1] *= better;
    },
  };
}
