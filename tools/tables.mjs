/**
 * Makes the library's tables of what `tools/tables/*.json` hold of the reviews, so that no value is typed twice: `npm run tables`, and a test
 * compares. The extracts have numbers and units as printed; the tables have one unit per column.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const extract = (name) => JSON.parse(readFileSync(at(`tools/tables/${name}.json`), 'utf8'));

/** Column by column: its unit, and how many of it one of another unit is. */
const columns = {
  conductivity: ['mS/cm', { 'S/cm': 1000 }],
  grainConductivity: ['mS/cm', { 'S/cm': 1000 }],
  activationEnergy: ['eV', { 'kJ/mol': 1 / 96.48533212 }],
  grainBoundaryActivationEnergy: ['eV', {}],
  density: ['g/cm^3', {}],
  bulkModulus: ['GPa', {}],
  shearModulus: ['GPa', {}],
  window: ['V', {}],
};

const heading = '// Made by tools/tables.mjs of tools/tables: npm run tables.\n';

/** Printed numbers in the unit of their column; what has no column of its own stays in the extract. */
function inColumns(printed, where) {
  return Object.fromEntries(Object.entries(printed).filter(([column]) => column in columns).map(([column, cell]) => {
    const [unit, others] = columns[column];
    const factor = cell.unit === unit ? 1 : others[cell.unit];
    if (factor === undefined) throw new Error(`${where}: ${column} in ${cell.unit}, which is not known here`);
    const shown = (value) => Number((value * factor).toPrecision(factor === 1 ? 15 : 4));
    return [column, Array.isArray(cell.value) ? cell.value.map(shown) : shown(cell.value)];
  }));
}

/** A row of a table as the library reads it. */
const rowOf = ({ name, printed, ...row }) => ({ ...row, ...inColumns(printed, `${name}, ${row.id}`) });

/** Rows by the name of the material, in the order of the extract. */
function rowsByName(rows) {
  const byName = new Map();
  for (const row of rows) byName.set(row.name, [...byName.get(row.name) ?? [], rowOf(row)]);
  return byName;
}

function electrolytes() {
  const { materials, rows } = extract('electrolytes');
  const byName = rowsByName(rows);
  const own = new Set(materials.map(({ name }) => name));
  const others = [...byName.keys()].filter((name) => !own.has(name));
  return `${heading}import type { PrintedRow, TabledElectrolyte } from './printed.js';

/** Electrolytes of which the library has what the reviews print, and no more. */
export const tabledElectrolytes: readonly TabledElectrolyte[] = [
${materials.map((material) => entry({ ...material, rows: byName.get(material.name) })).join('')}];

/** What they print of electrolytes that have a file of their own. */
export const rowsBesideFiles: Readonly<Record<string, readonly PrintedRow[]>> = {
${others.map((name) => `  '${name}': [\n${byName.get(name).map((row) => `    ${literal(row)},\n`).join('')}  ],\n`).join('')}};
`;
}

const entry = ({ rows, ...head }) =>
  `  {\n${Object.entries(head).map(([key, value]) => `    ${key}: ${literal(value)},\n`).join('')}`
  + `    rows: [\n${rows.map((row) => `      ${literal(row)},\n`).join('')}    ],\n  },\n`;

/** A value as TypeScript writes it. */
function literal(value) {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll('\'', '\\\'')}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return `{ ${Object.entries(value).map(([key, one]) => `${key}: ${literal(one)}`).join(', ')} }`;
}

function names() {
  const { materials } = extract('electrolytes');
  return `${heading}/** Electrolytes that the library takes from the tables of the reviews. */
export const tabledElectrolyteNames = [
${materials.map(({ name }) => `  ${literal(name)},\n`).join('')}] as const;
`;
}

/** Text by file. */
export const tables = () => ({
  'src/materials/tables/electrolytes.ts': electrolytes(),
  'src/config/tabled-names.ts': names(),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(tables())) writeFileSync(at(path), text);
}
