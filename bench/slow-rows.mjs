import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { layeredOxides } from '../dist/study/ranges/calibrated-band.js';
import { logarithmicError, mean, rootMeanSquare, smallestShare } from '../dist/study/scores.js';
import { deviateOf80 } from '../dist/transport/normal-distribution.js';

/**
 * Whether slow rows miss by a bias or by scatter: the tables of docs/reproduce.md, from what two commands print.
 *
 *   catholith reproduce --json > rows.json;  catholith validate --json > cells.json
 *   node bench/slow-rows.mjs rows.json cells.json
 *
 * e = ln(computed/reported), bias b = mean of e, scatter s = sqrt(mean of (e - b)^2), rms^2 = b^2 + s^2. Beside them the same of the rule "75 %
 * of the theoretical capacity", and z, the rms of e over the deviation of the row's own interval to that side: 1 where that is as wide as the misses.
 */
const { positionals: [rowsFile, cellsFile] } = parseArgs({ allowPositionals: true });
const documentOf = (file) => JSON.parse(readFileSync(file, 'utf8'));
const isSlow = ({ cRate }) => cRate !== null && cRate <= layeredOxides.slowUpTo * (1 + 1e-9);

/** A side that theory cuts off at the computed value, in ln: it says nothing on a deviation. */
const leastWidth = 0.005;

/** e of the computed value and of the rule, and e over the deviation of the interval on the side of the measured value. */
const errorOf = ({ measured, predicted, nominal, low, high }) => {
  const e = logarithmicError({ measured, predicted, nominal });
  const end = e > 0 ? Math.max(low, smallestShare * nominal) : high;
  const width = Math.abs(Math.log(end / predicted));
  return { e, rule: Math.log((0.75 * nominal) / measured), z: width < leastWidth ? NaN : (e * deviateOf80) / width };
};

function parts(values) {
  const bias = mean(values);
  return [bias, rootMeanSquare(values.map((value) => value - bias)), rootMeanSquare(values)];
}

const fixed = (value) => value.toFixed(2).padStart(7);

function line(name, errors) {
  if (errors.length === 0) return;
  const of = (key) => errors.map((one) => one[key]);
  console.log(
    `${name.padEnd(44)}${String(errors.length).padStart(4)}${parts(of('e')).map(fixed).join('')}   ${
      parts(of('rule')).map(fixed).join('')
    }   ${fixed(rootMeanSquare(of('z').filter(Number.isFinite)))}`,
  );
}

/** The first group whose pattern a name matches. */
const groupOf = (groups, name) => groups.find(([, pattern]) => pattern.test(name))[0];
const materials = [['layered oxides', /^(NMC|NCA|LCO)/], ['sulfur and sulfides', /sulfur|Li2S|SeS2|FeS2/], ['LFP',
  /^LFP/], ['others', /./]];
const electrolytes = [['polymers and gels', /PEO|PVDF|DOL|polyether|polymer/], ['oxides, sintered or infiltrated',
  /LL[ZT]|LATP|LCBO/], ['pressed powders', /./]];

const heading = `${''.padEnd(44)}   n   bias scatter  rms      75 %: bias scatter rms      z`;
const sets = documentOf(rowsFile).sets;
const rows = sets.flatMap((set) =>
  set.rows.filter((row) =>
    row.kind === 'capacity' && row.dependent === null && isSlow(row)
    && row.reported_mAh_g >= 0.05 * row.theoretical_mAh_g
  ).map((row) => ({ set: set.title, name: row.name,
    ...errorOf({ measured: row.reported_mAh_g, predicted: row.simulated_mAh_g, nominal: row.theoretical_mAh_g,
      low: row.interval_mAh_g[0], high: row.interval_mAh_g[1] }) })
  )
);
console.log(`Rows of the reviews\n${heading}`);
line('all', rows);
for (const title of new Set(rows.map(({ set }) => set))) {
  line(title.slice(0, 43), rows.filter(({ set }) => set === title));
}
for (const groups of [materials, electrolytes]) {
  for (const [name] of groups) line(name, rows.filter((row) => groupOf(groups, row.name) === name));
}
line('without the two furthest', [...rows].sort((a, b) => Math.abs(a.e) - Math.abs(b.e)).slice(0, -2));

const cells = documentOf(cellsFile).sources.flatMap(({ id, cells: of }) =>
  of.flatMap((cell) =>
    cell.rows.filter((row) => /discharge/.test(row.what) && row.bound === null && row.predicted !== null && isSlow(row))
      .map((row) => ({ source: id, outside: row.outside, ...errorOf(row) }))
  )
);
const inside = cells.filter(({ outside }) => outside.length === 0);
console.log(`\nMeasured cells\n${heading}`);
line('inside', inside);
line('outside', cells.filter(({ outside }) => outside.length > 0));

/** Of values in sources: the deviation of the sources' means, and what is left within a source. */
function betweenAndWithin(values) {
  const bySource = [...new Set(values.map(({ source }) => source))].map((id) =>
    values.filter(({ source }) => source === id).map(({ e }) => e)
  );
  const means = bySource.map(mean);
  const within = bySource.flatMap((of, i) => of.length > 1 ? of.map((e) => e - means[i]) : []);
  return { sources: means.length, means, between: parts(means)[1], within: rootMeanSquare(within) };
}

/** Each value less the mean bias of the other sources. */
const shifted = (values) =>
  values.map(({ source, e }) => e - mean(betweenAndWithin(values.filter((other) => other.source !== source)).means));

function sourcesLine(name, values) {
  const { sources, means, between, within } = betweenAndWithin(values);
  const rms = [values.map(({ e }) => e), shifted(values)].map(rootMeanSquare);
  const shown = [mean(means), between / Math.sqrt(sources - 1), between, within, ...rms];
  console.log(
    `${name.padEnd(44)}${String(values.length).padStart(4)}${String(sources).padStart(8)}${shown.map(fixed).join('')}`,
  );
}

console.log(`\n${'Each source with one weight'.padEnd(44)}   n sources   bias     +- between within    rms left out`);
sourcesLine('inside', inside);
const kinds = [['slurry', /from a slurry/], ['counter electrode', /^anode (without|of powder)/], ['little pressure',
  /^stack pressure/], ['bare', /^bare/]];
for (const [name, pattern] of kinds) {
  sourcesLine(name, cells.filter(({ outside }) => outside.some((reason) => pattern.test(reason))));
}
