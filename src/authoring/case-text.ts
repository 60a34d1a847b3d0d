import { Document, isCollection, isMap, isPair, isScalar, isSeq, type Node, type Pair, visit } from 'yaml';

/** A case file to be written: its keys in order, what stands above all of it, and remarks above single keys. */
export interface CaseDraft {
  /** Keys that are undefined are left out. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Lines of comment at the top. */
  readonly head: readonly string[];
  /** Comment above a key, by its dotted path. */
  readonly remarks?: Readonly<Record<string, string>>;
}

const lineWidth = 120;

/** The text of a commented case file; values with a source and rows of tables stand on lines of their own. */
export function caseText({ data, head, remarks = {} }: CaseDraft): string {
  const document = new Document(data, { keepUndefined: false, aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_, pair, ancestors) => {
      if (!isScalar(pair.key)) return;
      const path = pathOf(pair, ancestors);
      const depth = path.length;
      const remark = remarks[path.join('.')];
      const remarked = Object.keys(remarks).some((key) => key.startsWith(`${path.join('.')}.`));
      if (remark !== undefined) pair.key.commentBefore = comment(remark.split('\n'));
      if (depth === 1 && isMap(pair.value)) pair.key.spaceBefore = true;
      const room = lineWidth - 2 * depth - String(pair.key.value).length;
      if (isCollection(pair.value) && !remarked && inOneLine(pair.value, room)) pair.value.flow = true;
    },
  });
  document.commentBefore = comment(head);
  return document.toString({ lineWidth, flowCollectionPadding: false });
}

const comment = (lines: readonly string[]): string => lines.map((line) => (line === '' ? '' : ` ${line}`)).join('\n');

function pathOf(pair: Pair, ancestors: readonly (Document | Node | Pair)[]): string[] {
  return [...ancestors.filter((node) => isPair(node)), pair].map(({ key }) => String(isScalar(key) ? key.value : key));
}

/** A list of plain values or of rows, a value with its annotation, a few short words: what fits into a line. */
function inOneLine(node: Node, room: number): boolean {
  if (isSeq(node)) return node.items.every((item) => isScalar(item) || (isSeq(item) && inOneLine(item, room)));
  return isMap(node) && node.items.every(({ value }) => isScalar(value) || isSeq(value))
    && JSON.stringify(node).length <= room;
}
