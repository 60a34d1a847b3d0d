/** Content of a field; what is not defined is empty. */
export type Field = string | number | null | undefined;

/**
 * RFC 4180: a field with a comma, a quote or a line break stands in quotes; what is not defined is empty. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it; what reads as a number stays.
 */
export function csvField(field: Field): string {
  const text = String(field ?? '');
  const isFormula = /^[=+\-@\t\r]/.test(text) && (text.trim() === '' || !Number.isFinite(Number(text)));
  const harmless = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvLine = (fields: readonly Field[]): string => `${fields.map(csvField).join(',')}\n`;

/** Columns by their names, in their order. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row) => Field>>;

/** A line of names, then one for each row. */
export const csvTable = <Row>(columns: CsvColumns<Row>, rows: readonly Row[]): string => {
  const values = Object.values(columns);
  return [csvLine(Object.keys(columns)), ...rows.map((row) => csvLine(values.map((value) => value(row))))].join('');
};
