/**
 * Units of the documents by the end of the keys that carry them (`arealCapacity_mAh_cm2`): the SI amount of one, and how people read it.
 */
const table = {
  uA_cm2: { si: 1e-2, text: 'µA/cm²' },
  mA_cm2: { si: 10, text: 'mA/cm²' },
  mAh_cm2: { si: 36e3, text: 'mAh/cm²' },
  mAh_g: { si: 3600, text: 'mAh/g' },
  mWh_cm2: { si: 36e3, text: 'mWh/cm²' },
  mW_cm2: { si: 10, text: 'mW/cm²' },
  V: { si: 1, text: 'V' },
  mV: { si: 1e-3, text: 'mV' },
  um: { si: 1e-6, text: 'µm' },
  mg_cm2: { si: 1e-2, text: 'mg/cm²' },
  g_cm3: { si: 1e3, text: 'g/cm³' },
  mS_cm: { si: 0.1, text: 'mS/cm' },
  ohm_cm2: { si: 1e-4, text: 'ohm cm²' },
  mF_cm2: { si: 10, text: 'mF/cm²' },
  g: { si: 1e-3, text: 'g' },
  cm3: { si: 1e-6, text: 'cm³' },
  km: { si: 1e3, text: 'km' },
  Ah: { si: 3600, text: 'Ah' },
  kWh: { si: 3600e3, text: 'kWh' },
  Wh_kg: { si: 3600, text: 'Wh/kg' },
  Wh_L: { si: 3600e3, text: 'Wh/L' },
  W_kg: { si: 1, text: 'W/kg' },
} as const;

/** End of a key that carries a unit. */
export type DocumentUnit = keyof typeof table;

/** SI amount of one unit of a document. */
export const units = Object.fromEntries(Object.entries(table).map(([unit, { si }]) => [unit, si])) as Readonly<
  Record<DocumentUnit, number>
>;

/** What follows the name in a key; a plain number has no unit. */
function unitOf(key: string): { readonly si: number; readonly text: string } {
  const unit = key.slice(key.indexOf('_') + 1);
  return unit in table ? table[unit as DocumentUnit] : { si: 1, text: '' };
}

/** SI amount of the unit of a key: 36e3 C/m^2 of `arealCapacity_mAh_cm2`. */
export const unitSize = (key: string): number => unitOf(key).si;

/** Unit of a key as people read it: "mAh/cm²" of `arealCapacity_mAh_cm2`; empty for a plain number. */
export const unitText = (key: string): string => unitOf(key).text;

/** Number of a document, which has no NaN and no infinity: null where it is not defined. */
export const orNull = (x: number): number | null => (Number.isFinite(x) ? x : null);
