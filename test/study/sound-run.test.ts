import { expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { prepareCase } from '../../src/pipeline/run-case.js';
import { rateSensitivities } from '../../src/pipeline/sensitivities.js';
import { isSound } from '../../src/study/sound-run.js';
import { shippedPath } from '../support/shipped-path.js';

it('a discharge of a fit or an optimum counts where it ended by itself and passes its checks', () => {
  const loaded = loadCase(shippedPath('nmc811-li6ps5cl-thin'), {
    set: ['mesh=coarse', 'protocol.rates=[1C]', 'protocol.charge=ideal'],
  });
  const ready = loaded.ok ? prepareCase(loaded.case) : undefined;
  if (!ready?.ok) throw new Error('no cell');
  const [run] = [...rateSensitivities(ready.prepared, [])];
  expect(isSound(run)).toBe(true);
  const { recording } = run;
  const [segment] = recording.segments;
  const stopped = { ...segment, outcome: { ...segment.outcome, reason: 'too-many-steps' as const } };
  expect(isSound({ ...run, recording: { ...recording, segments: [stopped] } })).toBe(false);
  // charge that no reaction carries
  const { states } = recording;
  const { charge } = run.problem.unknowns;
  states.set(recording.points - 1, charge, 1.01 * states.get(recording.points - 1, charge));
  expect(isSound(run)).toBe(false);
});
