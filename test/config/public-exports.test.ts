import { describe, expect, it } from 'vitest';
import { readMeasuredDischarge } from '../../src/config/files/measured-discharge.js';

/**
 * Titles, preambles and odd fields as public files of the four makers have them, with a short discharge below. Where they are from: cellpy
 * (github.com/jepegit/cellpy, testdata/data, MIT), PyProBE (github.com/ImperialCollegeLondon/PyProBE, tests/sample_data, BSD-3-Clause), beep
 * (github.com/TRI-AMDD/beep, beep/tests/test_files, Apache-2.0). The numbers are made.
 */
const seconds = [0, 30, 60, 90, 120, 150];
const voltages = [3.42, 3.411, 3.406, 3.401, 3.397, 3.394];
/** 0.5 A over 150 s. */
const delivered = 75;

const rowsOf = (row: (time: number, voltage: number, i: number) => string): string[] =>
  seconds.map((time, i) => row(time, voltages[i], i));

const exports: Readonly<Record<string, string>> = {
  // cellpy maccor_001.txt: seconds of one or many digits, blanks before a time, a tab at the end of a line
  'Maccor, days and clock': [
    'Today\'s Date:\t14 December 2020\tDate of Test:\t11 December 2020, 12:22:12 PM',
    'Filename:\tM50_Validation_0deg_01\tTester Channel:\t1',
    'Procedure:\tM50_Validation.000\tDescription:\t',
    'Rec#\tCyc#\tStep\tTestTime\tStepTime\tAmp-hr\tWatt-hr\tAmps\tVolts\tState\tES\tDPt Time\tACImp/Ohms\tDCIR/Ohms\tAux #1\t Units\tVAR1\t',
    '1\t0\t1\t  0d 00:00:0\t  0d 00:00:0\t0.00000\t0.00000\t0.00000\t3.46250\tR\t0\t12/11/2020 12:22:12\t0.0\t0.0\t-2501.71411\t C  \t0.0\t',
    ...rowsOf((time, voltage, i) =>
      `${i + 2}\t0\t2\t  0d 00:0${Math.floor(time / 60)}:${time % 60}${
        i === 1 ? '.0000001' : ''
      }\t  0d 00:00:0\t0\t0\t0.50000\t${voltage}\tD\t5\t12/11/2020 12:22:21\t0.0\t0.0\t-2501.8\t C  \t0.0\t`
    ),
  ].join('\r\n'),
  // beep PreDiag_000229_000229_truncated.034: seconds in brackets, N/A in columns that are not read
  'Maccor, seconds': [
    'Today\'s Date 09/01/2020  Date of Test:\t12/16/2019\t Filename:\tE:\\Backup\\PreDiag_000229_000229.034 Procedure: PreDiag_000229.000\tComment/Barcode: 000229',
    'Rec#\tCyc#\tStep\tTest (Sec)\tStep (Sec)\tAmp-hr\tWatt-hr\tAmps\tVolts\tState\tES\tDPt Time\tLoop1\tACImp/Ohms\tWF Chg Cap\tRange\tVAR1',
    ...rowsOf((time, voltage, i) =>
      `${i}\t0\t1\t${time}.0000\t${time}.0000\t0.0\t0.0\t0.5000000000\t${voltage}\tD\t1\t12/16/2019 14:03:54\t0\t0.00000\tN/A\t1\t0.00000`
    ),
  ].join('\n'),
  // PyProBE sample_data_arbin.csv: a date in quotes with a tab inside, empty fields
  'Arbin, MITS Pro': [
    'Data Point,Date Time,Test Time (s),Step Time (s),Cycle Index,Step Index,TC_Counter1,Current (A),Voltage (V),Power (W),Discharge Capacity (Ah),mAh/g,ACR (Ohm),dV/dt (V/s),Aux_Temperature_1 (C)',
    ...rowsOf((time, voltage, i) =>
      `${i},"\t09/20/2024 08:32:34.558",${time},${time},1,1,0,-0.5,${voltage},0,0,0,,1.98217E-05,24.66422`
    ),
  ].join('\n'),
  // beep FastCharge_000025_CH8.csv: no units at all
  'Arbin, from its database': [
    'Data_Point,Test_Time,DateTime,Step_Time,Step_Index,Cycle_Index,Current,Voltage,Charge_Capacity,Discharge_Capacity,dV/dt,Internal_Resistance,Temperature',
    ...rowsOf((time, voltage, i) =>
      `${i},${time},1494645243.4715,${time},0.0,0.0,-0.5,${voltage},0.0,0.0,-1.1e-05,0.0,30.1`
    ),
  ].join('\n'),
  // PyProBE Sample_data_biologic_CA1.txt: a preamble with a table of settings of its own, bytes of another encoding, a tab at the end
  'BioLogic, BT-Lab': [
    'BT-Lab ASCII FILE',
    'Nb header lines : 12                         ',
    '',
    'Modulo Bat',
    '\tTemperature max = 70.00 \uFFFDC',
    'Acquisition started on : 05/13/2024 11:19:51.602',
    'Ns                  0                   1                   2',
    'ctrl_type           Rest                CC                  Rest',
    'ctrl1_val                               0.900',
    'I Range             10 mA               1 A                 1 A',
    '',
    'Ns changes\tNs\ttime/s\tEcell/V\tI/mA\t(Q-Qo)/mA.h\tstep time/s\tQ discharge/mA.h\tCapacity/mA.h\tcycle number\tP/W\tR/Ohm\tTemperature/\uFFFDC\t',
    ...rowsOf((time, voltage) =>
      `0\t1\t${
        time.toExponential(15).replace('e+', 'E+00')
      }\t${voltage}\t-5.0000000E+002\t0.0\t0.0\t0.0\t0.0\t0.0\t0.0\t0.0\t2.2185871E+001`
    ),
  ].join('\r\n'),
  // cellpy neware_uio.csv
  'Neware, one table': [
    'DataPoint,Cycle Index,Step Index,Step Type,Time,Cumulative Time,Current(A),Voltage(V),Capacity(Ah),Spec. Cap.(mAh/g),Date,dQ/dV(mAh/V),Contact resistance(mO),Module start-stop switch',
    '1,1,1,Rest,00:00:00,00:00:00,0.00000000,2.9170,0,0.00,2022-05-18 16:27:52,0.0000,0,Close',
    ...rowsOf((time, voltage, i) =>
      `${i + 2},1,2,CC DChg,00:00:00,00:0${Math.floor(time / 60)}:${
        String(time % 60).padStart(2, '0')
      },-0.50000000,${voltage},0,0.00,2022-05-18 16:28:52,0.0000,0,Close`
    ),
  ].join('\n'),
  // cellpy nw_regular_export_ife_example.csv: cycles, steps and records in three layers, the first step on the line of its cycle
  'Neware, in layers': [
    'Cycle Index,Chg. Cap.(Ah),DChg. Cap.(Ah),Chg.-DChg. Eff(%),Chg. Energy(Wh),DChg. Energy(Wh),Chg. Time,DChg. Time',
    ',Step Index,Step Number,Step Type,Step Time,Capacity(Ah),Energy(Wh),Oneset Volt.(V),End Voltage(V),T1 Oneset T(?)',
    ',,DataPoint,Time,Total Time,Current(A),Voltage(V),Capacity(Ah),Energy(Wh),Date,Power(W),T1(?),Aux. ?V(V)',
    '1,0.02256,0.33067,1465.46,0.10243,1.34319,00:02:51,00:41:50,1,1,Rest,00:00:20,0.00000,0.00000,4.3185,4.3186,26.61',
    ',,1,00:00:00,00:00:00,0.00000,4.3185,0.0,0.0,2026-03-06 12:37:25,0.0,26.61,0.0',
    ',2,2,CC DChg,00:02:30,0.02083,0.1,3.42,3.394,26.61',
    ...rowsOf((time, voltage, i) =>
      `,,${i + 2},00:00:00,00:0${Math.floor(time / 60)}:${
        String(time % 60).padStart(2, '0')
      },-0.50000,${voltage},0.0,0.0,2026-03-06 12:37:45,2.1,26.61,0.0`
    ),
    ',3,3,Rest,00:05:00,0.00000,0.00000,3.42,3.43,26.61',
    ',,8,00:00:00,00:02:30,0.00000,3.42,0.0,0.0,2026-03-06 12:40:36,0.0,26.61,0.0',
  ].join('\n'),
};

const told = (text: string): string[] => {
  const reading = readMeasuredDischarge(text);
  return reading.ok ? [] : reading.problems.map(({ line, expected, received }) => `${line} ${expected} / ${received}`);
};

describe.each(Object.entries(exports))('%s, as a public file has it', (_, text) => {
  it('gives its discharge', () => {
    const reading = readMeasuredDischarge(text);
    if (!reading.ok) throw new Error(told(text).join('\n'));
    const { basis, capacity, voltage } = reading.discharge;
    expect(basis).toBe('cell');
    expect(voltage).toEqual(voltages);
    expect(capacity.at(-1)).toBeCloseTo(delivered, 4);
  });

  it('tells a number that is none with the line of the file', () => {
    const lines = text.split(/\r?\n/);
    const at = lines.findIndex((line) => line.includes('3.401'));
    expect(told(lines.with(at, lines[at].replace('3.401', '3.4.01')).join('\n'))).toEqual([
      expect.stringMatching(new RegExp(`^${at + 1} `)),
    ]);
  });
});

describe('an export that does not say enough', () => {
  it('is told in a sentence: Maccor without units and states (PyProBE sample_data_maccor.csv)', () => {
    const text = ['Today\'s Date ,28-Nov-23', 'Date of Test:,23-Nov-23 3:56:08 PM',
      'Rec,Cycle C,Step,Test Time (sec),Step Time (sec),Capacity,Energy,Current,Voltage,DPT Time,Temp 1',
      ...rowsOf((time, voltage, i) => `${i},1,1,${time},${time},0,0,28.8,${voltage},23-Nov-23 3:56:11 PM,22.2591`)]
      .join('\n');
    expect(told(text)).toHaveLength(1);
    expect(told(text)[0]).toMatch(/columns of a voltage and of a charge/);
  });
});
