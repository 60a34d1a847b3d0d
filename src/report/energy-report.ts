import { basisLabels, basisNames } from '../cell/energy-density.js';
import type { CellPromiseDocument } from '../results/cell-promise-schema.js';
import { costText } from './cost-text.js';
import { promisedPowerText, rangeText } from './energy-card.js';
import type { Figure } from './figures/figure.js';
import { fixed, significant } from './format.js';
import { type Html, htmlTable, join, linked, paragraph, raw, section, text } from './html/elements.js';
import { billTable, itemTable } from './html/energy-section.js';
import { figureSection } from './html/figure-section.js';
import { htmlPage } from './html/page.js';
import { parameterSection } from './html/parameter-section.js';

/** The cell on one page, at full utilisation: energy on every basis, items, bill of materials, every parameter with its source. */
export function energyReport(doc: CellPromiseDocument, figures: readonly Figure[]): string {
  const { energy } = doc;
  return htmlPage(doc.case.title, join([
    raw(`<header>\n<h1>${text(doc.case.title)}</h1>\n`),
    paragraph(join([text('Source: '), linked(doc.case.source)])),
    paragraph(text(`Assumes ${doc.assumption}.`), 'answer'),
    ...doc.warnings.map((warning) => paragraph(linked(warning), 'warning')),
    raw('</header>\n'),
    section('energy', 'Energy of the cell', [
      paragraph(
        text(
          `${significant(energy.capacity_Ah)} Ah at ${fixed(energy.meanVoltage_V, 3)} V per unit cell, N/P ${
            fixed(energy.nToP, 2)
          } `
            + `(${energy.nToPBasis}), at full utilisation and the mean equilibrium voltage.`,
        ),
      ),
      paragraph(text(`Cost: ${costText(energy)}. ${powerText(doc)}Range: ${rangeText(energy)}.`)),
      basisTable(doc),
      itemTable(energy),
      billTable(energy),
    ]),
    figureSection(figures),
    parameterSection(doc),
  ]));
}

function basisTable({ energy }: CellPromiseDocument): Html {
  return htmlTable('Energy on every basis, per area of unit cell', [
    { title: 'basis' },
    { title: 'energy', unit: 'Wh/kg', numeric: true },
    { title: 'as built', unit: 'Wh/L', numeric: true },
    { title: 'charged', unit: 'Wh/L', numeric: true },
    { title: 'cost', unit: '$/kWh', numeric: true },
    { title: 'mass', unit: 'mg/cm²', numeric: true },
    { title: 'thickness', unit: 'µm', numeric: true },
    { title: 'charged', unit: 'µm', numeric: true },
    { title: 'what is counted' },
  ], basisNames.map((name) => {
    const density = energy[name];
    const basis = energy.bases.find((one) => one.name === name);
    return {
      cells: [
        basisLabels[name],
        fixed(density.gravimetric_Wh_kg, 0),
        fixed(density.volumetric_Wh_L, 0),
        fixed(density.volumetricCharged_Wh_L, 0),
        fixed(density.cost_USD_kWh, 0),
        fixed(basis?.arealMass_mg_cm2 ?? null, 2),
        fixed(basis?.thickness_um ?? null, 1),
        fixed(basis?.thicknessCharged_um ?? null, 1),
        basis === undefined ? '' : basis.text.slice(basis.text.indexOf(':') + 1).trim(),
      ].map(text),
    };
  }));
}

const powerText = (
  doc: CellPromiseDocument,
): string => (doc.promisedPower.length === 0 ? '' : `Power ${promisedPowerText(doc)}. `);
