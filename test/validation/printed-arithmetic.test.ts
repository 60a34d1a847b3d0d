import { expect, it } from 'vitest';

/** Arithmetic that the reviews print, done again; where a source contradicts itself, both are here. */

it('the energies of 10.1002/aenm.202301142, Fig. 1, with and without lithium, mean lithium of 0.52 g/cm^3 instead of 0.534', () => {
  // per Wh of the same cell, the lithium is what the anode-free one saves of mass and of volume
  const [massOfLithium, volumeOfLithium] = [1 / 397 - 1 / 406, 1 / 1277 - 1 / 1481];
  expect(massOfLithium / volumeOfLithium).toBeCloseTo(0.518, 3);
  // half a Wh/kg of rounding moves it by more than the difference to 0.534
  expect((1 / 396.5 - 1 / 406.5) / volumeOfLithium).toBeGreaterThan(0.534);
});

it('26 mg/cm^2 of 10.1002/adma.202209074 are 76.5 um and 4.42 mAh/cm^2, not the 4 printed beside them; 9.6 mg/cm^2 of its sulfur are 8.06', () => {
  expect(26e-3 / 3.4 * 1e4).toBeCloseTo(76.5, 1);
  expect(26 * 0.85 * 0.2).toBeCloseTo(4.42, 10);
  expect(9.6 * 0.6 * 1.4).toBeCloseTo(8.06, 2);
  expect(10 * 0.6 * 1.4).toBeCloseTo(8.4, 10);
});
