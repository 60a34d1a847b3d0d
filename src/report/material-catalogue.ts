import type { ParameterRecord } from '../config/case.js';
import { markdownHead, markdownRow } from '../config/printable.js';
import type { MaterialSheet } from './material-card.js';

/** The library as tables in Markdown: what each material is taken with, and where its most important number comes from. */

/** A material or film, by its kind. */
export interface CatalogueEntry extends MaterialSheet {
  readonly kind: string;
}

interface Column {
  readonly title: string;
  readonly property: string;
}

interface Section {
  readonly kind: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** Only what has this. */
  readonly having?: string;
  /** Whose source stands at the end of the row. */
  readonly sourceOf: string;
}

const column = (title: string, property: string): Column => ({ title, property });
const density = column('density, g/cm³', 'density');

const sections: readonly Section[] = [
  { kind: 'electrolyte', title: 'Electrolytes', sourceOf: 'ionicConductivity', columns: [
    column('mS/cm', 'ionicConductivity'),
    column('eV', 'ionicConductivityActivationEnergy'),
    density,
    column('oxidised from, V', 'oxidationPotential'),
    column('bulk modulus, GPa', 'bulkModulus'),
    column('$/kg', 'price'),
  ] },
  { kind: 'electrolyte', title: 'Coatings of cathode particles', having: '(coating)', sourceOf: '(coating)', columns: [
    column('nm', '(coating)'),
    column('mS/cm', 'ionicConductivity'),
    column('Ω cm² of 10 nm', '(resistance)'),
    column('eV', 'ionicConductivityActivationEnergy'),
  ] },
  { kind: 'film', title: 'Films', sourceOf: 'ionicTransport.effectiveConductivity', columns: [
    column('electrolyte', 'electrolyte'),
    column('µm', 'thickness'),
    column('mS/cm', 'ionicTransport.effectiveConductivity'),
    column('Ω cm²', '(resistance)'),
    column('binder, wt%', 'frameMassFraction'),
    column('strength, MPa', 'strength'),
  ] },
  { kind: 'activeMaterial', title: 'Active materials', sourceOf: 'specificCapacity', columns: [
    column('mAh/g', 'specificCapacity'),
    column('charged and discharged, V', '(window)'),
    density,
    column('D, cm²/s', 'diffusivity'),
    column('σ, mS/cm', 'electronicConductivity'),
    column('$/kg', 'price'),
  ] },
  { kind: 'planarAnode', title: 'Planar anodes', sourceOf: 'equilibriumPotential', columns: [
    column('V', 'equilibriumPotential'),
    column('mAh/g', 'specificCapacity'),
    density,
    column('$/kg', 'price'),
  ] },
  { kind: 'passive', title: 'Carbons, binders, frames and foils', sourceOf: 'density', columns: [
    density,
    column('mS/cm', 'electronicConductivity'),
    column('$/kg', 'price'),
  ] },
];

const introduction = `# Catalogue

Every material and film that a case may name, with the values of the library (\`catholith materials --catalogue\`). A star marks what is assumed;
a range in brackets is what the sources span. \`catholith materials NAME\` prints all properties of a material with their sources and what contradicts
them; \`--out DIR\` adds its picture. The tables of the reviews are in \`src/config/tables\` and \`tools/tables\`, row by row.
`;

/** One table per kind, in the order of the library. */
export function materialCatalogue(all: readonly CatalogueEntry[]): string {
  const tables = sections.map((section) =>
    tableOf(section, all.filter((entry) =>
      entry.kind === section.kind && (section.having === undefined || recordOf(entry, section.having) !== undefined)
    ))
  );
  return [introduction, ...tables].join('\n');
}

function tableOf({ title, columns, sourceOf }: Section, entries: readonly CatalogueEntry[]): string {
  const head = ['name', ...columns.map((one) => one.title), 'source'];
  const rows = entries.map((entry) => [
    `\`${entry.name}\``,
    ...columns.map(({ property }) => shown(recordOf(entry, property))),
    recordOf(entry, sourceOf)?.source ?? '',
  ]);
  return `## ${title}\n\n${entries.length} entries.\n\n${markdownHead(head)}${rows.map(markdownRow).join('')}`;
}

const recordOf = ({ name, properties }: CatalogueEntry, property: string): ParameterRecord | undefined =>
  properties.find(({ path }) => path === `${name}.${property}` || path === `${name} ${property}`);

/** 1 eV per particle as kJ per mole. */
const electronvolt = 96.485;

/** Of a table its extent, of a function that it is one; moduli in GPa, activation energies in eV. */
function shown(record: ParameterRecord | undefined): string {
  if (record === undefined) return '';
  const { value, unit, status, spread } = record;
  const range = spread?.of === 'value' && spread.basis === 'alternatives'
    ? ` (${[spread.low, spread.high].map((end) => inColumn(spreadShown(record, end), unit, record.path)).join(' to ')})`
    : '';
  return `${inColumn(value, unit, record.path)}${status === 'assumed' ? '*' : ''}${range}`;
}

function inColumn(value: string, unit: string, path: string): string {
  if (/ at [\d.]+/.test(value)) {
    const values = [...value.matchAll(/([\d.e+-]+) at/g)].map(([, number]) => Number(number));
    return `${Math.min(...values)} to ${Math.max(...values)}`;
  }
  if (/[a-z]/.test(value.replace(/ and | to |e[+-]?\d/g, '')) && unit !== '-') return 'a function';
  if (unit === 'MPa' && path.endsWith('Modulus')) return String(Number(value) / 1000);
  return unit === 'kJ/mol' ? String(Number((Number(value) / electronvolt).toPrecision(3))) : value;
}

/** An end of a spread [SI] in the unit of the value, which is proportional to it. */
function spreadShown({ value, spread }: ParameterRecord, end: number): string {
  const scale = spread && spread.value !== 0 ? Number(value) / spread.value : 1;
  return String(Number((end * scale).toPrecision(3)));
}
