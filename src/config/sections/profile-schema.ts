import * as z from 'zod';
import { type Context, refuse, text } from '../fields/field.js';
import { choice, quantityList } from '../fields/step-fields.js';
import type { LoadProfile } from '../protocol.js';
import { wording } from '../wording.js';

const kinds = ['current', 'power'] as const;

const profileFields = z.strictObject({
  file: text({
    label: 'CSV file, found from the folder of the case',
    note:
      'columns told by their units, `time [s], current [mA/cm^2]` or `time [s], power [mW/cm^2]`; others are ignored',
    example: 'drive-cycle.csv',
    recorded: true,
  }).optional(),
  interpolation: choice(['linear', 'previous'], {
    label: 'between two times: on a line, or the value of the previous time',
    default: 'linear',
  }),
  time: quantityList('time', { label: 'times from 0, never falling; twice the same is a jump', min: '0 s',
    max: '1e6 h' }).optional(),
  current: quantityList('currentDensity', { label: 'current at these times, discharge positive', min: '-10000 mA/cm^2',
    max: '10000 mA/cm^2' }).optional(),
  power: quantityList('powerDensity', { label: 'power at these times, discharge positive', min: '-1e5 mW/cm^2',
    max: '1e5 mW/cm^2' }).optional(),
}).describe('a load that changes with time, from a CSV file or as lists');

/** Lists of times and values; those of a file have been put in their place by `config/profile-source`. */
export const profileSchema = profileFields.transform((written, context): LoadProfile => {
  const { file, interpolation, time = [] } = written;
  const found = kinds.filter((kind) => written[kind] !== undefined);
  if (written.time === undefined) refuse(context, wording.missingOneOf(['file', 'time']));
  else if (found.length === 0) refuse(context, wording.missingOneOf(kinds));
  if (found.length > 1) refuse(context, wording.onlyOneOf(kinds, found), [found[1]]);
  const kind = found[0] ?? 'current';
  const value = written[kind] ?? [];
  if (written.time !== undefined && found.length === 1) checkTimes(time, value.length, kind, context);
  return { name: file ?? 'inline', kind, time, value, interpolation };
});

function checkTimes(time: readonly number[], values: number, kind: string, context: Context): void {
  if (values !== time.length) refuse(context, wording.unequalLists(kind, values, time.length), [kind]);
  if (time[0] !== 0) refuse(context, wording.lateProfile(time[0]), ['time', 0]);
  const falling = time.findIndex((t, i) => i > 0 && t < time[i - 1]);
  if (falling > 0) refuse(context, wording.fallingTime(time[falling], time[falling - 1]), ['time', falling]);
  else if (time[time.length - 1] === time[0]) refuse(context, wording.emptyProfile(), ['time']);
}
