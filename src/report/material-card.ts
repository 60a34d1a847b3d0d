import type { ParameterRecord } from '../config/case.js';
import { spreadEnd } from '../config/spread.js';
import { hanging, type Paint, painter, table } from './text-layout.js';

/** Material as `catholith materials` lists it; plain data of this shape, so that the writer needs no material library. */
export interface MaterialLine {
  readonly name: string;
  /** In words: "active material". */
  readonly kindName: string;
  readonly title: string;
}

export interface MaterialSheet extends MaterialLine {
  /** Temperatures at which the values may be trusted [K]. */
  readonly temperatureRange?: readonly [number, number];
  /** Records, one per property. */
  readonly properties: readonly ParameterRecord[];
}

export interface TextOptions {
  readonly colour: boolean;
  readonly width: number;
}

const narrowest = 60;
const detailIndent = 18;

/** Every material, one line each. */
export function materialList(materials: readonly MaterialLine[], options: TextOptions): string {
  const paint = painter(options.colour);
  const wide = (pick: (material: MaterialLine) => string) =>
    Math.max(...materials.map((material) => pick(material).length), 'material'.length);
  const room = Math.max(narrowest, options.width) - wide((material) => material.name)
    - wide((material) => material.kindName) - 4;
  const rows = materials.map(({ name, kindName, title }) => [
    name,
    kindName,
    title.length > room ? `${title.slice(0, room - 1)}…` : title,
  ]);
  return `${table(['material', 'kind', 'what it is'], rows, ['left', 'left', 'left'], paint)}\n`;
}

/** Describes one material: value, unit and status of each property, its source below it, and what else was reported. */
export function materialCard(material: MaterialSheet, options: TextOptions): string {
  const paint = painter(options.colour);
  const width = Math.max(narrowest, options.width);
  const range = material.temperatureRange;
  const head = [
    `${paint('bold', material.name)}  ${material.kindName}`,
    hanging('', material.title, 2, width),
    ...(range === undefined ? [] : [`  trusted from ${celsius(range[0])} to ${celsius(range[1])} °C`]),
  ];
  return `${
    [head.join('\n'), ...material.properties.map((record) => propertyBlock(record, width, paint))].join('\n\n')
  }\n`;
}

function propertyBlock(record: ParameterRecord, width: number, paint: Paint): string {
  const marked = record.status === 'assumed' || record.status === 'fitted';
  const detail = (head: string, text: string | undefined) =>
    text === undefined ? [] : [hanging(`  ${head}`, text, detailIndent, width, (plain) => paint('dim', plain))];
  const alternatives = (record.alternatives ?? []).map(
    ({ value, source, note }) => `${value} (${source}${note === undefined ? '' : `; ${note}`})`,
  );
  return [
    hanging(record.label, `${record.value} ${record.unit}`.trim(), 36, width, (plain) => paint('cyan', plain)),
    ...detail('key', record.path),
    hanging('  status', marked ? record.status.toUpperCase() : record.status, detailIndent, width,
      (plain) => paint(marked ? 'yellow' : 'dim', plain)),
    ...detail('source', record.source),
    ...detail('note', record.note),
    ...detail('80 % interval', spreadText(record)),
    ...alternatives.flatMap((text) => detail('also reported', text)),
  ].join('\n');
}

const spreadText = ({ spread }: ParameterRecord): string | undefined =>
  spread && `${spreadEnd(spread, 'low')} to ${spreadEnd(spread, 'high')}`;

const celsius = (kelvin: number): number => Math.round(kelvin - 273.15);
