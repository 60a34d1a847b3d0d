const raised: Readonly<Record<string, string>> = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶',
  7: '⁷', 8: '⁸', 9: '⁹' };

/**
 * Units as they are typed, in the one spelling that a reader meets: "mAh/cm^2" and "mAh/cm2" as mAh/cm², "degC" as °C, "um" as µm, "ohm" as Ω, "+-" as ±;
 * a number below zero has its true minus.
 */
export const spellUnits = (text: string): string =>
  text
    .replace(/(?<=[A-Za-z])\^(-?\d)(?!\d*\.\d|\w)/g,
      (_, power: string) => [...power].map((sign) => raised[sign]).join(''))
    .replace(/(?<=[/ ]cm)([23])\b/g, (power) => raised[power])
    .replace(/\bdegC\b/g, '°C')
    .replace(/(?<=\d )u(?=[mFA]\b)|(?<=^|[(/])u(?=[mFA](?:$|[)/²³]))/g, 'µ')
    .replace(/(?<=^|\s)\+-(?=\s)/g, '±')
    .replace(/\bohm(?= cm)/g, 'Ω')
    .replace(/(?<=^|[\s(≈])-(?=\.?\d)/g, '−');

/** A number and its unit or its sign of per cent, which no line breaks between. */
const numberAndUnit =
  /(?<=\d) (?=(?:%|°C|[kmµnp]?(?:A|Ah|V|W|Wh|S|Ω|g|m|s|J|eV|Hz|F)|K|h|L|MPa|GPa|mol|cm|min|USD)(?![A-Za-z(]))/g;

/** The text with spaces that do not break inside quantities. */
export const keepQuantities = (text: string): string => text.replace(numberAndUnit, '\u00a0');
