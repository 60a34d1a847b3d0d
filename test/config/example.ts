import type { Case, CaseIssue, LoadedCase } from '../../src/config/case.js';
import { parseCase } from '../../src/config/parse-case.js';
import { formatIssue } from '../../src/config/wording.js';

/** A small valid case; the tests change one thing in it. */
export const example = `title: NMC811 | Li3InCl6 | Li
source: 10.1002/adma.202209074, Sec. 2.5.2
membrane:
  electrolyte: Li3InCl6
  thickness: 30 um
cathode:
  activeMaterial: NMC811
  electrolyte: Li3InCl6
  massFractions: {activeMaterial: 85 wt%, electrolyte: 15 wt%}
  porosity: 15 %
  thickness: 77 um
`;

export const meshes = {
  default: 'membraneCells: 10\ncathodeCells: 40\ngrading: 4\nshells: 20\nshellGrading: 1.2\n',
  fine: 'title: twice as fine\nmembraneCells: 20\ncathodeCells: 80\ngrading: 4\nshells: 40\nshellGrading: 1.1\n',
};

export const parse = (text: string, set: readonly string[] = []): LoadedCase =>
  parseCase(text, { file: 'configs/x.yaml', meshes, set });

/** The issues of a text as the lines that a user sees. */
export function linesOf(text: string, set: readonly string[] = []): string[] {
  const loaded = parse(text, set);
  return loaded.ok ? [] : loaded.issues.map(formatIssue);
}

export function issuesOf(text: string): readonly CaseIssue[] {
  const loaded = parse(text);
  return loaded.ok ? [] : loaded.issues;
}

export function loadedFrom(text: string, set: readonly string[] = []): LoadedCase & { ok: true } {
  const loaded = parse(text, set);
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  return loaded;
}

export const caseFrom = (text: string, set: readonly string[] = []): Case => loadedFrom(text, set).case;
