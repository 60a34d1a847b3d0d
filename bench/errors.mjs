import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Limits of the voltage: of a full cell from test/validation, of the map ("map 7") from cells/. */
export function referenceOf(name) {
  const [kind, index] = name.split(' ');
  return kind === 'map'
    ? read('cells/single-ion-map.json').cases[Number(index)]
    : read(`../test/validation/${name}.json`);
}

/**
 * Errors up to 98 % of the discharge [mV]: root of the mean square over time, largest after the first 60 s (or fiftieth of the
 * discharge, if that is less), at 5 s; and of the time at the cut-off, relative.
 */
export function errorsOf({ time_s: time, voltage_V: limit, end_s: end }, { voltage_V: volts, end_s: reached }) {
  const points = time.findIndex((t, i) => t > 0.98 * end || volts[i] === null);
  const error = volts.slice(0, points < 0 ? time.length : points).map((v, i) => 1e3 * (v - limit[i]));
  let sum = 0;
  for (let i = 1; i < error.length; i++) sum += 0.5 * (error[i] ** 2 + error[i - 1] ** 2) * (time[i] - time[i - 1]);
  const late = Math.min(60, end / 50);
  return {
    rms: Math.sqrt(sum / (time[error.length - 1] - time[0])),
    max: Math.max(...error.filter((_, i) => time[i] >= late).map(Math.abs)),
    at5s: Math.abs(error[time.indexOf(5)]),
    end: Math.abs(reached / end - 1),
  };
}
