import { groupOf } from '../config/alternatives.js';
import { activeReferences } from '../config/blend.js';
import type { Case } from '../config/case.js';
import type { PreparedCase } from '../pipeline/prepared-case.js';
import type { ResultDocument } from '../results/result-schema.js';
import { units } from '../units/document-units.js';

/** The sliders of the page: which key each writes, between which ends, and where its value is read. */

export interface Control {
  readonly id: string;
  readonly label: string;
  /** As shown and, where `written` does not say otherwise, as written. */
  readonly unit: string;
  readonly written?: string;
  readonly low: number;
  readonly high: number;
  readonly scale: 'linear' | 'log';
  /** After the point of a linear slider; significant ones of a logarithmic one. */
  readonly digits: number;
  readonly group: ControlGroup;
  readonly key: string;
  /** Key of a mapping that the value is written into, in place of what the case has under `key`. */
  readonly within?: string;
  /** Set with it. */
  readonly besides?: Readonly<Record<string, string>>;
  /** In the unit shown; undefined where the case has no such number. */
  readonly read: (of: Read) => number | undefined;
}

export const controlGroups = { cathode: 'Cathode', transport: 'Transport', particles: 'Particles', membrane: 'Membrane',
  cell: 'Cell' } as const;
export type ControlGroup = keyof typeof controlGroups;

/** What a value is read from. */
export interface Read {
  /** As written: a graded layer is one layer. */
  readonly given: Case;
  readonly prepared: PreparedCase;
  readonly document: ResultDocument['case'];
}

const celsius = 273.15;

/** A cathode of one layer; a slider of several would move all of them alike. */
const readOneLayer = (read: (of: Read) => number | undefined) => (of: Read): number | undefined =>
  of.given.cathode.layers.length === 1 ? read(of) : undefined;
/** What a graded layer has many of. */
const readUniform = (read: (of: Read) => number | undefined) =>
  readOneLayer((of) => (written(of).gradient ? undefined : read(of)));
const layer = ({ document }: Read): ResultDocument['case']['layers'][number] => document.layers[0];
const written = ({ given }: Read): Case['cathode']['layers'][number] => given.cathode.layers[0];
const hasElectrolyte = (of: Read): boolean => layer(of).volumeFractions.electrolyte > 0;
const withElectrolyte = (read: (of: Read) => number | null) =>
  readUniform((of) => (hasElectrolyte(of) ? read(of) ?? undefined : undefined));

/** Of the membrane, as the case or the library states it at its reference temperature [mS/cm]; undefined where it is no plain number. */
function membraneConductivity({ given, prepared: { materials } }: Read): number | undefined {
  const stated = given.membrane.electrolyte.overrides.ionicConductivity;
  if (typeof stated === 'number') return stated / units.mS_cm;
  const path = `${materials.membrane.name}.ionicConductivity`;
  const found = stated === undefined ? materials.ledger.find((record) => record.path === path) : undefined;
  const value = found?.unit === 'mS/cm' ? Number(found.value) : NaN;
  return value > 0 ? value : undefined;
}

/** In the order of the page. */
export const controls: readonly Control[] = [
  { id: 'capacity', label: 'Areal capacity', unit: 'mAh/cm²', written: 'mAh/cm^2', low: 0.5, high: 20, scale: 'log',
    digits: 3, group: 'cathode', key: 'cathode.arealCapacity',
    read: readOneLayer(({ document }) => document.theoreticalArealCapacity_mAh_cm2) },
  { id: 'thickness', label: 'Cathode thickness', unit: 'µm', written: 'um', low: 10, high: 800, scale: 'log', digits: 3,
    group: 'cathode', key: 'cathode.thickness', read: readOneLayer(({ document }) => document.cathodeThickness_um) },
  { id: 'loading', label: 'Mass loading', unit: 'mg/cm²', written: 'mg/cm^2', low: 2, high: 200, scale: 'log',
    digits: 3, group: 'cathode', key: 'cathode.massLoading',
    read: readOneLayer(({ document }) => document.cathodeLoading_mg_cm2) },
  { id: 'active', label: 'Active material', unit: 'wt%', written: '%', low: 40, high: 97, scale: 'linear', digits: 1,
    group: 'cathode', key: 'cathode.massFractions.activeMaterial',
    besides: { 'cathode.massFractions.electrolyte': 'rest' },
    read: withElectrolyte((of) => (written(of).massFractions ? 100 * layer(of).massFractions.activeMaterial : null)) },
  { id: 'porosity', label: 'Porosity', unit: 'vol%', written: '%', low: 0, high: 50, scale: 'linear', digits: 1,
    group: 'cathode', key: 'cathode.porosity',
    read: readUniform((of) => (written(of).massFractions ? 100 * layer(of).porosity : undefined)) },
  { id: 'tortuosity', label: 'Tortuosity factor of the ions', unit: '', low: 1, high: 300, scale: 'log', digits: 3,
    group: 'transport', key: 'cathode.ionicTransport', within: 'tortuosityFactor',
    read: withElectrolyte((of) => layer(of).ionicTortuosityFactor) },
  { id: 'ions', label: 'Ionic conductivity in the cathode', unit: 'mS/cm', low: 0.001, high: 10, scale: 'log',
    digits: 3, group: 'transport', key: 'cathode.ionicTransport', within: 'effectiveConductivity',
    read: withElectrolyte((of) => layer(of).effectiveIonicConductivity_mS_cm) },
  { id: 'electrons', label: 'Electronic conductivity in the cathode', unit: 'mS/cm', low: 0.001, high: 1000,
    scale: 'log', digits: 3, group: 'transport', key: 'cathode.electronicTransport', within: 'effectiveConductivity',
    read: readUniform((of) => layer(of).effectiveElectronicConductivity_mS_cm) },
  { id: 'radius', label: 'Particle radius', unit: 'µm', written: 'um', low: 0.05, high: 15, scale: 'log', digits: 3,
    group: 'particles', key: 'cathode.activeMaterial.particleRadius',
    read: readUniform((of) =>
      written(of).particles || activeReferences(written(of)).length > 1
        ? undefined
        : of.prepared.materials.layers[0].activeMaterial.particleRadius / units.um
    ) },
  { id: 'coverage', label: 'Surface in contact with electrolyte', unit: '%', low: 5, high: 100, scale: 'linear',
    digits: 0, group: 'particles', key: 'cathode.coverage',
    read: readUniform((of) => (written(of).contact ? undefined : 100 * layer(of).coverage)) },
  { id: 'membrane', label: 'Membrane thickness', unit: 'µm', written: 'um', low: 5, high: 1000, scale: 'log', digits: 3,
    group: 'membrane', key: 'membrane.thickness', read: ({ prepared }) => prepared.case.membrane.thickness / units.um },
  { id: 'membraneIons', label: 'Ionic conductivity of the membrane', unit: 'mS/cm', low: 0.01, high: 30, scale: 'log',
    digits: 3, group: 'membrane', key: 'membrane.electrolyte.ionicConductivity', read: membraneConductivity },
  { id: 'temperature', label: 'Temperature', unit: '°C', written: 'degC', low: -20, high: 90, scale: 'linear',
    digits: 0, group: 'cell', key: 'temperature', read: ({ prepared }) => prepared.case.temperature - celsius },
];

/** Keys with what moving a control to a value writes; null takes a key away that says the same in another way. */
export function writtenBy({ key, within, besides, unit, written = unit }: Control,
  value: string): Readonly<Record<string, string | null>>
{
  const text = `${value} ${written}`.trim();
  const at = key.lastIndexOf('.') + 1;
  const others = groupOf(key.slice(at)).map((other) => `${key.slice(0, at)}${other}`).filter((other) => other !== key);
  return {
    ...Object.fromEntries(others.map((other) => [other, null])),
    [key]: within === undefined ? text : `{${within}: ${text}}`,
    ...besides,
  };
}

/** Between 0 and 1 along the slider; beyond its ends where the value is. */
export function positionOf({ low, high, scale }: Control, value: number): number {
  if (scale === 'linear') return (value - low) / (high - low);
  return value > 0 ? Math.log(value / low) / Math.log(high / low) : 0;
}

/** The text that stands for a place along the slider, with the digits of the control. */
export function textAt({ low, high, scale, digits }: Control, position: number): string {
  if (scale === 'linear') return (low + position * (high - low)).toFixed(digits);
  return plain(low * (high / low) ** position, digits);
}

/** A value as the control shows it. */
export const shownBy = ({ scale, digits }: Control, value: number): string =>
  scale === 'linear' ? value.toFixed(digits) : plain(value, digits);

/** Significant digits without an exponent. */
const plain = (value: number, digits: number): string => String(Number(value.toPrecision(digits)));
