import { describe, expect, it } from 'vitest';
import { caseReference } from '../../src/config/case-reference.js';
import { caseFrom, example, linesOf, loadedFrom } from './example.js';

/** The small valid case with this for its `thermal:`. */
const withThermal = (text: string, more = ''): string => `${example}${more}thermal: ${text}\n`;
const lumped = '{mode: lumped, heatCapacity: {value: 400 J/(m^2 K), assumed: true}, heatTransfer: 10 W/m^2/K}';

describe('a lumped temperature', () => {
  it('is three numbers in SI; the surroundings are as warm as the cell unless it says otherwise', () => {
    expect(caseFrom(withThermal(lumped, 'temperature: 40 degC\n')).thermal)
      .toEqual({ heatCapacity: 400, heatTransfer: 10, ambient: 313.15 });
    const cold = withThermal(lumped.replace('}, heat', '}, ambient: -5 degC, heat'));
    expect(caseFrom(cold).thermal).toEqual({ heatCapacity: 400, heatTransfer: 10, ambient: 268.15 });
  });

  it('is in the ledger with its marks and units', () => {
    const { ledger } = loadedFrom(withThermal(lumped));
    const record = (path: string) => ledger.find((one) => one.path === path);
    expect(record('thermal.heatCapacity')).toMatchObject({ value: '400', unit: 'J/(m^2 K)', status: 'assumed' });
    expect(record('thermal.heatTransfer')).toMatchObject({ value: '10', unit: 'W/(m^2 K)', status: 'given' });
  });

  it('is absent by default and where the mode is isothermal, so that neither changes what a case is', () => {
    expect(caseFrom(example)).not.toHaveProperty('thermal');
    expect(caseFrom(withThermal('{mode: isothermal}'))).toEqual(caseFrom(example));
    expect(loadedFrom(example).ledger.some(({ path }) => path.startsWith('thermal'))).toBe(false);
  });

  it('has a row in the reference for each of its keys', () => {
    expect(caseReference()).toContain('| `thermal.heatCapacity` | J/(m^2 K) |');
  });

  it.each([
    ['without heat capacity', '{mode: lumped, heatTransfer: 10 W/(m^2 K)}',
      'configs/x.yaml:12:1 thermal.heatCapacity: expected the heat capacity of a lumped temperature, found nothing; '
      + 'add "heatCapacity: 400 J/(m^2 K)"'],
    ['without heat transfer', '{mode: lumped, heatCapacity: 400 J/(m^2 K)}',
      'configs/x.yaml:12:1 thermal.heatTransfer: expected the heat transfer of a lumped temperature, found nothing; '
      + 'add "heatTransfer: 10 W/(m^2 K)"'],
    ['beside a given temperature', '{heatTransfer: 10 W/(m^2 K)}',
      'configs/x.yaml:12:25 thermal.heatTransfer: expected mode: lumped beside it, found "heatTransfer" at a given temperature; '
      + 'write "mode: lumped", or remove "heatTransfer"'],
    ['of no mass', '{mode: lumped, heatCapacity: 0 J/(m^2 K), heatTransfer: 10 W/(m^2 K)}',
      'configs/x.yaml:12:39 thermal.heatCapacity: expected a heat capacity per area from 1 J/(m^2 K) to 1e6 J/(m^2 K), '
      + 'found "0 J/(m^2 K)"; choose a value in this range'],
    ['in another unit', '{mode: lumped, heatCapacity: 400 J/K, heatTransfer: 10 W/(m^2 K)}',
      'configs/x.yaml:12:39 thermal.heatCapacity: expected a heat capacity per area such as "400 J/(m^2 K)", found "400 J/K"; '
      + 'write a heat capacity per area, e.g. 400 J/(m^2 K)'],
    ['of another mode', '{mode: adiabatic}',
      'configs/x.yaml:12:17 thermal.mode: expected isothermal or lumped, found "adiabatic"; write e.g. isothermal'],
  ])('%s gives its one line', (_, thermal, line) => {
    expect(linesOf(withThermal(thermal))).toEqual([line]);
  });
});
