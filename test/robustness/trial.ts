import { textBeside } from './case-files.js';
import { judgeCell, judgeFile, type Verdict } from './verdict.js';

/** One trial: a text, and where it stands. */
export interface Trial {
  readonly kind: 'file' | 'cell';
  readonly text: string;
  readonly path: string;
  readonly meshes: Readonly<Record<string, string>>;
  readonly runs: boolean;
}

export function judge({ kind, text, path, meshes, runs }: Trial): Promise<Verdict> {
  const options = { file: path, meshes, textOf: textBeside(path) };
  return kind === 'file' ? judgeFile(text, options, runs) : judgeCell(text, options);
}
