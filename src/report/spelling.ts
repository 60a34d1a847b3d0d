const raised: Readonly<Record<string, string>> = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶',
  7: '⁷', 8: '⁸', 9: '⁹' };

/** Units as they are typed, in the one spelling that a reader meets: "mAh/cm^2" and "mAh/cm2" as mAh/cm², "degC" as °C, "um" as µm, "ohm" as Ω, "+-" as ±. */
export const spellUnits = (text: string): string =>
  text
    .replace(/(?<=[A-Za-z])\^(-?\d)(?!\d*\.\d|\w)/g,
      (_, power: string) => [...power].map((sign) => raised[sign]).join(''))
    .replace(/(?<=[/ ]cm)([23])\b/g, (power) => raised[power])
    .replace(/\bdegC\b/g, '°C')
    .replace(/(?<=\d )um\b|(?<=^|[(/])um(?=$|[)/²³])/g, 'µm')
    .replace(/(?<=^|\s)\+-(?=\s)/g, '±')
    .replace(/\bohm(?= cm)/g, 'Ω');
