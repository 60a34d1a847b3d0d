import { expect, it } from 'vitest';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { example, loadedFrom } from '../config/example.js';

/** Effective properties of the example with keys over it. */
function effectiveWith(...set: string[]) {
  const ready = prepareCase(loadedFrom(example, set).case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  const { compositions, effective } = ready.prepared;
  return { volumeFraction: compositions[0].volumeFractions.electrolyte, ...effective[0] };
}

it('takes a source, and no spread beside it', () => {
  const written = (
    more: string,
  ) => [`cathode.ionicTransport={tortuosityFormula: {value: 1 - 0.5*ln(eps), source: their Fig. 3${more}}}`];
  const { case: given, ledger } = loadedFrom(example, written(''));
  expect(given.cathode.layers[0].ionicTransport).toEqual({ kind: 'tortuosityFormula', formula: '1 - 0.5*ln(eps)' });
  expect(ledger.find(({ path }) => path === 'cathode.ionicTransport.tortuosityFormula')).toMatchObject({
    value: '1 - 0.5*ln(eps)',
    source: 'their Fig. 3',
    status: 'literature',
  });
  expect(() => loadedFrom(example, written(', spread: 2'))).toThrow('spread');
});

it('is the law of Bruggeman where it is written so, and follows the composition', () => {
  for (const porosity of ['5 %', '20 %']) {
    const [law, formula] = ['bruggemanExponent: 2.2, prefactor: 0.7', 'tortuosityFormula: 0.7*eps^(1 - 2.2)'].map((
      text,
    ) => effectiveWith(`cathode.porosity=${porosity}`, `cathode.ionicTransport={${text}}`));
    expect(formula.ionicTortuosityFactor).toBeCloseTo(law.ionicTortuosityFactor, 10);
    expect(formula.ionicTortuosityFactor).toBeCloseTo(0.7 * formula.volumeFraction ** -1.2, 10);
  }
});
