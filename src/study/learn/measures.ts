/** Columns of a sweep that a network learns, at every rate, and how the goals of a case call them. */
interface LearnedColumn {
  readonly column: string;
  readonly measure: string;
  readonly unit: string;
  /** Amount of the column that one unit is. */
  readonly per: number;
}

const bases = [['electrode', 'electrode'], ['unitCell', 'unit cell'], ['stack', 'stack'], ['pouch', 'pouch']] as const;

const learned = (column: string, measure: string, unit: string, per = 1): LearnedColumn => (
  { column, measure, unit, per }
);

export const learnedColumns: readonly LearnedColumn[] = [
  learned('utilisation', 'utilisation', '%', 0.01),
  learned('arealCapacity_mAh_cm2', 'areal capacity', 'mAh/cm^2'),
  learned('meanVoltage_V', 'mean voltage', 'V'),
  ...bases.flatMap((
    [name, words],
  ) => [learned(`${name}_Wh_kg`, `${words} Wh/kg`, 'Wh/kg'), learned(`${name}_Wh_L`, `${words} Wh/L`, 'Wh/L')]),
  learned('pouch_W_kg', 'pouch W/kg', 'W/kg'),
  learned('pouch_USD_kWh', 'pouch $/kWh', '$/kWh'),
];
