import type { FieldProblem } from './annotation.js';
import { readQuantity } from './field.js';
import { isRecord, type Path } from './raw.js';
import { wording, wrongStructure } from './wording.js';

/** One line of a bill of materials as a source prints it. */
export interface PrintedLine {
  readonly material: string;
  /** [kg] */
  readonly mass: number;
  /** [$ kg^-1] */
  readonly price: number;
  /** [$] */
  readonly cost: number;
  /** Of the cost of the whole. */
  readonly share: number;
}

export const billColumns = {
  mass: { dimension: 'mass', example: '31.613 g' },
  price: { dimension: 'price', example: '22 $/kg' },
  cost: { dimension: 'money', example: '0.6955 $' },
  share: { dimension: 'fraction', example: '12.4 %' },
} as const;
const lineKeys = ['material', ...Object.keys(billColumns)];

/** The lines of `bill:`; all of a line is printed, or there is nothing to check. */
export function readBill(raw: unknown, problems: FieldProblem[]): PrintedLine[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    problems.push({ ...wrongStructure('array', raw), path: ['bill'] });
    return [];
  }
  return raw.map((line: unknown, i) => readLine(line, ['bill', i], problems));
}

function readLine(raw: unknown, place: Path, problems: FieldProblem[]): PrintedLine {
  const given = isRecord(raw) ? raw : {};
  for (const key of Object.keys(given).filter((name) => !lineKeys.includes(name))) {
    problems.push({ ...wording.unknownKey(key, lineKeys), path: [...place, key] });
  }
  if (typeof given.material !== 'string') {
    problems.push({ ...wording.missing('the material of the line', 'material: NCM811'), path: [...place, 'material'] });
  }
  const number = (key: keyof typeof billColumns): number => {
    const { dimension, example } = billColumns[key];
    const reading = readQuantity(given[key], dimension, { example });
    if (reading.ok) return reading.value;
    problems.push(...reading.problems.map((problem) => ({ ...problem, path: [...place, key, ...problem.path] })));
    return 0;
  };
  return { material: String(given.material), mass: number('mass'), price: number('price'), cost: number('cost'),
    share: number('share') };
}
