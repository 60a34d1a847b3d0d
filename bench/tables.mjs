import { digits, showSpread } from './statistics.mjs';
import { asShipped, ratios } from './work-precision.mjs';

/** The tables of `npm run bench` as Markdown text. */

const line = (values) => `| ${values.join(' | ')} |`;
const head = (names) => [line(names), line(names.map(() => '---'))];

function showSetting(
  { kind, cells, shells, tolerance, quadratic, shellRatio, grading, compiled, voltageOnly, hermite, order },
) {
  const mesh = Array.isArray(cells) ? cells.filter(Boolean).join('/') : cells;
  const extra = [
    quadratic && 'quadratic',
    shellRatio > 1 && `K ${digits(shellRatio)}`,
    shellRatio === 0 && 'matched',
    grading < 1 && `cells ${digits(grading)}`,
    compiled && 'compiled',
    voltageOnly && 'voltage only',
    hermite === false && 'no Hermite storage',
    order === 2 && 'order 2, Newton 1',
    (kind === 'tuned' || kind === 'shipped') && `**${kind}**`,
  ].filter(Boolean);
  return [`${mesh} x ${shells}`, tolerance.toExponential(), ...extra].join(', ');
}

/** K is the innermost shell over the outermost. */
const workPrecisionHead = [
  '',
  'cells x shells, tolerance',
  'ms: median (quartiles)',
  'with voltage',
  'with polarisation',
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
    digits(row.endToEnd.median),
    row.withPolarisation ? digits(row.withPolarisation.median) : '',
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
  const compared = sides.length < 2 ? [] : [shippedLine(asShipped(sides)), ...ratios(sides).map(ratioLine)];
  return ['', `### ${name}`, '', ...head(workPrecisionHead), ...rows, '', ...compared].join('\n');
}

function shippedLine({ simulated, endToEnd, ours, theirs }) {
  const errors = `${digits(ours.rms)} and ${digits(theirs.rms)} mV rms`;
  return `- shipped against shipped: ${digits(simulated.median)} times faster, ${
    digits(endToEnd.median)
  } with the voltage, at ${errors}`;
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

const shown = (parameters) => `catholith ${parameters.map((word) => word.split('/').pop()).join(' ')}`;

export const coldTable = (rows) =>
  ['', '### Whole process, cold', '', ...head(['', 'processor time, ms: median (quartiles)']),
    ...rows.map(({ command, time }) => line([`\`${shown(command)}\``, showSpread(time)]))].join('\n');
