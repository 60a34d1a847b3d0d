import type { ParameterRecord } from '../config/case.js';
import { spreadEnd } from '../config/fields/spread.js';
import type { MaterialDescription, MaterialSummary } from '../materials/describe-material.js';
import { cardKit, type CardOptions } from './card.js';
import { hanging, type Paint } from './text-layout.js';
import { tableOf, words } from './text-table.js';

/** Material as `catholith materials` lists it, and as it shows one; of a film nobody says at which temperatures its values hold. */
export type MaterialLine = Omit<MaterialSummary, 'kind'>;
export type MaterialSheet =
  & Omit<MaterialDescription, 'kind' | 'temperatureRange' | 'overridable'>
  & Partial<Pick<MaterialDescription, 'temperatureRange'>>;

const detailIndent = 18;

/** Every material with what it is. */
export const materialList = (materials: readonly MaterialLine[], options: CardOptions): string =>
  `${
    cardKit(options).titled(tableOf('', materials, [
      words('material', ({ name }) => name),
      words('kind', ({ kindName }) => kindName),
      words('what it is', ({ title }) => title),
    ])).join('\n')
  }\n`;

/** Describes one material: value, unit and status of each property, its source below it, and what else was reported. */
export function materialCard(material: MaterialSheet, options: CardOptions): string {
  const { paint, width } = cardKit(options);
  const range = material.temperatureRange;
  return `${
    [
      [
        `${paint('bold', material.name)}  ${material.kindName}`,
        hanging('', material.title, 2, width),
        ...(range === undefined ? [] : [`  trusted from ${celsius(range[0])} to ${celsius(range[1])} °C`]),
      ],
      ...material.properties.map((record) => [propertyBlock(record, width, paint)]),
    ].map((lines) => lines.join('\n')).join('\n\n')
  }\n`;
}

function propertyBlock(record: ParameterRecord, width: number, paint: Paint): string {
  const marked = record.status === 'assumed' || record.status === 'fitted';
  const detail = (head: string, text: string | undefined) =>
    text === undefined ? [] : [hanging(`  ${head}`, text, detailIndent, width, (plain) => paint('dim', plain))];
  const alternatives = (record.alternatives ?? []).map(({ value, source, note }) =>
    `${value} (${source}${note === undefined ? '' : `; ${note}`})`
  );
  return [
    hanging(record.label, `${record.value} ${record.unit === '-' ? '' : record.unit}`.trim(), 36, width,
      (plain) => paint('cyan', plain)),
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
