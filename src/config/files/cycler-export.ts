import { type CsvColumn, type CsvTable, tableBehind, type Title } from './csv-table.js';

interface Cycler {
  readonly time: readonly Title[];
  readonly voltage: readonly Title[];
  readonly current: readonly Title[];
  /** Column that says what a row belongs to, and what it says of a discharge; without it the current is negative. */
  readonly state?: { readonly is: RegExp; readonly discharge: RegExp };
}

const plain = { voltage: [{ is: /^Voltage$/i }], current: [{ is: /^Current$/i }] };

/**
 * Titles of the text exports of cyclers, in the order in which they are tried. An export is told from a table of one's own by its state, or
 * by the words that only this maker uses.
 */
const cyclers: readonly Cycler[] = [
  // EC-Lab, .mpt
  { time: [{ is: /^time$/ }], voltage: [{ is: /^Ecell$/ }, { is: /^<?Ewe>?$/ }], current: [{ is: /^<?I>?$/ }] },
  // Basytec, text
  { time: [{ is: /^~Time$/ }], voltage: [{ is: /^U$/ }], current: [{ is: /^I$/ }] },
  // Maccor, text
  { time: [{ is: /^Test ?Time$/i, unit: 's' }, { is: /^Test$/i }],
    voltage: [{ is: /^Volts$/i, unit: 'V' }, ...plain.voltage],
    current: [{ is: /^Amps$/i, unit: 'A' }, ...plain.current], state: { is: /^(State|MD)$/i, discharge: /^D/i } },
  // Neware, BTSDA; Landt, LANDdt
  {
    time: [{ is: /^(Total|Cumulative|Test) ?Time$/i, unit: 's' }, { is: /^Time$/i, unit: 's' }, {
      is: /^(SysTime|Date|Real ?time)$/i,
      unit: 's',
    }],
    ...plain,
    state: { is: /^(Step Type|Status|(Step-|Work)(State|Mode))$/i, discharge: /D_?Chg|Discharge|^D_|RateD|放电/i },
  },
  // Arbin; Landt without a state
  { time: [{ is: /^Test[_ ]Time$/i }, { is: /^TestTime$/, unit: 's' }], ...plain },
  // Arbin, from its database, where only the underscores say whose it is
  { time: [{ is: /^Test_Time$/, unit: 's' }], voltage: [{ is: /^Voltage$/, unit: 'V' }],
    current: [{ is: /^Current$/, unit: 'A' }] },
];

/** What Chinese versions of these programs call the columns. */
const inEnglish: Readonly<Record<string, string>> = { 总时间: 'Total Time', 测试时间: 'Test Time', 时间: 'Time',
  绝对时间: 'Date', 系统时间: 'SysTime', 电压: 'Voltage', 电流: 'Current', 工步类型: 'Step Type', 工步名称: 'Step Type',
  工作模式: 'WorkMode', 状态: 'Status' };

/** The table of an export behind its preamble, and which of its columns are read. */
export interface CyclerExport {
  /** Times are numbers [s], also where the cycler wrote h:mm:ss or a date. */
  readonly table: CsvTable;
  readonly voltage: number;
  readonly time: number;
  readonly current: number;
  /** Whether a row says that it is of a discharge; undefined where only the current does. */
  readonly states: readonly boolean[] | undefined;
}

/** Finds the table of a cycler's export; undefined for any other text. */
export function readCyclerExport(written: string): CyclerExport | undefined {
  const behind = tableBehind(flattened(written), (columns) => {
    if (columns.length < 3) return undefined;
    for (const cycler of cyclers) {
      const at = found(cycler, columns);
      if (at !== undefined) return { cycler, at };
    }
    return undefined;
  });
  return behind && exportOf(behind.table, behind.found.cycler, behind.found.at);
}

type Found = Pick<CyclerExport, 'voltage' | 'time' | 'current'> & { readonly state: number };

function found({ time, voltage, current, state }: Cycler, written: readonly CsvColumn[]): Found | undefined {
  const columns = written.map(translated);
  const at = (titles: readonly Title[]): number =>
    titles.map((one) => columns.findIndex((column) => matches(one, column))).find((index) => index >= 0) ?? -1;
  const all = { time: at(time), voltage: at(voltage), current: at(current),
    state: state ? columns.findIndex(({ title }) => state.is.test(title)) : 0 };
  return Object.values(all).every((index) => index >= 0) ? all : undefined;
}

const translated = (column: CsvColumn): CsvColumn => ({ ...column, title: inEnglish[column.title] ?? column.title });

const matches = ({ is, unit: titleUnit }: Title, { title, unit }: CsvColumn): boolean =>
  is.test(title) && (unit !== '' || titleUnit !== undefined);

function exportOf(whole: CsvTable, cycler: Cycler, { state, ...at }: Found): CyclerExport {
  const clock = whole.rows.some((cells) => secondsOf(cells[at.time]?.text) !== undefined);
  const columns = whole.columns.map(translated).map((column, i): CsvColumn => {
    const titles = i === at.voltage ? cycler.voltage : i === at.current ? cycler.current : cycler.time;
    const given = i === at.time && clock ? 's' : unitOf(column.unit);
    const missing = titles.find((one) => matches(one, column))?.unit ?? '';
    return { ...column, unit: given === '' ? missing : given };
  });
  const rows = whole.rows.map((cells) =>
    cells.map((cell, i) => i === at.time ? { ...cell, text: String(secondsOf(cell.text) ?? cell.text) } : cell)
  );
  const dischargeState = cycler.state?.discharge;
  return { table: { ...whole, columns, rows }, ...at,
    states: dischargeState && whole.rows.map((cells) => dischargeState.test(cells[state]?.text ?? '')) };
}

/** `Test (Sec)`, `Current (Amps)`. */
const unitOf = (unit: string): string =>
  ({ sec: 's', min: 'minute', amps: 'A', volts: 'V' } as Readonly<Record<string, string>>)[unit.toLowerCase()] ?? unit;

/** `1:02:03.5`, `0d 01:02:03.50`, `1-02:03:04`, or such a clock behind `2024-03-05`, `03/05/2024` or `05.03.2024`, in seconds. */
function secondsOf(text = ''): number | undefined {
  const match = /^(\S*?\d{4}\S*\s+)?(?:(\d+)\s*(?:d\s*|-))?(\d+):(\d{1,2}):(\d{1,2}(?:[.,]\d+)?)$/.exec(text);
  if (!match) return undefined;
  const [, date, days = date ? daysOf(date) : 0, hours, minutes, seconds] = match;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds.replace(',', '.'));
}

/** Days since 1970: the year first, the day first before dots, the month first before slashes, as EC-Lab and Arbin write it. */
function daysOf(date: string): number {
  const [first, second, third] = date.split(/[-/.]/).map(Number);
  const [year, month, day] = first > 31
    ? [first, second, third]
    : date.includes('.')
    ? [third, second, first]
    : [third, first, second];
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Three lines of titles: of a cycle, of a step behind one comma, of a record behind two. */
const titles = /^\s*Cycle[^\r\n]*\r?\n,[^,\r\n][^\r\n]*\r?\n,,[^,\r\n]/;
/** What a step is called; the first step of a cycle may stand on the line of its cycle. */
const kindOfStep = /(?:^|,)([^,]*(?:rest|chg|charge|pulse|pause)[^,]*)/i;

/**
 * The export of BTSDA in layers (Neware) as one table: its records, each with the kind of its step in a column before them. Lines of cycles
 * and steps become empty, so that every record keeps its line. Any other text stays as it is.
 */
function flattened(text: string): string {
  const plain = text.replace(/^\uFEFF/, '');
  if (!titles.test(plain)) return text;
  let kind = '';
  return plain.split(/\r?\n/).map((line, i) => {
    if (i === 2) return `Step Type,${line.slice(2)}`;
    if (i > 2 && line.startsWith(',,')) return `${kind},${line.slice(2)}`;
    if (i > 2) kind = kindOfStep.exec(line)?.[1] ?? kind;
    return '';
  }).join('\n');
}
