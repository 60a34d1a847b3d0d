import type { CaseIssue } from './case-issue.js';
import { studyKinds } from './file-kinds.js';
import { readYaml, type YamlSource } from './files/yaml-source.js';
import { mergeSources, partOf, withoutKeys } from './merge-sources.js';
import { define, isRecord, type Path, type PlainRecord } from './plain-data.js';
import { wording } from './wording.js';

/** Keys of a case file that are about several designs of it, or for editors; `run` takes what they change from. */
const studyKeys = ['base', 'compareAt', '$schema', ...studyKinds.map(({ key }) => key)];

export interface CaseSource {
  /** The case alone: what `base` names with this file's own keys over it. */
  readonly source: YamlSource;
  /** The file as it stands. */
  readonly written: YamlSource;
}

interface FileContext {
  readonly file: string;
  readonly textOf?: (name: string) => string | undefined;
}

/** More files than anybody reads one after the other. */
const longestChain = 64;

/** Follows `base: other.yaml`, from the folder of the file that names it. */
export function caseSource(written: YamlSource, { file, textOf = () => undefined }: FileContext,
  above: readonly string[] = []): CaseSource
{
  const own = withoutKeys(written, studyKeys);
  const base: unknown = isRecord(written.data) ? written.data.base : undefined;
  if (base === undefined || base === null) return { source: own, written };
  const broken = (words: ReturnType<typeof wording.wrongType>): CaseSource => {
    const issue: CaseIssue = { ...written.position(['base'], 'value'), key: 'base', ...words };
    return { source: { ...own, issues: [...own.issues, issue], readable: false }, written };
  };
  if (typeof base !== 'string')
    return broken(wording.wrongType('the name of a case file', base, 'base: conventional.yaml'));
  const path = pathFrom(folderOf(file), base);
  const files = [...above, file];
  if (files.includes(path)) return broken(wording.circularBase(base));
  if (files.length === longestChain) return broken(wording.longBase(base, longestChain));
  const text = textOf(base);
  if (text === undefined) return broken(wording.missingBase(base));
  const context = { file: path, textOf: (name: string) => textOf(pathFrom(folderOf(base), name)) };
  const below = caseSource(readYaml(text, path), context, files);
  return { source: mergeSources(namedFromHere(below.source, folderOf(base)), own), written };
}

/** What another file says, with the names of further files from the folder of the one that starts from it. */
function namedFromHere(source: YamlSource, folder: string): YamlSource {
  if (folder === '' || !isRecord(source.data)) return source;
  const at = (name: string): string => pathFrom(folder, name);
  const { materials } = source.data;
  const files = typeof materials === 'string'
    ? { materials: at(materials) }
    : isRecord(materials)
    ? { materials: mapped(materials, (one) => (typeof one === 'string' ? at(one) : withFiles(one, at))) }
    : {};
  return { ...source, data: { ...withFiles(source.data, at) as PlainRecord, ...files } };
}

const fileKeys = ['file', 'image', 'packing'];

/** Every `file:` (and image and packing of a structure) at every depth. */
function withFiles(input: unknown, at: (name: string) => string): unknown {
  if (Array.isArray(input)) return input.map((one: unknown) => withFiles(one, at));
  if (!isRecord(input)) return input;
  return mapped(input,
    (value, key) => (fileKeys.includes(key) && typeof value === 'string' ? at(value) : withFiles(value, at)));
}

function mapped(record: PlainRecord, of: (value: unknown, key: string) => unknown): PlainRecord {
  const copy: PlainRecord = {};
  for (const [key, value] of Object.entries(record)) define(copy, key, of(value, key));
  return copy;
}

/** What stands at `place` of a file as a case: its own keys over those of the base that it names, or over `shared`. */
export function caseAt(place: Path, shared: YamlSource, written: YamlSource, context: FileContext): YamlSource {
  const own = partOf(written, place);
  return isRecord(own.data) && own.data.base !== undefined
    ? caseSource(own, context).source
    : mergeSources(shared, written, place);
}

/** `../a.yaml` from `configs/studies/maps/` -> `configs/studies/a.yaml`; a name from the root stays as it is. */
export function pathFrom(folder: string, name: string): string {
  if (/^([/\\]|[A-Za-z]:)/.test(name)) return name;
  const steps: string[] = [];
  for (const step of `${folder}${name}`.split('/')) {
    if (step === '.') continue;
    const last = steps[steps.length - 1];
    if (step === '..' && last !== undefined && last !== '' && last !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}

/** `configs/nmc811.yaml` -> `configs/`. */
export const folderOf = (file: string): string => file.slice(0, file.length - file.replace(/^.*[/\\]/, '').length);
