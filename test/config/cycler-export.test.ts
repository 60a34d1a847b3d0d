import { describe, expect, it } from 'vitest';
import { readMeasuredDischarge } from '../../src/config/files/measured-discharge.js';

/** One history in every format: 100 s at rest, 360 s of charge, 100 s at rest, 720 s of discharge with 2 mA, rest, a short second discharge. */
interface Row {
  readonly time: number;
  readonly current: number;
  readonly voltage: number;
  readonly state: 'R' | 'C' | 'D';
}

const steps = [
  { state: 'R', seconds: 100, milliamperes: 0 },
  { state: 'C', seconds: 360, milliamperes: 2 },
  { state: 'R', seconds: 100, milliamperes: 0 },
  { state: 'D', seconds: 720, milliamperes: -2 },
  { state: 'R', seconds: 100, milliamperes: 0 },
  { state: 'D', seconds: 360, milliamperes: -2 },
] as const;

/** Rows every 20 s; the first of a step is one interval after its beginning. */
function history(): Row[] {
  let time = 0;
  let charge = 0;
  return steps.flatMap(({ state, seconds, milliamperes }) =>
    Array.from({ length: seconds / 20 }, (): Row => {
      time += 20;
      charge += 20 * milliamperes;
      return { time, current: milliamperes, voltage: 4 + charge * 1e-4, state };
    })
  );
}

const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'))
    .join(':');

/** Across midnight at the end of a month. */
const date = (seconds: number): string => new Date(Date.UTC(2024, 1, 29, 23, 50, seconds)).toISOString().slice(0, 19);
const chinese = { R: '搁置', C: '恒流充电', D: '恒流放电' };

const exports: Readonly<Record<string, (rows: readonly Row[]) => string>> = {
  'Biologic .mpt': (rows) =>
    ['EC-Lab ASCII FILE', 'Nb header lines : 5', '', 'Acquisition started on : 01/02/2024',
      'mode\tox/red\ttime/s\tcontrol/V/mA\tEwe/V\t<I>/mA\t(Q-Qo)/mA.h\tcycle number',
      ...rows.map(({ time, current, voltage }) =>
        `1\t0\t${time}\t0\t${voltage}\t${current}\t0\t0`.replaceAll('.', ',')
      )]
      .join('\r\n'),
  'Neware, time of the test': (rows) =>
    ['DataPoint,Cycle Index,Step Index,Step Type,Time,Total Time,Current(A),Voltage(V),Capacity(Ah)',
      ...rows.map(({ time, current, voltage, state }, i) =>
        `${i},1,1,${{ R: 'Rest', C: 'CC Chg', D: 'CC DChg' }[state]},00:00:20,${clock(time)},${
          current / 1e3
        },${voltage},0`
      )].join('\n'),
  'Arbin': (rows) =>
    ['Data_Point,Date_Time,Test_Time(s),Step_Time(s),Cycle_Index,Current(A),Voltage(V),Discharge_Capacity(Ah)',
      ...rows.map(({ time, current, voltage }, i) => `${i},x,${time},0,1,${current / 1e3},${voltage},0`)].join('\n'),
  'Biologic .mpt, absolute times': (rows) =>
    ['EC-Lab ASCII FILE', 'Nb header lines : 3', 'mode\ttime/s\tEcell/V\t<I>/mA',
      ...rows.map(({ time, current, voltage }) =>
        `1\t${date(time).replace(/(\d+)-(\d+)-(\d+)T(.*)/, '$2/$3/$1 $4.0000')}\t${voltage}\t${current}`
      )].join('\n'),
  'Basytec': (rows) =>
    ['~Resultfile from Basytec Battery Test System', '~Time[h]\tDataSet\tCommand\tU[V]\tI[A]\tAh[Ah]',
      ...rows.map(({ time, current, voltage }, i) => `${time / 3600}\t${i}\tx\t${voltage}\t${current / 1e3}\t0`)].join(
        '\n',
      ),
  'Neware in Chinese, current without a sign': (rows) =>
    ['\uFEFF数据序号,循环号,工步类型,时间,总时间,电流(A),电压(V),容量(Ah),绝对时间',
      ...rows.map(({ time, current, voltage, state }, i) =>
        `${i},1,${chinese[state]},00:00:20,${clock(time)},${Math.abs(current) / 1e3},${voltage},0,x`
      )].join('\n'),
  'Neware with dates alone': (rows) =>
    ['Record ID,Step Type,Date,Current(mA),Voltage(V)', ...rows.map(({ time, current, voltage, state }, i) =>
      `${i},${{ R: 'Rest', C: 'CC Chg', D: 'CC DChg' }[state]},${date(time).replace('T', ' ')},${current},${voltage}`
    )].join('\n'),
  'Landt': (rows) =>
    ['Test name: a', 'Record\tTestTime\tStepTime\tVoltage/V\tCurrent/uA\tSpeCap/mAh/g\tSysTime\tStep-State',
      ...rows.map(({ time, current, voltage, state }, i) =>
        `${i}\t${clock(time)}\t0\t${voltage}\t${current * 1e3}\t0\tx\t${{ R: 'R', C: 'RateC', D: 'RateD' }[state]}`
      )].join('\n'),
  'Landt in Chinese': (rows) =>
    ['记录序号,测试时间,电压/V,电流/mA,系统时间,工作模式', ...rows.map(({ time, current, voltage, state }, i) =>
      `${i},${clock(time)},${voltage},${current},x,${chinese[state]}`
    )].join('\n'),
  'Maccor, current without a sign': (rows) =>
    ['Today\'s Date\t05/14/2024', '', 'Date of Test:\t05/01/2024', '',
      'Rec#\tCyc#\tStep\tTestTime\tStepTime\tAmp-hr\tWatt-hr\tAmps\tVolts\tState\tES\tDPt Time',
      ...rows.map(({ time, current, voltage, state }, i) =>
        `${i}\t0\t1\t  0d ${clock(time)}.00\t 0d 00:00:20.00\t0\t0\t${
          Math.abs(current) / 1e3
        }\t${voltage}\t${state}\t0\tx`
      )].join('\n'),
  'Maccor, units in brackets': (rows) =>
    ['Rec\tCycle C\tStep\tTest Time (sec)\tStep Time (sec)\tCap. [Ah]\tCurrent [A]\tVoltage [V]\tMd',
      ...rows.map(({ time, current, voltage, state }, i) =>
        `${i}\t0\t1\t${time}\t20\t0\t${Math.abs(current) / 1e3}\t${voltage}\t${state}`
      )].join('\n'),
};

const told = (text: string, number?: number): string[] => {
  const reading = readMeasuredDischarge(text, number);
  return reading.ok
    ? []
    : reading.problems.map(({ line, expected, received }) => `${line} ${expected} / ${received}`);
};

describe.each(Object.entries(exports))('an export of %s', (_, write) => {
  it('gives the discharge that was asked for, counted from its begin', () => {
    for (const [number, seconds] of [[1, 720], [2, 360]]) {
      const reading = readMeasuredDischarge(write(history()), number);
      if (!reading.ok) throw new Error(told(write(history()), number).join('\n'));
      const { basis, capacity, voltage } = reading.discharge;
      expect(basis).toBe('cell');
      expect(capacity).toHaveLength(seconds / 20);
      // 2 mA: the first row is 20 s into its step
      expect(capacity[0]).toBeCloseTo(0.04, 12);
      expect(capacity.at(-1)).toBeCloseTo(2e-3 * seconds, 12);
      expect(voltage[0] - (voltage.at(-1) ?? NaN)).toBeCloseTo((seconds - 20) * 2e-4, 9);
    }
  });

  it('with several discharges asks for one', () => {
    expect(told(write(history()))[0]).toMatch(
      /one of the 2 discharges of the file \(#1 \S+ mA, #2 \S+ mA\) \/ no number/,
    );
    expect(told(write(history()), 3)[0]).toMatch(/one of the 2 discharges of the file \(.+\) \/ 3/);
  });

  it('without a discharge says so', () => {
    expect(told(write(history().filter(({ state }) => state !== 'D')))[0]).toMatch(/a discharge of at least 5 rows/);
  });

  it('needs no number where there is one discharge', () => {
    expect(told(write(history().slice(0, 64)))).toEqual([]);
  });
});

describe('an export of a cycler', () => {
  it('tells a bad number at its line of the file', () => {
    const lines = exports['Biologic .mpt'](history()).split('\r\n');
    const broken = lines.map((line, i) => i === 8 ? line.split('\t').with(4, '??').join('\t') : line).join('\n');
    expect(told(broken, 1)).toEqual([expect.stringMatching(/^9 a number/)]);
  });

  it('refuses the time of a step where a discharge has two of them', () => {
    const rows = history().filter(({ state }) => state === 'D').map((row, i) => ({ ...row, time: (i % 36) * 20 }));
    expect(told(exports.Arbin(rows))).toEqual([expect.stringMatching(/^38 a time that rises along the discharge/)]);
  });
});
