import { materialNames } from '../../config/material-names.js';
import { parseMaterials } from '../../config/parse-materials.js';
import { findMaterial } from '../../materials/library/index.js';
import { type CaseDraft, caseText } from '../case-text.js';
import { type Answers, dimensionOf, isCsv, listOf, sharesOf } from './questions.js';

/** The commented case file of a set of answers, of which each was found good. `csv` is the curve's path from the folder of the case. */
export function newCase(answers: Answers, csv: string | undefined): string {
  return caseText(draftOf(answers, csv));
}

const assumedPorosity = { value: '15 %', assumed: true, note: 'not known; pressed composites have 5 to 25 %' };

function draftOf(answers: Answers, csv: string | undefined): CaseDraft {
  const { title, active = '', like, against, electrolyte = '', membrane = '', anode = '', porosity } = answers;
  const own = csv === undefined ? undefined : nameOf(active);
  const [lower, upper] = listOf(answers.cutoffs ?? '');
  return {
    head: [
      'Written by catholith new. docs/own-cell.md explains the keys; `catholith schema --markdown` lists all of them.',
      'Any number may say where it comes from: {value: 15 %, source: notebook 12}, or {..., assumed: true}.',
    ],
    remarks: {
      'cathode.porosity': 'void only; or thickness and mass loading, from which it follows',
      'cathode.massFractions': 'of the solids',
      'protocol.rates': 'each after a charge at C/10 to the upper cut-off; see docs/protocols.md',
      ...(own !== undefined
        && { [`materials.${own}`]: `What the curve does not say is that of ${like}, and assumed.` }),
    },
    data: {
      title,
      cell: cellOf(answers),
      materials: own === undefined ? undefined : {
        [own]: { like, openCircuitPotential: potentialOf(csv, against) },
      },
      anode: anodeOf(anode, electrolyte),
      membrane: { electrolyte, [dimensionOf(membrane, ['mass', 'length']) === 'mass' ? 'mass' : 'thickness']: membrane,
        ...(dimensionOf(membrane, ['mass'])
          && { porosity: { value: '10 %', assumed: true, note: 'of a cold-pressed membrane' } }) },
      cathode: {
        activeMaterial: own ?? active,
        electrolyte,
        ...compositionOf(answers.fractions ?? ''),
        porosity: porosity === 'unknown' ? assumedPorosity : porosity,
        ...amountOf(answers.amount ?? ''),
      },
      protocol: { rates: listOf(answers.rates ?? ''), lowerCutoffVoltage: lower, upperCutoffVoltage: upper },
    },
  };
}

/** A name that the library does not have, from that of the file. */
const nameOf = (file: string): string =>
  `own-${file.replace(/^.*[/\\]/, '').replace(/\.csv$/i, '').replace(/[^\w.-]/g, '-')}`;

function cellOf({ format = 'pouch', size = '', cells }: Answers): Record<string, unknown> | undefined {
  if (format === 'pouch') return undefined;
  if (format === 'bipolar') {
    const thickness = { value: '10 um', assumed: true, note: 'not asked for' };
    return { format, bipolar: { cells: Number(cells), plate: { material: 'stainless-steel', thickness } } };
  }
  return { format, [dimensionOf(size, ['length']) ? 'diameter' : 'area']: size };
}

const roles = ['activeMaterial', 'electrolyte', 'carbon', 'binder'] as const;

/** What is there of carbon and binder has a material, of which the commonest is taken. */
function compositionOf(fractions: string): Record<string, unknown> {
  const shares = sharesOf(fractions) ?? [];
  const there = roles.map((role, i) => [role, shares[i] ?? 0] as const).filter(([role, share]) =>
    share > 0 || role === 'electrolyte' || role === 'activeMaterial'
  );
  const names: string[] = there.map(([role]) => role);
  return { ...(names.includes('carbon') && { carbon: 'VGCF' }), ...(names.includes('binder') && { binder: 'PTFE' }),
    massFractions: Object.fromEntries(there) };
}

const keys = { mass: 'mass', massLoading: 'massLoading', length: 'thickness', arealCapacity: 'arealCapacity' } as const;

function amountOf(amount: string): Record<string, string> {
  const text = amount.replace(/ active$/, '');
  const dimension = dimensionOf(text, ['mass', 'massLoading', 'length', 'arealCapacity']) ?? 'length';
  return { [text !== amount && dimension === 'massLoading' ? 'activeMassLoading' : keys[dimension]]: text };
}

/** A plane, or a composite of the same electrolyte with some more capacity than the cathode. */
function anodeOf(anode: string, electrolyte: string): Record<string, unknown> {
  if (materialNames.planarAnode.includes(anode)) return { material: anode };
  const assumed = (value: string | number, note: string) => ({ value, assumed: true, note });
  return {
    activeMaterial: anode,
    electrolyte,
    massFractions: { activeMaterial: assumed(0.7, 'not asked for'), electrolyte: assumed(0.3, 'not asked for') },
    porosity: assumedPorosity,
    nToP: assumed(1.1, 'customary'),
  };
}

/**
 * Cut-offs of the full cell, against the anode's potential when charged: the ends of the curve of a CSV file, whose text `textOf` gives, else the
 * windows of both electrodes where the library knows them.
 */
export function customaryCutoffs(answers: Answers, textOf: (csv: string) => string | undefined = () => undefined):
  | string
  | undefined
{
  const { active = '', like, anode = '' } = answers;
  const libraryWindow = windowOf(isCsv(active) ? like ?? '' : active);
  const [low, high] = isCsv(active) && endsOfCurve(answers, textOf)
    || (libraryWindow ? [libraryWindow.discharged - margin, libraryWindow.charged] : []);
  const shift = materialNames.planarAnode.includes(anode) ? planePotential(anode) : windowOf(anode)?.charged;
  if (low === undefined || high === undefined || shift === undefined) return undefined;
  const show = (volts: number): string => `${Number(volts.toFixed(2))} V`;
  return `${show(Math.max(0, low - shift))}, ${show(high - shift)}`;
}

/** Lowest and highest potential of the CSV file as a case reads it [V, against lithium]; undefined where it cannot be read, which the case says. */
function endsOfCurve({ active = '', like, against }: Answers, textOf: (csv: string) => string | undefined) {
  const materials = { own: { like, openCircuitPotential: potentialOf('curve.csv', against) } };
  const read = parseMaterials(JSON.stringify({ materials }), { file: 'case', textOf: () => textOf(active) });
  const curve = read.ok ? read.materials.own.properties.openCircuitPotential : undefined;
  if (typeof curve !== 'object' || !('points' in curve)) return undefined;
  const reference = typeof curve.against === 'string' ? planePotential(curve.against) ?? 0 : curve.against ?? 0;
  const values = curve.points.map(([, value]) => value + reference);
  return [Math.min(...values), Math.max(...values)] as const;
}

const potentialOf = (file: string | undefined, against: string | undefined) => ({ file,
  ...(against !== 'Li' && { against }) });

/** A discharge may go below the equilibrium voltage of its end by so much [V]. */
const margin = 1;

const windowOf = (name: string) => findMaterial(name)?.windowPotentials;

function planePotential(name: string): number | undefined {
  const material = findMaterial(name);
  const value = material?.kind === 'planarAnode' ? material.properties.equilibriumPotential?.value : undefined;
  return typeof value === 'number' ? value : undefined;
}
