import * as z from 'zod';
import { type FieldInfo, integer, quantity, readQuantity, text } from '../fields/field.js';
import { typed } from '../fields/json-shape.js';
import { refused } from '../fields/reading.js';
import { rateOfCell } from '../fields/step-fields.js';
import { changes, studyField } from '../fields/study-fields.js';
import { type CapacityBasis, chargeBases, type MeasuredDischarge } from '../files/measured-discharge.js';
import type { MeasuredImpedance } from '../files/measured-impedance.js';
import type { PlainRecord } from '../plain-data.js';
import type { RateOfCell } from '../protocol.js';
import { wording } from '../wording.js';

/** What a measurement is of. */
export interface MeasuredOf {
  /** Keys of the case with values of their own for this measurement. */
  readonly set: PlainRecord;
  /** Name of the cell that was measured, where a key has a value of its own for each. */
  readonly cell?: string;
}

/** One measured discharge, and what of the case was different for it. */
export interface FitCurve extends MeasuredOf {
  readonly file: string;
  readonly rate: RateOfCell;
  readonly discharge: MeasuredDischarge;
}

/** A discharge of an export by its number, as the command line names it too. */
export const nameOfCurve = (file: string, number: number | undefined): string =>
  number === undefined ? file : `${file}#${number}`;

/** What a discharge delivered down to the cut-off of the case, without its curve. */
export interface FitCapacity extends MeasuredOf {
  readonly rate: RateOfCell;
  readonly basis: CapacityBasis;
  /** [C kg^-1], [C m^-2] or [C], by the basis. */
  readonly capacity: number;
}

/** The impedance of the cell at rest. */
export interface FitSpectrum extends MeasuredOf {
  readonly file: string;
  /** State of charge of the cathode: 1 charged, 0 discharged. */
  readonly stateOfCharge: number;
  /** Per wetted area [F m^-2]; undefined: assumed, or fitted. */
  readonly doubleLayer: number | undefined;
  readonly impedance: MeasuredImpedance;
}

/** What is fitted beside the keys of the case: no discharge depends on it, and no case has it. */
export const doubleLayerKey = 'impedance.doubleLayerCapacitance';

const set = changes({ label: 'dotted keys of the case that were different for this one' }).default({});

const cellName = 'letters, digits, - and _';
/** It becomes part of the name of a file. */
const cell = studyField<string, string | number, FieldInfo>({
  label: 'name of the cell that was measured, for keys with a value of their own for each',
}, { written: cellName, example: 'A', json: () => typed('string', 'number') },
  (input) =>
    (typeof input === 'string' || typeof input === 'number') && /^[\w-]+$/.test(String(input))
      ? { ok: true, value: String(input) }
      : refused(wording.wrongType(`a name of ${cellName}`, input, 'A'))).optional();

const measuredRate = rateOfCell({ label: 'C-rate, current density or current of the cell' });

/** What a discharge delivered: a charge per mass, per area, or of the cell. */
const deliveredCharge = studyField<Pick<FitCapacity, 'basis' | 'capacity'>, string, FieldInfo>({
  label: 'what a discharge delivered down to the cut-off of the case',
}, { written: 'mAh/g, mAh/cm^2 or mAh', example: '152 mAh/g', json: () => typed('string') }, (input) => {
  for (const [basis, dimension] of chargeBases) {
    const reading = readQuantity(input, dimension, {});
    if (reading.ok && reading.value > 0) return { ok: true, value: { basis, capacity: reading.value } };
  }
  return refused(wording.wrongType('a capacity above zero with its unit', input, '152 mAh/g'));
});

/** Lists of what was measured; the files that they name are read after them. */
export const measuredTables = {
  curves: z.array(z.strictObject({
    file: text({ label: 'CSV file of a measured discharge, or the text export of a cycler', example: 'c3.csv' }),
    rate: measuredRate,
    discharge: integer({ label: 'which discharge of the export', min: 1, max: 1_000_000 }).optional(),
    cell,
    set,
  })).min(1).describe('measured discharges'),
  capacities: z.array(z.strictObject({ capacity: deliveredCharge, rate: measuredRate, cell, set })).min(1)
    .describe('single capacities'),
  spectra: z.array(z.strictObject({
    file: text({ label: 'CSV file of an impedance at rest, or the text export of an instrument', example: 'eis.csv' }),
    soc: quantity('fraction', { label: 'state of charge of the cathode: 1 charged, 0 discharged', min: 0, max: 1,
      example: '50 %' }),
    doubleLayer: quantity('arealCapacitance', { label: 'capacitance per wetted area', min: '0 F/m^2',
      note: 'default: 0.1 F/m^2, assumed' }).optional(),
    cell,
    set,
  })).min(1).describe('impedances at rest'),
};
