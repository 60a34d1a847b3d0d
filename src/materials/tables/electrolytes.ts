import extract from '../../config/tables/electrolytes.json' with { type: 'json' };
import type { PrintedRow, TabledElectrolyte } from './printed.js';

/** Unit of each column here, and the factors of the other units that it may be printed in. */
const columns: Readonly<Record<string, readonly [unit: string, others?: Readonly<Record<string, number>>]>> = {
  conductivity: ['mS/cm', { 'S/cm': 1000 }],
  grainConductivity: ['mS/cm', { 'S/cm': 1000 }],
  activationEnergy: ['eV', { 'kJ/mol': 1 / 96.48533212 }],
  grainBoundaryActivationEnergy: ['eV'],
  density: ['g/cm^3'],
  bulkModulus: ['GPa'],
  shearModulus: ['GPa'],
  window: ['V'],
};

/** Printed numbers in the unit of their column; what has no column stays in the extract. */
const inColumns = (printed: (typeof extract.rows)[number]['printed'], where: string): Partial<PrintedRow> =>
  Object.fromEntries(Object.entries(printed).flatMap(([column, cell]) => {
    if (!Object.hasOwn(columns, column)) return [];
    const [unit, others] = columns[column];
    const factor = cell.unit === unit ? 1 : others?.[cell.unit];
    if (factor === undefined) throw new Error(`${where}: ${column} in ${cell.unit}, which is not known here`);
    const shown = (value: number): number => Number((value * factor).toPrecision(factor === 1 ? 15 : 4));
    return [[column, Array.isArray(cell.value) ? cell.value.map(shown) : shown(cell.value)]];
  }));

/** What the reviews print of an electrolyte, in the order of the extract. */
export const rowsOf = (material: string): readonly PrintedRow[] =>
  extract.rows.filter(({ name }) => name === material).map(({ name, id, printed, ...row }) =>
    ({ ...row, ...inColumns(printed, `${name}, ${id}`) }) as PrintedRow
  );

/** Electrolytes of which the library has what the reviews print, and no more. */
export const tabledElectrolytes = extract.materials.map((material) =>
  ({ ...material, rows: rowsOf(material.name) }) as TabledElectrolyte
);
