import type { CaseIssue, Loaded, Wording } from '../../config/case.js';
import { isRecord, own, type PlainRecord, quotedData } from '../../config/plain-data.js';

/** Versions whose constants mean the same; before 0.3 the current at a given rate constant was half as large. */
const versions = /^(0\.[45]|1\.\d+)(\.\d+)?$/;

/** A BPX file as data, or why it is none. */
export function readBpxText(text: string, file: string): Loaded<{ data: PlainRecord }> {
  const refuse = (words: Wording, at = 0, key = ''): { ok: false; issues: CaseIssue[] } => {
    const before = text.slice(0, at).split('\n');
    return { ok: false,
      issues: [{ file, line: before.length, column: before[before.length - 1].length + 1, key, ...words }] };
  };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const { message } = error as Error;
    const [, at] = /position (\d+)/.exec(message) ?? [];
    return refuse({ code: 'wrong-type', expected: 'a BPX file, which is JSON', received: reasonOf(message),
      remedy: 'give the .json file as it was published' }, at === undefined ? text.length : Number(at));
  }
  const header = isRecord(data) ? own(data, 'Header') : undefined;
  if (!isRecord(data) || !isRecord(header) || own(header, 'BPX') === undefined) {
    return refuse({ code: 'missing-key', expected: 'a BPX file: "Header" with "BPX", the version of the format',
      received: quotedData(data), remedy: 'other formats cannot be imported' });
  }
  const version = String(typeof header.BPX === 'number' ? header.BPX.toFixed(1) : header.BPX);
  if (!versions.test(version)) {
    return refuse({
      code: 'out-of-range',
      expected: 'BPX 0.4, 0.5 or 1.x',
      received: quotedData(header.BPX),
      remedy: version.startsWith('0.') ? oldLawRemedy : 'give the file in one of these versions',
    }, Math.max(0, text.indexOf('"BPX"')), 'Header: BPX');
  }
  return { ok: true, data };
}

/** Until 0.3 the standard had half the current of today. */
const oldLawRemedy =
  'write "BPX": "0.4.0"; the rate constants stay where they are meant for j = 2 j0 sinh(F eta / 2RT), as in the examples '
  + 'of the standard, and are halved where for j = j0 sinh(F eta / 2RT)';

/** Without the position, which the line tells, and without the text of the file that newer engines quote. */
const reasonOf = (message: string): string => message.replace(/,? "[\s\S]*$| (in JSON )?at position[\s\S]*$/, '');
