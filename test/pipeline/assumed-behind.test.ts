import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/config/read-case.js';
import { runCase } from '../../src/pipeline/run-case.js';
import { answerSentence } from '../../src/report/answer.js';
import type { ResultDocument } from '../../src/results/result-schema.js';
import { shippedPath } from '../support/shipped-path.js';

async function runOf(name: string, set: readonly string[] = []): Promise<ResultDocument> {
  const loaded = loadCase(shippedPath(name), {
    set: ['protocol.rates=[1C]', ...set],
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  const run = await runCase(loaded.case, loaded.ledger);
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return run.document;
}

const stretched = ['cathode.ionicTransport={bruggemanExponent: {value: 4, assumed: true}}'];

describe('which assumptions a loss follows from', () => {
  it('are said beside the largest loss, by key, the most telling first', async () => {
    const sourced = await runOf('nmc811-li3incl6');
    expect(sourced.provenance.assumedBehind?.ionsInCathode).toBeUndefined();
    expect(answerSentence(sourced)).toMatch(
      /Largest loss of voltage [^:]*: ions in the cathode, \d+ of \d+ mV on average\.$/,
    );
    const assumed = await runOf('nmc811-li3incl6', stretched);
    expect(assumed.provenance.assumedBehind?.ionsInCathode?.[0]).toBe('cathode.ionicTransport.bruggemanExponent');
    expect(answerSentence(assumed)).toMatch(
      /on average \(which depends on assumed values: exponent b of the ions, tau = [^[]*\[cathode\][^)]*\)\.$/,
    );
  });

  it('are paths of assumed parameters, and of those only', async () => {
    const { provenance } = await runOf('lfp-peo');
    const all = Object.values(provenance.assumedBehind ?? {}).flat();
    expect(all.length).toBeGreaterThan(0);
    for (const path of all) expect(provenance.assumed).toContain(path);
    expect(provenance.assumedBehind?.saltConcentration).toContain('LiTFSI-PEO.initialConcentration');
  });

  it('leave the make-up of the composite out where its conductivity was measured', async () => {
    const measured = await runOf('nmc811-li6ps5cl');
    expect(measured.provenance.assumed).toContain('cathode.massFractions.electrolyte');
    expect(measured.provenance.assumedBehind?.ionsInCathode).toBeUndefined();
    const computed = await runOf('nmc811-li6ps5cl', [
      'cathode.ionicTransport={bruggemanExponent: {value: 3, assumed: true}}',
    ]);
    expect(computed.provenance.assumedBehind?.ionsInCathode).toContain('cathode.massFractions.electrolyte');
  });

  it('are those of the electrode where the loss is', async () => {
    const { assumedBehind } = (await runOf('graphite-network')).provenance;
    for (const path of assumedBehind?.diffusionInParticles ?? []) expect(path).not.toMatch(/^(anode|graphite)\./);
    expect(assumedBehind?.anode).toContain('anode.activeNetwork.tortuosityFactor');
  });
});
