import type { CellPromiseDocument } from '../results/cell-promise-schema.js';
import { costText } from './cost-text.js';
import { promisedPowerText, rangeText } from './energy-card.js';
import { basisTable, billTable, itemTable } from './energy-tables.js';
import type { Figure } from './figures/figure.js';
import { fixed, significant } from './format.js';
import { section, sentence } from './html/elements.js';
import { figureSection } from './html/figure-section.js';
import { reportPage, sourceLine, warningLines } from './html/page.js';
import { parameterSection } from './html/parameter-section.js';
import { pageTable } from './text-table.js';

/** The cell on one page, at full utilisation: energy on every basis, items, bill of materials, every parameter with its source. */
export function energyReport(doc: CellPromiseDocument, figures: readonly Figure[]): string {
  const { energy } = doc;
  return reportPage(doc.case.title, [
    sourceLine(doc.case.source),
    sentence(`Assumes ${doc.assumption}.`, 'answer'),
    ...warningLines(doc.warnings),
  ], [
    section('energy', 'Energy of the cell', [
      sentence(
        `${significant(energy.capacity_Ah)} Ah at ${fixed(energy.meanVoltage_V, 3)} V per unit cell, N/P ${
          fixed(energy.nToP, 2)
        } `
          + `(${energy.nToPBasis}), at full utilisation and the mean equilibrium voltage.`,
      ),
      sentence(`Cost: ${costText(energy)}. ${powerText(doc)}Range: ${rangeText(energy)}.`),
      ...[basisTable(energy, true), itemTable(energy, true), billTable(energy)].map(pageTable),
    ]),
    figureSection(figures),
    parameterSection(doc),
  ]);
}

const powerText = (
  doc: CellPromiseDocument,
): string => (doc.promisedPower.length === 0 ? '' : `Power ${promisedPowerText(doc)}. `);
