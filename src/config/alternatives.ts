/**
 * Ways to say the same, in one place: rules, inheritance of layers, base files, `--set`, sweeps and what makes designs equal all take it from
 * here. What writes one of a group takes the place of the others.
 */
export const waysToSay = {
  composition: ['massFractions', 'volumeFractions'],
  density: ['porosity', 'density', 'pressDensity'],
  /** How much there is of a layer; the last two are of an anode alone. */
  size: ['thickness', 'massLoading', 'activeMassLoading', 'arealCapacity', 'mass', 'nToP', 'excess'],
  /** How much of a membrane is no electrolyte. */
  frame: ['electrolyteFraction', 'frameMassFraction'],
  /** Kinetics of an active material. */
  kinetics: ['referenceExchangeCurrentDensity', 'exchangeCurrentDensity'],
  /** How lithium gets from the contacts of a particle into it. */
  way: ['contactsPerParticle', 'fillingRadius'],
  /** Median of a lognormal distribution of sizes. */
  median: ['medianRadius', 'd50'],
  width: ['deviation', 'd90'],
  /** Size of a cell that is no pouch. */
  area: ['diameter', 'area'],
} as const;

/** Sizes by what has them. */
export const sizes = {
  layer: ['thickness', 'massLoading', 'activeMassLoading', 'arealCapacity', 'mass'],
  membrane: ['thickness', 'mass'],
  plane: ['thickness', 'nToP', 'excess', 'mass'],
} as const satisfies Record<string, readonly (typeof waysToSay.size)[number][]>;

/** One-way: what the key says, the others say in another way. */
const replaces: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...waysToSay.area.map((key) => [key, ['sheetWidth', 'sheetHeight']] as const),
  ...['sheetWidth', 'sheetHeight'].map((key) => [key, waysToSay.area] as const),
  ['network', ['ionicTransport', 'electronicTransport', 'connectedFraction']],
  ['structure', ['network', 'ionicTransport', 'electronicTransport', 'connectedFraction', 'coverage',
    'contactsPerParticle', 'fillingRadius', 'massFractions', 'volumeFractions', 'porosity', 'density', 'pressDensity']],
  ['ionicTransport', ['network']],
  ['electronicTransport', ['network']],
  ['connectedFraction', ['network']],
]);

/** Keys whose text value is short for `{name: text}`. */
export const shortForName: readonly string[] = ['material', 'activeMaterial', 'electrolyte', 'carbon', 'binder',
  'frame', 'mesh'];

const groups: readonly (readonly string[])[] = Object.values(waysToSay);

/** Every key that says the same as this one in another way, and itself. */
export const groupOf = (key: string): readonly string[] => groups.find((keys) => keys.includes(key)) ?? [key];

/** What `below` still says where `above` goes over it. */
export function notReplaced<T extends object>(below: T, above: object): T {
  const gone = new Set(
    Object.keys(above).flatMap((
      key,
    ) => [...groups.find((keys) => keys.includes(key)) ?? [], ...replaces.get(key) ?? []]),
  );
  return Object.fromEntries(Object.entries(below).filter(([key]) => !gone.has(key))) as T;
}

/** `below` with `above` over it, and without what `above` says in another way. */
export const replaced = <T extends object, C extends Partial<T>>(below: T, above: C): T & C => ({
  ...notReplaced(below, above),
  ...above,
});
