import { derived, ohmSquareCentimetres as ohm, type Property } from '../property.js';
import { sources } from '../sources.js';

/** What interphases gain in their first day, of parabolic rates k [ohm cm^2 h^-1/2] and of resistances before and after cycles. */

const onLithium = (rate: number, alternatives: Property['alternatives'] = []) =>
  derived(ohm(rate * Math.sqrt(24)), sources.wenzel2018, `${rate} ohm cm^2 h^-1/2, of cells at rest`, {
    spread: { low: ohm(rate * Math.sqrt(24) / 3), high: ohm(rate * Math.sqrt(24) * 3) },
    alternatives,
  });

export const onLithiumOf: Readonly<Record<string, Property>> = {
  Li6PS5Cl: onLithium(3.8, [{ value: ohm(31), source: sources.ma2024,
    note: '123 to 342 ohm cm^2 of two faces in 300 h at 0.1 mA/cm^2' }]),
  Li6PS5I: onLithium(1394.3),
  Li7P3S11: onLithium(2.9),
  LGPS: onLithium(45.1),
};

/** Growth on particles of which no coating is known, per area of spheres of the printed or assumed size. */
export const onOxidesOf: Readonly<Record<string, Property>> = {
  Li6PS5Cl: derived(ohm(1480), `${sources.zuo2022}; ${sources.yun2023}; ${sources.kang2025}`,
    'geometric mean of three cells; that of two holds the contact that is lost in 100 cycles; areas of cells, loadings and sizes are assumed',
    {
      spread: { low: ohm(283), high: ohm(5600) },
      alternatives: [
        { value: ohm(5600), source: sources.yun2023,
          note: '641 ohm cm^2 in 465 h of cycles, 38 cm^2 of crystals per cm^2' },
        { value: ohm(2030), source: sources.zuo2022,
          note:
            'held at 4.32 V for 30 h: 13.2 ohm h^-1/2 on 10 mm, 40 cm^2 of crystals per cm^2; 8.9 with Li5.5PS4.5Cl1.5' },
        { value: ohm(283), source: sources.kang2025,
          note: '29 ohm cm^2 in 366 h of cycles, 38 cm^2 of crystals per cm^2' },
      ],
    }),
  Li3InCl6: derived(ohm(130), `${sources.kochetkov2022}; ${sources.yun2023}`,
    'geometric mean of two cells held at or cycled to 4.3 V and of one of them at 3.8 V after its cycles', {
    spread: { low: ohm(9.5), high: ohm(541) },
    alternatives: [
      { value: ohm(541), source: sources.kochetkov2022,
        note: 'held at 4.3 V for 30 h: 8.0 ohm h^-1/2 on 10 mm, 18 cm^2 of crystals per cm^2; nothing at 4.1 V' },
      { value: ohm(425), source: sources.yun2023, note: '49 ohm cm^2 in 465 h, 38 cm^2 of crystals per cm^2' },
      { value: ohm(9.5), source: sources.kochetkov2022,
        note: '2.4 ohm cm^2 at 3.8 V in 50 cycles to 4.3 V at C/5: most of the rise at 4.3 V is of the oxide' },
    ],
  }),
};
