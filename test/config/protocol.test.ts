import { describe, expect, it } from 'vitest';
import type { LoadProfile, Protocol } from '../../src/config/case.js';
import { parseCase } from '../../src/config/parse-case.js';
import { formatIssue } from '../../src/config/wording.js';
import { example, meshes } from './example.js';

/** The example starts with its title in line 1; `protocol` begins there, so that its lines count from 1. */
const withProtocol = (protocol: string): string => `protocol:\n${protocol}${example}`;

function load(protocol: string, files: Readonly<Record<string, string>> = {}, set: readonly string[] = []) {
  return parseCase(withProtocol(protocol), { file: 'configs/x.yaml', meshes, set, textOf: (name) => files[name] });
}

function protocolOf(protocol: string, files?: Readonly<Record<string, string>>): Protocol {
  const loaded = load(protocol, files);
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  return loaded.case.protocol;
}

function linesOf(protocol: string, files?: Readonly<Record<string, string>>, set?: readonly string[]): string[] {
  const loaded = load(protocol, files, set);
  return loaded.ok ? [] : loaded.issues.map(formatIssue);
}

const steps = (...lines: string[]): string => `  steps:\n${lines.map((line) => `    - ${line}\n`).join('')}`;
const profileOf = (line: string, files?: Readonly<Record<string, string>>): LoadProfile => {
  const [step] = protocolOf(steps(line), files).steps;
  if (step.kind !== 'profile') throw new Error('no profile');
  return step.profile;
};

describe('steps', () => {
  it('hold a voltage until the current has fallen, the time is over or the charge has passed', () => {
    const held = ['{hold: 4.2 V, until: {current: C/20, time: 2 h}}', '{hold: voltage-now, until: {time: 1 s}}'];
    expect(protocolOf(steps('charge: each', ...held)).steps).toEqual([
      { kind: 'charge', rate: 'each', until: { voltage: 4.3 } },
      { kind: 'hold', voltage: 4.2, until: { current: { kind: 'cRate', value: 0.05 }, time: 7200 } },
      { kind: 'hold', voltage: 'now', until: { time: 1 } },
    ]);
  });

  it('draw a power, within the cut-off voltage of their direction', () => {
    const powers = steps('discharge: {power: 20 mW/cm^2}',
      '{charge: {power: 100 W/m^2}, until: {voltage: 4.1 V, current: 2C}}');
    expect(protocolOf(powers).steps).toEqual([
      { kind: 'discharge', rate: { kind: 'power', value: 200 }, until: { voltage: 2.5 } },
      { kind: 'charge', rate: { kind: 'power', value: 100 },
        until: { voltage: 4.1, current: { kind: 'cRate', value: 2 } } },
    ]);
  });

  it('are repeated in their place', () => {
    const pulses = '{repeat: 3, steps: [{discharge: each, until: {time: 10 min}}, {rest: 1 h}]}';
    const { steps: flat } = protocolOf(steps('charge: C/3', pulses, 'rest: 5 h'));
    expect(flat.map(({ kind, until }) => `${kind} ${until.time}`)).toEqual([
      'charge undefined',
      'discharge 600',
      'rest 3600',
      'discharge 600',
      'rest 3600',
      'discharge 600',
      'rest 3600',
      'rest 18000',
    ]);
  });

  it('take the rates of the list, or run once', () => {
    expect(protocolOf(`  rates: [1C]\n${steps('{repeat: 2, steps: [{discharge: each}]}')}`).rates).toHaveLength(1);
    expect(protocolOf(steps('discharge: C/3')).rates).toEqual([]);
    const loaded = load(steps('discharge: C/3'));
    expect(loaded.ok && loaded.ledger.some(({ path }) => path === 'protocol.rates')).toBe(false);
  });

  it('of a rest may end it at a voltage', () => {
    expect(protocolOf(steps('{rest: 10 h, until: {voltage: 3.6 V}}')).steps)
      .toEqual([{ kind: 'rest', until: { time: 36_000, voltage: 3.6 } }]);
  });
});

describe('profiles', () => {
  it('stand in the case, each number with its unit or all with one', () => {
    expect(
      profileOf('profile: {time: [0 s, 1 min, 1 min, 2 min], current: [1 mA/cm^2, 1 mA/cm^2, -2 mA/cm^2, 0 mA/cm^2]}'),
    )
      .toEqual({ name: 'inline', kind: 'current', time: [0, 60, 60, 120], value: [10, 10, -20, 0],
        interpolation: 'linear' });
    const lists = 'time: {value: [0, 10, 20], unit: s}, power: {value: [5, 0, 0], unit: mW/cm^2}';
    expect(profileOf(`profile: {interpolation: previous, ${lists}}`))
      .toEqual({ name: 'inline', kind: 'power', time: [0, 10, 20], value: [50, 0, 0], interpolation: 'previous' });
  });

  it('come from a CSV file, in the units of its header, and stay within the voltage window', () => {
    const file = '\uFEFF# a comment\r\nTime (min), Current [A/m^2]\r\n0, 1e1\r\n\r\n # another\r\n 1.5 ,-5\r\n';
    const { steps: [step] } = protocolOf(steps('profile: {file: sub/drive.csv}'), { 'sub/drive.csv': file });
    expect(step).toEqual({
      kind: 'profile',
      until: { voltageWindow: [2.5, 4.3] },
      profile: { name: 'sub/drive.csv', kind: 'current', time: [0, 90], value: [10, -5], interpolation: 'linear' },
    });
  });

  it('are read as instruments write them: by their units, with decimal commas, quotes, other columns and empty rows', () => {
    const file = '"Zeit / s";"Zelle";"Strom / mA cm-2"\r\n0,0;7;1,5\r\n60,0;7;-0,5\r\n;;\r\n';
    const { steps: [step] } = protocolOf(steps('profile: {file: d.csv}'), { 'd.csv': file });
    expect(step).toMatchObject({ profile: { kind: 'current', time: [0, 60], value: [15, -5] } });
  });

  it('are divided by the area of a cell that has one', () => {
    const cell = 'cell: {format: sheet, area: 2 cm^2}\n';
    const text = `${steps('profile: {file: d.csv}')}${cell}`;
    const { steps: [step] } = protocolOf(text, { 'd.csv': 'time [s], power [mW]\n0, 3\n9, 5\n' });
    expect(step).toMatchObject({ profile: { kind: 'power', value: [15, 25] } });
  });

  it('are looked up where a step is repeated, and where the command line names them', () => {
    const files = { 'a.csv': 'time [s], power [mW/cm^2]\n0, 1\n10, 1\n',
      'b.csv': 'time [s], power [mW/cm^2]\n0, 2\n10, 2\n' };
    const nested = steps('{repeat: 2, steps: [{profile: {file: a.csv}}, {rest: 1 h}]}');
    expect(protocolOf(nested, files).steps.map(({ kind }) => kind)).toEqual(['profile', 'rest', 'profile', 'rest']);
    const changed = load(nested, files, ['protocol.steps.0.steps.0.profile.file=b.csv']);
    expect(changed.ok && changed.case.protocol.steps[0]).toMatchObject({ profile: { value: [20, 20] } });
  });

  it('are recorded by name and extent', () => {
    const loaded = load(steps('profile: {file: a.csv}'), { 'a.csv': 'time [s], power [mW/cm^2]\n0, 1\n5, 3\n10, 4\n' });
    const record = (path: string) => (loaded.ok ? loaded.ledger.find((one) => one.path === path) : undefined);
    expect(record('protocol.steps.0.profile.file')).toMatchObject({ value: 'a.csv' });
    expect(record('protocol.steps.0.profile.power')).toMatchObject({ value: '3 from 1 mW/cm^2 to 4 mW/cm^2',
      status: 'given' });
  });
});

/** One step, and what is said of it. */
const wrong: readonly [string, string, string][] = [
  ['no step', '{until: {time: 1 h}}',
    'configs/x.yaml:3:7 protocol.steps.0: expected one of discharge, charge, rest, hold, profile, repeat, found none of them; '
    + 'add one'],
  ['two steps', '{hold: 4 V, rest: 1 h}',
    'configs/x.yaml:3:7 protocol.steps.0: expected only one of discharge, charge, rest, hold, profile, found rest and hold; '
    + 'remove all but one'],
  ['a hold without end', 'hold: 4 V',
    'configs/x.yaml:3:7 protocol.steps.0: expected one of until.current, until.time, until.arealCapacity, found none of them; '
    + 'add one'],
  ['a hold until a voltage', '{hold: 4 V, until: {time: 1 h, voltage: 4.1 V}}',
    'configs/x.yaml:3:47 protocol.steps.0.until.voltage: expected a hold that ends by current, time, arealCapacity, '
    + 'found "voltage", which it never reaches; remove "voltage"'],
  ['a constant current until a current', '{charge: C/3, until: {current: C/20}}',
    'configs/x.yaml:3:38 protocol.steps.0.until.current: '
    + 'expected a step under constant current that ends by voltage, time, arealCapacity, '
    + 'found "current", which it never reaches; remove "current"'],
  ['a rest with two durations', '{rest: 1 h, until: {time: 2 h}}',
    'configs/x.yaml:3:33 protocol.steps.0.until.time: expected a rest that ends by voltage, '
    + 'found "time", which it never reaches; remove "time"'],
  ['a word for a voltage', '{hold: now, until: {time: 1 h}}',
    'configs/x.yaml:3:14 protocol.steps.0.hold: expected a voltage such as "4.2 V", or voltage-now, found "now"; '
    + 'write e.g. 4.2 V'],
  ['a power without unit', 'discharge: {power: 20}',
    'configs/x.yaml:3:26 protocol.steps.0.discharge.power: expected a power per area such as "20 mW/cm^2", '
    + 'found 20 without a unit; '
    + 'write a power per area, e.g. 20 mW/cm^2'],
  ['a misspelt power', 'discharge: {powr: 20 mW/cm^2}',
    'configs/x.yaml:3:19 protocol.steps.0.discharge.powr: expected a known key, found "powr"; did you mean "power"?'],
  ['a repetition of nothing', 'repeat: 3',
    'configs/x.yaml:3:7 protocol.steps.0.steps: expected the steps to repeat, found nothing; add "steps:"'],
  ['a repetition without number', 'steps: [{rest: 1 h}]',
    'configs/x.yaml:3:7 protocol.steps.0.repeat: expected how often the steps run, found nothing; add "repeat: 20"'],
  ['a repetition beside a step', '{repeat: 2, steps: [{rest: 1 h}], rest: 1 h}',
    'configs/x.yaml:3:7 protocol.steps.0: expected only one of discharge, charge, rest, hold, profile, repeat, '
    + 'found repeat and rest; remove all but one'],
  ['a mistake in a repeated step', '{repeat: 2, steps: [{rest: 1 V}]}',
    'configs/x.yaml:3:34 protocol.steps.0.steps.0.rest: expected a time such as "10 h", found "1 V"; '
    + 'write a time unit, e.g. 10 h'],
  ['an empty profile', 'profile: {interpolation: linear}',
    'configs/x.yaml:3:16 protocol.steps.0.profile: expected one of file, time, found none of them; add one'],
  ['a profile of times', 'profile: {time: [0 s, 1 s]}',
    'configs/x.yaml:3:16 protocol.steps.0.profile: expected one of current, power, found none of them; add one'],
  ['lists that differ', 'profile: {time: [0 s, 1 s], power: [1 mW/cm^2, 1 mW/cm^2, 2 mW/cm^2]}',
    'configs/x.yaml:3:42 protocol.steps.0.profile.power: expected as many values of power as times, found 3 and 2; '
    + 'make both lists equally long'],
  ['a late start', 'profile: {time: [5 s, 9 s], power: [1 mW/cm^2, 1 mW/cm^2]}',
    'configs/x.yaml:3:24 protocol.steps.0.profile.time.0: expected a profile that starts at 0 s, found 5 s; '
    + 'count the times from the first one'],
  ['falling times', 'profile: {time: [0 s, 9 s, 8 s], power: [1 mW/cm^2, 1 mW/cm^2, 1 mW/cm^2]}',
    'configs/x.yaml:3:34 protocol.steps.0.profile.time.2: expected times that never fall, found 8 s after 9 s; '
    + 'sort the rows by time'],
  ['a short list', 'profile: {time: [0 s], power: [1 mW/cm^2]}',
    'configs/x.yaml:3:23 protocol.steps.0.profile.time: expected a list of at least two, each a time, found a list of 1; '
    + 'write e.g. [10 h, 10 h]'],
  ['an unknown interpolation', 'profile: {interpolation: cubic, time: [0 s, 1 s], power: [1 mW/cm^2, 1 mW/cm^2]}',
    'configs/x.yaml:3:32 protocol.steps.0.profile.interpolation: expected linear or previous, found "cubic"; write e.g. linear'],
];

describe('a malformed step gives one clear line', () => {
  it.each(wrong)('%s', (_, step, line) => {
    const lines = linesOf(steps(step));
    expect(lines[0]).toBe(line);
    expect(lines.length).toBeLessThan(3);
  });

  it('rates that no step takes', () => {
    expect(linesOf(`  rates: [1C]\n${steps('discharge: C/3')}`)).toEqual([
      'configs/x.yaml:2:10 protocol.rates: expected a step that takes each rate of the list, '
      + 'found rates, and steps that do not use them; '
      + 'write "discharge: each" in a step, or remove "rates"',
    ]);
  });
});

describe('a malformed CSV file is found at its own line', () => {
  const of = (text: string | undefined): string[] =>
    linesOf(steps('profile: {file: d.csv}'), text === undefined ? {} : { 'd.csv': text });

  it.each<[string, string | undefined, string]>([
    ['missing', undefined,
      'configs/x.yaml:3:23 protocol.steps.0.profile.file: expected a CSV file, found no such file; '
      + 'put it at configs/d.csv, or correct its name'],
    ['empty', '\n',
      'configs/d.csv:1:1: expected a time and a current or a power with their units in the first line, found ""; '
      + 'write e.g. time [s], current [mA/cm^2]; mA where the cell has an area'],
    ['without header', '0, 1\n1, 1\n',
      'configs/d.csv:1:1: expected a time and a current or a power with their units in the first line, found "0, 1"; '
      + 'write e.g. time [s], current [mA/cm^2]; mA where the cell has an area'],
    ['with a wrong unit', '# c\ntime [s], current [mA]\n0, 1\n1, 1\n',
      'configs/d.csv:2:1: expected a time and a current or a power with their units in the first line, found "time [s], current [mA]"; '
      + 'write e.g. time [s], current [mA/cm^2]; mA where the cell has an area'],
    ['with a word', 'time [s], current [mA/cm^2]\n0, 1\n1, 1 mA\n',
      'configs/d.csv:3:4: expected a number, found "1 mA"; write it with a decimal point, without unit'],
    ['with a third column', 'time [s], current [mA/cm^2]\n0, 1\n1, 1, 4\n',
      'configs/d.csv:3:1: expected a number in each of the columns that are read, found "1, 1, 4"; write e.g. 10, 2.5'],
    ['with one row', 'time [s], current [mA/cm^2]\n0, 1\n',
      'configs/d.csv:1:1: expected at least two rows of numbers, found 1; add rows below the first line'],
    ['with falling times', 'time [s], current [mA/cm^2]\n0, 1\n5, 1\n\n  4, 1\n',
      'configs/d.csv:5:3 protocol.steps.0.profile.time.2: expected times that never fall, found 4 s after 5 s; '
      + 'sort the rows by time'],
    ['out of range', 'time [s], current [mA/cm^2]\n0, 1\n5, 1e9\n',
      'configs/d.csv:3:4 protocol.steps.0.profile.current.value.1: '
      + 'expected a current density from -10000 mA/cm^2 to 10000 mA/cm^2, '
      + 'found "1000000000 mA/cm^2"; choose a value in this range'],
  ])('%s', (_, text, line) => expect(of(text)).toEqual([line]));

  it('is not read where the case gives the same as lists', () => {
    expect(linesOf(steps('profile: {file: d.csv, time: [0 s, 1 s]}'), { 'd.csv': 'x' })).toEqual([
      'configs/x.yaml:3:23 protocol.steps.0.profile.file: expected only one of file, time, found file and time; '
      + 'remove all but one',
    ]);
  });
});
