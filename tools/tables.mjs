/**
 * Makes membranes of what `tools/tables/films.json` holds of the reviews, so that no value is typed twice: `npm run tables`, and a test compares. The
 * extract has numbers and units as printed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const heading = '// Made by tools/tables.mjs of tools/tables: npm run tables.\n';

/** A value as TypeScript writes it. */
function literal(value) {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll('\'', '\\\'')}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return `{ ${members(value)} }`;
}

const members = (record) => Object.entries(record).map(([key, value]) => `${key}: ${literal(value)}`).join(', ');

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
  const { films: heads, rows, sources } = JSON.parse(readFileSync(at('tools/tables/films.json'), 'utf8'));
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
  'src/config/tabled-films.ts': films(),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(tables())) writeFileSync(at(path), text);
}
