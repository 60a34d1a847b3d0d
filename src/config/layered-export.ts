/** Three lines of titles: of a cycle, of a step behind one comma, of a record behind two. */
const titles = /^\s*Cycle[^\r\n]*\r?\n,[^,\r\n][^\r\n]*\r?\n,,[^,\r\n]/;
/** What a step is called; the first step of a cycle may stand on the line of its cycle. */
const kindOfStep = /(?:^|,)([^,]*(?:rest|chg|charge|pulse|pause)[^,]*)/i;

/**
 * The export of BTSDA in layers (Neware) as one table: its records, each with the kind of its step in a column before them. Lines of cycles
 * and steps become empty, so that every record keeps its line. Any other text stays as it is.
 */
export function flattened(text: string): string {
  const plain = text.replace(/^\uFEFF/, '');
  if (!titles.test(plain)) return text;
  let kind = '';
  return plain.split(/\r?\n/).map((line, i) => {
    if (i === 2) return `Step Type,${line.slice(2)}`;
    if (i > 2 && line.startsWith(',,')) return `${kind},${line.slice(2)}`;
    if (i > 2) kind = kindOfStep.exec(line)?.[1] ?? kind;
    return '';
  }).join('\n');
}
