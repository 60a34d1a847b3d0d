import type { ProtocolStep } from '../config/case.js';
import { once } from '../config/once.js';
import type { Recording, Segment } from '../simulation/recording.js';
import { forEachPart, polarisationPartNames } from './polarisation-parts.js';
import type { Polarisation } from './polarisation.js';
import type { RecordedFields } from './recorded-fields.js';

/**
 * What a rate is about: the first step that takes each rate of the list; where none does, the first charge or discharge, or else
 * the first hold or profile. A step that is repeated with nothing but rests between counts as one (a train of pulses).
 */
export interface MainStep {
  /** From its first point to its last, with the outcome of the last pulse; undefined where no point was reached. */
  readonly segment: Segment | undefined;
  /** Of the step; of a hold or a profile that of the charge it passed. */
  readonly direction: 'discharge' | 'charge';
  /** Magnitudes over the main step: [C m^-2], [J m^-2], [V]. */
  readonly arealCapacity: number;
  readonly arealEnergy: number;
  readonly meanVoltage: number;
  /** Mean over the charge passed [V]. */
  readonly meanPolarisation: Polarisation | undefined;
  /** At the last point under current [V]. */
  readonly endPolarisation: Polarisation | undefined;
}

/** `partsAt`: the split of a point, asked for only where a mean or an end is. */
export function mainStep(recording: Recording, fields: RecordedFields,
  partsAt: (point: number) => Polarisation): MainStep
{
  const segment = mainSegment(recording.segments);
  const kind = segment?.step.kind;
  if (!segment || segment.last < segment.first) {
    return {
      segment: undefined,
      direction: kind === 'charge' ? kind : 'discharge',
      arealCapacity: 0,
      arealEnergy: 0,
      meanVoltage: NaN,
      meanPolarisation: undefined,
      endPolarisation: undefined,
    };
  }
  const { first, last } = segment;
  const passed = fields.charge.get(last) - fields.charge.get(first);
  const mean = once(() => (passed === 0 ? undefined : meanOverCharge(partsAt, fields, first, last)));
  const energy = fields.energy.get(last) - fields.energy.get(first);
  return {
    segment,
    direction: kind === 'charge' || (kind !== 'discharge' && passed < 0) ? 'charge' : 'discharge',
    arealCapacity: Math.abs(passed),
    arealEnergy: Math.abs(energy),
    meanVoltage: passed === 0 ? NaN : energy / passed,
    get meanPolarisation() {
      return mean();
    },
    get endPolarisation() {
      let point = last;
      while (point >= first && !isSplit(partsAt(point))) point--;
      return partsAt(point < first ? last : point);
    },
  };
}

function mainSegment(segments: readonly Segment[]): Segment | undefined {
  const main = segments.find(({ step }) => loadOf(step) === 'each')
    ?? segments.find(({ step }) => step.kind === 'discharge' || step.kind === 'charge')
    ?? segments.find(({ step }) => step.kind !== 'rest');
  if (!main) return undefined;
  let end = main;
  for (const segment of segments.slice(segments.indexOf(main) + 1)) {
    if (segment.step.kind === 'rest') continue;
    if (segment.step.kind !== main.step.kind || loadOf(segment.step) !== loadOf(main.step)) break;
    end = segment;
  }
  return { ...end, first: main.first };
}

/** What drives a step; a step that is repeated has the same one, not an equal one. */
function loadOf(step: ProtocolStep): unknown {
  switch (step.kind) {
    case 'rest':
      return undefined;
    case 'hold':
      return step.voltage;
    case 'profile':
      return step.profile;
    default:
      return step.rate;
  }
}

const names = [...polarisationPartNames, 'total'] as const;

/** Whether the parts are known: they are not where no current flows. */
const isSplit = (split: Polarisation): boolean => names.every((name) => Number.isFinite(split[name]));

/** Trapezoidal mean over the charge passed between two points; intervals without the parts at both ends are left out. */
function meanOverCharge(partsAt: (point: number) => Polarisation, fields: RecordedFields, first: number,
  last: number): Polarisation
{
  const mean: Polarisation = { ...forEachPart(() => 0), total: 0 };
  let passed = 0;
  let before = partsAt(first);
  let wasSplit = isSplit(before);
  for (let t = first; t < last; t++) {
    const after = partsAt(t + 1);
    const known = isSplit(after);
    if (wasSplit && known) {
      const charge = fields.charge.get(t + 1) - fields.charge.get(t);
      passed += charge;
      for (const name of names) mean[name] += 0.5 * charge * (before[name] + after[name]);
    }
    [before, wasSplit] = [after, known];
  }
  for (const name of names) mean[name] /= passed;
  return mean;
}
