import { conversionOf } from '../units/conversion.js';
import { folderOf, pathFrom } from './case-source.js';
import { curveAxes } from './fields/curve-field.js';
import type { FileContext } from './file-findings.js';
import { type CsvColumn, type CsvTable, numbersOf, readCsv, tableBehind } from './files/csv-table.js';
import { readYaml } from './files/yaml-source.js';
import { define, isRecord, own, type Path, type PlainRecord } from './plain-data.js';
import { csvText } from './profile-source.js';
import { type Wording, wording } from './wording.js';

/**
 * Materials of one's own from the files that a case names, and measured curves from the CSV files that these or the case name. A file of
 * materials is itself a mapping with the key `materials`; what it names lies beside it.
 */
export function withMaterials(data: PlainRecord, context: FileContext): PlainRecord {
  const withFiles = { ...data };
  if (data.materials !== undefined) withFiles.materials = ownMaterials(data.materials, context);
  for (const section of ['cathode', 'anode', 'membrane']) {
    if (isRecord(data[section])) withFiles[section] = withCurves(data[section], [section], context);
  }
  return withFiles;
}

/** The name of a file for all of them, or a mapping whose values may be names of files. */
function ownMaterials(input: unknown, context: FileContext): unknown {
  if (typeof input === 'string') return fromFile(input, ['materials'], context);
  if (!isRecord(input)) return input;
  const materials: PlainRecord = {};
  for (const [name, written] of Object.entries(input)) {
    const path = ['materials', name];
    const material = typeof written === 'string'
      ? fromFile(written, path, context)
      : withCurves(written, path, context);
    define(materials, name, material);
  }
  return materials;
}

/** What a file of materials has at the path; `{}` where it cannot be read, which says that itself. */
function fromFile(file: string, path: Path, context: FileContext): unknown {
  const { folder, textOf, findings } = context;
  const place = pathFrom(folder, file);
  const text = /\.(ya?ml|json)$/i.test(file) ? textOf(file) : undefined;
  const source = text === undefined ? undefined : readYaml(text, place);
  const record = isRecord(source?.data) ? source.data : {};
  findings.issues.push(...source?.issues ?? []);
  const written = path.reduce<unknown>((at, step) => (isRecord(at) ? own(at, String(step)) : undefined), record);
  if (source === undefined || written === undefined) {
    const words = source === undefined ? wording.missingMaterials(place) : wording.notInFile(path, place);
    findings.problems.push({ ...words, path });
    findings.add(path);
    return {};
  }
  findings.add(path, (rest, of) => source.position([...path, ...rest], of));
  const below: FileContext = { ...context, folder: folderOf(place),
    textOf: (name) => textOf(pathFrom(folderOf(file), name)) };
  // a file holds what it holds; it names no further file of materials
  return withCurves(written, path, below);
}

/** The rows of every curve below a path in place of the name of its file. */
function withCurves(input: unknown, path: Path, context: FileContext): unknown {
  if (Array.isArray(input)) return input.map((one: unknown, i) => withCurves(one, [...path, i], context));
  if (!isRecord(input)) return input;
  if (typeof input.file === 'string' && path.at(-1) !== 'particles')
    return loadedCurve(input, input.file, path, context);
  const copy: PlainRecord = {};
  for (const [key, value] of Object.entries(input)) {
    define(copy, key, withCurves(value, [...path, key], context));
  }
  return copy;
}

function loadedCurve(input: PlainRecord, file: string, path: Path,
  { folder, textOf, findings }: FileContext): PlainRecord
{
  const place = pathFrom(folder, file);
  const text = csvText(file, place, textOf);
  const refuse = (words: Wording, key: string): PlainRecord => {
    findings.problems.push({ ...words, path: [...path, key] });
    findings.add(path);
    return input;
  };
  if (typeof text !== 'string') return refuse(text, 'file');
  if (input.rows !== undefined) return refuse(wording.onlyOneOf(['file', 'rows'], ['file', 'rows']), 'rows');
  const whole = readCsv(text);
  const { table, found: picked } = tableBehind(text, (columns) => instrumentColumns(columns, input))
    ?? { table: whole, found: columnsOf(whole, input) };
  if (!Array.isArray(picked)) return refuse(picked.words, picked.key);
  const { values, places, problems } = numbersOf(table, picked, 'as many numbers as the first line has titles');
  findings.issues.push(...problems.map((problem) => ({ file: place, key: '', ...problem })));
  const columns = picked.map((at) => table.columns[at]);
  findings.add(path, ([key, i, column]) => {
    const at = key === 'rows' ? places[Number(i)]?.[Number(column ?? 0)] : columns[Number(i)]?.place;
    return (key === 'rows' || key === 'units') && at ? { file: place, line: at.line, column: at.column } : undefined;
  });
  return { ...input, x: input.x ?? axisOf(columns[0]), rows: values, units: columns.map(({ unit }) => unit) };
}

/** The columns of a line of titles behind the preamble of an instrument: both of them have a unit, one of them that of an axis. */
function instrumentColumns(columns: readonly CsvColumn[], input: PlainRecord): [number, number] | undefined {
  const found = columnsOf({ columns, start: { line: 1, column: 1 } }, input);
  const isSo = Array.isArray(found) && axisOf(columns[found[0]]) && found.every((at) => columns[at].unit !== '');
  return isSo ? found : undefined;
}

/** What a curve of a material may be over, or a profile of a layer. */
const axes = { ...curveAxes, depth: ['depth', 'distance'] } as const;

const potentialTitles = ['potential', 'voltage', 'ewe', 'ecell', 'u', 'e'];

/** Which two columns: x by what it is called or by its unit, the value by `column`, else the other one of two, else what is a potential by its unit or name. */
function columnsOf({ columns, start }: Pick<CsvTable, 'columns' | 'start'>, input: PlainRecord):
  | [number, number]
  | { readonly words: Wording; readonly key: string }
{
  const titles = columns.map(({ title }) => title);
  if (columns.length < 2) return { words: wording.fewColumns(titles, start.line), key: 'file' };
  const find = (words: readonly string[]): number =>
    titles.findIndex((title) => words.some((word) => title.toLowerCase().startsWith(word)));
  const named = input.column === undefined ? -1 : titles.findIndex((title) => title === input.column);
  if (input.column !== undefined && named < 0)
    return { words: wording.unknownColumn(input.column, titles), key: 'column' };
  const axis = typeof input.x === 'string' && Object.hasOwn(axes, input.x)
    ? axes[input.x as keyof typeof axes]
    : Object.values(axes).flat();
  const called = find(axis);
  const x = Math.max(0, called < 0 ? columns.findIndex((column) => axisOf(column) !== undefined) : called);
  if (named >= 0) return [x !== named ? x : named === 0 ? 1 : 0, named];
  if (columns.length === 2) return [x, 1 - x];
  const volts = columns.findIndex(({ unit }) => unit !== '' && conversionOf(unit, 'voltage'));
  const value = volts >= 0
    ? volts
    : titles.findIndex((title, i) => i !== x && potentialTitles.some((word) => title.toLowerCase().startsWith(word)));
  return value < 0 ? { words: wording.whichColumn(titles), key: 'file' } : [x, value];
}

/** "Specific capacity [mAh/g]" begins with no word of the list, but no other axis has its unit. */
const axisOf = ({ title, unit }: CsvColumn): string | undefined =>
  Object.entries(axes).find(([, words]) => words.some((word) => title.toLowerCase().startsWith(word)))?.[0]
    ?? (unit !== '' && (['specificCapacity', 'charge'] as const).some((of) => conversionOf(unit, of))
      ? 'capacity'
      : undefined);
