import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { errorsOf, referenceOf } from './errors.mjs';
import { peerEnvironment } from './peer.mjs';
import { median, spread } from './statistics.mjs';

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));

function child(command, parameters, env) {
  const { status, stdout, stderr } = spawnSync(command, parameters, { env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')}\n${stderr}`);
  return JSON.parse(stdout);
}

/** Ours and the peer's process in turn, `rounds` times; the repetitions of all rounds are pooled. */
export function workPrecision(name, python, { rounds, repetitions }) {
  const sides = [{ side: 'catholith', command: process.execPath, script: 'time-ours.mjs', env: process.env }];
  if (python) sides.push({ side: 'PyBaMM', command: python, script: 'peers/work_precision.py', env: peerEnvironment });
  const documents = new Map(sides.map(({ side }) => [side, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { side, command, script, env } of sides) {
      documents.get(side).push(child(command, [pathOf(script), `${repetitions}`, name], env));
    }
  }
  return sides.map(({ side }) => ({ side, code: documents.get(side)[0].code, rows: rowsOf(documents.get(side)) }));
}

function rowsOf(rounds) {
  const pooled = (i, key) => rounds.flatMap((round) => round.runs[i][key]);
  const runs = rounds[0].runs.map((run, i) => ({ ...run, milliseconds: pooled(i, 'milliseconds'),
    endToEnd: pooled(i, 'endToEnd'), ...(run.withPolarisation && { withPolarisation: pooled(i, 'withPolarisation') }) })
  );
  const bySetting = groupBy(runs, keyOf);
  return [...bySetting.values()].map(rowOf);
}

const keyOf = ({ setting }) => JSON.stringify(setting);

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** One setting: a single cell, or the medians over the cells of the map. */
function rowOf(runs) {
  const errors = runs.map((run) => errorsOf(referenceOf(run.case), run));
  const times = (key) => (runs.length === 1 ? runs[0][key] : runs.map((run) => median(run[key])));
  const middle = (value) => median(runs.map(value));
  const newton = runs[0].newtonIterations === undefined ? undefined : middle((run) => run.newtonIterations);
  return {
    setting: runs[0].setting,
    cells: runs.length,
    time: spread(times('milliseconds')),
    endToEnd: spread(times('endToEnd')),
    ...(runs[0].withPolarisation && { withPolarisation: spread(times('withPolarisation')) }),
    newtonIterations: newton,
    steps: middle(({ steps }) => steps),
    unknowns: middle(({ unknowns }) => unknowns),
    nanosecondsPerUnknownAndStep: middle((run) => (1e6 * median(run.milliseconds)) / (run.steps * run.unknowns)),
    each: runs.map((run, i) => ({ rms: errors[i].rms, milliseconds: median(run.milliseconds),
      endToEnd: median(run.endToEnd) })
    ),
    rms: median(errors.map(({ rms }) => rms)),
    worstRms: Math.max(...errors.map(({ rms }) => rms)),
    max: median(errors.map(({ max }) => max)),
    at5s: median(errors.map(({ at5s }) => at5s)),
    end: median(errors.map(({ end }) => end)),
  };
}

/** Shipped beside shipped, whatever the errors: both times, both errors, cell by cell. */
export function asShipped([ours, theirs]) {
  const of = ({ rows }) => rows.find(({ setting }) => setting.kind === 'shipped');
  const [mine, other] = [of(ours), of(theirs)];
  const ratio = (key) => spread(mine.each.map((one, i) => other.each[i][key] / one[key]));
  return { simulated: ratio('milliseconds'), endToEnd: ratio('endToEnd'), ours: mine, theirs: other };
}

/**
 * For every row of the peer, cell by cell: our fastest setting whose rms error on that very cell is not larger, and the ratio of
 * the times. Median over the cells where we have one; `without` counts those where no setting of ours is as exact.
 */
export function ratios([ours, theirs]) {
  return theirs.rows.map((row) => {
    const found = row.each.map((peer, i) => {
      const good = ours.rows.filter(({ each }) => each[i].rms <= peer.rms).map(({ each }) => each[i].milliseconds);
      return good.length > 0 ? peer.milliseconds / Math.min(...good) : undefined;
    });
    const known = found.filter((ratio) => ratio !== undefined);
    return {
      theirs: row,
      cells: found.length,
      without: found.length - known.length,
      ratio: known.length > 0 ? spread(known) : undefined,
      least: Math.min(...known),
    };
  });
}
