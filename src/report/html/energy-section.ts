import type { ResultDocument } from '../../results/result-schema.js';
import { billTable, densityTable, itemTable, powerTable } from '../energy-tables.js';
import { fixed, significant } from '../format.js';
import { electrodeText } from '../result-card.js';
import { pageTable } from '../text-table.js';
import { type Html, section, sentence } from './elements.js';

/** Energy on every basis at every rate beside full utilisation, and where the mass and the volume are. */
export function energySection(doc: ResultDocument): Html {
  const { energy } = doc;
  if (energy.format !== undefined)
    return section('energy', 'Energy', [sentence(`A ${electrodeText(doc)}.`), pageTable(billTable(energy))]);
  return section('energy', 'Energy of the cell', [
    sentence(`At full utilisation and the mean equilibrium voltage of ${fixed(energy.meanVoltage_V, 3)} V: `
      + `${fixed(energy.capacity_Ah, 2)} Ah, ${significant(energy.mass_g)} g, ${significant(energy.volume_cm3)} cm³, `
      + `anode over cathode capacity ${fixed(energy.nToP, 2)}. Basis: ${energy.basis}.`),
    ...[densityTable(doc), powerTable(doc), itemTable(energy, true), billTable(energy)].map(pageTable),
  ]);
}
