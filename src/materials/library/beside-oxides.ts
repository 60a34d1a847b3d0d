import { sources } from '../sources.js';

/** What oxidised thiophosphates cost, in words. */
export const sulfidesBesideOxides =
  'without a coating NMC811 in Li6PS5Cl had 16 to 22 times the charge-transfer resistance '
  + `(290 to 453 against 17 to 22 ohm cm^2, ${sources.kim2025tlm}); the exchange currents of the library are of coated particles: `
  + 'if yours are coated, write coating: {material: LiNbO3, thickness: 10 nm}';
