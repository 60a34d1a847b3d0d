import type { Loaded } from '../../config/case.js';
import { aPath, aText, expectArguments } from '../../units/arguments.js';
import { type CaseDraft, caseText } from '../case-text.js';
import { functionOf } from './bpx-function.js';
import { BpxSource, type Named, type SectionPath } from './bpx-source.js';
import { readBpxText } from './bpx-text.js';
import { materialName, readElectrode, readPores, referenceTemperature } from './electrode.js';
import { leftBehind, type NotCarried } from './left-behind.js';
import { assumedValue, derivedFrom, optionalQuantity, quantity, sourceOf } from './quantity.js';

export type { NotCarried } from './left-behind.js';

/** A case file that a BPX file stands for. */
export interface ImportedCase {
  /** The text of the case file; the source of every value is its BPX key. */
  readonly text: string;
  /** BPX keys that the case holds. */
  readonly carried: readonly string[];
  /** BPX keys that it does not hold, and why. */
  readonly notCarried: readonly NotCarried[];
}

const electrolyteName = 'BPX-electrolyte';
const everySection = ['Cell', 'Electrolyte', 'Negative electrode', 'Positive electrode', 'Separator'];

/**
 * Reads a BPX file (Battery Parameter eXchange, versions 0.4 to 1.x, full models) as the text of a case: one unit cell of its electrode area.
 * Kinetics and transport of BPX are those of the equations here, in other words:
 *
 *   j = 2 j0 sinh(F eta / 2RT),  j0 = F K sqrt(ce/ce0 s (1 - s))    i0 at s = 1/2:  F K / 2
 *   kappaEff = B kappa,  DEff = B D                                tau = eps / B
 *   a = 3 epsActive / R                                            epsActive = a R / 3
 *
 *   K   reaction rate constant [mol m^-2 s^-1]
 *   B   transport efficiency
 *   a   surface area per unit volume [m^-1]
 *   R   particle radius [m]
 *
 * Source: the BPX standard and its implementation, github.com/FaradayInstitution/BPX, v1.1.1. `file` is the name in messages and in the case.
 */
export function importBpx(text: string, file: string): Loaded<{ imported: ImportedCase }> {
  expectArguments({ text: [text, aText], file: [file, aPath] });
  const read = readBpxText(text, file);
  if (!read.ok) return read;
  const source = new BpxSource(read.data, text, file);
  const draft = draftOf(source, file);
  if (draft === undefined || source.issues.length > 0) return { ok: false, issues: source.issues };
  const about = aboutFile(source, file);
  const notCarried = leftBehind(source);
  const head = [...about, ...(notCarried.length > 0 ? ['', 'Not in this case:'] : []),
    ...notCarried.flatMap(({ key, why }) => folded(`- ${key}: ${why}`))];
  return { ok: true, imported: { text: caseText({ ...draft, head }), carried: keysIn(draft.data), notCarried } };
}

function draftOf(source: BpxSource, file: string): Pick<CaseDraft, 'data' | 'remarks'> | undefined {
  const remedy = 'single-particle and partial files do not hold what the equations need';
  const there = everySection.filter((name) => source.section(['Parameterisation', name], remedy));
  if (there.length < everySection.length) return undefined;
  const electrolyte = readElectrolyte(source);
  const negative = readElectrode(source, 'Negative', electrolyteName);
  const positive = readElectrode(source, 'Positive', electrolyteName);
  const membrane = readSeparator(source);
  const cell = readCell(source);
  const title = source.text(['Header', 'Title']) ?? 'a cell of a BPX file';
  const references = source.text(['Header', 'References']);
  const temperature = readTemperature(source);
  if (!electrolyte || !negative || !positive || !membrane || !cell) return undefined;
  return {
    remarks,
    data: {
      title,
      source: references ?? nameOf(file),
      temperature,
      materials: {
        [electrolyteName]: electrolyte,
        [materialName('Negative')]: negative.material,
        [materialName('Positive')]: positive.material,
      },
      anode: negative.layer,
      membrane,
      cathode: positive.layer,
      ...cell,
    },
  };
}

const remarks = {
  materials: 'Materials of the file; BPX has no densities and no names of compounds.',
  'membrane.frame': 'Of what the separator is BPX does not say; it decides masses.',
  'protocol.charge': 'BPX parameters describe the cell from its charged rest on.',
  'protocol.nominalArealCapacity': '1C: the nominal capacity over the area of all electrode pairs.',
  'cell.format':
    'BPX says nothing of foils and housing: no pouch, no cost; energies are per mass of the cathode layer.',
};

/** The first of several keys that is there: BPX 1 moved some of them to "State". */
function firstOf(source: BpxSource, ...paths: readonly SectionPath[]): Named<number> | undefined {
  const found = paths.map((path) => source.optional(path, 'positive'));
  return found.find((named) => named !== undefined);
}

function readTemperature(source: BpxSource) {
  const cell = ['Parameterisation', 'Cell'];
  const initial = firstOf(source, ['State', 'Initial conditions', 'Initial temperature [K]'], [...cell,
    'Initial temperature [K]']);
  if (initial) return quantity(initial, 'K');
  const other = firstOf(source, ['State', 'Thermal environment', 'Ambient temperature [K]'], [...cell,
    'Ambient temperature [K]'], [...cell, 'Reference temperature [K]']);
  return other ? quantity(other, 'K') : assumedValue('298.15 K', 'the file has none');
}

function readElectrolyte(source: BpxSource) {
  const path = ['Parameterisation', 'Electrolyte'];
  const rest = firstOf(source, ['State', 'Initial conditions', 'Initial electrolyte concentration [mol.m-3]'], [...path,
    'Initial concentration [mol.m-3]']);
  const concentration = rest ? quantity(rest, 'mol/m^3') : assumedValue('1000 mol/m^3', 'the file has none');
  const transference = source.number([...path, 'Cation transference number'], 'any');
  const around = rest?.value ?? 1000;
  const follow = (key: string, name: string, unit: string) => {
    const named = source.function([...path, key]);
    return named && functionOf(source, [...path, key], named, ['electrolyte', name, unit], [around, around]);
  };
  const energy = (of: string) =>
    optionalQuantity(source.optional([...path, `${of} activation energy [J.mol-1]`]), 'J/mol');
  const ionicConductivity = follow('Conductivity [S.m-1]', 'ionicConductivity', 'S/m');
  const saltDiffusivity = follow('Diffusivity [m2.s-1]', 'saltDiffusivity', 'm^2/s');
  const energies = { ionicConductivityActivationEnergy: energy('Conductivity'),
    saltDiffusivityActivationEnergy: energy('Diffusivity') };
  if (!transference || !ionicConductivity || !saltDiffusivity) return undefined;
  return {
    kind: 'electrolyte',
    title: 'electrolyte of the file',
    density: assumedValue('1.26 g/cm^3', 'BPX has no density of materials; it decides masses, not curves'),
    initialConcentration: concentration,
    referenceConcentration: concentration,
    ionicConductivity,
    saltDiffusivity,
    ...energies,
    transferenceNumber: quantity(transference, ''),
    thermodynamicFactor: { value: 1, source: 'the BPX standard: no activity coefficient' },
    referenceTemperature: referenceTemperature(source),
  };
}

function readSeparator(source: BpxSource) {
  const path = ['Parameterisation', 'Separator'];
  const thickness = source.number([...path, 'Thickness [m]']);
  const pores = readPores(source, path);
  if (!thickness || !pores) return undefined;
  return { electrolyte: electrolyteName, thickness: quantity(thickness, 'um', 1e6),
    electrolyteFraction: quantity(pores.porosity, ''), frame: 'polyethylene', ionicTransport: pores.ionicTransport };
}

const rates = ['C/10', 'C/5', 'C/2', '1C', '2C'];

function readCell(source: BpxSource) {
  const path = ['Parameterisation', 'Cell'];
  const area = source.number([...path, 'Electrode area [m2]']);
  const pairs = source.number([...path, 'Number of electrode pairs connected in parallel to make a cell']);
  const nominal = source.number([...path, 'Nominal cell capacity [A.h]']);
  const lower = source.number([...path, 'Lower voltage cut-off [V]'], 'any');
  const upper = source.number([...path, 'Upper voltage cut-off [V]'], 'any');
  if (!area || !pairs || !nominal || !lower || !upper) return undefined;
  return {
    protocol: {
      charge: 'ideal',
      rates,
      nominalArealCapacity: derivedFrom(nominal.value / (area.value * pairs.value) / 10, 'mAh/cm^2', [nominal, area,
        pairs], 'nominal capacity / (area x pairs)'),
      lowerCutoffVoltage: quantity(lower, 'V'),
      upperCutoffVoltage: quantity(upper, 'V'),
    },
    cell: { format: 'pellet', area: quantity(area, 'cm^2', 1e4) },
  };
}

function aboutFile(source: BpxSource, file: string): string[] {
  const version = String(source.take(['Header', 'BPX']));
  const model = source.text(['Header', 'Model']) ?? 'no model named';
  const description = source.text(['Header', 'Description']);
  const from = `From ${nameOf(file)}, BPX ${version}, ${model}; the source of every value is its key there.`;
  return [from, ...(description === undefined ? [] : folded(description))];
}

const nameOf = (file: string): string => file.replace(/^.*[/\\]/, '');

/** Lines of a remark. */
function folded(text: string): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= 116) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

/** Every BPX key that a value of the draft has as its source. */
function keysIn(data: unknown): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { source } = node as { readonly source?: unknown };
    const keys = typeof source === 'string' && source.startsWith(sourceOf('')) ? source.slice(sourceOf('').length) : '';
    for (const key of keys.split('; ')) if (key !== '') found.add(key);
    Object.values(node).forEach(visit);
  };
  visit(data);
  return [...found];
}
