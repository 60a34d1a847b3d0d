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
const rowOf = ({ name, id, printed, ...row }) => ({ ...row, ...inColumns(printed, `${name}, ${id}`) });

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

/** A material on a line, its rows below it. */
const entry = ({ rows, ...head }) =>
  `  { ${members(head)}, rows: [\n${rows.map((row) => `    ${literal(row)},\n`).join('')}  ] },\n`;

/** A value as TypeScript writes it. */
function literal(value) {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll('\'', '\\\'')}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return `{ ${members(value)} }`;
}

const members = (record) => Object.entries(record).map(([key, value]) => `${key}: ${literal(value)}`).join(', ');

function names() {
  const { materials } = extract('electrolytes');
  return `${heading}/** Electrolytes that the library takes from the tables of the reviews. */
export const tabledElectrolyteNames = [
${inLines(materials.map(({ name }) => `${literal(name)},`))}] as const;
`;
}

/** Words side by side, as many as a line of the house holds. */
const inLines = (words) =>
  words.reduce((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && `${last} ${word}`.length <= 120
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, `  ${word}`];
  }, []).map((line) => `${line}\n`).join('');

/** Area of a disc of 10 mm, of which a conductance without an area is taken to be [cm^2]. */
const discArea = 0.785;

/** Printed numbers of a film: one number or the two ends of a range. */
const ends = (cell) => (Array.isArray(cell.value) ? cell.value : [cell.value, cell.value]);
const rounded = (value) => Number(value.toPrecision(4));
const filmColumns = {
  conductivity: ({ conductivity: cell }) =>
    cell && ends(cell).map((value) => rounded(cell.unit === 'S/cm' ? 1000 * value : value)),
  thickness: ({ thickness: cell }) => cell && ends(cell),
  binder: ({ binder: cell }) => cell && ends(cell),
  strength: ({ strength: cell }) => cell && ends(cell).map((value) => (cell.unit === 'kPa' ? value / 1000 : value)),
};

/** What the rows of a film print of a quantity: the first row and all ends. */
function printedOf(rows, column) {
  const found = rows.flatMap((row) => {
    const values = filmColumns[column](row.printed);
    return values ? [{ row, values }] : [];
  });
  if (found.length === 0) return undefined;
  const [{ row, values: [low, high] }] = found;
  const all = found.flatMap(({ values }) => values);
  const others = found.slice(1).filter(({ values }) => values[0] !== low || values[1] !== high);
  return { row, value: rounded((low + high) / 2), low: Math.min(...all), high: Math.max(...all), others,
    note: low === high ? [] : [`the middle of ${low} to ${high}`] };
}

/** A number of a case with its source, what contradicts it, and the range of both. */
function annotated(found, unit, sources, choice) {
  const { row, value, low, high, others, note } = found;
  const source = (one) => {
    if (sources[one.source] === undefined) throw new Error(`${one.id}: the source ${one.source} is not in the list`);
    return `${sources[one.source]}, ${one.where}`;
  };
  const beside = others.map((one) => `${[...new Set(one.values)].join(' to ')} ${unit} in ${source(one.row)}`);
  const notes = [...note, ...beside, ...(others.length > 0 && choice ? [`chosen: ${choice}`] : [])];
  return { value: `${value} ${unit}`, source: source(row), ...(notes.length > 0 && { note: notes.join('; ') }),
    ...(low < high && { range: [`${low} ${unit}`, `${high} ${unit}`] }) };
}

/** kappa = G L / A of a conductance without an area. */
function ofConductance(rows, thickness, sources) {
  const row = rows.find(({ printed }) => printed.conductance !== undefined);
  if (row === undefined || thickness === undefined) return undefined;
  const conductance = row.printed.conductance.value;
  return { value: `${rounded((conductance * thickness.value * 1e-4) / discArea)} mS/cm`, assumed: true,
    source: `${sources[row.source]}, ${row.where}`,
    note: `${conductance} mS of an area that is not printed, taken as ${discArea} cm^2` };
}

/** A film as the section membrane of a case. */
function membraneOf({ name, electrolyte, frame, choice }, rows, sources) {
  const [thickness, conductivity, binder] = ['thickness', 'conductivity', 'binder'].map((column) =>
    printedOf(rows, column)
  );
  const measured = conductivity
    ? annotated(conductivity, 'mS/cm', sources, choice)
    : ofConductance(rows, thickness, sources);
  return {
    film: name,
    electrolyte,
    ...(thickness && { thickness: annotated(thickness, 'um', sources, choice) }),
    ...(measured && { ionicTransport: { effectiveConductivity: measured,
      referenceTemperature: `${conductivity?.row.temperature ?? 25} degC` } }),
    ...(frame && binder && { frame, frameMassFraction: annotated(binder, '%', sources, choice) }),
  };
}

function films() {
  const { films: heads, rows, sources } = extract('films');
  const entries = heads.map((head) => {
    const own = rows.filter(({ film }) => film === head.name);
    const strength = printedOf(own, 'strength');
    const film = { title: head.title, ...(strength && { strength: annotated(strength, 'MPa', sources) }),
      membrane: membraneOf(head, own, sources) };
    return `  ${literal(head.name)}: ${literal(film)},\n`;
  });
  return `${heading}import type { PrintedFilm } from './film.js';

/** Films of solid electrolyte in the reviews, each as the section membrane of a case. */
export const films: Readonly<Record<string, PrintedFilm>> = {
${entries.join('')}};
`;
}

/** Text by file. */
export const tables = () => ({
  'src/materials/tables/electrolytes.ts': electrolytes(),
  'src/config/tabled-names.ts': names(),
  'src/config/tabled-films.ts': films(),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(tables())) writeFileSync(at(path), text);
}
