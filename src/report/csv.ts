/** RFC 4180: a field with a comma, a quote or a line break stands in quotes; what is not defined is empty. */
export function csvField(field: string | number | null | undefined): string {
  const text = String(field ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const csvLine = (fields: readonly (string | number | null | undefined)[]): string => `${fields.map(csvField).join(',')}\n`;
