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

/** What the process of a court sends back. */
export interface Answer extends Verdict {
  /** Most memory that the process has taken so far. */
  readonly megabytes: number;
}

export function judge({ kind, text, path, meshes, runs }: Trial): Promise<Verdict> {
  const options = { file: path, meshes, textOf: textBeside(path) };
  return kind === 'file' ? judgeFile(text, options, runs) : judgeCell(text, options);
}

process.on('message', (trial: Trial) => {
  void judge(trial).then((verdict) =>
    process.send?.({ ...verdict, megabytes: process.resourceUsage().maxRSS / 1024 } satisfies Answer)
  );
});
