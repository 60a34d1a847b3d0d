import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadValidation } from '../dist/config/read-case.js';
import { pressedPowderContacts } from '../dist/materials/library/pressed-powder.js';
import { withProperty } from '../dist/study/ranges/vary-materials.js';
import { mean, rootMeanSquare, smallestShare } from '../dist/study/scores.js';
import { CellPredictor } from '../dist/study/validate/predict.js';
import { hasMeasuredTransport, kindOf } from '../dist/study/validate/validate-cell.js';
import { deviateOf80 } from '../dist/transport/normal-distribution.js';
import { goldenMinimum, huber, throughFour } from './least-squares.mjs';

/**
 * npm run calibrate
 *
 * The one parameter of the capacity of layered oxides that is fitted, K of src/transport/constriction.ts: where the numbers of
 * configs/studies/validation/calibration.yaml come from. Over sources s with n_s capacities each it minimises
 *
 *   sum_s (1/n_s) sum_i rho(e_i),   e = ln(predicted/measured),   rho of Huber: e^2/2 up to 0.35, a straight line beyond
 *
 * by golden section in ln K. Capacities with an exact value count, of cells that lie inside what the laws were compared with and whose
 * transport was measured. Then every source is predicted by the K of the others. The last table asks each source alone, at the K of all,
 * for the factor on the diffusivity of its active material that it would like best.
 *
 * Every test is solved at the K and the factors below; between them e is the cubic through the four nearest.
 */
const threshold = 0.35;
const spaced = (first, last, count) =>
  Array.from({ length: count }, (_, k) => Math.log(first) + (Math.log(last / first) * k) / (count - 1));
const constrictions = spaced(0.05, 5, 14);
const factors = spaced(0.1, 10, 14);
const folder = fileURLToPath(new URL('../configs/studies/validation/', import.meta.url));

/** The capacities that are fitted. */
function testsOf(file) {
  return file.cells.flatMap((cell) => {
    const predictor = new CellPredictor(cell);
    const loaded = predictor.load();
    if (!loaded.ok || !hasMeasuredTransport(loaded.case)
      || predictor.discrepancy(cell.measured[0])?.outside.length !== 0) return [];
    const changed = predictor.uncertain(cell.measured[0]);
    return cell.measured.filter(({ what, bound }) => kindOf(what) === 'capacity' && bound === undefined)
      .map((measured) => ({ source: file.id, cell, measured, changed }));
  });
}

/** ln(predicted/measured) of every test, with a property of the library changed in all of them. */
async function errorsWith(tests, property, change) {
  const predictors = new Map();
  const errors = [];
  for (const { cell, measured, changed } of tests) {
    const paths = changed.filter((path) => path.endsWith(`.${property}`));
    const design = (values) => {
      const loaded = cell.design(values);
      const changedCase = (given) => paths.reduce((one, path) => withProperty(one, path, change), given);
      return loaded.ok ? { ...loaded, case: changedCase(loaded.case) } : loaded;
    };
    if (!predictors.has(cell)) predictors.set(cell, new CellPredictor({ ...cell, design }));
    const found = await predictors.get(cell).predict(measured);
    errors.push(
      found.ok ? Math.log(Math.max(found.value, smallestShare * cell.nominalCapacity) / measured.value) : NaN,
    );
  }
  return errors;
}

/** The errors as a function of a logarithm, from those at some of them. */
async function errorsAlong(tests, property, places, changeAt) {
  const at = [];
  for (const x of places) at.push(await errorsWith(tests, property, changeAt(Math.exp(x))));
  return (x) => tests.map((_, i) => throughFour(places, at.map((errors) => errors[i]), x));
}

const sourcesOf = (tests) => [...new Set(tests.map(({ source }) => source))];

/** Where the sum over sources, each with the same weight, is least. */
function fitted(tests, errorsAt, places, taken) {
  const counts = new Map(taken.map((source) => [source, tests.filter((test) => test.source === source).length]));
  const cost = (x) =>
    errorsAt(x).reduce(
      (sum, e, i) => sum + (counts.has(tests[i].source) ? huber(e, threshold) / counts.get(tests[i].source) : 0),
      0,
    );
  return goldenMinimum(cost, places[0], places[places.length - 1]);
}

const rmsOf = (tests, errors, source) =>
  rootMeanSquare(errors.filter((_, i) => source === undefined || tests[i].source === source));
const fixed = (value) => value.toFixed(2).padStart(7);

/** Standard error of a fit from the fits without one of n sources (jackknife). */
const jackknife = (values) => Math.sqrt((values.length - 1) * mean(values.map((value) => (value - mean(values)) ** 2)));

function report(tests, alongConstriction, alongFactor, sources) {
  const taken = tests.map(({ source }) => sources.includes(source));
  const of = (errors) => errors.filter((_, i) => taken[i]);
  const own = tests.filter((_, i) => taken[i]);
  const [constrictionAt, factorAt] = [(x) => of(alongConstriction(x)), (x) => of(alongFactor(x))];
  const all = fitted(own, constrictionAt, constrictions, sources);
  const shipped = Math.log(pressedPowderContacts.value);
  const without = new Map(
    sources.map((left) => [left, fitted(own, constrictionAt, constrictions, sources.filter((one) => one !== left))]),
  );
  const leftOut = own.map(({ source }, i) => constrictionAt(without.get(source))[i]);
  const factorOf = new Map(sources.map((source) => [source, fitted(own, factorAt, factors, [source])]));

  console.log(`${own.length} capacities of ${sources.length} sources`);
  console.log('source              values  rms of ln  left out  K without it  factor on D');
  for (const source of sources) {
    const count = own.filter((test) => test.source === source).length;
    console.log(
      `${source.padEnd(20)}${String(count).padStart(6)}${
        fixed(rmsOf(own, constrictionAt(shipped), source)).padStart(11)
      }`
        + `${fixed(rmsOf(own, leftOut, source)).padStart(10)}${fixed(Math.exp(without.get(source))).padStart(14)}${
          fixed(Math.exp(factorOf.get(source))).padStart(13)
        }`,
    );
  }
  const error = jackknife([...without.values()]);
  console.log(
    `K: ${Math.exp(all).toFixed(2)}, a factor of ${Math.exp(error).toFixed(2)} (jackknife over sources, of ln K ${
      error.toFixed(2)
    })`,
  );
  console.log(
    `rms of ln: ${
      rmsOf(own, constrictionAt(all)).toFixed(3)
    }; at ${pressedPowderContacts.value}, the value of the library: `
      + `${rmsOf(own, constrictionAt(shipped)).toFixed(3)}; each source left out: ${rmsOf(own, leftOut).toFixed(3)}`,
  );
  const logarithms = [...factorOf.values()];
  const centre = mean(logarithms);
  const deviation = Math.sqrt(logarithms.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (logarithms.length - 1));
  console.log(
    `ln(factor on D): mean ${centre.toFixed(2)} +- ${
      (deviation / Math.sqrt(logarithms.length)).toFixed(2)
    }, deviation over sources `
      + `${deviation.toFixed(2)}: 80 % within a factor of ${Math.exp(deviateOf80 * deviation).toFixed(1)}`,
  );
}

const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'calibration.yaml').map((name) =>
  loadValidation(`${folder}${name}`)
);
const tests = files.flatMap(({ file }) => testsOf(file));
const alongConstriction = await errorsAlong(tests, 'contactConstriction', constrictions, (value) => ({ value }));
const alongFactor = await errorsAlong(tests, 'diffusivity', factors, (factor) => ({ factor }));
report(tests, alongConstriction, alongFactor, sourcesOf(tests));
console.log('\nWithout ramanayagam-2026:');
report(tests, alongConstriction, alongFactor, sourcesOf(tests).filter((source) => source !== 'ramanayagam-2026'));
