import { basisLabels } from '../../cell/energy-density.js';
import type { BillRow, CapacityRow, EnergyRow, Explanation, Inverse, RatioRow, ReproductionDocument,
  ReproductionRow } from '../../results/reproduction-schema.js';
import { csvLine } from '../csv.js';
import { dash, fixed, percent, significant } from '../format.js';
import { scoreTable } from '../score-table.js';
import type { TextTable } from '../text-table.js';

/** The tables of a reproduction as texts; the card and the page draw them. */

type Set = ReproductionDocument['sets'][number];

const ofKind = <K extends ReproductionRow['kind']>({ rows }: Set, kind: K) =>
  rows.filter((row): row is Extract<ReproductionRow, { kind: K }> => row.kind === kind);

export function tablesOf(set: Set): TextTable[] {
  const capacities = ofKind(set, 'capacity');
  const energies = ofKind(set, 'energy');
  const ratios = ofKind(set, 'ratio');
  return [
    ...(capacities.length > 0 ? [capacityTable(capacities)] : []),
    ...(energies.length > 0 ? [energyTable(energies)] : []),
    ...(ratios.length > 0 ? [ratioTable(ratios)] : []),
    ...ofKind(set, 'bill').map(billTable),
  ];
}

function capacityTable(rows: readonly CapacityRow[]): TextTable {
  return {
    title: 'Capacity, reported and simulated, and what ion transport would have to be for the reported one',
    head: [
      { title: 'cell' },
      { title: 'rate' },
      { title: 'reported', unit: 'mAh/g' },
      { title: 'simulated', unit: 'mAh/g' },
      { title: 'range', unit: 'mAh/g' },
      { title: 'τ assumed' },
      { title: 'τ asked for' },
      { title: 'its range' },
      { title: 'κeff asked for', unit: 'mS/cm' },
      { title: 'or cut off' },
    ],
    rows: rows.map((row) => [
      row.name,
      row.rate,
      fixed(row.reported_mAh_g, 0),
      fixed(row.simulated_mAh_g, 0),
      row.range_mAh_g.map((value) => fixed(value, 0)).join('–'),
      ...(row.inverse === null
        ? [significant(row.tortuosityFactor, 2), dash, dash, dash, dash]
        : inverseTexts(row, row.inverse)),
    ]),
  };
}

const inverseTexts = ({ tortuosityFactor }: CapacityRow, { nominal, lostShare, ...range }: Inverse): string[] => [
  // without an electrolyte in the cathode its paths are none
  nominal.kind === 'none' ? dash : significant(tortuosityFactor, 2),
  explained(nominal),
  rangeOf(range),
  significant(nominal.effectiveIonicConductivity_mS_cm, 2),
  percent(lostShare),
];

/** "12", "≤ 12" where all up to it agree, "> 1000" where even that delivers more, "< 1" where even 1 delivers less. */
export function explained({ kind, tortuosityFactor }: Explanation): string {
  if (kind === 'found') return significant(tortuosityFactor, 2);
  if (kind === 'up-to') return `≤ ${significant(tortuosityFactor, 2)}`;
  if (kind === 'any') return `> ${tortuosityFactor ?? ''}`;
  return kind === 'too-little' ? '< 1' : dash;
}

function rangeOf({ lowest, highest }: Pick<Inverse, 'lowest' | 'highest'>): string {
  const [low, high] = [lowest, highest].map(explained);
  return low === high ? low : `${low} to ${high}`;
}

function energyTable(rows: readonly EnergyRow[]): TextTable {
  const pair = (row: EnergyRow, of: 'gravimetric_Wh_kg' | 'volumetric_Wh_L'): string[] => {
    const reported = row.reported[of];
    const made = (
      value: number | null | undefined,
    ): string => (value === null || value === undefined || reported === null
      ? dash
      : `${fixed(value, 0)} (${signed(value / reported - 1)})`);
    return [fixed(reported, 0), made(row.recomputed[of]), made(row.withOverheads?.[of])];
  };
  return {
    title: 'Energy of the cell, reported, from the printed parameters, and with declared overheads (misfit)',
    head: [
      { title: 'cell' },
      { title: 'reported', unit: 'Wh/kg' },
      { title: 'printed', unit: 'Wh/kg' },
      { title: 'overheads', unit: 'Wh/kg' },
      { title: 'reported', unit: 'Wh/L' },
      { title: 'printed', unit: 'Wh/L' },
      { title: 'overheads', unit: 'Wh/L' },
      { title: 'declared' },
    ],
    rows: rows.map((row) => [
      row.name,
      ...pair(row, 'gravimetric_Wh_kg'),
      ...pair(row, 'volumetric_Wh_L'),
      row.overheads.map((text) => text.replace('cell.overhead.', '')).join(', ') || dash,
    ]),
  };
}

function ratioTable(rows: readonly RatioRow[]): TextTable {
  const triple = ({ reported, recomputed, lowest, highest }: RatioRow,
    of: 'gravimetric' | 'volumetric'): string[] => (reported[of] === null
      ? [dash, dash, dash]
      : [fixed(reported[of], 3), fixed(recomputed[of], 3), `${fixed(lowest[of], 3)} to ${fixed(highest[of], 3)}`]);
  return {
    title:
      'Energy of a cell over that of another one, reported and recomputed, with its range over what is not printed',
    head: [
      { title: 'cell' },
      { title: 'basis' },
      ...['of Wh/kg', 'of Wh/L'].flatMap((
        unit,
      ) => [{ title: 'reported', unit }, { title: 'recomputed', unit }, { title: 'range', unit }]),
    ],
    rows: rows.map((
      row,
    ) => [row.name, basisLabels[row.basis], ...triple(row, 'gravimetric'), ...triple(row, 'volumetric')]),
  };
}

function billTable({ name, lines, mass_g: mass, cost_USD: cost, leftOut }: BillRow): TextTable {
  const shares = (of: 'reported' | 'recomputed'): string =>
    percent(lines.reduce((sum, { share }) => sum + share[of], 0), 1);
  const total = (title: string, of: 'reported' | 'recomputed'): string[] => [
    title,
    fixed(mass[of], 3),
    '',
    ...(of === 'reported' ? [fixed(cost[of], 4), ''] : ['', fixed(cost[of], 4)]),
    ...(of === 'reported' ? [shares(of), ''] : ['', shares(of)]),
  ];
  return {
    title: `${name}: cost = mass x price, shares of the cost of all lines`
      + `${leftOut === null ? '' : `; the printed total leaves out: ${leftOut}`}`,
    head: [
      { title: 'material' },
      { title: 'mass', unit: 'g' },
      { title: 'price', unit: '$/kg' },
      { title: 'reported', unit: '$' },
      { title: 'recomputed', unit: '$' },
      { title: 'share', unit: 'reported' },
      { title: 'share', unit: 'recomputed' },
    ],
    rows: [
      ...lines.map((line) => [
        line.material,
        fixed(line.mass_g, 3),
        significant(line.price_USD_kg),
        fixed(line.cost_USD.reported, 4),
        fixed(line.cost_USD.recomputed, 4),
        percent(line.share.reported, 2),
        percent(line.share.recomputed, 2),
      ]),
      total('total as printed', 'reported'),
      total('total of the lines', 'recomputed'),
    ],
  };
}

const signed = (share: number): string => `${share < 0 ? '−' : '+'}${fixed(Math.abs(100 * share), 1)} %`;

/** How well the rows are predicted, before any of them. */
export const scoresOf = ({ all, slow, fast }: ReproductionDocument['scores']): TextTable =>
  scoreTable('Capacities: simulated against reported, beside two rules that need no model', [['all', all], [
    'C/4 and slower',
    slow,
  ], ['faster', fast]]);

/** Which capacities are in no score, or an empty text. */
export const leftOutText = ({ leftOut }: ReproductionDocument['scores']): string => (leftOut.length === 0
  ? ''
  : `In no score, because the case was made from the reported value or because less than 5 % of the capacity was delivered: ${
    leftOut.join('; ')
  }.`);

/** Rows that give no number, each with its sentence. */
export const sentencesOf = (set: Set): { readonly name: string; readonly text: string }[] => [
  ...ofKind(set, 'refused').map(({ name, reason }) => ({ name, text: `refused: ${reason}` })),
  ...ofKind(set, 'missing').map(({ name, reason }) => ({ name, text: `not run: ${reason}` })),
];

export const notesOf = ({ rows }: Set): { readonly name: string; readonly text: string }[] =>
  rows.flatMap((row) => {
    const dependent = row.kind === 'capacity' ? row.dependent : null;
    const notes = [row.note, dependent === null ? null : `no test: ${dependent}`].filter((one) => one !== null);
    return notes.length === 0 ? [] : [{ name: row.name, text: notes.join('; ') }];
  });

/** One row per reported result, for other programs. */
export function reproductionCsv({ sets }: ReproductionDocument): string {
  const head = [
    'set',
    'id',
    'name',
    'where',
    'kind',
    'rate',
    'reported_mAh_g',
    'simulated_mAh_g',
    'low_mAh_g',
    'high_mAh_g',
    'tauAssumed',
    'tauAskedFor',
    'explanation',
    'kappaEffAskedFor_mS_cm',
    'tauLowest',
    'tauHighest',
    'lostShare',
    'reported_Wh_kg',
    'recomputed_Wh_kg',
    'withOverheads_Wh_kg',
    'reported_Wh_L',
    'recomputed_Wh_L',
    'withOverheads_Wh_L',
    'reported_Wh_kg_ratio',
    'recomputed_Wh_kg_ratio',
    'reported_Wh_L_ratio',
    'recomputed_Wh_L_ratio',
    'reported_USD',
    'recomputed_USD',
    'reason',
    'note',
  ];
  return [csvLine(head), ...sets.flatMap(({ title, rows }) =>
    rows.map((row) =>
      csvLine([
        title,
        row.id,
        row.name,
        row.where,
        row.kind,
        ...capacityCells(row),
        ...energyCells(row),
        ...ratioCells(row),
        ...billCells(row),
        'reason' in row ? row.reason : null,
        row.note,
      ])
    )
  )].join('');
}

function capacityCells(row: ReproductionRow): (string | number | null)[] {
  if (row.kind !== 'capacity') return Array.from({ length: 12 }, () => null);
  const { inverse } = row;
  return [
    row.rate,
    row.reported_mAh_g,
    row.simulated_mAh_g,
    ...row.range_mAh_g,
    row.tortuosityFactor,
    inverse?.nominal.tortuosityFactor ?? null,
    inverse?.nominal.kind ?? null,
    inverse?.nominal.effectiveIonicConductivity_mS_cm ?? null,
    inverse?.lowest.tortuosityFactor ?? null,
    inverse?.highest.tortuosityFactor ?? null,
    inverse?.lostShare ?? null,
  ];
}

function energyCells(row: ReproductionRow): (number | null)[] {
  if (row.kind !== 'energy') return Array.from({ length: 6 }, () => null);
  const all = [row.reported, row.recomputed, row.withOverheads];
  return [...all.map((one) => one?.gravimetric_Wh_kg ?? null), ...all.map((one) => one?.volumetric_Wh_L ?? null)];
}

const ratioCells = (row: ReproductionRow): (number | null)[] => (row.kind !== 'ratio'
  ? [null, null, null, null]
  : [row.reported.gravimetric, row.recomputed.gravimetric, row.reported.volumetric, row.recomputed.volumetric]);

const billCells = (
  row: ReproductionRow,
): (number | null)[] => (row.kind !== 'bill' ? [null, null] : [row.cost_USD.reported, row.cost_USD.recomputed]);
