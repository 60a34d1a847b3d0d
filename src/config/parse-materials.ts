import * as z from 'zod';
import { aText, expectArguments } from '../units/arguments.js';
import type { Loaded, Locate } from './case-issue.js';
import { problemsOf } from './case-problems.js';
import { folderOf } from './case-source.js';
import { ledgerOf } from './fields/ledger.js';
import { FileFindings } from './file-findings.js';
import { readYaml } from './files/yaml-source.js';
import { withMaterials } from './material-source.js';
import { type OwnMaterials, ownMaterialsField } from './own-materials.js';
import type { ParameterRecord } from './parameter-record.js';
import { completeOptions, type ParseOptions } from './parse-options.js';
import { dataAt, dotted, isRecord, type Path, type PlainRecord } from './plain-data.js';
import { wording } from './wording.js';

/** Materials of a file. */
export type MaterialsReading = Loaded<{
  materials: OwnMaterials;
  /** What the file gives, as `name.property`. */
  ledger: readonly ParameterRecord[];
  /** Where `name.property` stands. */
  locate: (name: string, key: string) => ReturnType<Locate>;
}>;

const schema = z.object({ materials: ownMaterialsField });

/** The materials of a file of its own, or of a case: what stands under `materials:`. */
export function parseMaterials(text: string,
  settings: Partial<Omit<ParseOptions, 'meshes' | 'set'>> = {}): MaterialsReading
{
  const { file, textOf = () => undefined } = completeOptions(settings);
  expectArguments({ text: [text, aText] });
  const yaml = readYaml(text, file);
  const written: PlainRecord = isRecord(yaml.data) ? yaml.data : {};
  if (!yaml.readable || written.materials === undefined) {
    const words = wording.missing('materials by name', 'materials: {my-NMC: {like: NMC811}}');
    const lacking = yaml.readable ? [{ ...yaml.position([], 'value'), key: 'materials', ...words }] : [];
    return { ok: false, issues: [...yaml.issues, ...lacking] };
  }
  const source = new FileFindings();
  const { materials } = withMaterials(written, { folder: folderOf(file), textOf, findings: source });
  const place = (path: Path, of: 'key' | 'value') => source.position(path, of) ?? yaml.position(path, of);
  const data: PlainRecord = { materials };
  const result = schema.safeParse(data);
  const found = (result.error?.issues ?? []).flatMap((issue) => problemsOf(issue, data, (path) => path, schema))
    .filter(({ path }) => !source.broken(path));
  const missing = source.problems.map((problem) => ({ ...problem, of: 'value' as const }));
  const issues = [...yaml.issues, ...source.issues,
    ...[...missing, ...found].map(({ path, of, ...words }) => ({ ...place(path, of), key: dotted(path), ...words }))];
  if (issues.length > 0 || !result.success) return { ok: false, issues };
  const sourceOf = ([, name]: Path): string => String(dataAt(data, ['materials', name, 'source']) ?? file);
  const ledger = ledgerOf(schema, data, { writtenPath: (path) => path, sourceOf })
    .map((record) => ({ ...record, path: record.path.slice('materials.'.length) }));
  return {
    ok: true,
    materials: result.data.materials,
    ledger,
    locate: (name, key) => {
      const path = ['materials', name, ...key.split('.').filter((step) => step !== '')];
      return { ...place(path, 'value'), key: dotted(path) };
    },
  };
}
