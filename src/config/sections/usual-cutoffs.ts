import { formatNumber } from '../../units/quantity.js';
import { bareValue } from '../fields/annotation.js';
import { readQuantity } from '../fields/field.js';
import { anodePotentials } from '../material-names.js';
import { dataAt, isRecord, own, type PlainRecord } from '../plain-data.js';

/** Cut-offs of a case that says nothing of them: those of a layered oxide against lithium, on the scale of the anode. */
export const usualCutoffs = {
  lowerCutoffVoltage: { volts: 2.5, source: '10.1149/1945-7111/ab9050: a cell with NMC811 is discharged to 2.5 V' },
  upperCutoffVoltage: { volts: 4.3, assumed: true },
} as const;

/** Graphite and silicon lie below this potential against lithium, and their cells have the cut-offs of lithium by custom [V]. */
export const farAboveLithium = 0.3;

/** Writes the usual cut-offs, less the potential of an anode far above lithium, where the case writes none. */
export function withUsualCutoffs(data: PlainRecord): PlainRecord {
  const { anode, protocol = {} } = data;
  if (!isRecord(anode) || !isRecord(protocol)) return data;
  const found = nameAndPotential(anode.activeMaterial ?? anode.material, data.materials);
  if (!found || !(found.potential > farAboveLithium)) return data;
  const { name, potential } = found;
  const filled = Object.entries(usualCutoffs).map(([key, { volts, ...mark }]) => [key, {
    value: `${formatNumber(Math.max(0, volts - potential))} V`,
    ...mark,
    note: `default; ${volts} V against lithium less the ${formatNumber(potential)} V of ${name}`,
  }]);
  return { ...data, protocol: { ...Object.fromEntries(filled), ...protocol } };
}

/** Of a material as written: its own potential, else that of the material which it is like, else that of the library. */
function nameAndPotential(written: unknown, materials: unknown) {
  const { name, equilibriumPotential } = isRecord(written)
    ? { name: bareValue(written.name ?? written), equilibriumPotential: written.equilibriumPotential }
    : { name: written, equilibriumPotential: undefined };
  if (typeof name !== 'string') return undefined;
  const ofCase = dataAt(materials, [name]);
  const mine = isRecord(ofCase) ? ofCase : {};
  const said = equilibriumPotential ?? mine.equilibriumPotential;
  const reading = said === undefined ? undefined : readQuantity(said, 'voltage', {});
  const potential = reading?.ok ? reading.value : own(anodePotentials, String(mine.like ?? name));
  return typeof potential === 'number' ? { name, potential } : undefined;
}
