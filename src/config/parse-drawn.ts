import { problemsOf } from './case-problems.js';
import type { CaseIssue, Loaded } from './case.js';
import { drawnSchema } from './drawn-schema.js';
import type { DrawnStructure } from './image-types.js';
import { dotted, isRecord, withoutNulls } from './raw.js';
import { wrongStructure } from './wording.js';
import { readYaml } from './yaml-source.js';

/** What a file of a structure to be made asks for. */
export type DrawnReading = Loaded<{ drawn: DrawnStructure }>;

/** Reads the text of a structure that is to be made; every problem is an issue with its place. */
export function parseDrawn(text: string, { file }: { readonly file: string }): DrawnReading {
  const yaml = readYaml(text, file);
  if (!yaml.readable) return { ok: false, issues: yaml.issues };
  if (!isRecord(yaml.data)) {
    return { ok: false,
      issues: [...yaml.issues, { ...yaml.position([], 'value'), key: '', ...wrongStructure('object', yaml.data) }] };
  }
  const data = withoutNulls(yaml.data);
  const result = drawnSchema.safeParse(data);
  const found = (result.error?.issues ?? []).flatMap((issue) => problemsOf(issue, data, (path) => path, drawnSchema))
    .map(({ path, of, ...words }): CaseIssue => ({ ...yaml.position(path, of), key: dotted(path), ...words }));
  const issues = [...yaml.issues, ...found];
  return issues.length > 0 || !result.success ? { ok: false, issues } : { ok: true, drawn: result.data };
}
