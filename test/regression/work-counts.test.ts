import { expect, it } from 'vitest';
import { type Counters, newCounters } from '../../src/solver/counters.js';
import { type DfnCell, type DfnMesh, fullCell, fullCells, singleIonCase, singleIonCell,
  thickCathodeMap } from '../support/dfn-cells.js';
import { discharge } from '../support/dfn-discharge.js';
import { loadShippedCase, performanceOfCase, runShippedCase } from '../support/reference-case.js';

/**
 * The work of the integrator on the cells of bench/ and on shipped cases: one table, work-counts.json, that every change of the solver or
 * of the equations shows up in. Counts do not depend on the machine.
 */
const hint = 'npx vitest run test/regression -u  writes work-counts.json anew; the commit says why the work changed';

interface Work extends Readonly<Counters> {
  readonly unknowns: number;
}

const countersOf = ({ steps, rejectedSteps, newtonIterations, residualEvaluations, factorisations }: Counters) => ({
  steps,
  rejectedSteps,
  newtonIterations,
  residualEvaluations,
  factorisations,
});

function workOf(cells: readonly DfnCell[], tolerance: number): Work {
  const runs = cells.map((cell) => discharge(cell, tolerance));
  const all = runs.map(({ run }) => run().counters);
  const names = Object.keys(newCounters()) as (keyof Counters)[];
  const total = Object.fromEntries(names.map((name) => [name, all.reduce((sum, one) => sum + one[name], 0)]));
  return { unknowns: runs[0].problem.size, ...(total as Readonly<Counters>) };
}

/** The third setting of bench/ladder.mjs for full cells, the fourth for the map. */
const full: DfnMesh = { cells: [20, 6, 20], shells: 20, grading: 1, shellGrading: 3 ** (1 / 20) };
const thick: DfnMesh = { cells: [0, 1, 24], shells: 10, grading: 2, shellGrading: 3 ** (1 / 10) };
const uniform: DfnMesh = { cells: [0, 20, 20], shells: 20 };

async function ofShipped(name: string, ...set: string[]): Promise<Work> {
  const { counters } = await runShippedCase(name, set);
  return { unknowns: counters.unknowns, ...countersOf(counters) };
}

function ofFirstRate(name: string, ...set: string[]): Work {
  const { recording } = performanceOfCase(loadShippedCase(name, set));
  return { unknowns: recording.states.shape[1], ...countersOf(recording.counters) };
}

it('the work of the reference cells is that of the table', async () => {
  const work: Record<string, Work> = {
    ...Object.fromEntries(fullCells.map((name) => [name, workOf([fullCell(name, full)], 1e-3)])),
    'map of 36 thick cathodes, summed': workOf(thickCathodeMap().map((one) => singleIonCell(one, thick)), 2e-3),
    'S2, uniform, 1e-4': workOf([singleIonCase('S2', uniform)], 1e-4),
    's2 down to 2.5 V': ofFirstRate('reference/s2', 'mesh=default', 'protocol.lowerCutoffVoltage=2.5 V'),
    's3 down to 2.5 V': ofFirstRate('reference/s3', 'mesh=default', 'protocol.lowerCutoffVoltage=2.5 V'),
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
