import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/config/case.js';
import { loadCalibration, loadValidation } from '../../src/config/read-case.js';
import type { Measured } from '../../src/config/studies/measured-value.js';
import type { MeasuredCell } from '../../src/config/studies/parse-validation.js';
import { pressedPowderContacts } from '../../src/materials/library/pressed-powder.js';
import { withProperty } from '../../src/study/ranges/vary-materials.js';
import { rootMeanSquare, smallestShare } from '../../src/study/scores.js';
import { CellPredictor } from '../../src/study/validate/predict.js';
import { hasMeasuredTransport, kindOf } from '../../src/study/validate/validate-cell.js';

/** What `npm run calibrate` prints is what the library and `configs/studies/validation/calibration.yaml` hold. */
const folder = fileURLToPath(new URL('../../configs/studies/validation/', import.meta.url));
const reading = loadCalibration(`${folder}calibration.yaml`);
if (!reading.ok) throw new Error('calibration.yaml cannot be read');
const [law] = reading.calibration.laws;

interface Fitted {
  readonly source: string;
  readonly cell: MeasuredCell;
  readonly measured: Measured;
}

/** Exact capacities of cells inside what was compared whose transport was measured. */
const fitted = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'calibration.yaml').flatMap(
  (name): Fitted[] => {
    const file = loadValidation(`${folder}${name}`);
    if (!file.ok) throw new Error(`${name} cannot be read`);
    return file.file.cells.flatMap((cell) => {
      const predictor = new CellPredictor(cell);
      const loaded = predictor.load();
      if (!loaded.ok || !hasMeasuredTransport(loaded.case)
        || predictor.discrepancy(cell.measured[0])?.outside.length !== 0) return [];
      return cell.measured.filter(({ what, bound }) => kindOf(what) === 'capacity' && bound === undefined)
        .map((measured) => ({ source: file.file.id, cell, measured }));
    });
  },
);

/** ln(predicted/measured) of each, with the constriction of the library times a factor. */
async function errors(factor: number): Promise<number[]> {
  const constricted = (given: Case): Case =>
    ['Li6PS5Cl', 'Li3InCl6', 'Li3PS4-glass', 'LGPS'].reduce(
      (one, name) => withProperty(one, `${name}.contactConstriction`, { factor }),
      given,
    );
  const changed = (cell: MeasuredCell): MeasuredCell => ({
    ...cell,
    design: (values) => {
      const loaded = cell.design(values);
      return loaded.ok ? { ...loaded, case: constricted(loaded.case) } : loaded;
    },
  });
  const predictors = new Map(fitted.map(({ cell }) => [cell, new CellPredictor(changed(cell))]));
  const found: number[] = [];
  for (const { cell, measured } of fitted) {
    const made = await predictors.get(cell)?.predict(measured);
    found.push(made?.ok ? Math.log(Math.max(made.value, smallestShare * cell.nominalCapacity) / measured.value) : NaN);
  }
  return found;
}

const countOf = (source: string): number => fitted.filter((one) => one.source === source).length;

/** The sum that is minimised: Huber's loss, straight beyond 0.35, each source with the same weight. */
const costOf = (list: readonly number[]): number =>
  list.reduce(
    (sum, e, i) => sum + (Math.abs(e) <= 0.35 ? (e * e) / 2 : 0.35 * (Math.abs(e) - 0.175)) / countOf(fitted[i].source),
    0,
  );

describe('the calibrated law', () => {
  it('is fitted to every source with such cells, and each is left out once', () => {
    const sources = [...new Set(fitted.map(({ source }) => source))].sort();
    expect([...law.fittedTo].sort()).toEqual(sources);
    expect(law.leftOut.map(({ source }) => source).sort()).toEqual(sources);
  });

  it('has the value of the library', () => {
    expect(Number(law.parameters[0].value)).toBe(pressedPowderContacts.value);
  });

  it('pools the errors of the sources that were left out', () => {
    const squares = law.leftOut.reduce((sum, { source, rmsLn }) => sum + countOf(source) * rmsLn ** 2, 0);
    expect(Math.sqrt(squares / fitted.length)).toBeCloseTo(law.leftOutRmsLn, 2);
    expect(law.leftOutRmsLn).toBeGreaterThan(law.rmsLn);
  });

  it('repeats its error, and half and twice its parameter are worse', async () => {
    const found = await errors(1);
    expect(rootMeanSquare(found)).toBeCloseTo(law.rmsLn, 2);
    for (const factor of [0.5, 2]) expect(costOf(await errors(factor))).toBeGreaterThan(costOf(found));
  });
});
