import { describe, expect, it } from 'vitest';
import type { ScalarFunction } from '../../../src/materials/material.js';
import { prepareCase } from '../../../src/pipeline/run-case.js';
import type { CellProperties } from '../../../src/transport/on-cells/cell-properties.js';
import { PropertiesOverTemperature } from '../../../src/transport/on-cells/properties-over-temperature.js';
import { loadShippedCase } from '../../support/reference-case.js';

/** A cell that is warmed while it runs conducts as the cell that is put together at that temperature. */

const mesh = 'mesh={membraneCells: 2, cathodeCells: 3, grading: 1, shells: 3, shellGrading: 1}';
const thermal = 'thermal={mode: lumped, heatCapacity: 40 J/(m^2 K), heatTransfer: 3 W/(m^2 K), ambient: 30 degC}';
const twoDimensions = 'mesh={membraneCells: 2, cathodeCells: 3, grading: 1, shells: 3, shellGrading: 1, '
  + 'unitCell: {channels: {cells: 4}}}';

function cellAt(temperature: number, name: string, set: readonly string[]): CellProperties {
  const ready = prepareCase(loadShippedCase(name, [mesh, thermal, `temperature=${temperature} K`, ...set]));
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return ready.prepared.model;
}

function valuesOf(f: ScalarFunction | undefined, at: readonly number[]): readonly number[] {
  const out = new Float64Array(2);
  return at.flatMap((x) => {
    f?.evaluate(x, out);
    return f ? [...out] : [NaN];
  });
}

/** All that follows a temperature, with slopes. */
function conductionOf({ ions, electronicConductivity, particles }: CellProperties): Record<string, readonly number[]> {
  const ofIons = ions.kind === 'salt'
    ? (['conductivity', 'diffusivity'] as const).flatMap((key) => valuesOf(ions.electrolyte[key], [300, 900, 1500]))
    : Array.from(ions.conductivity);
  const stoichiometries = [0.35, 0.5, 0.62, 0.8];
  return {
    ions: ofIons,
    electrons: electronicConductivity.flatMap((sigma) => valuesOf(sigma, stoichiometries)),
    diffusion: particles.flatMap(({ material }) => valuesOf(material.diffusivity, stoichiometries)),
    filling: particles.flatMap(({ fillingDiffusivity }) => valuesOf(fillingDiffusivity, stoichiometries)),
  };
}

const straight = 'cathode.ionicTransport={tortuosityFactor: 2}';
const channels = 'cathode.ionicTransport={alignedChannels: {wallTortuosityFactor: 5, fraction: 10 %, spacing: 60 um}}';

describe.each([
  // what is measured on a composite holds at the temperature of the case, whatever that is: it would not be the same cell
  ['nmc811-li6ps5cl', [straight]],
  ['nmc811-li6ps5cl', [straight, 'cathode.electronicTransport={tortuosityFactor: 5}', channels, twoDimensions]],
  ['nmc811-lco-blend', [straight]],
  ['tis2-network', []],
  ['graphite-network', []],
  ['lfp-peo', []],
] as const)('%s %s, at 25 degC and warmed to 50 degC', (name, set) => {
  const warmed = new PropertiesOverTemperature(cellAt(298.15, name, set));
  warmed.setTemperature(323.15);
  const [found, expected, before] = [warmed.model, cellAt(323.15, name, set), cellAt(298.15, name, set)].map(
    conductionOf,
  );

  it.each(['ions', 'electrons', 'diffusion', 'filling'])('has the %s of the cell at 50 degC', (what) => {
    expect(found[what]).toHaveLength(expected[what].length);
    expected[what].forEach((value, i) => {
      if (Number.isNaN(value)) expect(found[what][i]).toBeNaN();
      else expect(Math.abs(found[what][i] - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
    });
    if (what === 'ions') expect(expected[what]).not.toEqual(before[what]);
  });
});
