import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { formatIssue } from '../../src/config/wording.js';
import { prepareCase, runCase } from '../../src/pipeline/run-case.js';
import { grownLayer } from '../../src/transport/growth.js';

/** Sulfur grows by 80 % as it is discharged; the case is the one that ships. */
const path = fileURLToPath(new URL('../../configs/cells/sulfur-li3incl6.yaml', import.meta.url));
function load(...set: string[]) {
  const loaded = loadCase(path, { set: ['mesh=coarse', 'protocol.rates=[1C]', ...set] });
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  return loaded;
}
function prepared(porosity: string) {
  const ready = prepareCase(load(`cathode.porosity=${porosity}`).case);
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return ready.prepared;
}

describe('sulfur that grows into the pores', () => {
  it('fits into 50 % of them and keeps the thickness', () => {
    const { compositions: [composition], warnings } = prepared('50 %');
    expect(composition.grownThickness).toBeUndefined();
    expect(warnings.join('\n')).not.toContain('sulfur grows');
  });

  it('thickens the layer by what does not fit, and says so with the numbers', () => {
    const { compositions: [composition], materials, warnings } = prepared('30 %');
    const { growth, stretch } = grownLayer(composition, materials.layers[0]);
    expect(growth).toBeCloseTo(0.8 * composition.volumeFractions.activeMaterial, 2);
    expect(stretch).toBeCloseTo(0.7 + growth, 12);
    expect(composition.grownThickness).toBeCloseTo(stretch * composition.thickness, 15);
    expect(warnings.join('\n')).toMatch(
      /sulfur grows by 34\.\d % of the volume of the layer, which has 30 % of pores: .* a layer that has become 4\.\d+ % thicker/,
    );
  });

  it('ends as thick and as conducting with 2 % of pores as with 30 %: the same solids', () => {
    const [few, many] = ['2 %', '30 %'].map((porosity) => {
      const { compositions: [{ thickness, grownThickness = thickness }], effective: [{ effectiveIonicConductivity }] } =
        prepared(porosity);
      return { grownThickness, resistance: thickness / effectiveIonicConductivity };
    });
    expect(few.grownThickness / many.grownThickness).toBeCloseTo(1, 10);
    expect(few.resistance / many.resistance).toBeCloseTo(1, 10);
  });

  it('does not deliver more, and no more per volume, for having no room', async () => {
    const [few, many] = await Promise.all(['2 %', '30 %'].map(async (porosity) => {
      const { case: given, ledger } = load(`cathode.porosity=${porosity}`);
      const run = await runCase(given, ledger);
      if (!run.ok) throw new Error(JSON.stringify(run.problems));
      return { used: run.document.rates[0].utilisation, perVolume: run.document.energy.volumetric_Wh_L };
    }));
    expect(few.used).toBeLessThan(1.01 * many.used);
    expect(few.perVolume).toBeLessThan(1.001 * many.perVolume);
  });
});

it('a composite measured as it is keeps what was measured', () => {
  const conductivity = (porosity: string): number => {
    const ready = prepareCase(
      load(`cathode.porosity=${porosity}`, 'cathode.ionicTransport={effectiveConductivity: 0.1 mS/cm}').case,
    );
    if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
    return ready.prepared.effective[0].effectiveIonicConductivity;
  };
  expect(conductivity('2 %')).toBeCloseTo(0.01, 12);
});
