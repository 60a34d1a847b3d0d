/**
 * RFC 4180: a field with a comma, a quote or a line break stands in quotes; what is not defined is empty. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it; what reads as a number stays.
 */
export function csvField(field: string | number | null | undefined): string {
  const text = String(field ?? '');
  const isFormula = /^[=+\-@\t\r]/.test(text) && (text.trim() === '' || !Number.isFinite(Number(text)));
  const harmless = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvLine = (fields: readonly (string | number | null | undefined)[]): string =>
  `${fields.map(csvField).join(',')}\n`;
