import { conversionOf } from '../../units/conversion.js';
import { type DimensionName, dimensions } from '../../units/dimension.js';
import { type Json, typed } from './json-shape.js';

/** What an editor is told of a number: its type, its unit, and what may stand beside it. Fields refer to these definitions by name. */

const jsonTypes = { text: ['string'], number: ['number', 'string'], table: ['string', 'array'] } as const;

/** A value of a type, plain or annotated. */
export const valueJson = (type: keyof typeof jsonTypes): readonly Json[] => [
  ...jsonTypes[type].map((one) => ({ type: one })),
  { $ref: `#/$defs/annotated-${type}` },
];

/** A number of a dimension: bare, or text with its unit. */
export const quantityJson = (dimension: DimensionName): readonly Json[] =>
  isBare(dimension) ? valueJson('number') : [{ $ref: `#/$defs/${dimension}` }];

/** Whether a number without a unit is one. */
export const isBare = (dimension: DimensionName): boolean => dimension === 'fraction' || dimension === 'dimensionless';

/** What `valueJson` and `quantityJson` refer to: `{value: 77 um, source: ..., assumed: true, spread: 2}`. */
export function numberDefinitions(): Record<string, unknown> {
  const byType = Object.entries(jsonTypes).map(([name, plain]) => [
    `annotated-${name}`,
    // the number beside a `unit` is bare whatever the field
    annotated(typed(...new Set(['number', ...plain]))),
  ]);
  const byDimension = (Object.keys(dimensions) as DimensionName[]).filter((name) => !isBare(name)).map((name) => {
    const text = { type: 'string', pattern: unitPattern(name) };
    return [name, { anyOf: [text, annotated({ anyOf: [text, { type: 'number' }] })] }];
  });
  return Object.fromEntries([...byType, ...byDimension]) as Record<string, unknown>;
}

function annotated(value: Json): Json {
  const words = { type: 'string' };
  const mark = { type: 'boolean' };
  const number = typed('number', 'string');
  const spread = { ...number, description: 'holds the value in 80 % of cases: 2 for value/2 to value*2, or "10 %"',
    examples: [2, '10 %'] };
  const range = { type: 'array', description: 'the same as its two ends, the lower one first', items: number,
    minItems: 2, maxItems: 2 };
  const properties = { value, unit: words, source: words, assumed: mark, fitted: mark, derived: mark, note: words,
    spread, range };
  return { type: 'object', properties, required: ['value'], additionalProperties: false };
}

/**
 * A number and a unit that is no unit of another dimension. Units are written in more ways than a pattern knows ("µm", "mS cm-1"), so it names
 * those that are wrong: what the table of dimensions shows and this dimension cannot read.
 */
function unitPattern(dimension: DimensionName): string {
  const shown = Object.values(dimensions).flatMap((
    { si, display, larger },
  ) => [si, display, ...(larger ? [larger.unit] : [])]);
  const wrong = [...new Set(shown)].filter((unit) => unit !== '' && conversionOf(unit, dimension) === undefined)
    .map((unit) => unit.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const number = '[+\\-−]?[0-9.]+(?:[eE][+\\-]?[0-9]+)?(?![0-9.]|[eE][+\\-]?[0-9])';
  return `^\\s*${number}\\s*(?!(?:${wrong.join('|')})\\s*$)\\S`;
}
