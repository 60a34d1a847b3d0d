import { type BpxSource, keyOf, type SectionPath } from './bpx-source.js';

/** A key of a BPX file that the case does not hold, and why. */
export interface NotCarried {
  readonly key: string;
  readonly why: string;
}

const isothermal = 'the case is isothermal';

/** Reasons by the name of a key; what is in none of them is not known to BPX. */
const reasons: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^(External surface area|Volume|Density|Specific heat capacity|Thermal conductivity|Heat transfer coefficient)/,
    `${isothermal}; see \`thermal\``],
  [/^Ambient temperature/, isothermal],
  [/^(OCP \((de)?lithiation\)|OCP hysteresis|Initial hysteresis state)/,
    'one open-circuit potential for both directions: "OCP [V]"'],
  [/^Initial state-of-charge/,
    'a discharge starts from the charged cell; `protocol.initialStoichiometry` starts elsewhere'],
  [/^(LLI|LAM)/, 'the case is the fresh cell'],
];

/** Sections whose keys stand on lines of their own, and what is said of those that nobody asked for. */
const sections: readonly (readonly [path: SectionPath, why: string | undefined])[] = [
  [['Parameterisation', 'Cell'], undefined],
  [['Parameterisation', 'Electrolyte'], undefined],
  [['Parameterisation', 'Negative electrode'], undefined],
  [['Parameterisation', 'Positive electrode'], undefined],
  [['Parameterisation', 'Separator'], undefined],
  [['Parameterisation', 'User-defined'], 'defined by its author; no equation here asks for it'],
  [['State', 'Initial conditions'], undefined],
  [['State', 'Thermal environment'], undefined],
  [['State', 'Degradation'], undefined],
  [['Validation'], 'a measurement, no part of the cell'],
  [['Parameterisation'], undefined],
  [['State'], undefined],
  [['Header'], undefined],
  [[], undefined],
];

/** Every key that the import did not take, in the order of the sections. */
export function leftBehind(source: BpxSource): NotCarried[] {
  const parents = new Set(sections.map(([path]) => path.join('\n')));
  return sections.flatMap(([path, why]) =>
    source.left(path).filter((at) => !parents.has(at.join('\n'))).map((at) => ({
      key: keyOf(at),
      why: why ?? reasons.find(([pattern]) => pattern.test(at[at.length - 1]))?.[1]
        ?? 'not a key of BPX that is known here',
    }))
  );
}
