import { parentPort } from 'node:worker_threads';
import { readMeshes } from '../../src/config/read-case.js';
import { textBeside } from './case-files.js';
import { judgeCell, judgeFile, type Verdict } from './verdict.js';

/** One trial: a text, and where it stands. */
export interface Trial {
  readonly kind: 'file' | 'cell';
  readonly text: string;
  readonly path: string;
  readonly meshFolder: string;
  readonly runs: boolean;
}

export function judge({ kind, text, path, meshFolder, runs }: Trial): Promise<Verdict> {
  const options = { file: path, meshes: readMeshes(meshFolder), textOf: textBeside(path) };
  return kind === 'file' ? judgeFile(text, options, runs) : judgeCell(text, options);
}

parentPort?.on('message', (trial: Trial) => {
  void judge(trial).then((verdict) => parentPort?.postMessage(verdict));
});
