import { problemsOf } from './case-problems.js';
import type { CaseIssue, Loaded } from './case.js';
import { imageSchema } from './image-description.js';
import type { ImageDescription } from './image-types.js';
import { dotted, isRecord, type Path } from './raw.js';
import { wrongStructure } from './wording.js';
import { readYaml } from './yaml-source.js';

/** Description of an image, and where its keys stand. */
export type ImageReading = Loaded<{
  description: ImageDescription;
  locate: (path: Path) => Pick<CaseIssue, 'file' | 'line' | 'column'>;
}>;

/** Reads the text of the file beside an image. */
export function parseImage(text: string, file: string): ImageReading {
  const yaml = readYaml(text, file);
  if (!yaml.readable) return { ok: false, issues: yaml.issues };
  if (!isRecord(yaml.data)) {
    return { ok: false,
      issues: [...yaml.issues, { ...yaml.position([], 'value'), key: '', ...wrongStructure('object', yaml.data) }] };
  }
  const result = imageSchema.safeParse(yaml.data);
  const problems = (result.error?.issues ?? []).flatMap((issue) =>
    problemsOf(issue, yaml.data, (path) => path, imageSchema)
  );
  const issues = [...yaml.issues,
    ...problems.map(({ path, of, ...words }) => ({ ...yaml.position(path, of), key: dotted(path), ...words }))];
  if (issues.length > 0 || !result.success) return { ok: false, issues };
  return { ok: true, description: result.data, locate: (path) => yaml.position(path, 'value') };
}
