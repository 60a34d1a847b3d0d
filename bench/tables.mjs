import { digits, showSpread } from './statistics.mjs';
import { ratios } from './work-precision.mjs';

/** The tables of `npm run bench` as Markdown text. */

const line = (values) => `| ${values.join(' | ')} |`;
const head = (names) => [line(names), line(names.map(() => '---'))];

function showSetting({ kind, cells, shells, tolerance, quadratic, shellRatio }) {
  const mesh = Array.isArray(cells) ? cells.filter(Boolean).join('/') : cells;
  const extra = [quadratic && 'quadratic', shellRatio > 1 && `K ${shellRatio}`, kind === 'tuned' && 'tuned'].filter(
    Boolean,
  );
  return [`${mesh} x ${shells}`, tolerance.toExponential(0), ...extra].join(', ');
}

/** K is the innermost shell over the outermost. */
const workPrecisionHead = [
  '',
  'cells x shells, tolerance',
  'ms: median (quartiles)',
  'rms mV',
  'max mV',
  'at 5 s mV',
  'end 1e-6',
  'steps',
  'Newton',
  'unknowns',
  'ns/unknown/step',
];

const workPrecisionRow = (side, row) =>
  line([
    side,
    showSetting(row.setting),
    showSpread(row.time),
    row.cells > 1 ? `${digits(row.rms)} (worst ${digits(row.worstRms)})` : digits(row.rms),
    digits(row.max),
    digits(row.at5s),
    digits(1e6 * row.end),
    row.steps,
    row.newtonIterations ?? '',
    row.unknowns,
    digits(row.nanosecondsPerUnknownAndStep),
  ]);

export function workPrecisionTable(name, sides) {
  const rows = sides.flatMap(({ side, rows: ofSide }) => ofSide.map((row) => workPrecisionRow(side, row)));
  const compared = sides.length < 2 ? [] : ratios(sides).map(ratioLine);
  return ['', `### ${name}`, '', ...head(workPrecisionHead), ...rows, '', ...compared].join('\n');
}

function ratioLine({ theirs, cells, without, ratio, least }) {
  const row = `- against ${showSetting(theirs.setting)}, rms ${digits(theirs.rms)} mV: `;
  if (!ratio) return `${row}no setting of ours is as exact`;
  if (cells === 1) return `${row}${digits(ratio.median)} times faster at equal or smaller rms error`;
  return `${row}${showSpread(ratio)} times faster cell by cell, least ${
    digits(least)
  }; none as exact on ${without} of ${cells} cells`;
}

export function scalingTable(rows) {
  const lines = rows.map(({ kind, cells, unknowns, nanoseconds, newtonPerStep, bytesPerStep }) =>
    line([kind, cells, unknowns, digits(nanoseconds), newtonPerStep.toFixed(2), bytesPerStep.toFixed(0)])
  );
  const names = ['', 'cells', 'unknowns', 'ns/unknown/step', 'Newton/step', 'bytes/step'];
  return ['', '### Cost of a step against the number of cells', '', ...head(names), ...lines].join('\n');
}

export const coldLine = (command, time) => `\n### Whole process, cold\n\n${command}: ${showSpread(time)} ms`;
