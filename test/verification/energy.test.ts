import { expect, it } from 'vitest';
import { parseCase } from '../../src/config/parse-case.js';
import { runCase } from '../../src/pipeline/run-case.js';

/** A voltage that falls on a line for hours, where steps of the first order are exact in every other unknown. */
const sloping = {
  title: 'lithium-rich oxide with Li3InCl6',
  temperature: '22 degC',
  anode: { material: 'lithium-metal', thickness: '400 um' },
  membrane: { electrolyte: 'Li3InCl6', thickness: '30 um' },
  cathode: {
    activeMaterial: 'Li-rich',
    electrolyte: 'Li3InCl6',
    massFractions: { activeMaterial: 0.7, electrolyte: 0.3 },
    porosity: 0.1,
    thickness: '76 um',
    ionicTransport: { tortuosityFactor: 3 },
    electronicTransport: { effectiveConductivity: '5 mS/cm' },
  },
  protocol: { rates: ['C/20', 'C/5'], lowerCutoffVoltage: '2 V', upperCutoffVoltage: '4.6 V' },
} as const;

async function meanVoltages(tolerance: number): Promise<number[]> {
  const read = parseCase({ ...sloping, numerics: { tolerance } });
  if (!read.ok) throw new Error('not a case');
  const run = await runCase(read.case, read.ledger);
  if (!run.ok) throw new Error('not run');
  return run.document.rates.map(({ meanVoltage_V }) => meanVoltage_V ?? NaN);
}

it('energy over charge is that of a thousand times smaller a tolerance to 0.3 mV', async () => {
  const [usual, tight] = [await meanVoltages(1e-3), await meanVoltages(1e-6)];
  usual.forEach((mean, i) => expect(Math.abs(mean - tight[i])).toBeLessThan(3e-4));
});
