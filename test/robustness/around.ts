import fc from 'fast-check';
import { isMap, isSeq, parseDocument, type Scalar, visit } from 'yaml';

/** Words, counts, shares that add up to one: they stay as they are. */
const asWritten =
  /^(title|source|name|mesh|numerics|volumeShare|share|classes|slices|voxels|realisations|seed|repeat)$/;
const quantity = /^(C\/)?([-+]?\d*\.?\d+(?:e[-+]?\d+)?)(?![\d.])(.*)$/is;

/**
 * The same case with every number of its file within 10 % of what it is, in steps of a thousandth; those of one list keep their order, and tables
 * stay. A finding is made small towards the case as it is written.
 */
export function around(text: string): fc.Arbitrary<string> {
  const { errors: [unread] } = parseDocument(text);
  if (unread) throw unread;
  const count = groupsOf(parseDocument(text)).length;
  return fc.array(fc.integer({ min: -100, max: 100 }), { minLength: count, maxLength: count }).map((drawn) => {
    const document = parseDocument(text);
    groupsOf(document).forEach((group, i) => {
      for (const scalar of group) scalar.value = scaled(scalar.value, 1 + drawn[i] / 1000);
    });
    return document.toString({ lineWidth: 0 });
  });
}

/** The numbers of a file, those of one list together. */
function groupsOf(document: ReturnType<typeof parseDocument>): readonly (readonly Scalar[])[] {
  const groups = new Map<unknown, Scalar[]>();
  visit(document, {
    Pair: (_at, { key, value }) =>
      asWritten.test(String(key)) || (String(key) === 'massFractions' && !String(value).includes('rest'))
        ? visit.SKIP
        : undefined,
    Seq: (_at, { items }) => (items.some(isSeq) ? visit.SKIP : undefined),
    Scalar(at, scalar, path) {
      if (at === 'key' || scaled(scalar.value, 2) === scalar.value) return;
      const list = path.find((one) => isSeq(one) && !one.items.some(isMap)) ?? scalar;
      groups.set(list, [...(groups.get(list) ?? []), scalar]);
    },
  });
  return [...groups.values()];
}

/** "5 um" and C/20 by a factor, and of a share near one what it lacks; what is no number stays. */
function scaled(value: unknown, factor: number): unknown {
  if (typeof value === 'number')
    return Number((value > 0.5 && value <= 1 ? 1 - (1 - value) * factor : value * factor).toPrecision(6));
  const match = typeof value === 'string' ? quantity.exec(value) : null;
  return match ? `${match[1] ?? ''}${Number((Number(match[2]) * factor).toPrecision(6))}${match[3]}` : value;
}
