import { throughNetwork } from '../results/limit-labels.js';
import { polarisationLabels, polarisationPartNames } from '../results/polarisation-parts.js';
import { sitesOf } from '../results/sites.js';
import { utilisationOverDepth } from '../results/utilisation.js';
import { cutoffNames } from '../simulation/cutoffs.js';
import type { RateRun } from './rate-run.js';

/**
 * Where the capacity goes, in words: what was delivered, how unevenly through the thickness, and which losses carry the
 * voltage down at the end of the step.
 */
export function limitationSentence({ performance }: RateRun): string {
  const { main, profiles, theoreticalArealCapacity } = performance;
  const { segment, direction, endPolarisation: end } = main;
  if (!segment || end === undefined) return 'Nothing was delivered.';
  if (main.arealCapacity === 0) {
    return segment.outcome.event === cutoffNames.voltage
      ? 'Nothing was delivered: the polarisation at the first moment exceeds the voltage window.'
      : 'Nothing was delivered.';
  }
  const over = utilisationOverDepth(performance.problem, profiles);
  const [before, after] = [over(segment.first).utilisation, over(segment.last).utilisation];
  const at = (depth: number): number => Math.abs(after[depth] - before[depth]);
  const delivered = main.arealCapacity / theoreticalArealCapacity;
  const verb = direction === 'discharge' ? 'Delivers' : 'Takes up';
  const [membraneSide, collectorSide] = [at(0), at(after.length - 1)];
  const sides = Math.abs(membraneSide - collectorSide) < 0.05
    ? 'evenly through the thickness'
    : `${percent(membraneSide)} of it used next to the membrane, ${percent(collectorSide)} next to the collector`;
  const answer = `${verb} ${percent(delivered)} of the theoretical capacity, ${sides}${cutOffText(performance)}`;
  // without a current at any point there are no parts to name
  if (!Number.isFinite(end.chargeTransfer)) return `${answer}.`;
  const network = performance.problem.model.particles.some((particle) =>
    particle.network && sideOf(performance, particle.region) === 'cathode'
  );
  const sign = Math.sign(end.total) || 1;
  const ranked = polarisationPartNames
    .map((name) => ({ name, loss: sign * end[name] }))
    .sort((a, b) => b.loss - a.loss)
    .filter(({ loss }, i) => i === 0 || loss > 0.2 * Math.abs(end.total))
    .slice(0, 2)
    .map(({ name, loss }) =>
      `${network && name === 'diffusionInParticles' ? throughNetwork : polarisationLabels[name]} `
      + `(${(1e3 * loss).toFixed(0)} mV)`
    );
  return `${answer}; at the end ${(1e3 * Math.abs(end.total)).toFixed(0)} mV are `
    + `lost, most to ${ranked.join(' and ')}.`;
}

const sideOf = ({ problem: { model: { mesh } } }: RateRun['performance'], region: number): string =>
  mesh.regions[region].kind;

/** Lost before any current flows: active material of the cathode that ions or electrons do not reach, or that never converts. */
function cutOffText({ problem }: RateRun['performance']): string {
  const { classes, perClass, total } = sitesOf(problem, 'cathode');
  const all = classes.reduce((sum, p, i) => sum + perClass[i] / problem.model.particles[p].connectedFraction, 0);
  const unconverted = classes.some((p) => (problem.model.particles[p].material.convertedShare ?? 1) < 1)
    ? ' or never converted'
    : '';
  return all === total
    ? ''
    : `, ${percent(1 - total / all)} of the active material cut off from ions or electrons${unconverted}`;
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
