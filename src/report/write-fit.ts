import { stringify } from 'yaml';
import type { FitDocument } from '../results/fit-schema.js';
import { formatNumber } from '../units/quantity.js';
import { type Note, ReportFolder } from './files/report-folder.js';
import { fitCsv, fitReport } from './fit-report.js';
import { fitTitle } from './fit-tables.js';
import { putFiles } from './write-files.js';

/** Writes fit.html, fit.json, fit.csv, fitted.yaml and the figure below `dir`; returns their paths. `base`: the case, from `dir`. */
export async function writeFit(document: FitDocument, dir: string, base: string, note?: Note): Promise<string[]> {
  const figures = [(await import('./figures/fit-curves.js')).fitCurves(document)].filter((one) => one !== undefined);
  const folder = await ReportFolder.open(dir, 'fit.html', note);
  try {
    await putFiles(folder, figures, {
      'fit.html': fitReport(document, figures),
      'fit.json': `${JSON.stringify(document)}\n`,
      'fit.csv': fitCsv(document),
      ...(document.parameters.length > 0 && { 'fitted.yaml': fittedCase(document, base) }),
    });
    return await folder.finish(fitTitle(document));
  } finally {
    folder.close();
  }
}

/** The fitted case as a file over the one that was fitted: each fitted key with its mark, its interval and what it was fitted to. */
export function fittedCase({ title, parameters, curves }: FitDocument, base: string): string {
  const files = curves.map(({ file }) => file).join(', ');
  const data: Record<string, unknown> = { title: `${title}, fitted`, base };
  for (const { key, unit, value, profileLow, profileHigh } of parameters) {
    const ends = [profileLow, profileHigh].map((end) => (end === null ? 'open' : formatNumber(end, 3)));
    place(data, key.split('.'), {
      value: `${formatNumber(value, 6)} ${unit}`.trim(),
      fitted: true,
      note: `fitted to ${files}; 95 %: ${ends[0]} to ${`${ends[1]} ${unit}`.trim()}`,
      // what stood beside the value before is not where this one comes from
      source: null,
      assumed: null,
    });
  }
  return stringify(data, { lineWidth: 0 });
}

function place(data: Record<string, unknown>, [step, ...below]: readonly string[], value: unknown): void {
  if (below.length === 0) {
    data[step] = value;
    return;
  }
  const inside = (data[step] ??= {}) as Record<string, unknown>;
  place(inside, below, value);
}
