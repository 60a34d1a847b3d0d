import { basisLabels } from '../../cell/energy-density.js';
import type { BillRow, CapacityRow, EnergyRow, Explanation, Inverse, RatioRow, ReproductionDocument,
  ReproductionRow } from '../../results/reproduction-schema.js';
import { csvTable, type Field } from '../csv.js';
import { dash, fixed, percent, significant } from '../format.js';
import { aboutSign } from '../outside.js';
import { scoreTable } from '../score-table.js';
import { type Column, column, tableOf, type TextTable, words } from '../text-table.js';

/** The tables of a reproduction as texts; the card and the page draw them. */

type Set = ReproductionDocument['sets'][number];

const rowsOfKind = <K extends ReproductionRow['kind']>({ rows }: Set, kind: K) =>
  rows.filter((row): row is Extract<ReproductionRow, { kind: K }> => row.kind === kind);

/** One for each kind of row, and for each bill. */
export const tablesOf = (set: Set): TextTable[] => [
  capacityTable(rowsOfKind(set, 'capacity')),
  ...energyTables(rowsOfKind(set, 'energy')),
  ratioTable(rowsOfKind(set, 'ratio')),
  ...rowsOfKind(set, 'bill').flatMap((row) => [billTable(row), ...parityTable(row)]),
];

const capacityTable = (rows: readonly CapacityRow[]): TextTable =>
  tableOf('Capacity, reported and simulated, and what ion transport would have to be for the reported one', rows, [
    words('cell', ({ name }) => name),
    column('rate', '', ({ rate }) => rate),
    column('reported', 'mAh/g', ({ reported_mAh_g }) => fixed(reported_mAh_g, 0)),
    column('simulated', 'mAh/g', ({ simulated_mAh_g }) => fixed(simulated_mAh_g, 0)),
    column('range', 'mAh/g', ({ range_mAh_g }) => between(range_mAh_g)),
    column('80 %', 'mAh/g', ({ interval_mAh_g }) => between(interval_mAh_g)),
    // without an electrolyte in the cathode its paths are none
    column('τ assumed', '', ({ inverse, tortuosityFactor }) =>
      inverse?.nominal.kind === 'none' ? dash : significant(tortuosityFactor, 2)),
    column('τ asked for', '', asked(({ nominal }) => explained(nominal))),
    column('its range', '', asked(rangeOf)),
    column('κeff asked for', 'mS/cm', asked(({ nominal }) => significant(nominal.effectiveIonicConductivity_mS_cm, 2))),
    column('or cut off', '', asked(({ lostShare }) => percent(lostShare))),
  ]);

const between = (ends: readonly number[] | null | undefined): string =>
  ends?.map((value) => fixed(value, 0)).join('–') ?? dash;

/** Makes a cell of what would explain the reported capacity; a dash where that is not asked. */
const asked = (value: (inverse: Inverse) => string) => ({ inverse }: CapacityRow): string =>
  inverse === null ? dash : value(inverse);

/** "12", "≤ 12" where all up to it agree, "> 1000" where even that delivers more, "< 1" where even 1 delivers less. */
function explained({ kind, tortuosityFactor }: Explanation): string {
  if (kind === 'found') return significant(tortuosityFactor, 2);
  if (kind === 'up-to') return `≤ ${significant(tortuosityFactor, 2)}`;
  if (kind === 'any') return `> ${tortuosityFactor ?? ''}`;
  return kind === 'too-little' ? '< 1' : dash;
}

function rangeOf({ lowest, highest }: Inverse): string {
  const [low, high] = [lowest, highest].map(explained);
  return low === high ? low : `${low} to ${high}`;
}

/** Energy per mass and per volume, each with the cells of which it is reported. */
function energyTables(rows: readonly EnergyRow[]): TextTable[] {
  return ([['gravimetric_Wh_kg', 'Wh/kg'], ['volumetric_Wh_L', 'Wh/L']] as const).map(([of, unit]) => {
    const misfit = (value: number | null | undefined, reported: number | null): string => (
      value === null || value === undefined || reported === null
        ? dash
        : `${fixed(value, 0)} (${signed(value / reported - 1)})`
    );
    return tableOf(
      `Energy of the cell in ${unit}, reported, from the printed parameters, with declared overheads, and as simulated (misfit)`,
      rows.filter(({ reported }) => reported[of] !== null),
      [
        words('cell', ({ name }) => name),
        column('reported', unit, ({ reported }) => fixed(reported[of], 0)),
        column('printed', unit, ({ reported, recomputed }) => misfit(recomputed[of], reported[of])),
        column('overheads', unit, ({ reported, withOverheads }) => misfit(withOverheads?.[of], reported[of])),
        column('simulated', unit,
          ({ reported, simulated }) =>
            `${aboutSign({ outside: simulated?.outsideData ?? [] })}${misfit(simulated?.[of], reported[of])}`),
        column('80 %', unit, ({ simulated }) => between(simulated?.interval[of])),
        words('declared',
          ({ overheads }) => overheads.map((text) => text.replace('cell.overhead.', '')).join(', ') || dash),
        words('at', ({ simulated }) => (simulated ? `${simulated.rate}, ${simulated.basis}` : dash)),
      ],
    );
  });
}

function ratioTable(rows: readonly RatioRow[]): TextTable {
  const triple = (of: 'gravimetric' | 'volumetric', unit: string): Column<RatioRow>[] => {
    const known = (value: (row: RatioRow) => string) => (row: RatioRow): string =>
      row.reported[of] === null ? dash : value(row);
    return [
      column('reported', unit, known(({ reported }) => fixed(reported[of], 3))),
      column('recomputed', unit, known(({ recomputed }) => fixed(recomputed[of], 3))),
      column('range', unit, known(({ lowest, highest }) => `${fixed(lowest[of], 3)} to ${fixed(highest[of], 3)}`)),
    ];
  };
  return tableOf(
    'Ratio of the energies of two cells, reported and recomputed, with its range over the inputs that are not printed',
    rows,
    [
      words('cell', ({ name }) => name),
      words('basis', ({ basis }) => basisLabels[basis]),
      ...triple('gravimetric', 'of Wh/kg'),
      ...triple('volumetric', 'of Wh/L'),
    ],
  );
}

/** At which price of some lines the cell costs what another one does. */
function parityTable({ parity }: BillRow): TextTable[] {
  if (parity === null) return [];
  const { materials, price_USD_kg: today, rest_USD: rest, perCell, perMaterial } = parity;
  const rows = [{ name: 'one cell against the other', ...perCell },
    ...(perMaterial ? [{ name: `per mass of ${perMaterial.of}`, ...perMaterial }] : [])];
  const title = `Price of ${materials.join(' and ')} at parity; now ${significant(today)} $/kg, all else `
    + `${fixed(rest, 2)} $`;
  return [tableOf(title, rows, [
    words('compared', ({ name }) => name),
    column('the cell may cost', '$', ({ cost_USD }) => fixed(cost_USD, 4)),
    column('price', '$/kg', ({ price_USD_kg: price }) => (price === null ? 'none' : fixed(price, 1))),
    column('change', '', ({ price_USD_kg: price }) => (price === null ? dash : percent(price / today - 1))),
  ])];
}

function billTable({ name, lines, mass_g: mass, cost_USD: cost, leftOut }: BillRow): TextTable {
  type Side = 'reported' | 'recomputed';
  const price = (side: Side, wanted: Side): string => (side === wanted ? fixed(cost[side], 4) : '');
  const share = (side: Side, wanted: Side): string => (
    side === wanted ? percent(lines.reduce((sum, line) => sum + line.share[side], 0), 1) : ''
  );
  const rows = [
    ...lines.map((line) => ({
      name: line.material,
      mass: line.mass_g,
      price: significant(line.price_USD_kg),
      cost: (side: Side) => fixed(line.cost_USD[side], 4),
      share: (side: Side) => percent(line.share[side], 2),
    })),
    ...([['total as printed', 'reported'], ['total of the lines', 'recomputed']] as const).map(([title, side]) => ({
      name: title,
      mass: mass[side],
      price: '',
      cost: (wanted: Side) => price(side, wanted),
      share: (wanted: Side) => share(side, wanted),
    })),
  ];
  const lacking = leftOut === null ? '' : `; the printed total leaves out: ${leftOut}`;
  return tableOf(`${name}: cost = mass x price, shares of the cost of all lines${lacking}`, rows, [
    words('material', (row) => row.name),
    column('mass', 'g', (row) => fixed(row.mass, 3)),
    column('price', '$/kg', (row) => row.price),
    column('reported', '$', (row) => row.cost('reported')),
    column('recomputed', '$', (row) => row.cost('recomputed')),
    column('share', 'reported', (row) => row.share('reported')),
    column('share', 'recomputed', (row) => row.share('recomputed')),
  ]);
}

export const signed = (share: number): string => `${share < 0 ? '−' : '+'}${fixed(Math.abs(100 * share), 1)} %`;

export const scoresOf = ({ all, slow, fast, withMiddles }: ReproductionDocument['scores']): TextTable =>
  scoreTable('Capacities: simulated against reported, beside two rules that need no model', [
    ['all', all],
    ['– middle of the interval', withMiddles.all],
    ['C/4 and slower', slow],
    ['– middle of the interval', withMiddles.slow],
    ['faster', fast],
    ['– middle of the interval', withMiddles.fast],
  ]);

/** Names the capacities that are in no score; an empty text where all are. */
export const leftOutText = ({ leftOut }: ReproductionDocument['scores']): string => (leftOut.length === 0
  ? ''
  : 'In no score, because the case was made from the reported value or because less than 5 % of the capacity was '
    + `delivered: ${leftOut.join('; ')}.`);

/** Rows that give no number, and those of which the source says two things, each with its sentence. */
export const sentencesOf = (set: Set): { readonly name: string; readonly text: string }[] => [
  ...set.rows.flatMap(({ name, contradiction }) =>
    contradiction === null ? [] : [{ name, text: `the source contradicts itself: ${contradiction}` }]
  ),
  ...rowsOfKind(set, 'refused').map(({ name, reason }) => ({ name, text: `refused: ${reason}` })),
  ...rowsOfKind(set, 'missing').map(({ name, reason }) => ({ name, text: `not run: ${reason}` })),
];

export const notesOf = ({ rows }: Set): { readonly name: string; readonly text: string }[] =>
  rows.flatMap((row) => {
    const dependent = row.kind === 'capacity' ? row.dependent : null;
    const impossible = 'inputs' in row
      ? row.inputs.impossible.map(({ ends, reason }) =>
        `left out of the range is ${ends}, where no cell exists: ${reason}`
      )
      : [];
    const notes = [row.note, dependent === null ? null : `no test: ${dependent}`, ...impossible].filter((one) =>
      one !== null
    );
    return notes.length === 0 ? [] : [{ name: row.name, text: notes.join('; ') }];
  });

interface Placed {
  readonly set: string;
  readonly row: ReproductionRow;
}

/** A cell of rows of one kind; empty in the others. */
const of =
  <K extends ReproductionRow['kind']>(kind: K, value: (row: Extract<ReproductionRow, { kind: K }>) => Field) =>
  ({ row }: Placed): Field => (row.kind === kind ? value(row as Extract<ReproductionRow, { kind: K }>) : null);

/** Table with a row per reported result, for other programs. */
export const reproductionCsv = ({ sets }: ReproductionDocument): string =>
  csvTable<Placed>({
    set: ({ set }) => set,
    id: ({ row }) => row.id,
    name: ({ row }) => row.name,
    where: ({ row }) => row.where,
    kind: ({ row }) => row.kind,
    rate: of('capacity', ({ rate }) => rate),
    reported_mAh_g: of('capacity', ({ reported_mAh_g }) => reported_mAh_g),
    simulated_mAh_g: of('capacity', ({ simulated_mAh_g }) => simulated_mAh_g),
    low_mAh_g: of('capacity', ({ range_mAh_g }) => range_mAh_g[0]),
    high_mAh_g: of('capacity', ({ range_mAh_g }) => range_mAh_g[1]),
    interval80Low_mAh_g: of('capacity', ({ interval_mAh_g }) => interval_mAh_g[0]),
    interval80High_mAh_g: of('capacity', ({ interval_mAh_g }) => interval_mAh_g[1]),
    tauAssumed: of('capacity', ({ tortuosityFactor }) => tortuosityFactor),
    tauAskedFor: of('capacity', ({ inverse }) => inverse?.nominal.tortuosityFactor),
    explanation: of('capacity', ({ inverse }) => inverse?.nominal.kind),
    kappaEffAskedFor_mS_cm: of('capacity', ({ inverse }) => inverse?.nominal.effectiveIonicConductivity_mS_cm),
    tauLowest: of('capacity', ({ inverse }) => inverse?.lowest.tortuosityFactor),
    tauHighest: of('capacity', ({ inverse }) => inverse?.highest.tortuosityFactor),
    lostShare: of('capacity', ({ inverse }) => inverse?.lostShare),
    reported_Wh_kg: of('energy', ({ reported }) => reported.gravimetric_Wh_kg),
    recomputed_Wh_kg: of('energy', ({ recomputed }) => recomputed.gravimetric_Wh_kg),
    withOverheads_Wh_kg: of('energy', ({ withOverheads }) => withOverheads?.gravimetric_Wh_kg),
    simulated_Wh_kg: of('energy', ({ simulated }) => simulated?.gravimetric_Wh_kg),
    interval80Low_Wh_kg: of('energy', ({ simulated }) => simulated?.interval.gravimetric_Wh_kg?.[0]),
    interval80High_Wh_kg: of('energy', ({ simulated }) => simulated?.interval.gravimetric_Wh_kg?.[1]),
    simulated_Wh_L: of('energy', ({ simulated }) => simulated?.volumetric_Wh_L),
    reported_Wh_L: of('energy', ({ reported }) => reported.volumetric_Wh_L),
    recomputed_Wh_L: of('energy', ({ recomputed }) => recomputed.volumetric_Wh_L),
    withOverheads_Wh_L: of('energy', ({ withOverheads }) => withOverheads?.volumetric_Wh_L),
    reported_Wh_kg_ratio: of('ratio', ({ reported }) => reported.gravimetric),
    recomputed_Wh_kg_ratio: of('ratio', ({ recomputed }) => recomputed.gravimetric),
    reported_Wh_L_ratio: of('ratio', ({ reported }) => reported.volumetric),
    recomputed_Wh_L_ratio: of('ratio', ({ recomputed }) => recomputed.volumetric),
    reported_USD: of('bill', ({ cost_USD }) => cost_USD.reported),
    recomputed_USD: of('bill', ({ cost_USD }) => cost_USD.recomputed),
    parity_USD_kg: of('bill', ({ parity }) => parity && (parity.perMaterial ?? parity.perCell).price_USD_kg),
    reason: ({ row }) => ('reason' in row ? row.reason : null),
    note: ({ row }) => row.note,
    contradiction: ({ row }) => row.contradiction,
  }, sets.flatMap(({ title, rows }) => rows.map((row) => ({ set: title, row }))));
