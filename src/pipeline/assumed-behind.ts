import { sizes } from '../config/alternatives.js';
import { activeReferences } from '../config/blend.js';
import type { Case, ParameterLedger } from '../config/case.js';
import { type PolarisationPart, polarisationPartNames } from '../results/polarisation-parts.js';
import type { ResultDocument } from '../results/result-schema.js';

interface Behind {
  /** Sections of the case. */
  readonly sections: readonly string[];
  /** Whose properties. */
  readonly materials: (given: Case) => readonly string[];
  /** Keys of both; what sets the size of the loss most comes first. */
  readonly keys: readonly string[];
  /** With an effective conductivity measured on the composite only these are left of the keys. */
  readonly measured?: { readonly transport: string; readonly keys: readonly string[] };
}

const layersOf = (given: Case) => given.cathode.layers;
const electrolytes = (given: Case): string[] => layersOf(given).map(({ electrolyte }) => electrolyte.name);
const activeMaterials = (given: Case): string[] => layersOf(given).flatMap(activeReferences).map(({ name }) => name);
const carbons = (given: Case): string[] => layersOf(given).flatMap(({ carbon }) => (carbon ? [carbon.name] : []));
const coatings = (given: Case): string[] =>
  layersOf(given).flatMap(({ coating }) => (coating && 'material' in coating ? [coating.material.name] : []));
const membrane = (
  { membrane: { electrolyte, interlayers = [] } }: Case,
): string[] => [electrolyte.name, ...interlayers.map((layer) => layer.electrolyte.name)];
const anode = ({ anode: given, membrane: { electrolyte, interlayers = [] } }: Case): string[] =>
  given.kind === 'planar'
    ? [given.material.name, given.host?.electrolyte.name ?? interlayers[0]?.electrolyte.name ?? electrolyte.name]
    : [...activeReferences(given.layer).map(({ name }) => name), given.layer.electrolyte.name];
const none = (): string[] => [];

const lengths = sizes.layer;
const amounts = ['porosity', 'massFractions', 'volumeFractions', ...lengths];

/**
 * What sets the size of each loss to first order. Transfer coefficients, activation energies and equilibrium potentials bend it;
 * the table of parameters has them.
 */
const behind: Readonly<Record<PolarisationPart, Behind>> = {
  ionsInMembrane: {
    sections: ['membrane'],
    materials: membrane,
    keys: ['ionicConductivity', 'thickness', 'ionicTransport', 'porosity', 'electrolyteFraction'],
  },
  ionsInCathode: {
    sections: ['cathode'],
    materials: electrolytes,
    keys: ['ionicTransport', 'ionicConductivity', ...amounts],
    measured: { transport: 'ionicTransport', keys: ['ionicTransport', ...lengths] },
  },
  electronsInCathode: {
    sections: ['cathode'],
    materials: (given) => [...activeMaterials(given), ...carbons(given)],
    keys: ['electronicTransport', 'electronicConductivity', 'carbonNetwork', ...amounts],
    measured: { transport: 'electronicTransport', keys: ['electronicTransport', ...lengths] },
  },
  saltConcentration: {
    sections: ['cathode', 'membrane'],
    materials: (given) => [...electrolytes(given), ...membrane(given)],
    keys: ['saltDiffusivity', 'transferenceNumber', 'thermodynamicFactor', 'ionicTransport', 'initialConcentration',
      ...amounts],
  },
  chargeTransfer: {
    sections: ['cathode'],
    materials: activeMaterials,
    keys: ['referenceExchangeCurrentDensity', 'exchangeCurrentDensity', 'particleRadius', 'particles', 'contact',
      'coverage'],
  },
  filmAndContact: {
    sections: ['cathode', 'membrane'],
    materials: coatings,
    keys: ['filmResistance', 'coating', 'ionicConductivity', 'contactResistance', 'collectorResistance'],
  },
  diffusionInParticles: {
    sections: ['cathode'],
    materials: activeMaterials,
    keys: ['diffusivity', 'particleRadius', 'particles', 'activeNetwork', 'polycrystal'],
  },
  unevenStateOfCharge: { sections: ['cathode'], materials: none, keys: ['ionicTransport', 'electronicTransport'] },
  anode: {
    sections: ['anode'],
    materials: anode,
    keys: ['exchangeCurrentDensity', 'referenceExchangeCurrentDensity', 'activeNetwork', 'diffusivity',
      'particleRadius', 'ionicTransport', 'electronicTransport', 'areaSpecificResistance', 'lithiumResistance',
      'filmResistance'],
  },
};

/** Paths of the assumed parameters that each loss follows from, the most telling first; losses without any are left out. */
export function assumedBehind(given: Case,
  ledger: ParameterLedger): NonNullable<ResultDocument['provenance']['assumedBehind']>
{
  const assumed = ledger.filter(({ status }) => status === 'assumed').map(({ path }) => path);
  return Object.fromEntries(polarisationPartNames.flatMap((part) => {
    const { sections, materials, keys: all, measured } = behind[part];
    const keys = measured && isMeasured(ledger, measured.transport) ? measured.keys : all;
    // the name of a material of one's own may hold dots: Li5.5PS4.5Cl1.5
    const heads = [...sections, ...materials(given)];
    const own = assumed.flatMap((path) => {
      const head = heads.find((name) => path.startsWith(`${name}.`));
      return head === undefined ? [] : [{ path, steps: path.slice(head.length + 1).split('.') }];
    });
    const paths = keys.flatMap((key) => own.filter(({ steps }) => steps.includes(key)).map(({ path }) => path));
    return paths.length > 0 ? [[part, [...new Set(paths)]]] : [];
  }));
}

const isMeasured = (ledger: ParameterLedger, transport: string): boolean =>
  ledger.some(({ path }) => path.startsWith('cathode.') && path.endsWith(`${transport}.effectiveConductivity`));
