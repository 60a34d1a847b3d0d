import { energyDensitiesDocument, noEnergyDensities } from '../cell/cell-energy-document.js';
import { type CellEnergy, energyAtRate } from '../cell/cell-energy.js';
import type { Case, ProtocolStep, Rate } from '../config/case.js';
import { formatRate } from '../config/rate.js';
import { firstNotFinite } from '../results/audit.js';
import { fieldsDocument } from '../results/fields-document.js';
import { blendResults, particleClassResults } from '../results/particle-classes.js';
import { type Performance, performanceOf } from '../results/performance.js';
import { forEachPart, type Polarisation } from '../results/polarisation-parts.js';
import { profilesDocument } from '../results/profiles-document.js';
import { quantitiesOf } from '../results/rate-quantities.js';
import type { RateRow } from '../results/result-columns.js';
import type { RateResult } from '../results/result-schema.js';
import { withoutPoints } from '../simulation/recording.js';
import type { LayerComposition } from '../transport/layer-composition.js';
import { orNull, units } from '../units/document-units.js';
import { formatNumber, formatQuantity } from '../units/quantity.js';
import { cycleRow, stepsDocument } from './charge-document.js';
import { limitationSentence } from './limitation.js';
import { outcomeDocument } from './outcome-document.js';
import type { RateRun } from './rate-run.js';
import { trustDocument } from './trust-document.js';

/** Makes one rate of the result document; without a point, and by its name, where a number of it would not be finite. */
export function rateResult(
  run: RateRun,
  protocol: Case['protocol'],
  cell: CellEnergy,
  compositions: readonly LayerComposition[],
): RateResult {
  const activeMassLoading = activeLoading(compositions);
  return finite(run, (of) => {
    const { performance } = of;
    const fields = fieldsDocument(performance);
    return {
      ...numbersOf(of, cell, activeMassLoading),
      endPolarisation_mV: partsDocument(performance.main.endPolarisation),
      ...particlesDocument(performance),
      limitation: limitationSentence(of),
      ...stepsDocument(of, protocol, activeMassLoading),
      series: seriesDocument(performance),
      profiles: profilesDocument(performance),
      ...(fields && { fields }),
      ...trustDocument(performance),
    };
  });
}

/** Makes the row of one rate: the numbers of its document alone, checked as they are there. */
export function rateRow(
  run: RateRun,
  protocol: Case['protocol'],
  cell: CellEnergy,
  compositions: readonly LayerComposition[],
): RateRow {
  return finite(run, (of) => ({
    ...numbersOf(of, cell, activeLoading(compositions)),
    ...cycleRow(of, protocol),
    ...trustDocument(of.performance),
  }));
}

/** What is made of a run, or of the same run without a point where a number would not be finite. */
function finite<T>(run: RateRun, make: (run: RateRun) => T): T {
  const made = make(run);
  const place = firstNotFinite(made);
  if (place === undefined) return made;
  const { performance: { problem, recording } } = run;
  return make({ ...run, performance: performanceOf(problem, withoutPoints(recording, place)) });
}

const activeLoading = (compositions: readonly LayerComposition[]): number =>
  compositions.reduce((sum, composition) => sum + composition.activeMassLoading, 0);

function numbersOf(run: RateRun, cell: CellEnergy,
  activeMassLoading: number): Omit<RateRow, 'charge' | 'efficiency' | 'resistance_ohm_cm2' | 'balances' | 'counters'>
{
  const { performance } = run;
  const { main } = performance;
  const { direction } = main;
  return {
    ...(run.rate ? rateDocument(run.rate) : loadDocument(main.segment?.step)),
    ...quantitiesOf({ ...run, activeMassLoading }),
    direction,
    outcome: outcomeDocument(performance),
    energy: direction === 'discharge'
      ? energyDensitiesDocument(energyAtRate(cell, main.arealEnergy, meanPower(performance)))
      : noEnergyDensities,
    polarisation_mV: partsDocument(main.meanPolarisation),
  };
}

/** Only where a layer has several sizes of particles, or several active materials. */
function particlesDocument(performance: Performance): Pick<RateResult, 'particles' | 'materials'> {
  const particles = particleClassResults(performance);
  const materials = blendResults(performance);
  return { ...(materials.length > 0 && { materials }), ...(particles.length > 0 && { particles }) };
}

/** Energy over duration of the main step, rests in a train of pulses included [W m^-2]. */
function meanPower({ main, recording }: Performance): number | undefined {
  if (!main.segment) return undefined;
  const duration = recording.time[main.segment.last] - recording.time[main.segment.first];
  return duration > 0 ? main.arealEnergy / duration : undefined;
}

type Driven = Pick<RateResult, 'label' | 'load'>;

const rateDocument = (rate: Rate): Driven => ({
  label: formatRate(rate),
  load: { kind: rate.kind, value: rate.kind === 'cRate' ? rate.value : rate.value / units.mA_cm2 },
});

/** Load of a protocol that runs once: that of its main step. */
function loadDocument(step: ProtocolStep | undefined): Driven {
  switch (step?.kind) {
    case 'hold':
      return step.voltage === 'now'
        ? { label: 'hold', load: { kind: 'voltage', value: null } }
        : { label: `${formatNumber(step.voltage, 4)} V`, load: { kind: 'voltage', value: step.voltage } };
    case 'profile':
      return { label: step.profile.name, load: { kind: 'profile', value: null } };
    case 'discharge':
    case 'charge': {
      const { rate } = step;
      if (rate === 'each') return { label: 'each', load: { kind: 'none', value: null } };
      if (rate.kind !== 'power') return rateDocument(rate);
      return { label: formatQuantity(rate.value, 'powerDensity'),
        load: { kind: 'power', value: rate.value / units.mW_cm2 } };
    }
    default:
      return { label: 'protocol', load: { kind: 'none', value: null } };
  }
}

function partsDocument(split: Polarisation | undefined): RateResult['polarisation_mV'] {
  return documentOf((name) => (split ? orNull(split[name] / units.mV) : null));
}

/** A value for each loss and for their sum. */
const documentOf = <T>(value: (name: keyof Polarisation) => T): Record<keyof Polarisation, T> => (
  { ...forEachPart(value), total: value('total') }
);

function seriesDocument(performance: Performance): RateResult['series'] {
  const { recording, polarisation } = performance;
  return {
    time_s: Array.from(recording.time),
    step: Array.from(performance.step),
    currentDensity_mA_cm2: Array.from(performance.current, (i) => i / units.mA_cm2),
    arealCapacity_mAh_cm2: Array.from(performance.charge, (q) => q / units.mAh_cm2),
    voltage_V: Array.from(performance.voltage),
    ...(performance.temperature && { temperature_K: Array.from(performance.temperature) }),
    equilibriumVoltage_V: Array.from(performance.equilibriumVoltage),
    utilisation: Array.from(performance.utilisation),
    frontDepth_um: Array.from(performance.frontDepth, (x) => orNull(x / units.um)),
    polarisation_mV: documentOf((name) => polarisation.map((split) => orNull(split[name] / units.mV))),
  };
}
