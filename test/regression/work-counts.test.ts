import { expect, it } from 'vitest';
import type { Counters } from '../../src/solver/counters.js';
import { type DfnCell, type DfnMesh, fullCell, fullCells, singleIonCase, singleIonCell,
  thickCathodeMap } from '../support/dfn-cells.js';
import { discharge } from '../support/dfn-discharge.js';
import { loadShippedCase, performanceOfCase, runShippedCase } from '../support/reference-case.js';

/**
 * The work of the integrator on the cells of bench/ and on shipped cases: one table, work-counts.json, that every change of the solver or
 * of the equations shows up in. Counts do not depend on the machine.
 */
const hint = 'npx vitest run test/regression -u  writes work-counts.json anew; the commit says why the work changed';

const counted = ['steps', 'rejectedSteps', 'newtonIterations', 'residualEvaluations', 'factorisations'] as const;
type Work = Readonly<Record<'unknowns' | (typeof counted)[number], number>>;

function workOf(unknowns: number, ...runs: readonly Readonly<Counters>[]): Work {
  const sums = counted.map((name) => [name, runs.reduce((sum, counters) => sum + counters[name], 0)] as const);
  return { unknowns, ...(Object.fromEntries(sums) as Record<(typeof counted)[number], number>) };
}

/** Of discharges of cells with one number of unknowns, summed. */
function ofCells(cells: readonly DfnCell[], tolerance: number): Work {
  const runs = cells.map((cell) => discharge(cell, tolerance));
  return workOf(runs[0].problem.size, ...runs.map(({ run }) => run().counters));
}

/** The third setting of bench/ladder.mjs for full cells, the fourth for the map. */
const full: DfnMesh = { cells: [20, 6, 20], shells: 20, grading: 1, shellGrading: 3 ** (1 / 20) };
const thick: DfnMesh = { cells: [0, 1, 24], shells: 10, grading: 2, shellGrading: 3 ** (1 / 10) };
const uniform: DfnMesh = { cells: [0, 20, 20], shells: 20 };

async function ofShipped(name: string, ...set: string[]): Promise<Work> {
  const { counters } = await runShippedCase(name, set);
  return workOf(counters.unknowns, counters);
}

function ofFirstRate(name: string, ...set: string[]): Work {
  const { recording } = performanceOfCase(loadShippedCase(name, set));
  return workOf(recording.states.shape[1], recording.counters);
}

const exact = 'numerics.tolerance=1e-4';

it('the work of the reference cells is that of the table', async () => {
  const work: Record<string, Work> = {
    ...Object.fromEntries(fullCells.map((name) => [name, ofCells([fullCell(name, full)], 1e-3)])),
    'map of 36 thick cathodes, summed': ofCells(thickCathodeMap().map((one) => singleIonCell(one, thick)), 2e-3),
    'S2, uniform, 1e-4': ofCells([singleIonCase('S2', uniform)], 1e-4),
    's2 down to 2.5 V': ofFirstRate('reference/s2', 'mesh=default', 'protocol.lowerCutoffVoltage=2.5 V', exact),
    's3 down to 2.5 V': ofFirstRate('reference/s3', 'mesh=default', 'protocol.lowerCutoffVoltage=2.5 V', exact),
    'gitt, twenty pulses': await ofShipped('protocols/gitt', 'mesh=coarse'),
    'nmc811-li6ps5cl, charge and six rates': await ofShipped('nmc811-li6ps5cl'),
  };
  for (const [name, { steps, rejectedSteps, newtonIterations, factorisations }] of Object.entries(work)) {
    expect(rejectedSteps, name).toBeLessThan(0.2 * steps);
    expect(newtonIterations, name).toBeLessThan(2 * steps);
    expect(factorisations, name).toBeLessThanOrEqual(newtonIterations);
  }
  const rows = Object.entries(work).map(([name, one]) => `  "${name}": ${JSON.stringify(one)}`);
  await expect(`{\n${rows.join(',\n')}\n}\n`, hint).toMatchFileSnapshot('work-counts.json');
});
